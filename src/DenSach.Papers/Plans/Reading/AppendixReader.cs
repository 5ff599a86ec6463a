namespace DenSach.Papers.Plans.Reading;

/// <summary>Figures in the words of appendices, outside tables, and times that no deadline and no task was made of: each is shown to a person.</summary>
internal static class AppendixReader
{
    private static readonly Pattern Time = Pattern.Of(
        @"\b(truoc|tu|den|cham nhat( la)?|trong|hang|vao) (ngay|thang|quy)\b|\bngay \d{1,2}/\d{1,2}\b|\b(thang \d{1,2}|quy ([ivx]+|\d)) ?/ ?(20)\d{2}\b"
    );

    private static readonly Pattern Head = Pattern.Of(@"^(s?tt\b.{0,40}\b|(cac |ten )?)(nhiem vu|noi dung|cong viec|dau viec)\b.{0,120}\b(thoi gian|thoi han|tien do|thoi diem)\b");

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

    /// <summary>Warns of each head of a table of work that stands as words: its rows and columns could not be told apart.</summary>
    public static void ReportTables(IEnumerable<Block> zones, WarningList warnings)
    {
        foreach (var content in zones.SelectMany(z => z.Descendants).Select(b => b.Content).Where(c => c.Length > 0))
        {
            if (Head.Match(content.Folded) is { Success: true } head)
            {
                warnings.Add(
                    "appendix",
                    "Bảng nhiệm vụ từ đây không tách được thành dòng và cột, nên chưa đọc thành nhiệm vụ: cần xem tận nơi và nhập tay.",
                    content.Span(head.Index, head.Index + head.Length)
                );
            }
        }
    }
}
