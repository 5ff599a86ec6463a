using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.Drop;

/// <summary>
/// Takes a family out of a decision, with a reason: the drafter out of a draft, and the leader his own household out of what was put before him, so that a deputy signs
/// another decision on it. The family waits for a decision again.
/// </summary>
public sealed class DropFamily(AppDb db, CommandRunner runner, DecisionDesk desk, Gate gate)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid DecisionId { get; init; }
        public required int BasedOn { get; init; }
        public required Guid AssessmentId { get; init; }
        public string? Reason { get; init; }
    }

    public sealed record Dropped(Guid DecisionId, string HouseholdNumber, int Left);

    public async Task<Result<Dropped>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.DecisionId) is { } register
            ? await runner.Run<Dropped>(command, register, work => DropAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Dropped>> DropAsync(Work work, Command command, CancellationToken cancellation)
    {
        var opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, DecisionPermissions.Draft, [DecisionStatus.Draft], cancellation);
        if (opened.Problem is { Code: "not_found" or "wrong_status" } refused)
        {
            // Not the drafter, or past the draft: then it is the leader with his own household, or nobody.
            opened = await desk.OpenAsync(command.DecisionId, command.BasedOn, DecisionPermissions.Sign, [DecisionStatus.Submitted], cancellation);
            if (opened.Problem is not null)
            {
                return refused;
            }
        }
        if (opened.Problem is { } problem)
        {
            return problem;
        }
        var (decision, grant) = opened.Value;
        var file = (await desk.FamiliesAsync(decision, cancellation)).SingleOrDefault(f => f.Assessment.Id == command.AssessmentId);
        if (file is null)
        {
            return Problem.NotFound();
        }
        if (decision.Status == DecisionStatus.Submitted && file.Household.Id != gate.Actor.HouseholdId)
        {
            return Problem.Refused("not_own", "Đã trình ký thì lãnh đạo chỉ đưa hộ của chính mình ra. Với hộ khác, hãy trả lại dự thảo.");
        }
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Problem.Invalid("reason", "Cần ghi vì sao đưa hộ này ra khỏi danh sách.", nameof(command.Reason));
        }
        var lines = await db.Set<DecisionLine>().Where(l => l.RegisterId == decision.RegisterId && l.DecisionId == decision.Id).OrderBy(l => l.Place).ToListAsync(cancellation);
        if (lines.Count == 1)
        {
            return Problem.Refused("last_family", "Danh sách chỉ còn hộ này: hãy bỏ cả dự thảo, hoặc trả lại để bỏ.");
        }
        var dropped = lines.Single(l => l.AssessmentId == command.AssessmentId);
        db.Remove(dropped);
        var place = 0;
        foreach (var line in lines.Where(l => l != dropped))
        {
            line.Place = ++place;
        }
        db.Entry(decision).State = EntityState.Modified;
        desk.Note(work, decision, grant, "decision.drop_family", dropped.HouseholdNumber, command.Reason);
        work.Tell(decision.RegisterId, "decision.drop_family", "1 family", decision.Id, command.AssessmentId);
        return new Dropped(decision.Id, dropped.HouseholdNumber, place);
    }
}
