using DenSach.Scoring;

namespace DenSach.Modules.Assessments;

/// <summary>Lines a family answered in its favour that ask for a file and have none.</summary>
public static class MissingEvidence
{
    /// <param name="shown">Lines for which a file is there.</param>
    public static IEnumerable<string> LinesOf(CriteriaSet set, Column column, IReadOnlySet<string> shown) =>
        set.Lines.Where(line => line.Evidence == EvidenceAsk.File && !shown.Contains(line.Id) && IsInFavour(line, column)).Select(line => line.Id);

    private static bool IsInFavour(Line line, Column column) =>
        line.ReadAnswer(column.Answers[line.Id]) is { } answer
        && (answer.Kind, line.Rule) switch
        {
            (AnswerKind.Yes, _) => line.Role is not (LineRole.KnockOut or LineRole.Deduction),
            (AnswerKind.Choice, Judged judged) => judged.Choices[answer.ChoicePosition].Points > Points.Zero,
            (AnswerKind.Ticks, _) => answer != Answer.Tick(),
            _ => false,
        };
}
