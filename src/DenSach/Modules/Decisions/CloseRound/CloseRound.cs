using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.CloseRound;

/// <summary>
/// Closes a round that was opened by mistake or on a set without force, while nothing was decided in it: commune, year and title are free for another round.
/// It stands here and not with the rounds because it asks for decisions.
/// </summary>
public sealed class CloseRound(AppDb db, CommandRunner runner, Gate gate)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RoundId { get; init; }
        public required int BasedOn { get; init; }
        public string? Reason { get; init; }
    }

    public sealed record Closed(Guid RoundId);

    public async Task<Result<Closed>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.RoundId) is { } register
            ? await runner.Run<Closed>(command, register, work => CloseAsync(work, command, register, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Closed>> CloseAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var round = await db.Set<Round>().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == command.RoundId, cancellation);
        if (round is null || gate.GrantFor(RoundPermissions.Open, new Place(round.AreaId)) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (round.IsClosed)
        {
            return Problem.Refused("round_closed", "Đợt này đã đóng rồi.");
        }
        // Whoever drafts a decision raises the round's version too: of the two at once one is told.
        if (round.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (await db.Set<Decision>().AnyAsync(d => d.RegisterId == register && d.RoundId == round.Id && d.Status != DecisionStatus.Withdrawn, cancellation))
        {
            return Problem.Refused("decision_exists", "Đợt này đã có quyết định hoặc dự thảo quyết định nên không đóng được. Nếu chỉ là dự thảo, hãy bỏ dự thảo trước.");
        }
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Problem.Invalid("reason", "Cần ghi lý do đóng đợt.", nameof(command.Reason));
        }
        round.Close(command.Reason.Trim(), work.Now);
        work.Role = grant.Role;
        work.Tell(register, "round.close", "closed", round.Id);
        return new Closed(round.Id);
    }
}
