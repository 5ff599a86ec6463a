namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A table flattened to one cell a line whose rows are numbered. The head ("TT", "Nhiệm vụ", …) and the numbers 1, 2, 3
/// say how many cells a row has: rows of that many cells are laid under the head, others only where what is missing is
/// plain. Any words may stand in the cells, so tables of work are found as well as tables of figures.
/// </summary>
internal static class FlatIndexed
{
    private const int LongestCell = 300;
    private const int LongestHead = 90;
    private const int MostColumns = 24;
    private const int MostLinesOfARow = 40;
    private const int MostHeadCells = 30;
    private const int MostLines = 4000;
    private const int LinesLookedAt = 40;

    /// <summary>A table printed beside its other parts says it once for each. The lines behind a head are read for so many starts at most.</summary>
    private const int MostIndexes = 3;

    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|t/t|so tt)\.?$");
    private static readonly Pattern Number = Pattern.Of(@"^0?(\d{1,3})[.)]?$");
    private static readonly Pattern ColumnNumber = Pattern.Of(@"^\(\d{1,2}\)$");
    private static readonly Pattern GroupNumber = Pattern.Of(@"^([ivx]{1,5}|[a-h])[.)]?$");
    private static readonly Pattern Note = Pattern.Of("^ghi chu$");
    private static readonly Pattern Whole = Pattern.Of(@"^(tong|cong|toan|chung|binh quan)\b");

    /// <summary>The words of one cell, and where its first and last line stand.</summary>
    private readonly record struct Cell(int Line, MappedText Text, int Last);

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var found = new List<FoundTable>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Index.IsMatch(lines[i].Folded.Trim()) && !taken.Any(t => t.Start <= i && i < t.End) && Table(lines, i, taken) is { } table)
            {
                found.Add(table);
                i = table.End - 1;
            }
        }

        return found;
    }

    /// <summary>Where empty lines part most lines, what stands between two of them is one cell, or else each line is one.</summary>
    private static FoundTable? Table(IReadOnlyList<MappedText> lines, int start, IReadOnlyList<FoundTable> taken)
    {
        var near = lines.Skip(start).Take(LinesLookedAt).ToList();
        var parted = near.Count(l => l.Trim().Length == 0) * 5 >= near.Count * 2;
        var (found, rows) = parted ? Table(lines, start, taken, true) : default;
        if (found is not null)
        {
            return found;
        }

        (found, var others) = Table(lines, start, taken, false);
        // Rows without a head that fits: which column is which year, nobody can tell.
        return found ?? (Math.Max(rows, others) is > 0 and var end ? new(start, end, SourceTable.NotCut(MappedText.Join(lines.Skip(start).Take(end - start)))) : null);
    }

    /// <summary>The table, or where its rows end if these come out, but not their heads; 0 if nothing does.</summary>
    private static (FoundTable? Found, int RowsEnd) Table(IReadOnlyList<MappedText> lines, int start, IReadOnlyList<FoundTable> taken, bool parted)
    {
        var stop = Math.Min(start + MostLines, taken.Where(t => t.Start > start).Select(t => t.Start).DefaultIfEmpty(lines.Count).Min());
        var cells = new List<Cell>();
        var first = 0;
        for (var i = start; i < Math.Min(stop, lines.Count); i++)
        {
            var line = MappedText.Join([lines[i]]);
            if (line.Length > LongestCell || (first > 0 && Index.IsMatch(line.Folded)))
            {
                break;
            }

            if (line.Length == 0 || ColumnNumber.IsMatch(line.Folded))
            {
                continue;
            }

            if (
                parted
                && cells.Count > 0
                && cells[^1].Last == i - 1
                && Marker.At(line, null) is not { Depth: <= Marker.Letter }
                && cells[^1].Text.Length + line.Length < LongestCell
            )
            {
                cells[^1] = new(cells[^1].Line, MappedText.Join([cells[^1].Text, line]), i);
                continue;
            }

            cells.Add(new(i, line, i));
            if (first == 0 && cells.Count > 1 && OpensRows(cells[^1]))
            {
                first = cells.Count - 1;
            }

            // What is no head is seen before the lines behind it are read.
            if (first == 0 ? cells.Count > MostHeadCells || line.Length > LongestHead : first < 2 || cells.Take(first).Count(c => Index.IsMatch(c.Text.Folded)) > MostIndexes)
            {
                return default;
            }
        }

        if (first == 0)
        {
            return default;
        }

        var end = 0;
        var heads = cells[..first].Select(c => c.Text).ToList();
        foreach (var joined in new[] { false, true })
        {
            var head = joined ? Joined(heads) : heads;
            if (Rows(cells, first, head, joined) is { } table)
            {
                if (table.Table is { } cut)
                {
                    return (new(start, table.End, cut), 0);
                }

                end = Math.Max(end, table.End);
            }
        }

        return (null, end);
    }

    private static bool OpensRows(Cell cell) => NumberOf(cell) == 1 || (GroupNumber.IsMatch(cell.Text.Folded) && char.IsUpper(cell.Text.Text[0]));

    private static (int End, SourceTable? Table)? Rows(List<Cell> cells, int first, List<MappedText> head, bool joined)
    {
        var starts = new List<int> { first };
        var (next, groups) = (NumberOf(cells[first]) == 1 ? 2 : 1, new HashSet<int>());
        if (next == 1)
        {
            groups.Add(first);
        }

        // A row has as many cells as the row before, else as the head, else the next number in order before a label ends it.
        for (var at = first; ; at = starts[^1])
        {
            var size = starts.Count > 1 && !groups.Contains(starts[^2]) ? starts[^1] - starts[^2] : head.Count;
            var likely = groups.Contains(at) ? at + 2 : at + size;
            var begin = IsStart(likely) ? likely : Enumerable.Range(at + 2, MostLinesOfARow).FirstOrDefault(IsStart, -1);
            if (begin < 0)
            {
                break;
            }

            if (NumberOf(cells[begin]) is { } number)
            {
                next = number + 1;
            }
            else
            {
                groups.Add(begin);
                next = 1;
            }

            starts.Add(begin);
        }

        bool IsStart(int i) =>
            i + 1 < cells.Count
            && cells[i + 1].Text.Text.Any(char.IsLetter)
            && CellFigure.Of(cells[i + 1].Text) is null
            && (NumberOf(cells[i]) == next || (groups.Count > 0 && GroupNumber.IsMatch(cells[i].Text.Folded) && char.IsUpper(cells[i].Text.Text[0])));

        if (groups.Count == starts.Count)
        {
            groups.Clear(); // I, II, III number the rows themselves
        }

        var rows = starts
            .Take(starts.Count - 1)
            .Select((s, k) => (Start: s, Cells: cells[s..starts[k + 1]].Select(c => c.Text).ToList()))
            .Select(r => (r.Start, Cells: joined ? Joined(r.Cells) : r.Cells))
            .ToList();
        var sizes = rows.Where(r => !groups.Contains(r.Start)).Select(r => r.Cells.Count).ToList();
        var width = sizes.Count == 0 ? head.Count : sizes.GroupBy(s => s).OrderByDescending(g => g.Count()).ThenBy(g => g.Key == head.Count ? 0 : 1).First().Key;
        if (width is < 2 or > MostColumns || starts.Count < 2 || (sizes.Count > 1 && sizes.Count(s => s == width) * 2 <= sizes.Count))
        {
            return null;
        }

        // The last row ends where its cells are all there.
        var (lastCells, end) = Last(cells, starts[^1], width, joined);
        rows.Add((starts[^1], lastCells));
        var values = Enumerable.Range(1, width - 1).Where(c => rows.Any(r => r.Cells.Count == width && CellFigure.Of(r.Cells[c]) is not null)).ToList();
        var leading = values.Count == 0 ? width : values[0];
        for (var total = Total(cells, end, width - leading); total is not null; total = Total(cells, end, width - leading))
        {
            rows.Add((end, [MappedText.Empty, total[0], .. Enumerable.Repeat(MappedText.Empty, Math.Max(0, leading - 2)), .. total[1..]]));
            end += total.Count;
        }

        if (Head(head, leading, width) is not { } grid)
        {
            return values.Count > 0 && sizes.Count > 1 && sizes.TrueForAll(s => s == width) ? (cells[end - 1].Last + 1, null) : null;
        }

        var figures = Enumerable
            .Range(1, width - 1)
            .Where(c =>
                rows.Count(r => r.Cells.Count == width && (CellFigure.Of(r.Cells[c]) is not null || r.Cells[c].Folded == "-")) * 2 > rows.Count(r => r.Cells.Count == width)
            )
            .ToList();
        var words = Enumerable
            .Range(1, width - 1)
            .Where(c => rows.Count(r => r.Cells.Count == width && CellFigure.Of(r.Cells[c]) is not null) < 2 && !figures.Contains(c))
            .ToList();
        var placed = new List<MappedText[]>();
        var (unplaced, lost) = (new List<MappedText>(), new List<MappedText>());
        foreach (var (at, row) in rows)
        {
            var opens = groups.Contains(at) && row.Count == 2;
            if (opens || (row.Count == width && !groups.Contains(at) && Fits(row, figures, words)))
            {
                placed.Add([.. row.Concat(Enumerable.Repeat(MappedText.Empty, width)).Take(width)]);
            }
            else if (!groups.Contains(at) && WorkRow.Filled(row, grid[^1]) is { } filled && Fits([.. filled], figures, words))
            {
                placed.Add(filled);
            }
            else
            {
                if (groups.Contains(at))
                {
                    placed.Add([row[0], .. Enumerable.Repeat(MappedText.Empty, width - 1)]);
                }
                else
                {
                    lost.Add(MappedText.Join(row));
                }

                unplaced.AddRange(row.Skip(1).Where(c => CellFigure.Of(c) is not null));
            }
        }

        return (cells[end - 1].Last + 1, SourceTable.WithHeads(grid, placed, unplaced, lost));
    }

    /// <summary>Whether the row has figures, or dashes, where the others have theirs, and words where they have words.</summary>
    private static bool Fits(List<MappedText> row, List<int> figures, List<int> words) =>
        figures.TrueForAll(c => CellFigure.Of(row[c]) is not null || row[c].Text.Length < 2 || !row[c].Text.Any(char.IsLetter))
        && words.TrueForAll(c => CellFigure.Of(row[c]) is null);

    private static (List<MappedText> Cells, int End) Last(List<Cell> cells, int start, int width, bool joined)
    {
        for (var end = start + 1; end <= cells.Count; end++)
        {
            var row = cells[start..end].Select(c => c.Text).ToList();
            row = joined ? Joined(row) : row;
            var full = row.Count == width && (end == cells.Count || CellFigure.Of(cells[end].Text) is null) && (!joined || end == cells.Count || !GoesOn(row[^1], cells[end].Text));
            if (full || end == cells.Count || end - start > MostLinesOfARow || row.Count > width || Marker.At(cells[end].Text, null) is { Depth: <= Marker.Letter })
            {
                return (row, end);
            }
        }

        return ([], start);
    }

    /// <summary>"Tổng cộng, 420, 460, 500" behind the numbered rows.</summary>
    private static List<MappedText>? Total(List<Cell> cells, int at, int values) =>
        values > 0
        && at + values < cells.Count
        && Whole.IsMatch(cells[at].Text.Folded)
        && cells.GetRange(at + 1, values).All(c => CellFigure.Of(c.Text) is not null || c.Text.Folded == "-")
        && (at + values + 1 == cells.Count || CellFigure.Of(cells[at + values + 1].Text) is null)
            ? [.. cells.GetRange(at, values + 1).Select(c => c.Text)]
            : null;

    /// <summary>The head as rows of a grid; null where its cells do not come out. A last column of notes may be empty in all rows.</summary>
    private static List<MappedText[]>? Head(List<MappedText> head, int leading, int width)
    {
        if (head.Count == width + 1 && Note.IsMatch(head[^1].Folded))
        {
            head = head[..^1];
        }

        if (leading >= width || head.Count < width)
        {
            return head.Count == width
                ?
                [
                    [.. head],
                ]
                : null;
        }

        var over = HeadTree.Over([.. head.Skip(leading).Where(h => head.Count == width || !Note.IsMatch(h.Folded))], width - leading);
        return over is null
            ? null
            :
            [
                [.. head.Take(leading), .. over.Select(c => c[0])],
                [.. Enumerable.Repeat(MappedText.Empty, leading), .. over.Select(c => c.Length > 1 ? c[1] : MappedText.Empty)],
            ];
    }

    /// <summary>Cells put together again that were broken over lines.</summary>
    private static List<MappedText> Joined(List<MappedText> lines)
    {
        var cells = new List<MappedText>();
        foreach (var line in lines)
        {
            if (cells.Count > 1 && GoesOn(cells[^1], line))
            {
                cells[^1] = MappedText.Join([cells[^1], line]);
            }
            else
            {
                cells.Add(line);
            }
        }

        return cells;
    }

    private static bool GoesOn(MappedText before, MappedText line) =>
        (char.IsLower(line.Text[0]) || line.Text[0] is '(' or '“' or '”' || before.Text[^1] is ',' or ';') && CellFigure.Of(line) is null && CellFigure.Of(before) is null;

    private static int? NumberOf(Cell cell) =>
        Number.Match(cell.Text.Folded) is { Success: true } number ? int.Parse(number.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
}
