namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A table of work as a page prints it: heads over several lines, rows by their number with cells that go over several lines, columns one blank apart. A row is cut
/// into its cells only where every line of it has a blank between two columns; where one has none, or the rows do not add up, there is no table and its times are told.
/// </summary>
internal static class PrintedTasks
{
    private const int FewestHeads = 4;
    private const int MostLinesOfAHead = 3;
    private const int LongestGap = 3;
    private const int LongestHead = 120;

    // No table of a plan has more lines between two headings or pages, nor more of both.
    private const int LongestStretch = 400;
    private const int MostStretches = 200;

    private static readonly Pattern Number = Pattern.Of(@"^\d{1,3}\.?$");
    private static readonly Pattern Group = Pattern.Of(@"^([ivx]{1,5}|[a-h])\.?$");
    private static readonly Pattern First = Pattern.Of("^(stt|tt|so tt)$");

    /// <summary>The table whose heads have "TT" on line <paramref name="at"/>; null where it is none or cannot be told surely.</summary>
    /// <param name="lines">The lines of a zone.</param>
    /// <param name="at">The line.</param>
    /// <param name="isPrinted">Whether rows go over several lines, so that no simpler way of reading can be right.</param>
    public static IReadOnlyList<FoundTable> At(IReadOnlyList<MappedText> lines, int at, out bool isPrinted)
    {
        isPrinted = false;
        if (Heads(lines, at) is not { } heads)
        {
            return [];
        }

        var body = new List<PrintedRow>();
        var (next, columns) = (heads.End, heads.Columns);
        for (var many = 0; many < MostStretches && Stretch(lines, next, heads, columns) is { } stretch; many++)
        {
            if (stretch.CutsRow && body.Count > 0)
            {
                body.RemoveAt(body.Count - 1); // its rest stands on the next page: it stays text
            }

            body.AddRange(stretch.Rows);
            (next, columns) = (stretch.Next, stretch.Columns);
            if (stretch.Last)
            {
                break;
            }
        }

        isPrinted = body.Exists(r => r.End - r.Start > 1);
        return body.Count(r => !r.IsGroup) < 2 || !isPrinted ? [] : Tables(heads, body, new PrintedCells(lines, body));
    }

    /// <summary>One table for each run of rows that were cut: a row that cannot be stays text, where its times are told.</summary>
    private static List<FoundTable> Tables((int Start, int End, List<LayoutCell> Columns) heads, List<PrintedRow> body, PrintedCells cells)
    {
        var tables = new List<FoundTable>();
        var (start, end, rows) = (heads.Start, heads.End, new List<MappedText[]>());
        foreach (var row in body)
        {
            if (cells.Of(row) is { } cut)
            {
                rows.Add(cut);
                start =
                    rows.Count > 1 ? start
                    : tables.Count > 0 || row.Start > heads.End + LongestGap ? row.Start
                    : heads.Start;
                end = row.End;
                continue;
            }

            Close();
        }

        Close();
        return tables;

        void Close()
        {
            if (rows.Count > 0)
            {
                tables.Add(
                    new(
                        start,
                        end,
                        SourceTable.WithHeads(
                            [
                                [.. heads.Columns.Select(c => c.Text)],
                            ],
                            [.. rows],
                            []
                        )
                    )
                );
            }

            rows.Clear();
        }
    }

    /// <summary>The heads, joined over their lines, and the lines they take.</summary>
    private static (int Start, int End, List<LayoutCell> Columns)? Heads(IReadOnlyList<MappedText> lines, int at)
    {
        if (LayoutCell.In(lines[at]) is not [var first, ..] || !First.IsMatch(first.Text.Folded.Trim()))
        {
            return null;
        }

        // The most lines above and below that leave all heads known.
        (int, int, List<LayoutCell>)? found = null;
        for (var start = at; start >= Math.Max(0, at - MostLinesOfAHead) && LayoutCell.In(lines[start]).Count > 0; start--)
        {
            for (var end = at + 1; end <= Math.Min(lines.Count, at + 1 + MostLinesOfAHead) && LayoutCell.In(lines[end - 1]).Count > 0; end++)
            {
                var columns = Columns(lines, start, end);
                if (AreHeads(columns))
                {
                    found = (start, end, columns);
                }
            }
        }

        return found;
    }

