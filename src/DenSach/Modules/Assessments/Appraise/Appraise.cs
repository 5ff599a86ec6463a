using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

public enum AppraisalVerdict
{
    Pass,
    Fail,
    Return,
}

/// <summary>The appraisal's word on families: one with answers of its own, or many clean ones together as the hamlet has them. All or none.</summary>
public sealed class Appraise(AppDb db, CommandRunner runner, CaseDesk desk, FamilySheets sheets)
{
    /// <param name="AssessmentId">The family's assessment.</param>
    /// <param name="BasedOn">The version the page showed.</param>
    /// <param name="Answers">The appraisal column; null keeps what the hamlet says.</param>
    /// <param name="Facts">Typed facts of the column; null keeps those of the hamlet.</param>
    public sealed record Line(Guid AssessmentId, int BasedOn, IReadOnlyDictionary<string, string?>? Answers = null, IReadOnlyDictionary<string, string?>? Facts = null);

    public sealed record Command : Platform.Commands.Command
    {
        /// <summary>The round all of them are of, where the asker says so.</summary>
        public Guid? RoundId { get; init; }
        public required AppraisalVerdict Verdict { get; init; }
        public required IReadOnlyList<Line> Lines { get; init; }
        public string? Reason { get; init; }
        public string? LateReason { get; init; }
        public string? ExceptionReason { get; init; }
    }

    public sealed record Appraised(int Count, AssessmentStatus Status, int? Points);

    public async Task<Result<Appraised>> Handle(Command command, CancellationToken cancellation) =>
        command.Lines.Count == 0 ? Problem.Invalid("lines", "Hãy chọn ít nhất một hộ.")
        : RowId.RegisterOf(command.Lines[0].AssessmentId) is { } register
            ? await runner.Run<Appraised>(command, register, work => AppraiseAsync(work, command, cancellation), cancellation)
        : Problem.NotFound();

    private async Task<Result<Appraised>> AppraiseAsync(Work work, Command command, CancellationToken cancellation)
    {
        var files = (await CaseFile.LoadAsync(db, command.Lines.Select(l => l.AssessmentId), cancellation)).ToDictionary(f => f.Assessment.Id);
        var reasons = new Reasons(command.Reason, command.LateReason, command.ExceptionReason);
        var action = command.Verdict switch
        {
            AppraisalVerdict.Pass => Moves.Pass,
            AppraisalVerdict.Fail => Moves.Fail,
            _ => Moves.Return,
        };
        Column? last = null;
        foreach (var line in command.Lines)
        {
            if (!files.TryGetValue(line.AssessmentId, out var file) || (command.RoundId is { } round && file.Assessment.RoundId != round))
            {
                return Problem.NotFound();
            }
            if (file.Assessment.Version != line.BasedOn)
            {
                return Problem.Stale;
            }
            var hamlet = file.Assessment.Hamlet;
            var form = sheets.For(file);
            var written = form.Write(line.Answers is null ? hamlet.Answers : AnswerCodes.From(line.Answers), line.Facts is null ? hamlet.Facts : AnswerCodes.From(line.Facts));
            var against = line.Facts is null ? null : form.Contradiction(AnswerCodes.From(line.Facts));
            if ((written.Problem ?? against) is { } misfit)
            {
                return misfit;
            }
            var (column, sheet) = written.Value;
            var moved = desk.Move(work, file, action, reasons, Holding(sheet));
            if (moved.Problem is { } problem)
            {
                // Why it fails is told with the lines that lost points.
                var why = problem.Code == $"condition_{Condition.ScoreMet}" ? " " + sheet.Summary : "";
                return problem with { Sentence = $"Hộ số {file.Household.Number} ({file.Household.HeadName}): {problem.Sentence}{why}" };
            }
            if (command.Verdict == AppraisalVerdict.Return)
            {
                file.Assessment.ClearJudgements();
            }
            else
            {
                file.Assessment.WriteAppraisal(column);
            }
            last = column;
        }
        foreach (var register in files.Values.GroupBy(f => f.Assessment.RegisterId).OrderBy(g => g.Key))
        {
            work.Tell(register.Key, $"assessment.{action}", $"{register.Count()} families", register.Select(f => f.Assessment.Id));
        }
        return new Appraised(command.Lines.Count, files.Values.First().Assessment.Status, last?.Points);
    }

    private static IEnumerable<Condition> Holding(ScoreSheet sheet)
    {
        if (sheet.Outcome != Outcome.Incomplete)
        {
            yield return Condition.SheetComplete;
        }
        if (sheet.Outcome == Outcome.Met)
        {
            yield return Condition.ScoreMet;
        }
    }
}
