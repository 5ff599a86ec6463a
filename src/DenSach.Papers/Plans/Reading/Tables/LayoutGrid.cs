namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>One table of figures on printed pages, cut into rows and columns. Each page has columns of its own; they must be as many on each.</summary>
internal sealed class LayoutGrid(IReadOnlyList<MappedText> lines, List<List<LayoutCell>> cells, List<int> seeds)
{
    private const int MostLinesAround = 6;
    private const int LongestHead = 60;
    private const int MostHeadLines = 10;
    private const int MostColumns = 60;

    private static readonly Pattern OpensGroup = Pattern.Of(@"\bhoc tap\b|\b(19|20)\d{2}\b");
    private static readonly Pattern RomanGroup = Pattern.Of(@"^[IVX]{1,5} \p{Lu}");
    private static readonly Pattern HeadWord = Pattern.Of("^(so|(stt|tt|so tt|thu tu)( [a-z, ]{1,40})?)$");
    private static readonly Pattern Above = Pattern.Of(@"^\(? ?(don vi( tinh)?|dvt) ?:|^\(? ?(ban hanh )?kem theo\b");

    /// <summary>The lines of one page, and whether it goes on from the page before.</summary>
    private sealed record Page(List<int> Seeds, LayoutColumns Columns);

    /// <summary>The table; nothing but its lines where it cannot be cut.</summary>
    public FoundTable Table()
    {
        if (seeds.Exists(i => cells[i].Count > MostColumns))
        {
            return Uncut();
        }

        Numbers.Apart(cells, seeds);
        var pages = Pages();
        var (start, end) = (seeds[0], seeds[^1] + 1);
        var rows = new List<(Page Page, List<int> Lines)>();
        foreach (var page in pages)
        {
            if (
                page.Columns.Labels != pages[0].Columns.Labels
                || page.Columns.Values != pages[0].Columns.Values
                || RowsOf(page, page == pages[0], page == pages[^1]) is not { } own
            )
            {
                return Uncut();
            }

            rows.AddRange(own.Select(r => (page, r)));
        }

        (start, end) = (Math.Min(start, rows[0].Lines[0]), Math.Max(end, rows[^1].Lines[^1] + 1));
        var first = pages[0].Columns;
        var head = HeadStart(start, first);
        HeadCells.Part(cells, head, start, first.All);
        var width = pages.Max(p => p.Columns.Count);
        var heads = Enumerable.Range(head, start - head).Select(i => HeadCells.YearsApart(cells[i])).Where(l => l.Count > 0 && !IsNumbering(l)).ToList();
        var over = HeadBlocks.Over(heads, first) ?? RepeatedYears.Over(heads, first);
        if (over is null)
        {
            return Uncut();
        }

        var grid = rows.ConvertAll(r => r.Page.Columns.Row(r.Lines.Select(i => cells[i]), width));
        return new(head, end, SourceTable.Of([.. over.Select(h => Wide(h, width)), .. grid]));
    }

    private FoundTable Uncut()
    {
        var (start, end) = (HeadStart(seeds[0], LayoutColumns.None), seeds[^1] + 1);
        return new(start, end, SourceTable.NotCut(MappedText.Join(Enumerable.Range(start, end - start).Select(i => lines[i]))));
    }

    private static MappedText[] Wide(MappedText[] row, int width) => [.. row, .. Enumerable.Repeat(MappedText.Empty, Math.Max(0, width - row.Length))];

    /// <summary>Parted by the numbers of pages and by heads that are said again.</summary>
    private List<Page> Pages()
    {
        var pages = new List<List<int>> { new() };
        for (var k = 0; k < seeds.Count; k++)
        {
            if (k > 0 && Enumerable.Range(seeds[k - 1] + 1, seeds[k] - seeds[k - 1] - 1).Any(IsBreak))
            {
                pages.Add([]);
            }

            pages[^1].Add(seeds[k]);
        }

        var columns = pages.ConvertAll(p => LayoutColumns.Of([.. p.Select(i => cells[i])], [.. cells.GetRange(p[0], p[^1] - p[0]).Where(l => l.Count > 0)]));
        var most = columns[pages.IndexOf(pages.MaxBy(p => p.Count)!)];
        return [.. pages.Zip(columns, (p, c) => new Page(p, c.Labels == most.Labels && c.Values == most.Values ? c : most.MovedTo([.. p.Select(i => cells[i])]) ?? c))];
    }

    /// <summary>The number of a page, or a line of the head said again: one with several cells, or one beside such a line.</summary>
    private bool IsBreak(int i)
    {
        if (i <= seeds[0] || cells[i].Count == 0)
        {
            return false;
        }

        return TableFinder.PageNumber.IsMatch(lines[i].Folded) || IsSaidAgain(i, 1) || IsSaidAgain(i, -1);
    }

