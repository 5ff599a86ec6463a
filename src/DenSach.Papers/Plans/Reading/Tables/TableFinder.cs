namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>A table that lies in the lines [Start, End).</summary>
internal sealed record FoundTable(int Start, int End, SourceTable Table);

/// <summary>
/// Finds tables in lines of text: cells divided by tags, by bars, by tabs, by the blanks of a page layout, or flattened to one
/// cell a line. What is no table stays text.
/// </summary>
internal static class TableFinder
{
    /// <summary>A line with nothing but the number of a page, between two rows.</summary>
    public static readonly Pattern PageNumber = Pattern.Of(@"^ *-? ?\d{1,3} ?-? *$");

    private const int FewestPairs = 3;
    private const int FewestBars = 2;

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines)
    {
        var found = HtmlTable.In(lines);
        for (var i = 0; i < lines.Count; )
        {
            if (found.Find(t => t.Start <= i && i < t.End) is { End: > 0 } html)
            {
                i = html.End;
                continue;
            }

            var table = Divided(lines, i, lines[i].Text.AsSpan().TrimStart().StartsWith('|') ? BarCells : InnerBarCells) ?? Divided(lines, i, TabCells) ?? Pairs(lines, i);
            if (table is { } t)
            {
                found.Add(t);
            }

            i = table?.End ?? i + 1;
        }

        found.AddRange(TaskLayout.In(lines, found));
        found.AddRange(LayoutTable.In(lines, found));
        found.AddRange(FlatGrid.In(lines, found));
        found.AddRange(FlatIndexed.In(lines, found));
        found.AddRange(FlatTasks.In(lines, found));
        found.AddRange(FlatTable.In(lines, found));
        return Apart(found);
    }

    /// <summary>A head that reaches up into the table above it makes no table: its lines stay text, where each figure is read or doubted.</summary>
    private static List<FoundTable> Apart(List<FoundTable> found)
    {
        var apart = new List<FoundTable>();
        foreach (var table in found.OrderBy(t => t.Start).ThenByDescending(t => t.End))
        {
            if (apart.Count == 0 || table.Start >= apart[^1].End)
            {
                apart.Add(table);
            }
        }

        return apart;
    }

    /// <summary>Lines in a row that all hold cells. A line without a divider ends the table, an empty one or the number of a page does not.</summary>
    private static FoundTable? Divided(IReadOnlyList<MappedText> lines, int start, Func<MappedText, MappedText[]?> cells)
    {
        var rows = new List<MappedText[]>();
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            if (cells(lines[i]) is { } row)
            {
                rows.Add(row);
                end = i + 1;
            }
            else if (rows.Count == 0 || (lines[i].Trim().Length > 0 && !PageNumber.IsMatch(lines[i].Folded)))
            {
                break;
            }
        }

        var content = rows.Where(r => r.Any(c => c.Text.Any(char.IsLetterOrDigit))).ToList();
        return content.Count > 1 ? new(start, end, SourceTable.Of(content)) : null;
    }

    /// <summary>Two columns, a word and a value: enough such lines are a table, one is a line with a tab in it.</summary>
    private static FoundTable? Pairs(IReadOnlyList<MappedText> lines, int start)
    {
        var table = lines[start].Text.Contains('\t', StringComparison.Ordinal) ? Divided(lines, start, l => TabPair(l)) : null;
        return table is { } t && t.Table.Rows.Count >= FewestPairs && t.Table.Rows.All(r => CellFigure.Of(r[1]) is not null && CellFigure.Of(r[0]) is null) ? table : null;
    }

    private static MappedText[]? TabPair(MappedText line) => Split(line.Trim(), '\t') is [{ Length: > 0 }, { Length: > 0 }] pair ? pair : null;

    private static MappedText[]? BarCells(MappedText line)
    {
        var trimmed = line.Trim();
        if (trimmed.Text.Count(c => c == '|') < FewestBars)
        {
            return null;
        }

        var (start, end) = (trimmed.Text[0] == '|' ? 1 : 0, trimmed.Text[^1] == '|' ? trimmed.Length - 1 : trimmed.Length);
        return end > start ? Split(trimmed.Slice(start, end), '|') : null;
    }

    /// <summary>Bars stand between cells only, so one at the beginning of a line follows an empty cell.</summary>
    private static MappedText[]? InnerBarCells(MappedText line) => line.Text.Count(c => c == '|') >= FewestBars ? Split(line.Trim(), '|') : null;

    private static MappedText[]? TabCells(MappedText line)
    {
        var cells = line.Text.Contains('\t', StringComparison.Ordinal) ? Split(line, '\t') : [];
        return cells.Count(c => c.Length > 0) > 1 && cells.Length > 2 ? cells : null;
    }

    private static MappedText[] Split(MappedText line, char divider)
    {
        var cells = new List<MappedText>();
        for (var start = 0; start <= line.Length; )
        {
            var end = line.Text.IndexOf(divider, start);
            end = end < 0 ? line.Length : end;
            cells.Add(MappedText.Join([line.Slice(start, end)]));
            start = end + 1;
        }

        return [.. cells];
    }
}
