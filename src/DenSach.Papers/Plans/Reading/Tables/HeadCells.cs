namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Heads of neighbouring columns that stand one blank apart, parted where the line or the words show it.</summary>
internal static class HeadCells
{
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

    private static IEnumerable<LayoutCell> Parts(LayoutCell cell, List<List<LayoutCell>> heads)
    {
        // The words of a printed cell stand as they are on their line, so a place in them is a place on the line.
        if (cell.Text.Length != cell.End - cell.Start)
        {
            return [cell];
        }

        for (var x = 1; x + 1 < cell.Text.Length; x++)
        {
            if (
                cell.Text.Text[x] == ' '
                && char.IsUpper(cell.Text.Text[x + 1])
                && (IsGap(heads, cell, cell.Start + x) || NextYear.Match(cell.Text.Folded) is { Success: true } year && x > year.Index && x < year.Index + year.Length)
            )
            {
                var left = new LayoutCell(cell.Start, cell.Start + x, cell.Text.Slice(0, x));
                return Parts(new(cell.Start + x + 1, cell.End, cell.Text.Slice(x + 1)), heads).Prepend(left);
            }
        }

        return [cell];
    }

    /// <summary>Another line of the heads has two cells here, one on each side, both within this cell.</summary>
    private static bool IsGap(List<List<LayoutCell>> heads, LayoutCell cell, int x) =>
        heads.Exists(line => line.Zip(line.Skip(1)).Any(p => p.First.End <= x && x < p.Second.Start && p.First.Start < x && cell.Start < p.First.End && p.Second.Start < cell.End));
}
