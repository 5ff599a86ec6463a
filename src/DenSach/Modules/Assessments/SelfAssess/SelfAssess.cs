using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.SelfAssess;

/// <summary>
/// Writes the self column: kept as a draft, or handed in. Told apart for ever: filled in by the family, or by the hamlet on its behalf (nhập hộ).
/// </summary>
public sealed class SelfAssess(AppDb db, CommandRunner runner, CaseDesk desk, FamilySheets sheets)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid AssessmentId { get; init; }

        /// <summary>The version the form showed.</summary>
        public required int BasedOn { get; init; }
        public required IReadOnlyDictionary<string, string?> Answers { get; init; }
        public required IReadOnlyDictionary<string, string?> Facts { get; init; }

        /// <summary>Hand in, or only keep what is typed so far.</summary>
        public required bool HandIn { get; init; }
        public string? LateReason { get; init; }
    }

    /// <summary>Stands in for the reason that a draft need not give; it is kept nowhere.</summary>
    private const string Draft = "bản nháp";

    public sealed record Written(Guid AssessmentId, AssessmentStatus Status, int? Points, Outcome Outcome, string Summary);

    public async Task<Result<Written>> Handle(Command command, CancellationToken cancellation) =>
        RowId.RegisterOf(command.AssessmentId) is { } register
            ? await runner.Run<Written>(command, register, work => WriteAsync(work, command, cancellation), cancellation)
            : Problem.NotFound();

    private async Task<Result<Written>> WriteAsync(Work work, Command command, CancellationToken cancellation)
    {
        var file = await CaseFile.LoadAsync(db, command.AssessmentId, cancellation);
        if (file is null || desk.GrantFor(file, Moves.SubmitSelf) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (file.Assessment.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        var (form, facts) = (sheets.For(file), AnswerCodes.From(command.Facts));
        var written = form.Write(AnswerCodes.From(command.Answers), facts);
        if ((written.Problem ?? form.Contradiction(facts)) is { } misfit)
        {
            return misfit;
        }
        var (column, sheet) = written.Value;
        var complete = sheet.Outcome != Outcome.Incomplete;
        // A draft counts for nothing yet: it may be incomplete, and late without a reason.
        var may = command.HandIn
            ? desk.May(file, Moves.SubmitSelf, work.Today, new Reasons(LateReason: command.LateReason), complete ? [Condition.SheetComplete] : [])
            : desk.May(file, Moves.SubmitSelf, work.Today, new Reasons(LateReason: Draft), Condition.SheetComplete);
        if (may.Problem is { } problem)
        {
            return problem;
        }
        file.Assessment.WriteSelf(column, grant.Role == Role.Citizen ? EnteredBy.Family : EnteredBy.OnBehalf);
        work.Role = grant.Role;
        work.OnBehalfOf = grant.Role == Role.Citizen ? null : file.Household.Id;
        if (command.HandIn)
        {
            desk.Move(work, file, Moves.SubmitSelf, new Reasons(LateReason: command.LateReason), Condition.SheetComplete);
        }
        work.Tell(file.Assessment.RegisterId, command.HandIn ? "assessment.submit_self" : "assessment.draft_self", sheet.Outcome.ToString(), file.Assessment.Id);
        return new Written(file.Assessment.Id, file.Assessment.Status, column.Points, sheet.Outcome, sheet.Summary);
    }
}
