namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Tables whose columns are told by blanks, as a page printed to text shows them. The rows with values give the
/// columns; head cells and the second lines of a cell belong to the columns above or below which they stand.
/// </summary>
internal static class LayoutTable
{
    private const int Gap = 2;
    private const int MostLinesBetweenRows = 3;

    private readonly record struct Cell(int Start, int End, MappedText Text);

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var cells = lines.Select((l, i) => taken.Any(t => t.Start <= i && i < t.End) ? [] : Cells(l)).ToList();
        var rows = Enumerable.Range(0, lines.Count).Where(i => IsRow(cells[i])).ToList();
        var found = new List<FoundTable>();
        for (var k = 0; k < rows.Count; )
        {
            var last = k;
            while (last + 1 < rows.Count && cells.Skip(rows[last] + 1).Take(rows[last + 1] - rows[last] - 1).Count(c => c.Count > 0) <= MostLinesBetweenRows)
            {
                last++;
            }

            if (last > k)
            {
                found.Add(Table(lines, cells, rows[k], rows[last]));
            }

            k = last + 1;
        }

        return found;
    }

    /// <summary>A label and at least two values, or an index, a label and one.</summary>
    private static bool IsRow(List<Cell> cells) =>
        cells.Count > 2 && cells.Count(c => CellFigure.Of(c.Text) is not null || c.Text.Text == "-") > 1 && cells.Any(c => c.Text.Text.Any(char.IsLetter));

    private static FoundTable Table(IReadOnlyList<MappedText> lines, List<List<Cell>> cells, int firstRow, int lastRow)
    {
        var start = TableFinder.HeadStart(lines, firstRow, l => Cells(l).Count > 1 && l.Trim().Text[^1] is not ('.' or ';'));
        var rows = Enumerable.Range(firstRow, lastRow - firstRow + 1).Where(i => IsRow(cells[i])).ToList();
        var columns = Columns([.. rows.SelectMany(i => cells[i])]);
        var firstValue = rows.SelectMany(i => cells[i])
            .Where(c => CellFigure.Of(c.Text) is not null && c.Start > columns[0].End)
            .Select(c => c.Start)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        var grid = new List<MappedText[]>();
        for (var i = start; i <= lastRow; i++)
        {
            if (cells[i].Count == 0)
            {
                continue;
            }

            var row = Enumerable.Repeat(MappedText.Empty, columns.Count).ToArray();
            foreach (var cell in cells[i])
            {
                var over = Enumerable.Range(0, columns.Count).Where(c => cell.Start < columns[c].End && columns[c].Start < cell.End).ToList();
                foreach (var c in over.Count > 0 ? over : [Nearest(columns, cell)])
                {
                    row[c] = MappedText.Join([row[c], cell.Text]);
                }
            }

            if (i < firstRow)
            {
                SpreadCentred(row, columns, [.. cells[i].Where(c => c.Start >= firstValue - Gap)], firstValue);
            }

            if (i > firstRow && !IsRow(cells[i]) && grid.Count > 0)
            {
                grid[^1] = [.. grid[^1].Zip(row, (above, more) => MappedText.Join([above, more]))];
            }
            else
            {
                grid.Add(row);
            }
        }

        return new(start, lastRow + 1, SourceTable.Of(grid));
    }

    /// <summary>
    /// "Năm 2025" in the middle over two columns stands over neither: heads that are fewer than the columns of values and begin with none of them belong to
    /// the columns nearest to their middle. Heads that begin with a column are spread to the right by <see cref="SourceTable"/>.
    /// </summary>
    private static void SpreadCentred(MappedText[] row, List<(int Start, int End)> columns, List<Cell> heads, int firstValue)
    {
        var values = Enumerable.Range(0, columns.Count).Where(c => columns[c].End > firstValue).ToList();
        if (heads.Count == 0 || heads.Count >= values.Count || heads.All(h => values.Any(c => Math.Abs(columns[c].Start - h.Start) <= Gap)))
        {
            return;
        }

        foreach (var c in values)
        {
            var middle = columns[c].Start + columns[c].End;
            row[c] = heads.MinBy(h => Math.Abs(h.Start + h.End - middle)).Text;
        }
    }

    private static List<(int Start, int End)> Columns(List<Cell> cells)
    {
        var columns = new List<(int Start, int End)>();
        foreach (var cell in cells.OrderBy(c => c.Start))
        {
            if (columns.Count > 0 && cell.Start < columns[^1].End)
            {
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, cell.End));
            }
            else
            {
                columns.Add((cell.Start, cell.End));
            }
        }

        return columns;
    }

    private static int Nearest(List<(int Start, int End)> columns, Cell cell)
    {
        var middle = (cell.Start + cell.End) / 2;
        return Enumerable.Range(0, columns.Count).MinBy(c => Math.Min(Math.Abs(columns[c].Start - middle), Math.Abs(columns[c].End - middle)));
    }

    private static List<Cell> Cells(MappedText line)
    {
        var cells = new List<Cell>();
        for (var i = 0; i < line.Length; )
        {
            if (char.IsWhiteSpace(line.Text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            for (var j = i; j < line.Length && j - end < Gap; j++)
            {
                end = char.IsWhiteSpace(line.Text[j]) ? end : j + 1;
            }

            cells.Add(new(i, end, MappedText.Join([line.Slice(i, end)])));
            i = end;
        }

        return cells;
    }
}
