using DenSach.Modules.Criteria.Publish;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria;

public sealed record SetAnswer(string Id, string Version, string Hash, string Title, SubjectKind Subject, SetStatus Status, DateOnly InForceFrom, DateOnly? InForceUntil);

public sealed record SetText(Guid CommandId, string Yaml);

/// <param name="Set">Null when there are faults.</param>
public sealed record CheckAnswer(string? Set, string? Version, SetStatus? Status, bool IsThere, bool IsTaken, IReadOnlyList<Fault> Faults);

/// <summary>Criteria sets for programs: the same reading and the same command as the pages.</summary>
internal static class CriteriaApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var criteria = endpoints.MapGroup("/api/criteria").WithTags("criteria");
        criteria.MapGet("", ListAsync).WithMetadata(new SignedInAttribute()).WithSummary("The published sets, each with how far it may be relied on.").Produces<List<SetAnswer>>();
        criteria
            .MapPost("/check", CheckAsync)
            .WithMetadata(new NeedsAttribute(CriteriaModule.Publish))
            .WithSummary("Says every fault of a set with its line; publishes nothing.")
            .Produces<CheckAnswer>();
        criteria
            .MapPost(
                "",
                async (SetText body, PublishSet publish, CancellationToken cancellation) =>
                    (await publish.Handle(new PublishSet.Command(body.Yaml) { CommandId = body.CommandId }, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(CriteriaModule.Publish))
            .WithSummary("Publishes a set; what is published never changes.")
            .Produces<PublishSet.Published>();
    }

    private static Task<List<SetAnswer>> ListAsync(AppDb db, CancellationToken cancellation) =>
        db.Set<PublishedSet>()
            .OrderBy(s => s.Id)
            .ThenBy(s => s.PublishedAt)
            .Select(s => new SetAnswer(s.Id, s.Version, s.Hash, s.Title, s.Subject, s.Status, s.InForceFrom, s.InForceUntil))
            .ToListAsync(cancellation);

    private static async Task<IResult> CheckAsync(SetText body, CheckSet check, CancellationToken cancellation)
    {
        var looked = await check.LookAsync(body.Yaml ?? "", cancellation);
        return looked.Problem is { } problem
            ? ((Result<CheckAnswer>)problem).ToHttp()
            : Results.Ok(
                new CheckAnswer(looked.Value.Set?.Id, looked.Value.Set?.Version, looked.Value.Set?.Status, looked.Value.IsThere, looked.Value.IsTaken, looked.Value.Faults)
            );
    }
}
