namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Targets and past results from tables. The year comes from the head of the column, else from the row, else from
/// the words above the table; whom a figure counts stands in the row or, where rows are places, in the head.
/// </summary>
internal sealed class TableTargets(WarningList warnings, PlanYears plan)
{
    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|so tt|t/t|#)?$");
    private static readonly Pattern Unit = Pattern.Of(@"\b(dvt|don vi tinh|don vi do)\b");
    private static readonly Pattern Aside = Pattern.Of(@"\b(ghi chu|so luong|tong so|thoi gian|co quan|san pham|kinh phi|nguon)\b");
    private static readonly Pattern Percent = Pattern.Of(@"%|\bty le\b|\bti le\b");

    private readonly List<PlanTarget> _targets = [];

    public IReadOnlyList<PlanTarget> Targets => _targets;

    public void Read(Block zone)
    {
        foreach (var block in zone.Descendants.Where(b => b.Table is not null))
        {
            ReadTable(block.Table!, block);
        }
    }

    private void ReadTable(SourceTable table, Block block)
    {
        foreach (var cell in table.Unplaced)
        {
            warnings.Add("table", "Con số này trong bảng chưa ghép được với cột và năm của nó.", cell.Span());
        }

        var values = Enumerable.Range(0, table.Width).Where(c => IsValueColumn(table, c)).ToList();
        if (values.Count == 0)
        {
            return;
        }

        var label = Enumerable.Range(0, values.Min()).Where(c => !IsIndex(table, c) && !Unit.IsMatch(table.Head(c))).Cast<int?>().FirstOrDefault() ?? 0;
        var unit = Enumerable.Range(0, table.Width).Where(c => Unit.IsMatch(table.Head(c))).Cast<int?>().FirstOrDefault();
        var byColumn = values.Count(c => Counted(table, c).Found) * 2 > values.Count;
        var group = MappedText.Empty;
        foreach (var row in table.Rows)
        {
            group = Group(row) ?? group;
            foreach (var column in values)
            {
                ReadCell(table, block, row, column, SourceTable.At(row, label), group, unit is { } u ? SourceTable.At(row, u) : null, byColumn);
            }
        }
    }

    /// <summary>The one cell of a row that has no other and no figure.</summary>
    private static MappedText? Group(MappedText[] row) => row.Where(c => c.Length > 0).ToList() is [var only] && CellFigure.Of(only) is null ? only : null;

    private void ReadCell(SourceTable table, Block block, MappedText[] row, int column, MappedText label, MappedText group, MappedText? unit, bool byColumn)
    {
        var cell = SourceTable.At(row, column);
        if (CellFigure.Of(cell) is not { } figure)
        {
            if (cell.Text.Any(char.IsAsciiDigit))
            {
                warnings.Add("table", "Ô này trong bảng có con số chưa đọc được.", cell.Span());
            }

            return;
        }

        var whom = byColumn ? Counted(table, column) : TargetWords.Whom(label);
        // A row for each commune or hamlet: what is counted there stands in the head, or over the table.
        var isPlace = !byColumn && whom is { Title: null, Context: null } && (!whom.Found || ClauseWords.Place.IsMatch(label.Text));
        if (isPlace)
        {
            var over = ClauseWords.OneTitle(block.Before?.Content) ?? ClauseWords.OneTitle(block.Before?.Before?.Content) ?? ClauseWords.OneTitle(block.Parent?.Content);
            whom = Counted(table, column) is { Found: true, Title: not null } headed ? headed : over ?? whom;
        }

        var (year, doubt, from, _) = TableYears.Of(table, column, label, group, block, plan);
        var percent = figure.Percent || Percent.IsMatch(table.Head(column)) || Percent.IsMatch(label.Folded) || unit?.Text.Trim() == "%";
        var counted = !percent && (unit is { Length: > 0 } || figure.Value > 100);
        if (doubt is not null)
        {
            warnings.Add("year", $"{doubt}: cần kiểm tra năm của con số trong bảng.", cell.Span());
        }

        if (!whom.Found)
        {
            warnings.Add("subject", $"Không rõ con số này trong bảng (“{label.Text}”) tính trên đối tượng nào.", cell.Span());
        }

        if (!percent && !counted && whom.Title is null)
        {
            warnings.Add("unit", "Bảng không ghi đơn vị của con số này: coi là tỷ lệ phần trăm, cần kiểm tra.", cell.Span());
        }

        _targets.Add(
            new PlanTarget
            {
                Year = year,
                Value = figure.Value,
                ValueTo = figure.ValueTo,
                Unit = counted ? "count" : "%",
                Comparator = figure.Comparator,
                Subject = whom.Subject,
                Title = whom.Title,
                TitleContext = whom.Context,
                Measure = byColumn ? table.HeadCells[column].LastOrDefault()?.Text ?? label.Text : label.Text,
                Scope = byColumn || isPlace ? label.Text : TableScope.Of(table, column, year, plan),
                Span = cell.Span(),
                YearFrom = from,
            }
        );
    }

    private static WhomCounted Counted(SourceTable table, int column)
    {
        foreach (var cell in table.HeadCells[column])
        {
            if (TargetWords.Whom(cell) is { Found: true } whom)
            {
                return whom;
            }
        }

        return default;
    }

    private static bool IsValueColumn(SourceTable table, int column) =>
        !IsIndex(table, column)
        && !Aside.IsMatch(table.Head(column))
        && table.Rows.Count(r => CellFigure.Of(SourceTable.At(r, column)) is not null) * 2 >= Math.Max(1, table.Rows.Count(r => SourceTable.At(r, column).Length > 0));

    private static bool IsIndex(SourceTable table, int column) =>
        table.Head(column).Length > 0
            ? Index.IsMatch(table.Head(column))
            : column == 0 && table.Rows.All(r => SourceTable.At(r, 0).Length <= 4) && table.Rows.Any(r => SourceTable.At(r, 0).Text.Any(char.IsAsciiDigit)) && table.Width > 2;
}
