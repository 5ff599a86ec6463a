namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures in the words of appendices, outside tables: each is shown to a person.</summary>
internal static class AppendixReader
{
    public static void Report(Block appendix, WarningList warnings)
    {
        foreach (var content in appendix.Descendants.Select(b => b.Content))
        {
            foreach (var figure in TargetFigure.Percentages(content))
            {
                warnings.Add("appendix", "Con số trong phụ lục chưa được đọc thành chỉ tiêu.", content.Span(figure.Start, figure.End));
            }
        }
    }
}
