namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A table of work whose columns are told by blanks. Its heads are known by their words; each reaches down to where the next begins.
/// A row begins with its number, or where the line before ended the row's time.
/// </summary>
internal static class TaskLayout
{
    private const int FewestHeads = 3;
    private const int Slack = 3;

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var found = new List<FoundTable>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (taken.Any(t => t.Start <= i && i < t.End))
            {
                continue;
            }

            var printed = PrintedTasks.At(lines, i, out var isPrinted);
            found.AddRange(printed);
            if (!isPrinted && Table(lines, i) is { } table)
            {
                found.Add(table);
            }

            i = found.Count > 0 ? Math.Max(i, found[^1].End - 1) : i;
        }

        return found;
    }

    private static FoundTable? Table(IReadOnlyList<MappedText> lines, int start)
    {
        var heads = LayoutCell.In(lines[start]);
        if (heads.Count < FewestHeads || !heads.All(h => TaskHeads.Is(h.Text)) || !heads.Any(h => TaskHeads.IsTime(h.Text)))
        {
            return null;
        }

        var columns = heads.Select(h => (h.Start, h.End)).ToList();
        var rows = new List<MappedText[]>();
        var end = start + 1;
        for (var i = start + 1; i < lines.Count; i++)
        {
            var cells = LayoutCell.In(lines[i]);
            if (cells.Count == 0)
            {
                continue;
            }

            if (Row(cells, columns) is not { } row)
            {
                break;
            }

            // A line that brings a first cell is a row; one without goes on with the row above.
            if (rows.Count > 0 && row[0].Length == 0 && BeginsAnew(rows[^1], row))
            {
                return null;
            }

            if (rows.Count > 0 && (row[0].Length == 0 || (row.Count(c => c.Length > 0) < heads.Count && row[^1].Length == 0 && char.IsLower(row[0].Text[0]))))
            {
                rows[^1] = [.. rows[^1].Zip(row, (above, below) => MappedText.Join([above, below]))];
            }
            else
            {
                if (row[0].Length > 0 && char.IsLower(row[0].Text[0]))
                {
                    return null;
                }

                rows.Add(row);
            }

            end = i + 1;
        }

        return rows.Count > 1 && rows.Count(r => r.Count(c => c.Length > 0) * 2 > heads.Count) * 2 > rows.Count
            ? new(
                start,
                end,
                SourceTable.WithHeads(
                    [
                        [.. heads.Select(h => h.Text)],
                    ],
                    rows,
                    []
                )
            )
            : null;
    }

    /// <summary>A line without a first cell whose other cells all begin with a capital, below full ones: it may open the next row, whose first cell stands in its middle.</summary>
    private static bool BeginsAnew(MappedText[] above, MappedText[] row) =>
        row.Where(c => c.Length > 0).All(c => char.IsUpper(c.Text[0]))
        && row.Zip(above).Where(p => p.First.Length > 0).All(p => p.Second.Length > 0 && p.Second.Text[^1] is not (',' or '-'));

    /// <summary>
    /// The cells of a line by column; null where one reaches over the beginning of another column, as a line of prose does. A line with
    /// a cell for each column shows how wide the columns are.
    /// </summary>
    private static MappedText[]? Row(List<LayoutCell> cells, List<(int Start, int End)> columns)
    {
        var row = Enumerable.Repeat(MappedText.Empty, columns.Count).ToArray();
        if (cells.Count == columns.Count)
        {
            for (var c = 0; c < cells.Count; c++)
            {
                columns[c] = (Math.Min(columns[c].Start, cells[c].Start), Math.Max(columns[c].End, cells[c].End));
                row[c] = cells[c].Text;
            }

            return row;
        }

        if (cells.Count == 1 && (cells[0].Start < columns[0].Start || Marker.At(cells[0].Text, null) is { Depth: <= Marker.Letter }))
        {
            return null;
        }

        foreach (var cell in cells)
        {
            var column = Enumerable.Range(0, columns.Count).MinBy(c => (-Math.Min(columns[c].End, cell.End) + Math.Max(columns[c].Start, cell.Start), c));
            if (row[column].Length > 0 || (cells.Count == 1 && column + 1 < columns.Count && cell.End > columns[column + 1].Start + Slack))
            {
                return null;
            }

            row[column] = cell.Text;
        }

        return row;
    }
}
