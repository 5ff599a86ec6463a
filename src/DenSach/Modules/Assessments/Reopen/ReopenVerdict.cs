using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Reopen;

/// <summary>
/// Takes a verdict back, with a reason, before the family was ever posted: the meeting's, and the hamlet meets again; or the appraisal's, and the appraisal
/// looks again. What was said before stays among the steps.
/// </summary>
public sealed class ReopenVerdict(AppDb db, CommandRunner runner, CaseDesk desk, Gate gate)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid AssessmentId { get; init; }

        /// <summary>The version the page showed.</summary>
        public required int BasedOn { get; init; }
        public required string Reason { get; init; }
    }

    public sealed record Reopened(Guid AssessmentId, AssessmentStatus Status);

    public static IEnumerable<Condition> Holding(Assessment assessment) => assessment.PostingId is null ? [Condition.NeverPosted] : [];

    public async Task<Result<Reopened>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.AssessmentId) is { } register
            ? await runner.Run<Reopened>(command, register, work => ReopenAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Reopened>> ReopenAsync(Work work, Command command, CancellationToken cancellation)
    {
        var file = await CaseFile.LoadAsync(db, command.AssessmentId, cancellation);
        if (file is null || !gate.Allows(AssessmentPermissions.Reopen, CaseDesk.PlaceOf(file)))
        {
            return Problem.NotFound();
        }
        var assessment = file.Assessment;
        if (assessment.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        if (desk.Move(work, file, Moves.Reopen, new Reasons(command.Reason), Holding(assessment)).Problem is { } problem)
        {
            return problem;
        }
        assessment.ClearAbove();
        work.Tell(assessment.RegisterId, "assessment.reopen", assessment.Status.ToString(), assessment.Id);
        return new Reopened(assessment.Id, assessment.Status);
    }
}
