namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Which lines make the rows of a printed table whose rows are numbered and whose cells go over several lines: the number stands in the middle of its row, or
/// at its top. Only one of both is taken, and only where it adds up for all rows between two headings or page breaks.
/// </summary>
internal static class NumberedRows
{
    /// <summary>The rows as ranges of lines; null where neither way adds up.</summary>
    /// <param name="numbers">The lines that hold a number, in order.</param>
    /// <param name="start">The first line of the stretch.</param>
    /// <param name="end">One past its last line; null where the table ends in the stretch and nothing shows where.</param>
    /// <param name="opens">Whether the work named on a line begins a cell, and not goes on with one.</param>
    public static List<(int Start, int End)>? In(IReadOnlyList<int> numbers, int start, int? end, Func<int, bool> opens) =>
        numbers[0] == start && numbers.All(opens) && end is { } stop ? AtTheTop(numbers, stop) : InTheMiddle(numbers, start, end);

    private static List<(int, int)> AtTheTop(IReadOnlyList<int> numbers, int end) => [.. numbers.Select((n, k) => (n, k + 1 < numbers.Count ? numbers[k + 1] : end))];

    /// <summary>As many lines above the number as below, from the first row on; the last must end where the stretch does.</summary>
    private static List<(int, int)>? InTheMiddle(IReadOnlyList<int> numbers, int start, int? end)
    {
        var rows = new List<(int Start, int End)>();
        foreach (var number in numbers)
        {
            if (number < start)
            {
                return null;
            }

            rows.Add((start, number + (number - start) + 1));
            start = rows[^1].End;
        }

        return end is null || end == start ? rows : null;
    }
}
