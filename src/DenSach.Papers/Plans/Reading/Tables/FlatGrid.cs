namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A table saved as text with a line for each cell, an empty line for an empty one: its rows are told by the numbers that open them, each as many lines behind the
/// other. Cells merged in the head are written once; they are laid where the lines below leave one way.
/// </summary>
internal static class FlatGrid
{
    private const int FewestColumns = 3;
    private const int MostColumns = 24;
    private const int MostHeadLines = 60;
    private const int FewestRows = 2;
    private const int LongestCell = 300;
    private const int MostRows = 400;

    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|t/t|so tt)\.?$");
    private static readonly Pattern Number = Pattern.Of(@"^0?(\d{1,3})[.)]?$");
    private static readonly Pattern Group = Pattern.Of(@"^([ivx]{1,5}|[a-h])[.)]?$");
    private static readonly Pattern Whole = Pattern.Of(@"^(tong|cong|toan|chung|binh quan)\b");

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var found = new List<FoundTable>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var isHead = Index.IsMatch(lines[i].Folded.Trim()) && lines[i + 1].Trim().Length > 0 && !taken.Any(t => t.Start <= i && i < t.End);
            if (isHead && Table(lines, i) is { } table)
            {
                found.Add(table);
                i = table.End - 1;
            }
        }

        return found;
    }

    private static FoundTable? Table(IReadOnlyList<MappedText> lines, int start)
    {
        var again = Enumerable.Range(start + 1, MostHeadLines).FirstOrDefault(i => i >= lines.Count || Index.IsMatch(lines[i].Folded.Trim()), start + MostHeadLines);
        var first = Enumerable
            .Range(start + FewestColumns, Math.Max(0, again - start - FewestColumns))
            .FirstOrDefault(i => i < lines.Count && (NumberAt(lines, i) == 1 || IsGroup(lines, i)), -1);
        if (first < 0)
        {
            return null;
        }

        var (width, rows) = Enumerable
            .Range(FewestColumns, MostColumns - FewestColumns + 1)
            .Select(w => (Width: w, Rows: Rows(lines, first, w)))
            .MaxBy(r => (r.Rows.Count, -r.Width));
        var cells = Cells(lines, start, first);
        // An empty line behind each row and its head parts the rows, it is no cell; a row that lacks a cell reaches over it into the next one, and ends what was found.
        if (
            rows.Count < FewestRows
            || (cells.Count == width && cells[^1].Length == 0 && rows.SkipLast(1).All(r => r[^1].Length == 0))
            || cells.Count < width
            || !rows.Exists(r => r.Exists(c => c.Length == 0)) && cells.TrueForAll(c => c.Length > 0)
            || Heads(cells, width) is not { } heads
        )
        {
            return null;
        }

        var end = first + (rows.Count * width);
        var values = Enumerable.Range(1, width - 1).FirstOrDefault(c => rows.Exists(r => CellFigure.Of(r[c]) is not null), width);
        if (
            end < lines.Count
            && Whole.IsMatch(lines[end].Folded.Trim())
            && Cells(lines, end + 1, end + 1 + width - values) is { } total
            && total.Count > 0
            && total.TrueForAll(IsValue)
        )
        {
            rows.Add([.. Enumerable.Repeat(MappedText.Empty, values - 1), MappedText.Join([lines[end]]), .. total]);
            end += 1 + width - values;
        }

        // A number that goes on behind the last row shows that a cell had several lines.
        var next = rows.Count(r => Number.IsMatch(r[0].Folded)) + 1;
        return Enumerable.Range(end, 2 * width).Any(i => NumberAt(lines, i) == next) ? null : new(start, end, SourceTable.WithHeads(heads, [.. rows.Select(r => r.ToArray())], []));
    }

    /// <summary>Rows of so many lines, as long as each opens with the next number, a number of a group, or the words of a total behind an empty line.</summary>
    private static List<List<MappedText>> Rows(IReadOnlyList<MappedText> lines, int first, int width)
    {
        var (rows, next) = (new List<List<MappedText>>(), 1);
        for (var at = first; at + width <= lines.Count && rows.Count < MostRows; at += width)
        {
            var number = NumberAt(lines, at);
            var isTotal = rows.Count > 0 && lines[at].Trim().Length == 0 && Whole.IsMatch(lines[at + 1].Folded.Trim());
            var row = Cells(lines, at, at + width);
            if (
                (number != next && number != 1 && !IsGroup(lines, at) && !isTotal)
                || row.Exists(c => c.Length > LongestCell || Index.IsMatch(c.Folded))
                || CellFigure.Of(row[1]) is not null
                || row[1].Length == 0
            )
            {
                break;
            }

            next = number is { } n ? n + 1 : next;
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The rows of the head, a cell over each column; null where merged cells may be laid in more ways than one.</summary>
    private static List<MappedText[]>? Heads(List<MappedText> cells, int width)
    {
        var bottom = cells.GetRange(cells.Count - width, width);
        var rest = cells.GetRange(0, cells.Count - width);
        if (rest.Count == 0)
        {
            return
            [
                [.. bottom],
            ];
        }

        var blank = rest.FindIndex(c => c.Length == 0);
        if (blank < 0)
        {
            return Over(rest, bottom) is { } over
                ?
                [
                    [.. over],
                    [.. bottom],
                ]
                : null;
        }

        // Three storeys: the second begins with the first empty line.
        var middle = rest.GetRange(blank, rest.Count - blank);
        if (Over(middle, bottom) is not { } second || Over(rest.GetRange(0, blank), middle) is not { } first)
        {
            return null;
        }

        var top = new List<MappedText>();
        for (int c = 0, k = 0; c < width; c++)
        {
            k += c > 0 && !ReferenceEquals(second[c], second[c - 1]) ? 1 : 0;
            top.Add(first[Math.Min(k, first.Count - 1)]);
        }

        return
        [
            [.. top],
            [.. second],
            [.. bottom],
        ];
    }

    /// <summary>Cells laid over those below: one over each empty cell, the others over the rest in equal parts, which must say the same each time.</summary>
    private static List<MappedText>? Over(List<MappedText> above, List<MappedText> below)
    {
        var singles = below.Count(c => c.Length == 0);
        var parents = above.Count - singles;
        var children = below.Count - singles;
        var runs = below.Where((c, i) => c.Length > 0 && (i == 0 || below[i - 1].Length == 0)).Count();
        if (parents <= 0 || children == 0 || (runs != parents && (runs > 1 || children % parents != 0)))
        {
            return null;
        }

        var each = children / parents;
        var words = below.Where(c => c.Length > 0).ToList();
        if (runs != parents && !words.Select((w, i) => w.Folded == words[i % each].Folded).All(same => same))
        {
            return null;
        }

        var (laid, at, under) = (new List<MappedText>(), -1, 0);
        for (var c = 0; c < below.Count; c++)
        {
            var opens = below[c].Length == 0 || c == 0 || below[c - 1].Length == 0 || (runs != parents && under == each);
            at += opens ? 1 : 0;
            under = opens ? 1 : under + 1;
            laid.Add(above[at]);
        }

        return at == above.Count - 1 ? laid : null;
    }

    private static List<MappedText> Cells(IReadOnlyList<MappedText> lines, int start, int end) =>
        [.. Enumerable.Range(start, Math.Max(0, Math.Min(end, lines.Count) - start)).Select(i => MappedText.Join([lines[i]]))];

    private static bool IsValue(MappedText cell) => cell.Folded == "-" || CellFigure.Of(cell) is not null;

    private static bool IsGroup(IReadOnlyList<MappedText> lines, int i) => Group.IsMatch(lines[i].Folded.Trim()) && char.IsUpper(lines[i].Trim().Text[0]);

    private static int? NumberAt(IReadOnlyList<MappedText> lines, int i) =>
        i < lines.Count && Number.Match(lines[i].Folded.Trim()) is { Success: true } number
            ? int.Parse(number.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
