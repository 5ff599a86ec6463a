using DenSach.Modules.Assessments;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.EditRound;

/// <summary>Corrects what a round was opened with, until the first family is registered. It stands beside closing a round, and not with the rounds, because it asks for families.</summary>
public sealed class EditRound(AppDb db, CommandRunner runner, Gate gate, RoundRules rules)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RoundId { get; init; }
        public required int BasedOn { get; init; }
        public required int Year { get; init; }
        public required string SetId { get; init; }
        public required string SetVersion { get; init; }
        public Guid? PlanId { get; init; }
        public required DateOnly FactsAsAt { get; init; }
        public required IReadOnlyList<RoundSpan> Windows { get; init; }

        /// <inheritdoc cref="RoundTerms"/>
        public bool AcceptsSample { get; init; }
    }

    public sealed record Edited(Guid RoundId);

    public async Task<Result<Edited>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.RoundId) is { } register
            ? await runner.Run<Edited>(command, register, work => EditAsync(work, command, register, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Edited>> EditAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var round = await db.Set<Round>().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == command.RoundId, cancellation);
        if (round is null || gate.GrantFor(RoundPermissions.Open, new Place(round.AreaId)) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (round.IsClosed)
        {
            return Problem.Refused("round_closed", "Đợt này đã đóng.");
        }
        if (round.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (await db.Set<Assessment>().AnyAsync(a => a.RoundId == round.Id, cancellation))
        {
            return Problem.Refused("families_registered", "Đã có hộ đăng ký nên không sửa được đợt nữa. Nếu đợt sai, hãy đóng đợt rồi mở đợt khác.");
        }
        var terms = new RoundTerms(
            round.AreaId,
            round.Title,
            command.Year,
            command.SetId,
            command.SetVersion,
            command.PlanId,
            command.FactsAsAt,
            command.Windows ?? [],
            command.AcceptsSample
        );
        var checkedSet = await rules.CheckAsync(terms, round.Id, work.Today, cancellation);
        if (checkedSet.Problem is { } problem)
        {
            return problem;
        }
        round.HoldUnder(terms, checkedSet.Value);
        db.Entry(round).State = EntityState.Modified;
        work.Role = grant.Role;
        work.Tell(register, "round.edit", "edited", round.Id);
        return new Edited(round.Id);
    }
}
