namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The numbers of rows that stand one blank before their labels.</summary>
internal static class Numbers
{
    private static readonly Pattern Before = Pattern.Of(@"^(\d{1,3})[.)]? [a-z“""]");

    /// <summary>Cuts the numbers off, where they count the rows one by one.</summary>
    public static void Apart(List<List<LayoutCell>> cells, IReadOnlyList<int> rows)
    {
        var (expected, cut) = (1, new List<(int Row, int Length)>());
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
                cut.Add((row, joined.Length - 2));
            }
        }

        if (expected <= 2)
        {
            return;
        }

        foreach (var (row, length) in cut)
        {
            var first = cells[row][0];
            cells[row] =
            [
                new(first.Start, first.Start + length, first.Text.Slice(0, length)),
                new(first.Start + length + 1, first.End, first.Text.Slice(length + 1)),
                .. cells[row].Skip(1),
            ];
        }
    }
}
