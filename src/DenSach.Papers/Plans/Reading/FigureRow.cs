namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures that stand in a row with nothing between them.</summary>
internal static class FigureRow
{
    private static readonly Pattern Row = Pattern.Of(@"^ ?(,|,? ?va)? ?$");

    /// <summary>"50 % và 60 % công dân": figures with nothing between them.</summary>
    public static bool Is(MappedText sentence, IReadOnlyList<TargetClause> clauses) =>
        clauses.Count > 1 && clauses.Zip(clauses.Skip(1)).All(p => Row.IsMatch(sentence.Folded[p.First.Figure.End..Math.Max(p.First.Figure.End, p.Second.Figure.Start)]));

    /// <summary>"lên 65 % và 70 %" in one year: two figures of the same, with nothing between them, belong to two years or two subjects.</summary>
    public static void WarnOfTwins(MappedText sentence, IReadOnlyList<TargetClause> clauses, List<PlanTarget?> read, WarningList warnings)
    {
        for (var k = 1; k < read.Count; k++)
        {
            if (read[k - 1] is { } one && read[k] is { } other && (one.Year, one.Subject) == (other.Year, other.Subject) && Is(sentence, [clauses[k - 1], clauses[k]]))
            {
                warnings.Add("year", "Hai con số liền nhau cho cùng một đối tượng: cần kiểm tra năm và đối tượng.", one.Span);
                warnings.Add("year", "Hai con số liền nhau cho cùng một đối tượng: cần kiểm tra năm và đối tượng.", other.Span);
            }
        }
    }
}
