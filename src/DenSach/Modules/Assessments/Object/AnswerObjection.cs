using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Object;

/// <summary>
/// Answers an objection: dismissed, nothing changes; upheld, a posted family does not get the title, and a refused one is looked at again. Not by who appraised, nor by who took the objection down:
/// only with a reason that the level above sees.
/// </summary>
public sealed class AnswerObjection(AppDb db, CommandRunner runner, CaseDesk desk, Gate gate)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid ObjectionId { get; init; }
        public required int BasedOn { get; init; }
        public required bool Uphold { get; init; }
        public required string Answer { get; init; }
        public string? ExceptionReason { get; init; }
    }

    public sealed record Answered(Guid ObjectionId, ObjectionOutcome Outcome, AssessmentStatus Status);

    public async Task<Result<Answered>> Handle(Command command, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(command.Answer) ? Problem.Invalid("answer", "Cần ghi nội dung trả lời.", nameof(command.Answer))
        : RowId.RegisterOf(command.ObjectionId) is { } register
            ? await runner.Run<Answered>(command, register, work => AnswerAsync(work, command, register, cancellation), cancellation)
        : Problem.NotFound();

    /// <summary>Upheld against a posted family, it takes the title; upheld for a family that was refused, the case is looked at again.</summary>
    public static string ActionOf(bool uphold, AssessmentStatus against) =>
        !uphold ? Moves.Dismiss
        : against is AssessmentStatus.NotProposed or AssessmentStatus.NotMet ? Moves.UpholdForFamily
        : Moves.Uphold;

    public static Reasons Said(Objection objection, Actor actor, string? answer, string? exception) =>
        new(answer, ExceptionReason: exception) { DidBesides = objection.RaisedBy == actor.AccountId ? Moves.Raise : null };

    private async Task<Result<Answered>> AnswerAsync(Work work, Command command, int register, CancellationToken cancellation)
    {
        var objection = await db.Set<Objection>().SingleOrDefaultAsync(o => o.RegisterId == register && o.Id == command.ObjectionId, cancellation);
        var file = objection is null ? null : await CaseFile.LoadAsync(db, objection.AssessmentId, cancellation);
        if (objection is null || file is null || gate.GrantFor(AssessmentPermissions.AnswerObjection, CaseDesk.PlaceOf(file)) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (objection.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (objection.Outcome != ObjectionOutcome.Open)
        {
            return Problem.Refused("answered", "Ý kiến này đã được trả lời.");
        }
        var before = file.Assessment.Status;
        if (
            desk.Move(work, file, ActionOf(command.Uphold, objection.Against(file.Steps)), Said(objection, work.Actor, command.Answer, command.ExceptionReason)).Problem is
            { } problem
        )
        {
            return problem;
        }
        if (file.Assessment.Status != before && file.Assessment.Status is (AssessmentStatus.SelfAssessed or AssessmentStatus.Proposed))
        {
            file.Assessment.ClearAbove();
        }
        objection.Close(command.Uphold ? ObjectionOutcome.Upheld : ObjectionOutcome.Dismissed, command.Answer.Trim(), work.Now, work.Actor.AccountId);
        work.Role = grant.Role;
        work.Tell(register, "objection.answer", objection.Outcome.ToString(), objection.Id, file.Assessment.Id);
        return new Answered(objection.Id, objection.Outcome, file.Assessment.Status);
    }
}
