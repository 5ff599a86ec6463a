using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>What a column says to a line, in the words of the form. Data: always Vietnamese.</summary>
public static class AnswerWords
{
    public static string Of(ScoredLine line) =>
        (line.Answer.Kind, line.Rule) switch
        {
            (AnswerKind.NotApplicable, _) => "Không áp dụng",
            (AnswerKind.NoEvidence, _) => "Không có minh chứng",
            (AnswerKind.Yes, _) => "Có",
            (AnswerKind.No, _) => "Không",
            (AnswerKind.Choice, Judged judged) => judged.Choices[line.Answer.ChoicePosition].Text,
            (AnswerKind.Ticks, Checklist list) => list.Items.Where((_, i) => line.Answer.IsTicked(i)).Select(i => i.Text).ToList() is { Count: > 0 } ticked
                ? string.Join("; ", ticked)
                : "Không có mục nào",
            _ => line.Facts.Count > 0 ? string.Join("; ", line.Facts.Select(f => f.ToString())) : "Chưa trả lời",
        };

    /// <summary>"7/10", "+3", "−2"; nothing for a line without points.</summary>
    public static string Points(ScoredLine line) =>
        line.Line.Role switch
        {
            LineRole.Scored => line.State == LineState.NotApplicable ? "–" : $"{line.Points}/{line.Line.Points}",
            LineRole.Bonus or LineRole.Deduction when line.Points != Scoring.Points.Zero => $"{(line.Points > Scoring.Points.Zero ? "+" : "")}{line.Points}",
            _ => "",
        };
}
