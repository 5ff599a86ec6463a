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
                var columns = Joined(Enumerable.Range(start, end - start).SelectMany(i => LayoutCell.In(lines[i])));
                if (columns.Count >= FewestHeads && columns.TrueForAll(c => TaskHeads.Is(c.Text)) && columns.Exists(c => TaskHeads.IsTime(c.Text)))
                {
                    found = (start, end, columns);
                }
            }
        }

        return found;
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
    private static (List<PrintedRow> Rows, List<LayoutCell> Columns, int Next, bool Last)? Stretch(
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
            var shifted = Joined(Enumerable.Range(start, behind - start).SelectMany(i => LayoutCell.In(lines[i])));
            return ([], shifted.Count == columns.Count ? shifted : columns, behind, false);
        }

        if (IsGroup(lines[start], columns))
        {
            return ([new(start, start + 1, true, columns)], columns, start + 1, false);
        }

        bool Ends(int i) => lines[i].Trim().Length == 0 || IsPage(lines, i, heads) || IsGroup(lines[i], columns);
        var stretch = Enumerable.Range(start, Math.Min(LongestStretch, lines.Count - start)).TakeWhile(i => !Ends(i)).ToList();
        var numbers = stretch.Where(i => IsNumbered(lines[i], Number, columns)).ToList();
        // Words that begin where the numbers stand are prose behind the table.
        var work = numbers.Select(i => LayoutCell.In(lines[i])[0].End).DefaultIfEmpty(0).Max();
        var end = stretch.Find(i => !numbers.Contains(i) && LayoutCell.In(lines[i])[0].Start < work) is > 0 and var prose ? prose : stretch[^1] + 1;
        numbers.RemoveAll(i => i >= end);
        if (numbers.Count == 0)
        {
            return null;
        }

        bool Opens(int i) => LayoutCell.In(lines[i]) is [_, var work, ..] && (char.IsUpper(work.Text.Text[0]) || !char.IsLetter(work.Text.Text[0]));
        var whole = NumberedRows.In(numbers, start, end, Opens);
        var rows = whole ?? NumberedRows.In(numbers, start, null, Opens);
        return rows is null ? null : ([.. rows.Select(r => new PrintedRow(r.Start, r.End, false, columns))], columns, rows[^1].End, Last: whole is null || end >= lines.Count);
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

    private static bool IsGroup(MappedText line, List<LayoutCell> columns) => IsNumbered(line, Group, columns) && LayoutCell.In(line).Count == 2;

    private static bool IsNumbered(MappedText line, Pattern number, List<LayoutCell> columns) =>
        LayoutCell.In(line) is [var first, ..] && first.Start < columns[1].Start && first.End <= Math.Max(columns[0].End + 2, 6) && number.IsMatch(first.Text.Folded);
}
