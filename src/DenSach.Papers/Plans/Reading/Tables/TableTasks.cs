namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Tables that give out work: what, who leads, with whom, by when.</summary>
internal static class TableTasks
{
    private static readonly Pattern Lead = Pattern.Of(@"\bchu tri\b|\b(co quan|don vi|bo phan) (thuc hien|phu trach)\b");
    private static readonly Pattern With = Pattern.Of(@"\bphoi hop\b");
    private static readonly Pattern What = Pattern.Of(@"\b(noi dung|nhiem vu|cong viec|hoat dong|dau viec)\b");
    private static readonly Pattern Time = Pattern.Of(@"\b(thoi gian|thoi han|tien do|hoan thanh|thoi diem)\b");

    public static IEnumerable<PlanTask> Read(Block zone, DeadlineReader deadlines)
    {
        foreach (var table in zone.Descendants.Select(b => b.Table).OfType<SourceTable>())
        {
            if (Column(table, Lead) is not { } lead || Column(table, What) is not { } what)
            {
                continue;
            }

            var (with, time) = (Column(table, With), Column(table, Time));
            foreach (var row in table.Rows.Where(r => SourceTable.At(r, what).Length > 0))
            {
                var (agency, work) = (SourceTable.At(row, lead), SourceTable.At(row, what));
                if (time is { } t)
                {
                    deadlines.ReadCell(SourceTable.At(row, t), work);
                }

                if (agency.Length > 0)
                {
                    yield return new PlanTask
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
                }
            }
        }
    }

    private static int? Column(SourceTable table, Pattern head) => Enumerable.Range(0, table.Width).Where(c => head.IsMatch(table.Head(c))).Cast<int?>().FirstOrDefault();
}
