using DenSach.Modules.Assessments.Sheets;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>One cell of the three columns: what was said, or the figures read, and its points. Data: always Vietnamese.</summary>
public static class ColumnWords
{
    public static string Of(ScoredLine line) =>
        line.Answer.Kind == AnswerKind.None && line.Facts.Count > 0 ? string.Join("; ", line.Facts.Select(f => f.ToString())) : AnswerWords.Of(line.Line, line.Rule, line.Answer);

    /// <summary>"7/10", "+3", "−2"; nothing for a line without points.</summary>
    public static string Points(ScoredLine line) =>
        line.Line.Role switch
        {
            LineRole.Scored => line.State == LineState.NotApplicable ? "–" : $"{line.Points}/{line.Line.Points}",
            LineRole.Bonus or LineRole.Deduction when line.Points != Scoring.Points.Zero => $"{(line.Points > Scoring.Points.Zero ? "+" : "")}{line.Points}",
            _ => "",
        };
}
