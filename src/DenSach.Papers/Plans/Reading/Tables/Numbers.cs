namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The numbers of rows that stand one blank before their labels.</summary>
internal static class Numbers
{
    private static readonly Pattern Before = Pattern.Of(@"^(\d{1,3})[.)]? [a-z“""]");

    /// <summary>Whether a cell begins with a number and goes on with words.</summary>
    public static bool StandsIn(LayoutCell cell) => Before.IsMatch(cell.Text.Folded);

    /// <summary>Cuts the numbers off, where they count the rows one by one.</summary>
    public static void Apart(List<List<LayoutCell>> cells, IReadOnlyList<int> rows)
    {
        var (expected, cut) = (1, new List<int>());
        foreach (var row in rows)
        {
            var first = cells[row][0].Text;
            var joined = Before.Match(first.Folded);
            var number = joined.Success ? joined.Groups[1].Value : first.Folded;
            if (number != expected.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                continue;
            }

            expected++;
            if (joined.Success)
            {
                cut.Add(row);
            }
        }

        if (expected <= 2)
        {
            return;
        }

        foreach (var row in cut)
        {
            cells[row] = [.. Of(cells[row][0])!, .. cells[row].Skip(1)];
        }
    }

    /// <summary>The number and the words behind it; null where the cell does not begin so.</summary>
    public static LayoutCell[]? Of(LayoutCell cell)
    {
        if (Before.Match(cell.Text.Folded) is not { Success: true } joined)
        {
            return null;
        }

        var length = joined.Length - 2;
        return [new(cell.Start, cell.Start + length, cell.Text.Slice(0, length)), new(cell.Start + length + 1, cell.End, cell.Text.Slice(length + 1))];
    }
}
