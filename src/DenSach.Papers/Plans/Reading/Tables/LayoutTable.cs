namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Tables whose columns are told by blanks, as a page printed to text shows them. The rows with values give the
/// columns; head cells and the second lines of a cell belong to the columns above or below which they stand.
/// </summary>
internal static class LayoutTable
{
    private const int Gap = 2;
    private const int WideGap = 4;
    private const int MostLinesBetweenRows = 3;
    private const int MostLinesOfTwoLabels = 6;
    private const int FewestPairs = 3;
    private const int LongestLabel = 70;
    private const int LongestHead = 60;

    private static readonly Pattern OpensGroup = Pattern.Of(@"^([ivx]{1,5}|[a-h])\b|\bhoc tap\b|\b(19|20)\d{2}\b");
    private static readonly Pattern BareYear = Pattern.Of(@"^(19|20)\d{2}$");
    private static readonly Pattern AsksForAYear = Pattern.Of(@"\b(nam|den|het|giai doan|tu)$|\d -$");
    private static readonly Pattern AsksForATitle = Pattern.Of(@"\b(danh hieu|mo hinh|dat|cong nhan|la)$");
    private static readonly Pattern ColumnNumber = Pattern.Of(@"^\(\d{1,2}\)$");
    private static readonly Pattern Year = Pattern.Of(@"\b(19|20)\d{2}\b");

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var cells = lines.Select((l, i) => taken.Any(t => t.Start <= i && i < t.End) ? [] : Cells(l)).ToList();
        Centred(cells);
        var rows = Enumerable.Range(0, lines.Count).Where(i => IsRow(cells[i]) || IsPair(cells[i])).ToList();
        var found = new List<FoundTable>();
        for (var k = 0; k < rows.Count; )
        {
            var last = k;
            while (last + 1 < rows.Count && cells.Skip(rows[last] + 1).Take(rows[last + 1] - rows[last] - 1).Count(c => c.Count > 0) <= MostLinesBetweenRows)
            {
                last++;
            }

            var whole = rows[k..(last + 1)];
            if (last > k && (whole.Any(i => IsRow(cells[i])) || ArePairs([.. whole.Select(i => cells[i])])))
            {
                found.Add(Table(lines, cells, rows[k], rows[last]));
            }

            k = last + 1;
        }