    private bool IsSaidAgain(int i, int step)
    {
        for (var seen = 0; seen < MostHeadLines && i > seeds[0] && i < cells.Count && LayoutTable.IsHeadAgain(cells, seeds[0], i); i += step, seen++)
        {
            if (cells[i].Count > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The rows of a page, each as its lines; null where they do not come out.</summary>
    private List<List<int>>? RowsOf(Page page, bool isFirst, bool isLast)
    {
        var (start, end) = (Start(page, isFirst), End(page, isLast));
        var spaced = page.Seeds.Count > 1 && page.Seeds.Zip(page.Seeds.Skip(1)).All(p => Enumerable.Range(p.First, p.Second - p.First).Any(i => cells[i].Count == 0));
        var rows = new List<List<int>>();
        foreach (var stretch in Stretches(start, end, spaced))
        {
            var startKnown = (spaced || !isFirst) && stretch[0] != start || !isFirst || (spaced && start > 0 && cells[start - 1].Count == 0);
            var endKnown = !isLast || (spaced && (stretch[^1] + 1 >= cells.Count || cells[stretch[^1] + 1].Count == 0));
            // "Dòng họ học tập" alone opens a group, or goes on with a label: as it leaves more rows a beginning.
            var ways = new[] { true, false }
                .Select(groups => CentredRows.Of(stretch.ConvertAll(i => AsLine(i, page.Columns, groups)), startKnown, endKnown))
                .OfType<(List<List<CentredRows.Line>> Rows, int Score)>()
                .ToList();
            if (ways.Count == 0)
            {
                return null;
            }

            rows.AddRange(ways.MaxBy(w => w.Score).Rows.ConvertAll(r => r.ConvertAll(l => l.At)));
        }

        return rows;
    }

    private int Start(Page page, bool isFirst)
    {
        var start = page.Seeds[0];
        for (var (i, taken) = (start - 1, 0); i >= 0 && !(cells[i].Count > 0 && IsBreak(i)) && taken < MostLinesAround; i--)
        {
            if (cells[i].Count == 0)
            {
                if (isFirst && !(i > 0 && page.Columns.IsNumbered(cells[i - 1]) && page.Columns.IsBeside(cells[i - 1])))
                {
                    break;
                }

                continue;
            }

            if (!IsPartOfARow(i, page.Columns) || HeadWord.IsMatch(cells[i][0].Text.Folded))
            {
                break;
            }

            (start, taken) = (i, taken + 1);
        }

        return start;
    }

    private int End(Page page, bool isLast)
    {
        var end = page.Seeds[^1] + 1;
        for (var (i, taken) = (end, 0); i < cells.Count && !(cells[i].Count > 0 && IsBreak(i)) && taken < MostLinesAround; i++)
        {
            if (cells[i].Count == 0)
            {
                if (isLast)
                {
                    break;
                }

                continue;
            }

            if (!IsPartOfARow(i, page.Columns))
            {
                break;
            }

            (end, taken) = (i + 1, taken + 1);
        }

        return end;
    }

    /// <summary>Words beside the values that begin where a cell does, or the number of a group.</summary>
    private bool IsPartOfARow(int i, LayoutColumns columns) =>
        columns.IsBeside(cells[i])
        && (
            columns.IsNumbered(cells[i])
            || (
                (cells[i][0].Start > 0 || RomanGroup.IsMatch(cells[i][0].Text.Text))
                && Marker.At(lines[i].Trim(), null) is null
                && cells[i].TrueForAll(c => Enumerable.Range(0, columns.Count).Any(k => c.Overlaps(columns[k])))
            )
        );

    private List<List<int>> Stretches(int start, int end, bool spaced)
    {
        var stretches = new List<List<int>>();
        var open = false;
        for (var i = start; i < end; i++)
        {
            if (cells[i].Count == 0)
            {
                open &= !spaced;
                continue;
            }

            if (!open)
            {
                stretches.Add([]);
                open = true;
            }

            stretches[^1].Add(i);
        }

        return stretches;
    }

    private CentredRows.Line AsLine(int i, LayoutColumns columns, bool groups)
    {
        var label = columns.Label(cells[i]);
        var isGroup =
            groups
            && cells[i] is [var one]
            && columns.IsBeside(cells[i])
            && char.IsUpper(one.Text.Text[0])
            && (OpensGroup.IsMatch(one.Text.Folded) || RomanGroup.IsMatch(one.Text.Text));
        return new(
            i,
            columns.HasValue(cells[i]) || columns.IsNumbered(cells[i]) || isGroup,
            label?.Text ?? MappedText.Empty,
            cells[i].Exists(c => c.Start >= columns.ValueArea.End)
        );
    }

    /// <summary>How far above the first row the head reaches.</summary>
    private int HeadStart(int firstRow, LayoutColumns columns)
    {
        var start = firstRow;
        for (var (i, taken) = (firstRow - 1, 0); i >= 0 && taken < MostHeadLines; i--)
        {
            if (cells[i].Count == 0)
            {
                continue;
            }

            if (!MayBeHead(i, columns))
            {
                break;
            }

            (start, taken) = (i, taken + 1);
        }

        return start;
    }

    /// <summary>Several cells, or one over the values that is no caption; or "Số" over "TT".</summary>
    private bool MayBeHead(int i, LayoutColumns columns)
    {
        var (own, words) = (cells[i], lines[i].Trim());
        if (HeadWord.IsMatch(words.Folded))
        {
            return true;
        }

        if (own.Count > MostColumns || words.Text[^1] is '.' or ';' || Above.IsMatch(words.Folded))
        {
            return false;
        }

        return own.Count > 1
            || (
                own[0].Start > columns.FirstEnd
                && (words.Length <= LongestHead || HeadCells.HoldsSeveral(own[0].Text))
                && Marker.At(words, null) is null
                && (!own[0].HasLetters || words.Text.Any(char.IsLower))
                && !ClosesACaption(i)
            );
    }

    /// <summary>"xã Vĩnh Tân Lợi)" below "(Kèm theo Kế hoạch …".</summary>
    private bool ClosesACaption(int i)
    {
        if (lines[i].Trim().Text[^1] != ')')
        {
            return false;
        }

        var above = i - 1;
        while (above > 0 && cells[above].Count == 0)
        {
            above--;
        }

        return above >= 0 && cells[above] is [var one] && one.Text.Text[0] == '(' && !one.Text.Text.Contains(')', StringComparison.Ordinal);
    }

    private static bool IsNumbering(List<LayoutCell> line) => line.Count > 2 && line.TrueForAll(c => c.Text.Text.Trim('(', ')', ' ') is { Length: > 0 and <= 2 });
}
