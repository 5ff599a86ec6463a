namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Heads of neighbouring columns that stand one blank apart, parted where the line or the words show it.</summary>
internal static class HeadCells
{
    private const int LongestCell = 200;
    private static readonly Pattern NextYear = Pattern.Of(@"\d{4}( ?\(%\))? (nam|nh|nam hoc) \d{4}");

    /// <summary>Parts cells of the head lines [<paramref name="start"/>, <paramref name="end"/>).</summary>
    public static void Part(List<List<LayoutCell>> cells, int start, int end)
    {
        var all = cells[start..end];
        for (var i = start; i < end; i++)
        {
            cells[i] = [.. cells[i].SelectMany(c => Parts(c, all))];
        }
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
            if (text.Text[x] == ' ' && char.IsUpper(text.Text[x + 1]) && (isNextYear || IsGap(heads, cell, cell.Start + x)))
            {
                parts.Add(new(cell.Start + from, cell.Start + x, text.Slice(from, x)));
                from = x + 1;
                year = NextYear.Match(text.Folded, x + 1);
            }
        }

        parts.Add(new(cell.Start + from, cell.End, text.Slice(from)));
        return parts;
    }

    /// <summary>Another line of the heads has two cells here, one on each side, both within this cell.</summary>
    private static bool IsGap(List<List<LayoutCell>> heads, LayoutCell cell, int x) =>
        heads.Exists(line => line.Zip(line.Skip(1)).Any(p => p.First.End <= x && x < p.Second.Start && p.First.Start < x && cell.Start < p.First.End && p.Second.Start < cell.End));
}
