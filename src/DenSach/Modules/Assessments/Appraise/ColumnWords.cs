using DenSach.Modules.Assessments.Sheets;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>One cell of the three columns: what was said, or the figures read, and its points. Data: always Vietnamese.</summary>
public static class ColumnWords
{
    public static string Of(ScoredLine line) =>
        line.Answer.Kind != AnswerKind.None || line.Facts.Count == 0
            ? AnswerWords.Of(line.Line, line.Rule, line.Answer)
            : string.Join("; ", line.Facts.Where(IsOfTheColumn).Select(Figure));

    /// <summary>What the registry says is the same in all columns: it stands once, beside the line.</summary>
    public static IEnumerable<FactRead> OfAll(ScoredLine line) => line.Facts.Where(f => !IsOfTheColumn(f));

    /// <summary>Figures of the column that contradict the registry, with both and the reason.</summary>
    public static IEnumerable<FactRead> Against(ScoredLine line) => line.Facts.Where(f => f.Source is { Origin: FactOrigin.Typed, Note: not null });

    private static bool IsOfTheColumn(FactRead fact) => fact.Source is null || fact.Source.Origin == FactOrigin.Typed;

    private static string Figure(FactRead fact) =>
        fact.Definition.Kind is FactKind.Count or FactKind.Amount && !fact.Value.IsMissing && fact.Source?.Note is null
            ? $"{fact.Value.Number} {fact.Definition.Unit} (nhập tay)"
            : fact.ToString();

    /// <summary>"7/10", "+3", "−2"; nothing for a line without points.</summary>
    public static string Points(ScoredLine line) =>
        line.Line.Role switch
        {
            LineRole.Scored => line.State == LineState.NotApplicable ? "–" : $"{line.Points}/{line.Line.Points}",
            LineRole.Bonus or LineRole.Deduction when line.Points != Scoring.Points.Zero => $"{(line.Points > Scoring.Points.Zero ? "+" : "")}{line.Points}",
            _ => "",
        };
}
