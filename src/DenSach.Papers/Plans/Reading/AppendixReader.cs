namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures of appendices. Their tables are not read yet: each line with a figure is shown to a person.</summary>
internal static class AppendixReader
{
    public static void Report(IReadOnlyList<MappedText> lines, WarningList warnings)
    {
        foreach (
            var line in lines
                .Select(l => l.Trim())
                .Where(l => TargetFigure.Percentages(l).Count > 0 || (l.Length is > 0 and < 8 && l.Text.All(c => char.IsAsciiDigit(c) || c is ',' or '.')))
        )
        {
            warnings.Add("appendix", "Con số trong phụ lục chưa được đọc thành chỉ tiêu.", line.Span());
        }
    }
}
