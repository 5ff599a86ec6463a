namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A table flattened to one cell a line, its empty cells lost. Rows are told by their labels, columns by counting:
/// each row must hold as many values as the head names; where that does not come out, nothing is guessed and each
/// value is shown to a person.
/// </summary>
internal static class FlatTable
{
    private const int LongestCell = 90;
    private const int FewestValues = 3;

    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|t/t|so tt)$");
    private static readonly Pattern HeadYear = Pattern.Of(@"\b(19|20)\d{2}\b");
    private static readonly Pattern Note = Pattern.Of("^(ghi chu|don vi tinh|dvt)$");
    private static readonly Pattern Done = Pattern.Of("da dat|dat duoc|hien trang|thuc hien|thuc trang|ket qua");

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var cellLike = lines.Select((l, i) => MayBeCell(l) && !taken.Any(t => t.Start <= i && i < t.End)).ToList();
        var values = Enumerable.Range(0, lines.Count).Where(i => cellLike[i] && CellFigure.Of(Plain(lines[i])) is not null).ToList();
        var found = new List<FoundTable>();
        for (var k = 0; k < values.Count; )
        {
            var last = k;
            while (last + 1 < values.Count && Enumerable.Range(values[last], values[last + 1] - values[last]).All(i => cellLike[i]))
            {
                last++;
            }

            if (last - k + 1 >= FewestValues && Table(lines, values[k], values[last]) is { } table)
            {
                found.Add(table);
            }

            k = last + 1;
        }

        return found;
    }

    private static MappedText Plain(MappedText line) => MappedText.Join([line]);

    private static bool MayBeCell(MappedText line)
    {
        var cell = line.Trim();
        return cell.Length == 0 || (cell.Length <= LongestCell && (cell.Text[^1] is not ('.' or ';' or ':') || cell.Length < 8) && cell.Text[0] is not ('-' or '+'));
    }

    private static FoundTable? Table(IReadOnlyList<MappedText> lines, int firstValue, int lastValue)
    {
        var start = firstValue;
        while (start > 0 && MayBeCell(lines[start - 1]))
        {
            start--;
        }

        var head = Enumerable.Range(start, firstValue - start).Where(i => lines[i].Trim().Length > 0).ToList();
        var index = head.FindLastIndex(i => Index.IsMatch(Plain(lines[i]).Folded));
        var year = head.FindIndex(i => HeadYear.IsMatch(lines[i].Folded) && !lines[i].Text.Contains('/', StringComparison.Ordinal));
        start =
            index >= 0 ? head[index]
            : year > 0 ? head[year - 1]
            : year == 0 ? head[0]
            : start;

        var cells = Cells(lines, start, lastValue);
        var (heads, rows) = Rows(cells);
        if (rows.Count == 0)
        {
            return null;
        }

        var width = rows.GroupBy(r => r.Values.Count).MaxBy(g => g.Count())!.Key;
        var columns = HeadsOf(heads, width);
        var grid = rows.Select(r => r.Values.Prepend(r.Label).ToArray()).ToList();
        var head0 = new[] { MappedText.Empty }.Concat(columns?.Select(c => c.Over) ?? []).ToArray();
        var head1 = new[] { MappedText.Empty }.Concat(columns?.Select(c => c.Under) ?? []).ToArray();
        // A row with another number of values cannot be laid under the head.
        var whole = columns is null ? [] : grid.Where(r => r.Length == width + 1).ToList();
        var unplaced = grid.Except(whole).SelectMany(r => r.Skip(1)).ToList();
        return new(start, lastValue + 1, SourceTable.WithHeads([head0, head1], whole, unplaced));
    }

    private static List<MappedText> Cells(IReadOnlyList<MappedText> lines, int start, int end)
    {
        var cells = new List<MappedText>();
        foreach (var line in Enumerable.Range(start, end - start + 1).Select(i => Plain(lines[i])).Where(l => l.Length > 0))
        {
            var continues = cells.Count > 0 && (char.IsLower(line.Text[0]) || line.Text[0] is '(' or '“' or '”') && CellFigure.Of(line) is null && CellFigure.Of(cells[^1]) is null;
            if (continues)
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

    private static (List<MappedText> Heads, List<(MappedText Label, List<MappedText> Values)> Rows) Rows(List<MappedText> cells)
    {
        var rows = new List<(MappedText Label, List<MappedText> Values)>();
        var words = new List<MappedText>();
        var heads = new List<MappedText>();
        var expected = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            var figure = CellFigure.Of(cells[i]);
            var numbering = figure is { Percent: false } && figure.Value == expected && i + 1 < cells.Count && cells[i + 1].Length > 1 && CellFigure.Of(cells[i + 1]) is null;
            if (numbering)
            {
                expected++;
            }
            else if (figure is null && cells[i].Text != "-" && cells[i].Text != "%")
            {
                words.Add(cells[i]);
            }
            else if (words.Count > 0 && cells[i].Text != "%")
            {
                heads = rows.Count == 0 ? words[..^1] : heads;
                rows.Add((words[^1], [cells[i]]));
                words = [];
            }
            else if (rows.Count > 0 && cells[i].Text != "%")
            {
                rows[^1].Values.Add(cells[i]);
            }
        }

        return (heads, rows);
    }

    /// <summary>The head of each of <paramref name="width"/> columns: a year, or a year over a second word; null where it does not come out.</summary>
    private static List<(MappedText Over, MappedText Under)>? HeadsOf(List<MappedText> heads, int width)
    {
        var plain = heads.Where(h => !Note.IsMatch(h.Folded) && !Index.IsMatch(h.Folded)).ToList();
        var first = plain.FindIndex(h => HeadYear.IsMatch(h.Folded));
        if (first < 0)
        {
            return plain.Count >= width ? [.. plain.TakeLast(width).Select(h => (h, MappedText.Empty))] : null;
        }

        var years = plain.Skip(first).TakeWhile(h => HeadYear.IsMatch(h.Folded)).ToList();
        var under = plain.Skip(first + years.Count).ToList();
        if (under.Count == 0)
        {
            return years.Count == width ? [.. years.Select(y => (y, MappedText.Empty))] : null;
        }

        var parents = years.Count + under.Count - width;
        if (parents <= 0 || under.Count % parents != 0)
        {
            return null;
        }

        // Which years are cut into columns: all, or those that are no past result.
        var cut = parents == years.Count ? years : [.. years.Where(y => !Done.IsMatch(y.Folded))];
        if (cut.Count != parents)
        {
            return null;
        }

        var each = under.Count / parents;
        return [.. years.SelectMany(y => cut.Contains(y) ? under.Skip(cut.IndexOf(y) * each).Take(each).Select(u => (y, u)) : [(y, MappedText.Empty)])];
    }
}
