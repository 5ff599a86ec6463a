namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Groups of columns side by side, over each of which the same years stand, and which words of a head stand over them.</summary>
/// <param name="Years">The years of all groups, as the head writes them.</param>
/// <param name="Count">How many groups.</param>
/// <param name="First">The first column of the first group.</param>
/// <param name="Columns">The columns of the table.</param>
internal sealed record YearGroups(IReadOnlyList<LayoutCell> Years, int Count, int First, LayoutColumns Columns)
{
    private const int Near = 3;
    private int Length => Years.Count / Count;
    private (int Start, int End) FirstColumn => Columns[First];
    private (int Start, int End) LastColumn => Columns[First + Years.Count - 1];

    public bool HoldsColumn(int column) => column >= First && column < First + Years.Count;

    /// <summary>Whether a cell of the head stands over the groups.</summary>
    public bool Holds(LayoutCell cell) => cell.Middle > Math.Min(Years[0].Start, FirstColumn.Start) && cell.Middle < Math.Max(Years[^1].End, LastColumn.End);

    /// <summary>Whether it stands over them and is not above any of the years: one column may have been taken for another.</summary>
    public bool IsBesideYears(LayoutCell cell) => Holds(cell) && (cell.End <= Years[0].Start || cell.Start >= Years[^1].End);

    /// <summary>Half-way between the last column of one group and the first of the next.</summary>
    public IEnumerable<int> Bounds => Enumerable.Range(1, Count - 1).Select(g => (Columns[First + (g * Length) - 1].End + Columns[First + (g * Length)].Start) / 2);

    public int GroupOf(int column) => (column - First) / Length;

    public int GroupOver(LayoutCell cell) => Bounds.Count(b => b < cell.Middle);

    public bool IsOverAll(LayoutCell cell) => Math.Abs(cell.Middle - ((FirstColumn.Start + LastColumn.End) / 2.0)) < Near;
}
