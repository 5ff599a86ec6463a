namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>One row of figures with what names it.</summary>
/// <param name="Cells">All cells of the row.</param>
/// <param name="Label">Its nearest label.</param>
/// <param name="Words">What its labels say.</param>
/// <param name="Group">What the row that opens its group says, or null.</param>
/// <param name="Unit">The cell of its unit, or null where the table has no such column.</param>
internal sealed record TableRow(MappedText[] Cells, MappedText Label, TableWords Words, TableWords? Group, MappedText? Unit)
{
    /// <summary>Whether the row that opens its group has no words.</summary>
    public bool LostGroup { get; init; }

    /// <summary>Whether another row of its group says the same: the row that opens the group of one of them got lost.</summary>
    public bool HasTwin { get; init; }

    /// <summary>Whether its figures count what there is ("Tổng số hộ") and set no target.</summary>
    public bool IsStock(CellFigure figure) => !figure.Percent && Unit?.Text.Trim() != "%" && TableColumns.IsStock(Label.Folded);

    /// <summary>Whether its unit is money, which is no target: "triệu đồng", "nghìn đồng/người".</summary>
    public bool IsMoney => Unit is { Length: > 0 } unit && Money.IsMatch(unit.Text.Normalize(System.Text.NormalizationForm.FormC).ToLowerInvariant());

    private static readonly Pattern Money = Pattern.Of(@"^\W*((triệu|tỷ|tỉ|nghìn|ngàn|trăm)[ .]?)*(đồng|đ|vnđ|vnd)\b");

    /// <summary>The place or part that the row names, or its group; null where it names whom the figures count, or a year.</summary>
    /// <param name="areParts">The rows of this table are places or parts.</param>
    public string? Scope(bool areParts) => areParts ? Words.Own() : Words.Part() ?? (Group is { Whom.Found: false } group ? group.Own() : null);
}

/// <summary>Tells rows of figures from rows that open a group of them.</summary>
internal static class TableRows
{
    private const int FewestLetters = 3;

    public static List<TableRow> Of(SourceTable table, TableColumns columns)
    {
        var rows = new List<TableRow>();
        var last = new MappedText[table.Width];
        TableWords? group = null;
        var lost = false;
        foreach (var cells in table.Rows)
        {
            var labels = Labels(cells, columns, last);
            var own = labels.Where(l => l.Length > 0).ToList();
            if (columns.Values.All(c => SourceTable.At(cells, c).Length == 0))
            {
                // A cell over the whole width opens the group too. A number alone opens one that has lost its name.
                own = own.Count > 0 ? own : [.. cells.Where(c => c.Text.Count(char.IsLetter) >= FewestLetters)];
                (group, lost) = (TableWords.Of(own), own.Count == 0 && cells.Any(c => c.Length > 0));
                continue;
            }

            if (own.Count == 0 && cells.Take(columns.Values[0]).FirstOrDefault(c => c.Text.Count(char.IsLetter) >= FewestLetters) is { } merged)
            {
                own = [merged]; // "Tổng cộng" over the number and the name
            }

            rows.Add(new(cells, own.LastOrDefault() ?? MappedText.Empty, TableWords.Of(own), group, columns.Unit is { } u ? SourceTable.At(cells, u) : null) { LostGroup = lost });
        }

        var twins = rows.GroupBy(r => (r.Group, Said(r))).Where(g => g.Key.Item2.Length > 0 && g.Count() > 1).SelectMany(g => g).ToHashSet();
        return [.. rows.Select(r => r with { HasTwin = twins.Contains(r) })];

        string Said(TableRow row) => string.Join('|', columns.Labels.Select(c => SourceTable.At(row.Cells, c).Folded));
    }

    /// <summary>The label cells of a row. A cell merged downwards is written once and holds for the empty ones below, as long as a label nearer to the values changes.</summary>
    private static List<MappedText> Labels(MappedText[] cells, TableColumns columns, MappedText[] last)
    {
        var labels = new List<MappedText>();
        for (var k = 0; k < columns.Labels.Count; k++)
        {
            var column = columns.Labels[k];
            var cell = SourceTable.At(cells, column);
            var nearer = columns.Labels.Skip(k + 1).Any(c => SourceTable.At(cells, c).Length > 0);
            if (cell.Length == 0 && nearer && last[column] is { } above)
            {
                cell = above;
            }

            last[column] = cell;
            labels.Add(cell);
        }

        return labels;
    }
}
