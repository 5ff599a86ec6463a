namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Tables that give out work: what, who leads, with whom, by when.</summary>
internal static class TableTasks
{
    private static readonly Pattern Lead = Pattern.Of(
        @"\bchu tri\b|\b(co quan|don vi|bo phan|ca nhan|nguoi) (thuc hien|phu trach|dau moi|tham muu)\b|^phan cong( thuc hien)?$|^trach nhiem( thuc hien)?$"
    );
    private static readonly Pattern With = Pattern.Of(@"\bphoi hop\b");
    private static readonly Pattern What = Pattern.Of(@"\b(noi dung|nhiem vu|cong viec|hoat dong|dau viec)\b");
    private static readonly Pattern Time = Pattern.Of(@"\b(thoi gian|thoi han|tien do|hoan thanh|thoi diem)\b");

    public static IEnumerable<FoundTask> Read(Block zone, DeadlineReader deadlines)
    {
        foreach (var table in zone.Descendants.Select(b => b.Table).OfType<SourceTable>())
        {
            var (lead, time) = (Column(table, Lead), Column(table, Time));
            if (Column(table, What) is not { } what || (lead is null && (time is null || HoldsFigures(table))))
            {
                continue;
            }

            var with = Column(table, With);
            foreach (var row in table.Rows.Where(r => SourceTable.At(r, what).Length > 0))
            {
                var work = SourceTable.At(row, what);
                if (time is not { } t || !deadlines.ReadCell(SourceTable.At(row, t), work))
                {
                    deadlines.ReadWork(work);
                }

                if (lead is { } l && SourceTable.At(row, l) is { Length: > 0 } agency)
                {
                    var task = new PlanTask
                    {
                        Lead = agency.Text,
                        Coordinate =
                            with is { } w && SourceTable.At(row, w) is { Length: > 0 } partners
                                ? [.. partners.Text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
                                : [],
                        What = work.Text,
                        FromTable = true,
                        Span = work.Span(),
                    };
                    yield return new(task, time is { } at ? [work.Span(), SourceTable.At(row, at).Span()] : [work.Span()]);
                }
            }
        }
    }

    /// <summary>Whether a table is one of figures, whose "Năm hoàn thành" is no deadline of work.</summary>
    private static bool HoldsFigures(SourceTable table) => new TableColumns(table).Values.Count > 0;

    private static int? Column(SourceTable table, Pattern head) => Enumerable.Range(0, table.Width).Where(c => head.IsMatch(table.Head(c))).Cast<int?>().FirstOrDefault();
}
