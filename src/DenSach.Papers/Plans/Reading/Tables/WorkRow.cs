namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// A row of a table of work that came as one cell a line, where an empty cell leaves no line. Which cell is missing is told by the others: only in its own column does a cell speak of a
/// time, and who leads and what is done always stand there.
/// </summary>
internal static class WorkRow
{
    /// <summary>The row with the one cell that it lacks, empty; null where it lacks another number of cells, or more than one column may be meant.</summary>
    /// <param name="cells">The cells that are there.</param>
    /// <param name="heads">The heads of all columns, "Thời gian" among them.</param>
    public static MappedText[]? Filled(IReadOnlyList<MappedText> cells, IReadOnlyList<MappedText> heads)
    {
        var time = heads.ToList().FindIndex(TaskHeads.IsTime);
        if (time < 0 || cells.Count != heads.Count - 1)
        {
            return null;
        }

        var ways = Enumerable.Range(0, heads.Count).Where(c => TaskHeads.MayStandEmpty(heads[c])).Select(With).Where(IsPlain).Take(2).ToList();
        return ways is [var only] ? only : null;

        MappedText[] With(int gap) => [.. cells.Take(gap), MappedText.Empty, .. cells.Skip(gap)];

        bool IsPlain(MappedText[] row) =>
            TaskHeads.SaysTime(row[time]) && Enumerable.Range(0, row.Length).All(c => c == time || TaskHeads.IsProduct(heads[c].Folded) || !TaskHeads.SaysTime(row[c]));
    }
}
