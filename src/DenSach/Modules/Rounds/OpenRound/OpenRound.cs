using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Rounds.OpenRound;

/// <summary>Opens a round in a commune: one title, one year, one usable set that is in force, windows in order.</summary>
public sealed class OpenRound(AppDb db, CommandRunner runner, Gate gate, AreaTree tree, RoundRules rules)
{
    public sealed record Window(RoundStep Step, DateOnly From, DateOnly LastDay);

    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }
        public required string Title { get; init; }
        public required int Year { get; init; }
        public required string SetId { get; init; }
        public required string SetVersion { get; init; }
        public Guid? PlanId { get; init; }
        public required DateOnly FactsAsAt { get; init; }
        public required IReadOnlyList<Window> Windows { get; init; }

        /// <inheritdoc cref="RoundTerms"/>
        public bool AcceptsSample { get; init; }

        internal RoundTerms Terms =>
            new(AreaId, Title, Year, SetId, SetVersion, PlanId, FactsAsAt, [.. (Windows ?? []).Select(w => new RoundSpan(w.Step, w.From, w.LastDay))], AcceptsSample);
    }

    public sealed record Opened(Guid RoundId);

    public async Task<Result<Opened>> Handle(Command command, CancellationToken cancellation)
    {
        if (tree.Find(command.AreaId) is not { Kind: AreaKind.Commune, HomeRegisterId: { } register })
        {
            return Problem.Invalid("area", "Đợt đánh giá mở ở một xã, phường hoặc đặc khu.", nameof(command.AreaId));
        }
        if (gate.GrantFor(RoundPermissions.Open, new Place(command.AreaId)) is not { } grant)
        {
            return Problem.Forbidden();
        }
        return await runner.Run<Opened>(command, register, work => OpenAsync(work, command, register, grant.Role, cancellation), cancellation);
    }

    private async Task<Result<Opened>> OpenAsync(Work work, Command command, int register, Role role, CancellationToken cancellation)
    {
        var terms = command.Terms;
        var checkedSet = await rules.CheckAsync(terms, null, work.Today, cancellation);
        if (checkedSet.Problem is { } problem)
        {
            return problem;
        }
        var set = checkedSet.Value;
        var round = new Round
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = command.AreaId,
            Title = command.Title,
            Subject = set.Subject,
            Year = command.Year,
            SetId = set.Id,
            SetVersion = set.Version,
            SetHash = set.Hash,
            FactsAsAt = command.FactsAsAt,
            OpenedAt = work.Now,
        };
        round.HoldUnder(terms, set);
        db.Add(round);
        work.Role = role;
        work.Tell(register, "round.open", "opened", round.Id);
        return new Opened(round.Id);
    }
}
