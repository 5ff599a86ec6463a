namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Rows whose number and values stand in the middle of a label of several lines, as a page prints cells that are centred: as many lines of the label stand above
/// them as below. Such a row is made one line; the lines of its label are then empty.
/// </summary>
internal static class CentredRows
{
    private const int Slack = 2;
    private const int MostLinesOfALabel = 4;
    private const int FewestRows = 2;

    private static readonly Pattern Unit = Pattern.Of(
        "^(%|ty le( %)?|xa|phuong|nguoi|ho|lop|don vi|thon|ban|ap|to|trung tam|truong|co so|dong ho|gia dinh|hoi vien|cuoc|luot( nguoi)?|mo hinh|diem)$"
    );

    /// <summary>Joins the rows. Where the lines above and below do not add up, nothing is changed.</summary>
    /// <param name="cells">The cells of each line.</param>
    /// <param name="rows">The lines that hold values, in order.</param>
    /// <param name="isValue">Whether a cell holds a value.</param>
    public static void Join(List<List<LayoutCell>> cells, IReadOnlyList<int> rows, Func<LayoutCell, bool> isValue)
    {
        if (rows.Count < FewestRows || FirstValue(cells, rows, isValue) is not { } firstValue)
        {
            return;
        }

        var labels = rows.SelectMany(r => cells[r]).Where(c => c.End <= firstValue && IsWords(c)).ToList();
        if (!rows.Any(r => IsHeadless(cells[r], firstValue)))
        {
            return;
        }

        // From the last row up: what stands below a row tells how much stands above it.
        var (above, below) = (new int[rows.Count], LinesBelow(cells, rows[^1], firstValue, labels));
        for (var k = rows.Count - 1; k >= 0; k--)
        {
            above[k] = below;
            if (k > 0)
            {
                var between = Enumerable.Range(rows[k - 1] + 1, rows[k] - rows[k - 1] - 1).ToList();
                below = between.Count(i => cells[i].Count > 0) - above[k];
                if (below < 0 || between.Any(i => cells[i].Count > 0 && !IsLabel(cells[i], firstValue)))
                {
                    return;
                }
            }
        }

        if (
            above.Any(a => a > MostLinesOfALabel)
            || rows.Select((r, k) => above[k] > 0 || !IsHeadless(cells[r], firstValue)).Contains(false)
            || !Opens(cells, rows[0], above[0], firstValue)
        )
        {
            return;
        }

        for (var k = 0; k < rows.Count; k++)
        {
            Join(cells, rows[k], above[k], firstValue);
        }
    }

    private static void Join(List<List<LayoutCell>> cells, int row, int lines, int firstValue)
    {
        var around = Around(cells, row, lines).ToList();
        var own = cells[row].Where(c => c.End <= firstValue && IsWords(c)).ToList();
        var label = around.TakeWhile(i => i < row).SelectMany(i => cells[i]).Concat(own).Concat(around.Where(i => i > row).SelectMany(i => cells[i])).ToList();
        if (label.Count == 0 || around.Count == 0)
        {
            return;
        }

        var whole = new LayoutCell(label.Min(c => c.Start), label.Max(c => c.End), MappedText.Join([.. label.Select(c => c.Text)]));
        cells[row] = [.. cells[row].Except(own).Append(whole).OrderBy(c => c.Start)];
        around.ForEach(i => cells[i] = []);
    }

    /// <summary>The nearest lines with words above and below, so many of each.</summary>
    private static IEnumerable<int> Around(List<List<LayoutCell>> cells, int row, int lines) =>
        Enumerable
            .Range(0, row)
            .Reverse()
            .Where(i => cells[i].Count > 0)
            .Take(lines)
            .Reverse()
            .Concat(Enumerable.Range(row + 1, cells.Count - row - 1).Where(i => cells[i].Count > 0).Take(lines));

    /// <summary>The first line of the first label begins a label.</summary>
    private static bool Opens(List<List<LayoutCell>> cells, int row, int lines, int firstValue)
    {
        var above = Enumerable.Range(0, row).Reverse().Where(i => cells[i].Count > 0).Take(lines).ToList();
        return above.Count == lines && above.All(i => IsLabel(cells[i], firstValue)) && (lines == 0 || char.IsUpper(cells[above[^1]][^1].Text.Text[0]));
    }

    private static int LinesBelow(List<List<LayoutCell>> cells, int row, int firstValue, List<LayoutCell> labels)
    {
        var count = 0;
        var starts = labels.Select(l => l.Start).ToList();
        var aboveStart = row > 0 && cells[row - 1] is [var above] ? above.Start : -1;
        while (
            row + count + 1 < cells.Count
            && cells[row + count + 1] is [var one]
            && one.End <= firstValue + Slack
            && (Math.Abs(one.Start - aboveStart) <= Slack || starts.Exists(s => Math.Abs(s - one.Start) <= Slack))
        )
        {
            count++;
        }

        return count;
    }

    private static int? FirstValue(List<List<LayoutCell>> cells, IReadOnlyList<int> rows, Func<LayoutCell, bool> isValue)
    {
        // The number of the row is no value of it: the second value from the left is one in any case.
        var values = rows.Select(r => cells[r].Where(isValue).Select(c => c.Start).Order().ToList()).ToList();
        var headless = values.Where(v => v.Count > 1).Select(v => v[0] <= Slack + 2 ? v[1] : v[0]).ToList();
        return headless.Count == 0 ? null : headless.Min();
    }

    private static bool IsHeadless(List<LayoutCell> row, int firstValue) => !row.Any(c => c.End <= firstValue && IsWords(c));

    /// <summary>"%", "xã", "người": what the row is counted in.</summary>
    public static bool IsUnit(LayoutCell cell) => Unit.IsMatch(cell.Text.Folded);

    private static bool IsWords(LayoutCell cell) => cell.Text.Text.Any(char.IsLetter) && !IsUnit(cell);

    private static bool IsLabel(List<LayoutCell> line, int firstValue) => line is [var one] && one.Start > 0 && one.End <= firstValue + Slack;
}
