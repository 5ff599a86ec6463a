namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>A table that lies in the lines [Start, End).</summary>
internal readonly record struct FoundTable(int Start, int End, SourceTable Table);

/// <summary>
/// Finds tables in lines of text: cells divided by bars, by tabs, by the blanks of a page layout, or flattened to one
/// cell a line. What is no table stays text.
/// </summary>
internal static class TableFinder
{
    private const int MostHeadLines = 6;

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines)
    {
        var found = new List<FoundTable>();
        for (var i = 0; i < lines.Count; )
        {
            var table = Divided(lines, i, BarCells) ?? Divided(lines, i, TabCells);
            if (table is { } t)
            {
                found.Add(t);
            }

            i = table?.End ?? i + 1;
        }

        found.AddRange(LayoutTable.In(lines, found));
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

    /// <summary>Lines in a row that all hold cells. A line without a divider ends the table, an empty one does not.</summary>
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
            else if (rows.Count == 0 || lines[i].Trim().Length > 0)
            {
                break;
            }
        }

        var content = rows.Where(r => r.Any(c => c.Text.Any(char.IsLetterOrDigit))).ToList();
        return content.Count > 1 ? new(start, end, SourceTable.Of(content)) : null;
    }

    private static MappedText[]? BarCells(MappedText line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length < 3 || trimmed.Text[0] != '|' || trimmed.Text.Count(c => c == '|') < 3)
        {
            return null;
        }

        return Split(trimmed.Slice(1, trimmed.Text[^1] == '|' ? trimmed.Length - 1 : trimmed.Length), '|');
    }

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

    /// <summary>How far above the first row of values the head reaches: short lines that are no sentence.</summary>
    public static int HeadStart(IReadOnlyList<MappedText> lines, int firstRow, Func<MappedText, bool> mayBeHead)
    {
        var start = firstRow;
        for (int i = firstRow - 1, taken = 0; i >= 0 && taken < MostHeadLines; i--)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            if (!mayBeHead(lines[i]))
            {
                break;
            }

            start = i;
            taken++;
        }

        return start;
    }
}