    private static bool AreHeads(List<LayoutCell> columns) =>
        columns.Count >= FewestHeads && columns.TrueForAll(c => TaskHeads.Is(c.Text)) && columns.Exists(c => TaskHeads.IsTime(c.Text));

    /// <summary>The heads of some lines; where these are none as they stand, each capital behind a blank begins another: "Cơ quan chủ trì Cơ quan phối hợp".</summary>
    private static List<LayoutCell> Columns(IReadOnlyList<MappedText> lines, int start, int end)
    {
        var cells = Enumerable.Range(start, end - start).SelectMany(i => LayoutCell.In(lines[i])).ToList();
        var columns = Joined(cells);
        return AreHeads(columns) ? columns : Joined(cells.SelectMany(AtCapitals));
    }

    private static IEnumerable<LayoutCell> AtCapitals(LayoutCell cell)
    {
        if (cell.Text.Length != cell.End - cell.Start || cell.Text.Length > LongestHead)
        {
            return [cell];
        }

        var starts = Enumerable.Range(0, cell.Text.Length).Where(i => i == 0 || (cell.Text.Text[i - 1] == ' ' && char.IsUpper(cell.Text.Text[i]))).ToList();
        return starts.Zip(starts.Skip(1).Select(s => s - 1).Append(cell.Text.Length), (s, e) => new LayoutCell(cell.Start + s, cell.Start + e, cell.Text.Slice(s, e)));
    }

    private static List<LayoutCell> Joined(IEnumerable<LayoutCell> cells)
    {
        var columns = new List<LayoutCell>();
        foreach (var cell in cells)
        {
            var over = columns.FindIndex(c => c.Start < cell.End && cell.Start < c.End);
            if (over < 0)
            {
                columns.Add(cell);
            }
            else
            {
                var above = columns[over];
                columns[over] = new(Math.Min(above.Start, cell.Start), Math.Max(above.End, cell.End), MappedText.Join([above.Text, cell.Text]));
            }
        }

        return [.. columns.OrderBy(c => c.Start)];
    }

    /// <summary>The rows up to the next heading, the end of the page or the end of the table; behind repeated heads the columns are where these stand.</summary>
    private static (List<PrintedRow> Rows, List<LayoutCell> Columns, int Next, bool Last, bool CutsRow)? Stretch(
        IReadOnlyList<MappedText> lines,
        int start,
        (int Start, int End, List<LayoutCell> Columns) heads,
        List<LayoutCell> columns
    )
    {
        while (start < lines.Count && (lines[start].Trim().Length == 0 || TableFinder.PageNumber.IsMatch(lines[start].Folded)))
        {
            start++;
        }

        if (start >= lines.Count)
        {
            return null;
        }

        if (RepeatedHeads(lines, start, heads) is { } behind)
        {
            var shifted = Columns(lines, start, behind);
            return ([], shifted.Count == columns.Count ? shifted : columns, behind, false, false);
        }

        var written = new List<int>();
        for (var i = start; i < Math.Min(lines.Count, start + LongestStretch) && !IsPage(lines, i, heads); i++)
        {
            if (lines[i].Trim().Length > 0)
            {
                written.Add(i);
            }
        }

        var anchors = written.Where(i => IsAnchor(lines[i], columns)).ToList();
        // Words that begin where the numbers stand are prose behind the table.
        var work = anchors.Select(i => Cells(lines[i], columns)[0].End).DefaultIfEmpty(0).Max();
        var prose = written.Find(i => !anchors.Contains(i) && LayoutCell.In(lines[i])[0].Start < work);
        var end =
            prose > start ? prose
            : written.Count > 0 ? written[^1] + 1
            : start;
        anchors.RemoveAll(i => i >= end);
        written.RemoveAll(i => i >= end);
        if (anchors.Count == 0)
        {
            return null;
        }

        var rows = Rows(lines, written, anchors, columns);
        var cuts = rows is null && start > heads.End;
        rows ??= cuts ? Rows(lines, [.. written.Where(i => i >= FirstRow(lines, written, anchors[0]))], anchors, columns) : null;
        return rows is null ? null : (rows, columns, end, Last: prose > start || end >= lines.Count, cuts);
    }

