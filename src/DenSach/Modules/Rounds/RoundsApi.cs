using DenSach.Modules.Rounds.List;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Rounds;

/// <summary>Rounds for programs and phones: the same list and command as the pages.</summary>
internal static class RoundsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var rounds = endpoints.MapGroup("/api/rounds").WithTags("rounds");
        rounds
            .MapGet("", async (RoundList list, CancellationToken cancellation) => Results.Ok((await list.AllAsync(cancellation)).Select(RoundAnswer.Of)))
            .WithMetadata(new NeedsAttribute(RoundPermissions.Read))
            .WithSummary("Rounds within reach, the newest year first.")
            .Produces<IEnumerable<RoundAnswer>>();
        rounds
            .MapPost(
                "",
                async (OpenRound.OpenRound.Command command, OpenRound.OpenRound open, CancellationToken cancellation) => (await open.Handle(command, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(RoundPermissions.Open))
            .WithSummary("Open a round in a commune.")
            .Produces<OpenRound.OpenRound.Opened>();
    }
}

public sealed record WindowAnswer(RoundStep Step, DateOnly From, DateOnly LastDay);

public sealed record RoundAnswer(
    Guid Id,
    int Version,
    int AreaId,
    string Area,
    string Title,
    int Year,
    string SetId,
    string SetVersion,
    string SetHash,
    SetStatus SetStatus,
    Guid? PlanId,
    DateOnly FactsAsAt,
    DateTime? ClosedAt,
    IReadOnlyList<WindowAnswer> Windows
)
{
    internal static RoundAnswer Of(RoundLine line)
    {
        var round = line.Round;
        return new RoundAnswer(
            round.Id,
            round.Version,
            round.AreaId,
            line.Commune,
            round.Title,
            round.Year,
            round.SetId,
            round.SetVersion,
            round.SetHash,
            line.Set,
            round.PlanId,
            round.FactsAsAt,
            round.ClosedAt,
            [.. round.Windows.OrderBy(w => w.Step).Select(w => new WindowAnswer(w.Step, w.From, w.LastDay))]
        );
    }
}