        return found;
    }

    /// <summary>Makes rows whose label stands above and below their values one line each.</summary>
    private static void Centred(List<List<LayoutCell>> cells)
    {
        var rows = Enumerable.Range(0, cells.Count).Where(i => IsRow(cells[i]) || IsBare(cells[i])).ToList();
        for (var k = 0; k < rows.Count; )
        {
            var last = k;
            while (last + 1 < rows.Count && rows[last + 1] - rows[last] - 1 <= MostLinesOfTwoLabels)
            {
                last++;
            }

            CentredRows.Join(cells, rows[k..(last + 1)], IsValue);
            k = last + 1;
        }
    }

    /// <summary>Values alone, a number before them or not.</summary>
    private static bool IsBare(List<LayoutCell> cells) => cells.Count(IsValue) > 1 && cells.TrueForAll(c => IsValue(c) || CentredRows.IsUnit(c));

    /// <summary>A label and at least two values, or an index, a label and one.</summary>
    private static bool IsRow(List<LayoutCell> cells) =>
        cells.Count > 2
        && cells.Count(IsValue) > 1
        && !cells.Where(IsValue).All(c => BareYear.IsMatch(c.Text.Folded))
        && (cells.Any(c => c.Text.Text.Any(char.IsLetter)) || BareYear.IsMatch(cells[0].Text.Folded));

    /// <summary>A label and one value far to its right.</summary>
    private static bool IsPair(List<LayoutCell> cells) =>
        cells is [var label, var value] && IsValue(value) && value.Start - label.End >= WideGap && label.Text.Length <= LongestLabel && label.Text.Text.Any(char.IsLetter);

    private static bool ArePairs(List<List<LayoutCell>> rows) => rows.Count >= FewestPairs && rows.Max(r => r[1].Start) <= rows.Min(r => r[1].End);

    private static bool IsValue(LayoutCell cell) => cell.Text.Folded == "-" || CellFigure.Of(cell.Text) is not null;

    private static FoundTable Table(IReadOnlyList<MappedText> lines, List<List<LayoutCell>> cells, int firstRow, int lastRow)
    {
        var rows = Enumerable.Range(firstRow, lastRow - firstRow + 1).Where(i => IsRow(cells[i]) || IsPair(cells[i])).ToList();
        var columns = Merged(Columns([.. rows.SelectMany(i => cells[i])]), [.. rows.Select(i => cells[i])]);
        // One cell alone is a head where it stands over the values only: "Năm 2025" in the middle.
        var start = TableFinder.HeadStart(
            lines,
            firstRow,
            l =>
                (Cells(l) is [var one] ? one.Start > columns[0].End && one.Text.Length <= LongestHead : Cells(l).Count > 1)
                && !ClosesABracket(l)
                && l.Trim().Text[^1] is not ('.' or ';')
        );
        HeadCells.Part(cells, start, firstRow);
        var firstValue = rows.SelectMany(i => cells[i]).Where(c => IsValue(c) && c.Start > columns[0].End).Select(c => c.Start).DefaultIfEmpty(int.MaxValue).Min();
        var values = Enumerable.Range(0, columns.Count).Where(c => columns[c].End > firstValue).ToList();
        var own = Own(cells[start..firstRow], columns, values);
        var grid = new List<MappedText[]>();
        var loose = new HashSet<int>();
        var end = lastRow + 1;
        for (var i = start; i < end; i++)
        {
            // The last label may go on below its row.
            if (i == lastRow && i + 1 < lines.Count && cells[i + 1] is [var more] && values.Count > 0 && GoesOn(more, columns[values[0]].Start, columns))
            {
                end++;
            }

            if (cells[i].Count == 0 || TableFinder.PageNumber.IsMatch(lines[i].Folded))
            {
                continue;
            }

            if (i < firstRow)
            {
                AddHead(grid, Head(cells[i], columns, values, own, loose), values);
                continue;
            }

            var row = Row(cells[i], columns);
            var continues = i > lastRow || (!rows.Contains(i) && !IsGroup(cells[i], columns, values) && !cells[i].Exists(c => IsValue(c) && c.End > firstValue));
            if (continues && grid.Count > 0)
            {
                grid[^1] = [.. grid[^1].Zip(row, (above, below) => MappedText.Join([above, below]))];
            }
            else
            {
                grid.Add(row);
            }
        }

        return new(start, end, SourceTable.Of(grid, loose));
    }

    /// <summary>Adds a line of heads. A cell that goes on with the one above it, as "học tập (%)" or "2028" under "Công dân học tập năm", joins that one.</summary>
    private static void AddHead(List<MappedText[]> grid, MappedText[] line, List<int> values)
    {
        var joined = false;
        for (var c = 0; grid.Count > 0 && c < line.Length; c++)
        {
            var over = grid.FindLastIndex(r => r[c].Length > 0);
            var above = over < 0 ? MappedText.Empty : grid[over][c];
            if (
                line[c].Length > 0
                && above.Length > 0
                && !ColumnNumber.IsMatch(line[c].Folded)
                && (
                    line[c].Text[0] == '('
                    || char.IsLower(line[c].Text[0])
                    || AsksForAYear.IsMatch(above.Folded)
                    || (IsQuote(line[c].Text[0]) && AsksForATitle.IsMatch(above.Folded))
                )
            )
            {
                (grid[over][c], line[c], joined) = (MappedText.Join([above, line[c]]), MappedText.Empty, true);
            }
        }

        if (joined && values.TrueForAll(v => line[v].Length == 0))
        {
            // What is left stands over the labels: beside the heads that went up, not under them.
            grid[^1] = [.. grid[^1].Zip(line, (above, below) => MappedText.Join([above, below]))];
        }
        else if (line.Any(c => c.Length > 0))
        {
            grid.Add(line);
        }
    }

    /// <summary>"xã Vĩnh Tân Lợi)" below "(Kèm theo Kế hoạch …": no head.</summary>
    private static bool ClosesABracket(MappedText line) => line.Text.IndexOf(')', StringComparison.Ordinal) is >= 0 and var close && line.Text.AsSpan(0, close).IndexOf('(') < 0;

    private static bool IsQuote(char sign) => sign is '“' or '"' or '”';

    private static bool GoesOn(LayoutCell cell, int firstValue, List<(int Start, int End)> columns) =>
        cell.Start > 0 && cell.End < firstValue && char.IsLower(cell.Text.Text[0]) && columns.Any(c => Math.Abs(c.Start - cell.Start) <= Gap);

    /// <summary>"II   Dòng họ học tập": a line without a value that opens with a number, a title or a year.</summary>
    private static bool IsGroup(List<LayoutCell> cells, List<(int Start, int End)> columns, List<int> values) =>
        values.Count > 0
        && cells[^1].End <= columns[values[0]].Start
        && char.IsUpper(cells[0].Text.Text[0])
        && (OpensGroup.IsMatch(cells[0].Text.Folded) || OpensGroup.IsMatch(cells[^1].Text.Folded));

    private static MappedText[] Row(List<LayoutCell> cells, List<(int Start, int End)> columns)
    {
        var row = Enumerable.Repeat(MappedText.Empty, columns.Count).ToArray();
        foreach (var cell in cells)
        {
            var over = Enumerable.Range(0, columns.Count).Where(c => cell.Start < columns[c].End && columns[c].Start < cell.End).ToList();
            foreach (var c in over.Count > 0 ? over : [Nearest(columns, cell)])
            {
                row[c] = MappedText.Join([row[c], cell.Text]);
            }
        }

        return row;
    }

    /// <summary>A line of heads: those over labels by their place, those over values as <see cref="LayoutHeads"/> lays them.</summary>
    private static MappedText[] Head(List<LayoutCell> cells, List<(int Start, int End)> columns, List<int> values, HashSet<int> own, HashSet<int> loose)
    {
        var labels = columns[..^values.Count];
        var ofValues = cells.Where(c => !labels.Any(l => c.Start < l.End && l.Start < c.End) && (labels.Count == 0 || c.Start >= labels[^1].Start)).ToList();
        var row = Row([.. cells.Except(ofValues)], columns);
        if (ofValues.Count == 0 || values.Count == 0)
        {
            return row;
        }

        foreach (var v in own)
        {
            row[v] = MappedText.Join([.. ofValues.Where(c => Covers(c, columns[v])).Select(c => c.Text)]);
        }

        ofValues.RemoveAll(c => own.Any(v => Covers(c, columns[v])));
        var shared = values.Where(v => !own.Contains(v)).ToList();
        if (ofValues.Count == 0 || shared.Count == 0)
        {
            return row;
        }

        var (head, sure) = LayoutHeads.Over(ofValues, [.. shared.Select(v => columns[v])]);
        for (var k = 0; k < shared.Count; k++)
        {
            row[shared[k]] = head[k] < 0 ? MappedText.Empty : ofValues[head[k]].Text;
        }

        if (!sure && ofValues.Any(h => Year.IsMatch(h.Text.Folded)))
        {
            loose.UnionWith(values);
        }

        return row;
    }

    /// <summary>Columns of what is no target with a head alone, between lines of heads over the others: "STT   Ấp   Số hộ", or "Tổng số" over "hộ".</summary>
    private static HashSet<int> Own(List<List<LayoutCell>> heads, List<(int Start, int End)> columns, List<int> values) =>
        [
            .. values.Where(v =>
                heads.SelectMany(h => h).Where(c => Covers(c, columns[v])).ToList() is { Count: > 0 } over
                && over.TrueForAll(c => values.Count(w => Covers(c, columns[w])) == 1)
                && TableColumns.IsNoTarget(string.Join(' ', over.Select(c => c.Text.Folded)))
            ),
        ];

    private static bool Covers(LayoutCell cell, (int Start, int End) column) => cell.Start < column.End && column.Start < cell.End;

    private static List<(int Start, int End)> Columns(List<LayoutCell> cells)
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

    /// <summary>"%" in the middle and "người" at the left of one column: two stretches of words side by side of which no row has both.</summary>
    private static List<(int Start, int End)> Merged(List<(int Start, int End)> columns, List<List<LayoutCell>> rows)
    {
        for (var c = columns.Count - 1; c > 0; c--)
        {
            var (left, right) = (columns[c - 1], columns[c]);
            var both = rows.Any(r => r.Any(x => In(x, left)) && r.Any(x => In(x, right)));
            if (!both && right.Start - left.End <= Gap && !rows.SelectMany(r => r).Any(x => (In(x, left) || In(x, right)) && CellFigure.Of(x.Text) is not null))
            {
                columns[c - 1] = (left.Start, right.End);
                columns.RemoveAt(c);
            }
        }

        return columns;

        static bool In(LayoutCell cell, (int Start, int End) column) => cell.Start < column.End && column.Start < cell.End;
    }

    private static int Nearest(List<(int Start, int End)> columns, LayoutCell cell)
    {
        var middle = (cell.Start + cell.End) / 2;
        return Enumerable.Range(0, columns.Count).MinBy(c => Math.Min(Math.Abs(columns[c].Start - middle), Math.Abs(columns[c].End - middle)));
    }

    /// <summary>The stretches of a line between runs of blanks.</summary>
    public static List<LayoutCell> Cells(MappedText line)
    {
        var cells = new List<LayoutCell>();
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
