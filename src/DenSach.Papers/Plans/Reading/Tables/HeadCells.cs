namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Heads of neighbouring columns that stand one blank apart, parted where the line or the words show it.</summary>
internal static class HeadCells
{
    private const int LongestCell = 200;
    private static readonly Pattern NumberHead = Pattern.Of("^(stt|tt|so tt) [a-z]");
    private static readonly Pattern YearsAlone = Pattern.Of(@"^((19|20)\d{2} )+(19|20)\d{2}$");
    private static readonly Pattern NextYear = Pattern.Of(
        @"\d{4}( ?\(%\))? (den |het |cuoi )*(nam|nh|nam hoc) \d{4}|\bhoc tap""?( \(%\))? ""?(gia dinh|dong ho|cong dong|don vi|cong dan) hoc tap\b"
    );

    /// <summary>Parts cells of the head lines [<paramref name="start"/>, <paramref name="end"/>) over columns of values.</summary>
    public static void Part(List<List<LayoutCell>> cells, int start, int end, IReadOnlyList<(int Start, int End)> values)
    {
        var all = cells[start..end];
        for (var i = start; i < end; i++)
        {
            cells[i] = [.. cells[i].SelectMany(c => Parts(c, all))];
        }

        for (var i = start; i < end; i++)
        {
            var below = cells[(i + 1)..end];
            cells[i] = [.. cells[i].SelectMany(c => OverColumns(c, values, below.Exists(l => l.Exists(b => b.Overlaps((c.Start, c.End))))))];
        }
    }

    /// <summary>"Số lượng Tỷ lệ (%) Số lượng": nothing stands below it, so each of the columns below has its own head in it, which begins anew between two columns.</summary>
    private static List<LayoutCell> OverColumns(LayoutCell cell, IReadOnlyList<(int Start, int End)> values, bool goesOn)
    {
        var over = values.Where(cell.Overlaps).ToList();
        if (over.Count < (goesOn ? 3 : 2) || cell.Text.Length != cell.End - cell.Start || cell.Text.Length > LongestCell)
        {
            return [cell];
        }

        var cuts = over.Zip(over.Skip(1))
            .Select(p => Enumerable.Range((p.First.Start + p.First.End) / 2, Math.Max(0, ((p.Second.Start + p.Second.End) / 2) - ((p.First.Start + p.First.End) / 2))))
            .Select(r => r.Select(x => x - cell.Start).Where(x => x > 0 && x + 1 < cell.Text.Length && cell.Text.Text[x] == ' ' && char.IsUpper(cell.Text.Text[x + 1])).ToList())
            .ToList();
        var all = Enumerable.Range(1, cell.Text.Length - 2).Where(x => cell.Text.Text[x] == ' ' && char.IsUpper(cell.Text.Text[x + 1])).ToList();
        cuts = all.Count == cuts.Count ? all.ConvertAll(x => new List<int> { x }) : cuts;
        if (!cuts.TrueForAll(c => c.Count == 1) || (goesOn && all.Count != cuts.Count))
        {
            return [cell];
        }

        var starts = cuts.Select(c => c[0] + 1).Prepend(0).ToList();
        var ends = cuts.Select(c => c[0]).Append(cell.Text.Length).ToList();
        return [.. starts.Zip(ends, (s, e) => new LayoutCell(cell.Start + s, cell.Start + e, cell.Text.Slice(s, e)))];
    }

    /// <summary>The cells of a line, years and the head of the numbers cut off what stands one blank behind them.</summary>
    public static List<LayoutCell> YearsApart(List<LayoutCell> line) => [.. line.SelectMany(YearsApart)];

    /// <summary>Whether a line of heads names several titles side by side.</summary>
    public static bool HoldsSeveral(MappedText words) => NextYear.Matches(words.Folded).Count > 0;

    /// <summary>The words whose middle lies before a place on the line, and those behind; null where all lie on one side.</summary>
    public static (LayoutCell Left, LayoutCell Right)? PartedAt(LayoutCell cell, double place)
    {
        var text = cell.Text;
        for (int x = 0, word = 0; text.Length == cell.End - cell.Start && x < text.Length; x++)
        {
            if (x + 1 < text.Length && text.Text[x + 1] != ' ')
            {
                continue;
            }

            if (cell.Start + ((word + x + 1) / 2.0) > place)
            {
                return word == 0 ? null : (new(cell.Start, cell.Start + word - 1, text.Slice(0, word - 1)), new(cell.Start + word, cell.End, text.Slice(word)));
            }

            word = x + 2;
        }

        return null;
    }

    private static List<LayoutCell> Parts(LayoutCell cell, List<List<LayoutCell>> heads)
    {
        // The words of a printed cell stand as they are on their line, so a place in them is a place on the line. A head is short: what is longer is none.
        if (cell.Text.Length != cell.End - cell.Start || cell.Text.Length > LongestCell)
        {
            return [cell];
        }

        var parts = new List<LayoutCell>();
        var (text, from) = (cell.Text, 0);
        var year = NextYear.Match(text.Folded);
        for (var x = 1; x + 1 < text.Length; x++)
        {
            var isNextYear = year.Success && x > year.Index && x < year.Index + year.Length;
            if (text.Text[x] == ' ' && (char.IsUpper(text.Text[x + 1]) || IsBehindAUnit(text, x)) && (isNextYear || IsGap(heads, cell, cell.Start + x)))
            {
                parts.Add(new(cell.Start + from, cell.Start + x, text.Slice(from, x)));
                from = x + 1;
                year = NextYear.Match(text.Folded, x + 1);
            }
        }

        parts.Add(new(cell.Start + from, cell.End, text.Slice(from)));
        return parts;
    }

    /// <summary>The year of "tính 2025", where "Đơn vị tính" ends beside "Đã đạt năm 2025".</summary>
    private static bool IsBehindAUnit(MappedText text, int blank) => text.Text.AsSpan(0, blank).EndsWith("tính") && char.IsAsciiDigit(text.Text[blank + 1]);

    /// <summary>Another line of the heads has two cells here, one on each side, both within this cell.</summary>
    private static bool IsGap(List<List<LayoutCell>> heads, LayoutCell cell, int x) =>
        heads.Exists(line => line.Zip(line.Skip(1)).Any(p => p.First.End <= x && x < p.Second.Start && p.First.Start < x && cell.Start < p.First.End && p.Second.Start < cell.End));

    /// <summary>"2026 2028 2030", and "STT Năm", one blank apart.</summary>
    private static IEnumerable<LayoutCell> YearsApart(LayoutCell cell) =>
        cell.Text.Length == cell.End - cell.Start && NumberHead.Match(cell.Text.Folded) is { Success: true } number
            ?
            [
                new(cell.Start, cell.Start + number.Length - 2, cell.Text.Slice(0, number.Length - 2)),
                new(cell.Start + number.Length - 1, cell.End, cell.Text.Slice(number.Length - 1)),
            ]
        : cell.Text.Length == cell.End - cell.Start && YearsAlone.IsMatch(cell.Text.Folded)
            ? Enumerable.Range(0, (cell.Text.Length + 1) / 5).Select(i => new LayoutCell(cell.Start + (5 * i), cell.Start + (5 * i) + 4, cell.Text.Slice(5 * i, (5 * i) + 4)))
        : [cell];
}
