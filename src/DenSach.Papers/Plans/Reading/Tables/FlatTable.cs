namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A table flattened to one cell a line, its empty cells lost, whose rows carry no numbers. Rows are told by their labels, columns
/// by counting: each row must hold as many values as the head names; where that does not come out, nothing is guessed and each
/// value is shown to a person.
/// </summary>
internal static class FlatTable
{
    private const int LongestCell = 90;
    private const int FewestValues = 3;
    private const int LongestYearHead = 40;

    private static readonly Pattern Index = Pattern.Of(@"^(stt|tt|t/t|so tt)$");
    private static readonly Pattern HeadYear = Pattern.Of(@"\b(19|20)\d{2}\b");
    private static readonly Pattern Caption = Pattern.Of(@"^(bang|bieu|phu luc)\b");
    private static readonly Pattern Note = Pattern.Of(@"^\(?(ghi chu|don vi tinh|dvt|don vi( tinh)? ?: ?.{1,12})\)?$");
    private static readonly Pattern ColumnNumber = Pattern.Of(@"^\(\d{1,2}\)$");

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

            if (last - k + 1 >= FewestValues && Table(lines, cellLike, values[k], values[last]) is { } table)
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
        return cell.Length == 0
            || (cell.Length <= LongestCell && (cell.Text[^1] is not ('.' or ';' or ':') || cell.Length < 8) && (cell.Text[0] is not ('-' or '+') || cell.Length == 1));
    }

    /// <summary>Such a line above the values is the heading of a section and ends the table's head.</summary>
    private static bool IsHeading(MappedText line) => Marker.At(Plain(line), null) is { Depth: <= Marker.LeadIn };

    private static FoundTable? Table(IReadOnlyList<MappedText> lines, List<bool> cellLike, int firstValue, int lastValue)
    {
        var start = firstValue;
        while (start > 0 && cellLike[start - 1] && (lines[start - 1].Trim().Length == 0 || !IsHeading(lines[start - 1]) || start == firstValue))
        {
            start--;
        }

        // A dash in the last row stands for a value that is not there.
        while (lastValue + 1 < lines.Count && Plain(lines[lastValue + 1]).Folded == "-")
        {
            lastValue++;
        }

        var index = Enumerable.Range(start, firstValue - start).LastOrDefault(i => Index.IsMatch(Plain(lines[i]).Folded), -1);
        start = index >= 0 ? index : start;
        var cells = Cells(lines, start, lastValue);
        var (above, rows) = Rows([.. cells.Select(c => c.Text)]);
        if (rows.Count == 0)
        {
            return null;
        }

        var width = rows.GroupBy(r => r.Values.Count).MaxBy(g => g.Count())!.Key;
        // Where a later row has one word more than a label, the rows have two labels, and the first row has both.
        var grouped = above.Count > 1 && rows.Skip(1).Any(r => r.Group is not null) && rows.Skip(1).All(r => r.Words <= 2);
        var heads = grouped ? above[..^1] : above;
        var columns = HeadsOf(heads, width, out var first);
        start = heads.Count > 0 && first < heads.Count ? cells.First(c => c.Text.Span() == heads[first].Span()).Line : start;
        if (grouped)
        {
            rows[0] = rows[0] with { Group = above[^1] };
        }

        var leading = grouped ? 2 : 1;
        var grid = rows.Select(r => (grouped ? [r.Group ?? MappedText.Empty, r.Label] : new[] { r.Label }).Concat(r.Values).ToArray()).ToList();
        var label = first < heads.Count && leading == 1 ? heads[first] : MappedText.Empty;
        var head0 = Enumerable.Repeat(MappedText.Empty, leading - 1).Append(label).Concat(columns?.Select(c => c[0]) ?? []).ToArray();
        var head1 = Enumerable.Repeat(MappedText.Empty, leading).Concat(columns?.Select(c => c.Length > 1 ? c[1] : MappedText.Empty) ?? []).ToArray();
        // A row with another number of values cannot be laid under the head.
        var whole = columns is null ? [] : grid.Where(r => r.Length == width + leading).ToList();
        var unplaced = grid.Except(whole).SelectMany(r => r.Skip(leading)).ToList();
        if (whole.Count < grid.Count - whole.Count)
        {
            return new(start, lastValue + 1, SourceTable.NotCut(MappedText.Join(Enumerable.Range(start, lastValue + 1 - start).Select(i => lines[i]))));
        }

        return new(start, lastValue + 1, SourceTable.WithHeads([head0, head1], whole, unplaced));
    }

    private static List<(int Line, MappedText Text)> Cells(IReadOnlyList<MappedText> lines, int start, int end)
    {
        var cells = new List<(int Line, MappedText Text)>();
        foreach (
            var (at, line) in Enumerable.Range(start, end - start + 1).Select(i => (i, Plain(lines[i]))).Where(l => l.Item2.Length > 0 && !ColumnNumber.IsMatch(l.Item2.Folded))
        )
        {
            var continues =
                cells.Count > 0 && (char.IsLower(line.Text[0]) || line.Text[0] is '(' or '“' or '”') && CellFigure.Of(line) is null && CellFigure.Of(cells[^1].Text) is null;
            if (continues)
            {
                cells[^1] = (cells[^1].Line, MappedText.Join([cells[^1].Text, line]));
            }
            else
            {
                cells.Add((at, line));
            }
        }

        return cells;
    }

    /// <param name="Label">The word right before the values.</param>
    /// <param name="Group">The word before that, behind the values of another row; null where there is none.</param>
    /// <param name="Words">How many words stand between the values before and its own.</param>
    /// <param name="Values">Its values.</param>
    private sealed record FlatRow(MappedText Label, MappedText? Group, int Words, List<MappedText> Values);

    private static (List<MappedText> Above, List<FlatRow> Rows) Rows(List<MappedText> cells)
    {
        var rows = new List<FlatRow>();
        var words = new List<MappedText>();
        var above = new List<MappedText>();
        var expected = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            var figure = CellFigure.Of(cells[i]);
            var numbering = figure is { Percent: false } && figure.Value == expected && i + 1 < cells.Count && cells[i + 1].Length > 1 && CellFigure.Of(cells[i + 1]) is null;
            if (numbering)
            {
                expected++;
            }
            else if (figure is null && cells[i].Folded != "-" && cells[i].Text != "%")
            {
                words.Add(cells[i]);
            }
            else if (words.Count > 0 && cells[i].Text != "%")
            {
                above = rows.Count == 0 ? words[..^1] : above;
                rows.Add(new(words[^1], rows.Count > 0 && words.Count > 1 ? words[^2] : null, words.Count, [cells[i]]));
                words = [];
            }
            else if (rows.Count > 0 && cells[i].Text != "%")
            {
                rows[^1].Values.Add(cells[i]);
            }
        }

        return (above, rows);
    }

    /// <summary>
    /// The heads over each of <paramref name="width"/> columns of values; null where they do not come out. The head before them names the
    /// rows; what stands before that is no part of the table,
    /// unless it says a year: then a head is left over, and nothing is sure.
    /// </summary>
    private static List<MappedText[]>? HeadsOf(List<MappedText> heads, int width, out int first)
    {
        var plain = heads.Select((h, i) => (Head: h, At: i)).Where(h => !Note.IsMatch(h.Head.Folded) && !Index.IsMatch(h.Head.Folded)).ToList();
        var ways = Enumerable
            .Range(0, plain.Count)
            .Select(s => (At: s, Over: plain.Skip(s + 1).Select(h => h.Head).ToList()))
            .Where(w => w.Over.Count >= width && !HeadYear.IsMatch(plain[w.At].Head.Folded))
            .Select(w => (w.At, Merged: w.Over.Count - width, Over: HeadTree.Over(w.Over, width)))
            .Where(w => w.Over is not null && !plain.Take(w.At).Any(h => HeadYear.IsMatch(h.Head.Folded) && h.Head.Length <= LongestYearHead && !Caption.IsMatch(h.Head.Folded)))
            .ToList();
        // Without a head over the labels only heads that all are years, or all name whom, are surely those of the values.
        var alike = plain.All(h => HeadYear.IsMatch(h.Head.Folded)) || plain.All(h => TargetWords.Whom(h.Head).Title is not null);
        var headless = plain.Count == width && alike ? HeadTree.Over([.. plain.Select(h => h.Head)], width) : null;
        // Two merged cells with the same words under both are no chance; next comes a head a column, then one merged cell.
        var chosen = ways.Where(w => w.Merged > 1).Concat(ways.Where(w => w.Merged == 0)).Concat(headless is null ? ways : []).FirstOrDefault();
        first =
            chosen.Over is not null ? plain[chosen.At].At
            : headless is not null ? plain[0].At
            : heads.Count;
        return chosen.Over ?? headless;
    }
}
