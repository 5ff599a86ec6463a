namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Finds tables of figures whose columns are told by blanks, as a page printed to text shows them: lines with values, one below the other. <see cref="LayoutGrid"/>
/// cuts each into rows and columns; one that cannot be cut stays text, and a person is told.
/// </summary>
internal static class LayoutTable
{
    private const int WideGap = 4;
    private const int MostLinesBetweenRows = 9;
    private const int MostHeadLines = 10;
    private const int MostLinesAbove = 40;
    private const int FewestPairs = 3;
    private const int LongestLabel = 70;

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var isTaken = new bool[lines.Count];
        foreach (var table in taken)
        {
            Array.Fill(isTaken, true, table.Start, table.End - table.Start);
        }

        var cells = lines.Select((l, i) => isTaken[i] ? [] : LayoutCell.In(l)).ToList();
        var rows = Enumerable.Range(0, lines.Count).Where(i => IsRow(cells[i]) || IsPair(cells[i]) || IsBare(cells[i])).ToList();
        var found = new List<FoundTable>();
        for (var k = 0; k < rows.Count; )
        {
            var last = k;
            while (last + 1 < rows.Count && AreTogether(lines, cells, isTaken, rows[k], rows[last], rows[last + 1]))
            {
                last++;
            }

            var whole = rows[k..(last + 1)];
            if (last > k && (whole.Exists(i => IsRow(cells[i]) || IsBare(cells[i])) || ArePairs([.. whole.Select(i => cells[i])])))
            {
                found.Add(new LayoutGrid(lines, cells, whole).Table());
            }

            k = last + 1;
        }

        return found;
    }

    /// <summary>Whether what stands between two rows belongs to their table: lines of a cell, the name of a group, the foot of a page and the head again; not another head, nor prose.</summary>
    private static bool AreTogether(IReadOnlyList<MappedText> lines, List<List<LayoutCell>> cells, bool[] isTaken, int first, int above, int below)
    {
        var values = cells[above].Where(c => c.IsValue).Skip(1).Select(c => c.Start).DefaultIfEmpty(int.MaxValue).First();
        var written = 0;
        for (var i = above + 1; i < below; i++)
        {
            if (isTaken[i])
            {
                return false;
            }

            if (cells[i].Count == 0 || TableFinder.PageNumber.IsMatch(lines[i].Folded) || IsHeadAgain(cells, first, i))
            {
                continue;
            }

            written++;
            var isProse = cells[i] is [var one] && (one.Text.Text[^1] is ':' or '.' || (one.Start < values && one.End > values + WideGap));
            if (written > MostLinesBetweenRows || isProse || cells[i].Count(c => c.IsYear) > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a line says the same as one of the lines above the first row.</summary>
    public static bool IsHeadAgain(List<List<LayoutCell>> cells, int first, int at)
    {
        for (int i = first - 1, seen = 0; i >= 0 && seen < MostHeadLines && first - i < MostLinesAbove; i--)
        {
            if (cells[i].Count == 0)
            {
                continue;
            }

            seen++;
            if (cells[i].Count == cells[at].Count && cells[i].Zip(cells[at]).All(p => p.First.Text.Folded == p.Second.Text.Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A label and at least two values, or an index, a label and one.</summary>
    private static bool IsRow(List<LayoutCell> cells) =>
        cells.Count > 2
        && cells.Count(c => c.IsValue) + (Numbers.StandsIn(cells[0]) ? 1 : 0) > 1
        && !cells.Where(c => c.IsValue).All(c => c.IsYear)
        && (cells.Exists(c => c.HasLetters) || cells[0].IsYear || cells[1].IsYear);

    /// <summary>Values alone, what they are counted in or the number of the row before them or not.</summary>
    private static bool IsBare(List<LayoutCell> cells) => cells.Count(c => c.IsValue) > 1 && !cells.Exists(c => c.IsYear);

    /// <summary>A label and one value far to its right.</summary>
    private static bool IsPair(List<LayoutCell> cells) =>
        cells is [var label, { IsValue: true } value] && value.Start - label.End >= WideGap && label.Text.Length <= LongestLabel && label.HasLetters;

    private static bool ArePairs(List<List<LayoutCell>> rows) =>
        rows.Count >= FewestPairs && rows.TrueForAll(r => r.Count == 2) && rows.Max(r => r[1].Start) <= rows.Min(r => r[1].End);
}