    /// <summary>Behind the rest of a row that the page cuts: the first line after the last empty one, or the first number.</summary>
    private static int FirstRow(IReadOnlyList<MappedText> lines, List<int> written, int anchor)
    {
        var blank = Enumerable.Range(written[0], anchor - written[0]).LastOrDefault(i => lines[i].Trim().Length == 0, -1);
        return blank < 0 ? anchor : blank + 1;
    }

    /// <summary>The rows of a page: where empty lines part all of them, each is cut by itself; null where they do not come out.</summary>
    private static List<PrintedRow>? Rows(IReadOnlyList<MappedText> lines, List<int> written, List<int> anchors, List<LayoutCell> columns)
    {
        var spaced = anchors.Count > 1 && anchors.Zip(anchors.Skip(1)).All(p => Enumerable.Range(p.First, p.Second - p.First).Any(i => lines[i].Trim().Length == 0));
        var rows = new List<PrintedRow>();
        var stretch = new List<CentredRows.Line>();
        for (var k = 0; k < written.Count; k++)
        {
            stretch.Add(AsLine(written[k]));
            if (k + 1 < written.Count && (!spaced || written[k + 1] == written[k] + 1))
            {
                continue;
            }

            if ((CentredRows.Of(stretch, true, true) ?? (k + 1 == written.Count ? CentredRows.Of(stretch, true, false) : null)) is not { } found)
            {
                return null;
            }

            rows.AddRange(found.Rows.Select(r => new PrintedRow(r[0].At, r[^1].At + 1, r.Exists(l => l.IsAnchor && IsGroup(lines[l.At], columns)), columns)));
            stretch = [];
        }

        return rows;

        CentredRows.Line AsLine(int i)
        {
            var isAnchor = anchors.Contains(i);
            var label = Cells(lines[i], columns).Skip(isAnchor ? 1 : 0).FirstOrDefault(c => c.Start < columns[1].End);
            return new(i, isAnchor, label.Text ?? MappedText.Empty);
        }
    }

    private static bool IsPage(IReadOnlyList<MappedText> lines, int at, (int Start, int End, List<LayoutCell> Columns) heads) =>
        RepeatedHeads(lines, at, heads) is not null || (TableFinder.PageNumber.IsMatch(lines[at].Folded) && LayoutCell.In(lines[at])[0].Start > heads.Columns[1].Start);

    private static int? RepeatedHeads(IReadOnlyList<MappedText> lines, int at, (int Start, int End, List<LayoutCell> Columns) heads)
    {
        var count = heads.End - heads.Start;
        var same = at + count <= lines.Count && Enumerable.Range(0, count).All(i => Words(lines[at + i]).SequenceEqual(Words(lines[heads.Start + i])));
        return same ? at + count : null;
    }

    private static IEnumerable<string> Words(MappedText line) => line.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAnchor(MappedText line, List<LayoutCell> columns) => IsNumbered(line, Number, columns) || IsGroup(line, columns);

    private static bool IsGroup(MappedText line, List<LayoutCell> columns) => IsNumbered(line, Group, columns) && Cells(line, columns).Count <= 2;

    /// <summary>The cells of a line, the number of its row apart from the work one blank behind it.</summary>
    private static List<LayoutCell> Cells(MappedText line, List<LayoutCell> columns)
    {
        var cells = LayoutCell.In(line);
        return cells.Count > 0 && cells[0].Start < columns[1].Start && Numbers.Of(cells[0]) is { } parted && parted[0].End <= columns[0].End + 2
            ? [.. parted, .. cells.Skip(1)]
            : cells;
    }

    private static bool IsNumbered(MappedText line, Pattern number, List<LayoutCell> columns) =>
        Cells(line, columns) is [var first, ..] && first.Start < columns[1].Start && first.End <= Math.Max(columns[0].End + 2, 6) && number.IsMatch(first.Text.Folded);
}
