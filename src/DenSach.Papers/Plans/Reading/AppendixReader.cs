namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures in the words of appendices, outside tables, and times that no deadline and no task was made of: each is shown to a person.</summary>
internal static class AppendixReader
{
    private static readonly Pattern Time = Pattern.Of(
        @"\b(truoc|tu|den|cham nhat( la)?|trong|hang|vao) (ngay|thang|quy)\b|\bngay \d{1,2}/\d{1,2}\b|\b(thang \d{1,2}|quy ([ivx]+|\d)) ?/ ?(20)\d{2}\b"
    );

    /// <summary>Warns of what nothing in <paramref name="read"/>, the places of deadlines, tasks and targets, was made of.</summary>
    public static void Report(Block appendix, IEnumerable<SourceSpan> read, WarningList warnings)
    {
        var known = read.ToList();
        foreach (var content in appendix.Descendants.Select(b => b.Content).Where(c => c.Length > 0))
        {
            if (Time.Match(content.Folded) is { Success: true } time && !known.Exists(content.Span().Overlaps))
            {
                warnings.Add("appendix", "Mốc thời gian trong phụ lục chưa được đọc thành hạn hay nhiệm vụ.", content.Span(time.Index, time.Index + time.Length));
            }

            foreach (var figure in TargetFigure.Percentages(content))
            {
                warnings.Add("appendix", "Con số trong phụ lục chưa được đọc thành chỉ tiêu.", content.Span(figure.Start, figure.End));
            }
        }
    }
}
