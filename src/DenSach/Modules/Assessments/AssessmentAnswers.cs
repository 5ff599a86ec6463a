using DenSach.Modules.Assessments.List;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments;

/// <summary>One family of a round as programs read it. Points are hundredths.</summary>
public sealed record FamilyAnswer(
    Guid Id,
    int Version,
    int AreaId,
    Guid HouseholdId,
    string Number,
    string HeadName,
    AssessmentStatus Status,
    bool Draft,
    EnteredBy? EnteredBy,
    int? Points,
    Outcome? Outcome
)
{
    internal static FamilyAnswer Of(FamilyRow row) =>
        new(row.AssessmentId, row.Version, row.AreaId, row.HouseholdId, row.Number, row.HeadName, row.Status, row.Draft, row.EnteredBy, row.Points, row.Outcome);
}

public sealed record ColumnAnswer(IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Facts, int? Points, Outcome Outcome)
{
    internal static ColumnAnswer? Of(Column column) => column.IsEmpty ? null : new ColumnAnswer(column.Answers.ByName, column.Facts.ByName, column.Points, column.Outcome!.Value);
}

/// <param name="Points">Hundredths.</param>
/// <param name="Facts">Each fact read, with its source, in words.</param>
public sealed record LineAnswer(string Id, string Text, LineState State, int Points, int Max, string Rule, string Explanation, string? Missing, IReadOnlyList<string> Facts)
{
    internal static LineAnswer Of(ScoredLine line) =>
        new(
            line.Line.Id,
            line.Line.Text,
            line.State,
            line.Points.Hundredths,
            line.Line.Points.Hundredths,
            line.RuleText,
            line.Explanation,
            line.Missing,
            [.. line.Facts.Select(f => f.ToString())]
        );
}

public sealed record StepAnswer(
    string Action,
    AssessmentStatus Before,
    AssessmentStatus After,
    DateTime At,
    string By,
    string? Reason,
    string? LateReason,
    string? ExceptionReason
);

public sealed record EvidenceAnswer(Guid Id, string LineId, string Sha256, string MediaType, long Size, string? Caption);

/// <summary>A family's sheet: three columns, the lines explained by the column that says last, steps and evidence.</summary>
public sealed record SheetAnswer(
    Guid Id,
    int Version,
    Guid RoundId,
    Guid HouseholdId,
    string Number,
    string HeadName,
    string SetId,
    string SetVersion,
    string SetHash,
    SetStatus SetStatus,
    AssessmentStatus Status,
    EnteredBy? EnteredBy,
    ColumnAnswer? Self,
    ColumnAnswer? Hamlet,
    ColumnAnswer? Appraisal,
    string Summary,
    IReadOnlyList<LineAnswer> Lines,
    IReadOnlyList<StepAnswer> Steps,
    IReadOnlyList<EvidenceAnswer> Evidence
)
{
    internal static SheetAnswer Of(SheetView view)
    {
        var (assessment, file, sheet) = (view.Assessment, view.File, view.Latest);
        return new SheetAnswer(
            assessment.Id,
            assessment.Version,
            assessment.RoundId,
            assessment.HouseholdId,
            file.Household.Number,
            file.Household.HeadName,
            assessment.SetId,
            assessment.SetVersion,
            assessment.SetHash,
            view.Set.Status,
            assessment.Status,
            assessment.SelfEnteredBy,
            ColumnAnswer.Of(assessment.Self),
            ColumnAnswer.Of(assessment.Hamlet),
            ColumnAnswer.Of(assessment.Appraisal),
            sheet.Summary,
            [.. sheet.Lines.Select(LineAnswer.Of)],
            [.. file.Steps.Select(s => new StepAnswer(s.Action, s.Before, s.After, s.At, s.AccountName, s.Reason, s.LateReason, s.ExceptionReason))],
            [.. file.Evidence.Select(e => new EvidenceAnswer(e.Id, e.LineId, e.Sha256, e.MediaType, e.Size, e.Caption))]
        );
    }
}

/// <param name="Total">As people read it: "77" or "7,5".</param>
/// <param name="Short">The few words under the total.</param>
/// <param name="Lines">Line to its words under the line; lines without an answer are left out.</param>
public sealed record PreviewAnswer(int Points, string Total, string? Max, Outcome Outcome, string Short, string Summary, IReadOnlyDictionary<string, string> Lines)
{
    internal static PreviewAnswer Of(ScoreSheet sheet) =>
        new(
            sheet.Total.Hundredths,
            sheet.Total.ToString(),
            sheet.Max?.ToString(),
            sheet.Outcome,
            ResultWords.Of(sheet),
            sheet.Summary,
            sheet.Lines.Where(l => l.State != LineState.Unanswered).ToDictionary(l => l.Line.Id, ResultWords.Of)
        );
}
