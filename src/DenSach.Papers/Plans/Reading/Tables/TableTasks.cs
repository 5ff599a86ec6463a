namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Tables that give out work: what, who leads, with whom, by when, what is to come of it.</summary>
internal static class TableTasks
{
    private static readonly Pattern Lead = Pattern.Of(
        @"\bchu tri\b|\b(co quan|don vi|bo phan|ca nhan|nguoi) (thuc hien|phu trach|dau moi|tham muu)\b|^phan cong( thuc hien)?$|^trach nhiem( thuc hien)?$"
    );
    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|t/t|so tt)$");
    private static readonly Pattern With = Pattern.Of(@"\bphoi hop\b");
    private static readonly Pattern What = Pattern.Of(@"\b(noi dung|nhiem vu|cong viec|hoat dong|dau viec)\b");
    private static readonly Pattern Time = Pattern.Of(@"\b(thoi gian|thoi han|tien do|hoan thanh|thoi diem)\b");

    public static IEnumerable<FoundTask> Read(Block zone, DeadlineReader deadlines, WarningList warnings)
    {
        foreach (var table in zone.Descendants.Select(b => b.Table).OfType<SourceTable>())
        {
            var (lead, time, product) = (Column(table, Lead), Column(table, Time), ProductColumn(table));
            if (Column(table, What) is not { } what || (lead is null && (time is null || HoldsFigures(table))))
            {
                continue;
            }

            foreach (var lost in table.LostRows)
            {
                warnings.Add("task", "Dòng này trong bảng nhiệm vụ thiếu ô, không rõ ô nào thuộc cột nào nên chưa đọc: cần xem tận nơi và nhập tay.", lost.Span());
            }

            var with = Column(table, With);
            var index = Column(table, Index);
            foreach (var row in table.Rows.Where(r => SourceTable.At(r, what).Length > 0))
            {
                var work = SourceTable.At(row, what);
                var outcome = product is { } p ? SourceTable.At(row, p) : MappedText.Empty;
                List<SourceSpan> places = [work.Span()];
                if (time is { } t)
                {
                    places.Add(SourceTable.At(row, t).Span());
                }

                if (time is not { } at || !deadlines.ReadCell(SourceTable.At(row, at), work))
                {
                    deadlines.ReadWork(work);
                    places.Add(outcome.Span()); // a day that what comes of it names is the task's, where the row has no time of its own
                }

                deadlines.ReadProduct(outcome);
                if (lead is { } l && SourceTable.At(row, l) is { Length: > 0 } agency)
                {
                    var task = new PlanTask
                    {
                        Lead = agency.Text,
                        Coordinate = with is { } w ? PartnerCell.Names(SourceTable.At(row, w)) : [],
                        What = work.Text,
                        Product = outcome.Text.Any(char.IsLetter) && CellFigure.Of(outcome) is null ? outcome.Text : null,
                        FromTable = true,
                        Span = work.Span(),
                    };
                    yield return new(task, places);
                }
                else if (lead is not null && IsLost(row, what, index))
                {
                    warnings.Add("task", "Dòng này trong bảng nhiệm vụ không có cơ quan chủ trì: cần xem thuộc nhiệm vụ nào, ai chủ trì.", work.Span());
                }
            }
        }
    }

    /// <summary>A row without a lead agency that is more than the name of a group: it goes on from the row above, or its agency got lost.</summary>
    private static bool IsLost(MappedText[] row, int what, int? index) =>
        row.Where((c, i) => i != what && i != index).Any(c => c.Length > 0)
        || (index is { } at && SourceTable.At(row, at).Length == 0)
        || char.IsLower(SourceTable.At(row, what).Text[0]);

    /// <summary>Whether a table is one of figures, whose "Năm hoàn thành" is no deadline of work.</summary>
    private static bool HoldsFigures(SourceTable table) => new TableColumns(table).Values.Count > 0;

    private static int? Column(SourceTable table, Pattern head) =>
        Enumerable.Range(0, table.Width).Where(c => head.IsMatch(table.Head(c)) && !TaskHeads.IsProduct(table.Head(c))).Cast<int?>().FirstOrDefault();

    private static int? ProductColumn(SourceTable table) => Enumerable.Range(0, table.Width).Where(c => TaskHeads.IsProduct(table.Head(c))).Cast<int?>().FirstOrDefault();
}
