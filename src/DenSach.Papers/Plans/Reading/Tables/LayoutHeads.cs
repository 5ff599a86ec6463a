namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Lays the head cells of one printed line over the columns below them.</summary>
internal static class LayoutHeads
{
    private const int Near = 2;
    private const double Centred = 3.5;

    /// <summary>
    /// Which head stands over each of the columns, or -1; and whether that is the only way to see it. As many heads as
    /// columns go in their order. Fewer that each begin with a column stand over that one (a merged cell is spread by
    /// <see cref="SourceTable"/>); fewer that stand in the middle over several belong to all of these.
    /// </summary>
    public static (int[] Head, bool Sure) Over(IReadOnlyList<LayoutCell> heads, IReadOnlyList<(int Start, int End)> columns)
    {
        if (heads.Count == columns.Count)
        {
            return ([.. Enumerable.Range(0, columns.Count)], true);
        }

        var overlapping = columns.Select(c => Enumerable.Range(0, heads.Count).Where(h => heads[h].Start < c.End + 1 && c.Start < heads[h].End + 1).ToList()).ToList();
        if (heads.Count > columns.Count)
        {
            return ([.. overlapping.Select((o, c) => o.Count > 0 ? o[0] : -1)], false);
        }

        var own = overlapping.Select(o => o is [var only] ? only : -1).ToArray();
        var eachOne = overlapping.All(o => o.Count <= 1) && own.Where(h => h >= 0).Distinct().Count() == heads.Count;
        if (eachOne && own.All(h => h >= 0))
        {
            return (own, true);
        }

        var (parts, cost) = Parts(heads, columns);
        if (cost <= heads.Count)
        {
            return (parts, true);
        }

        if (eachOne && heads.All(h => columns.Any(c => Math.Abs(c.Start - h.Start) <= Near)))
        {
            return (own, true);
        }

        var ownCost = eachOne ? own.Select((h, c) => h < 0 ? 0 : Math.Abs(heads[h].Middle - ((columns[c].Start + columns[c].End) / 2.0))).Sum() : double.PositiveInfinity;
        // In the middle of three columns a head stands over the second of them too: it is over all three.
        if (Math.Min(cost, ownCost) <= Centred * heads.Count && (cost <= ownCost || cost - ownCost > Near))
        {
            return (cost <= ownCost ? parts : own, true);
        }

        return eachOne ? (own, false) : ([.. columns.Select(c => Enumerable.Range(0, heads.Count).MinBy(h => Math.Abs(heads[h].Middle - ((c.Start + c.End) / 2.0))))], false);
    }

    /// <summary>The columns in as many runs as there are heads, each head nearest to the middle of its run.</summary>
    private static (int[] Parts, double Cost) Parts(IReadOnlyList<LayoutCell> heads, IReadOnlyList<(int Start, int End)> columns)
    {
        // best[h, c]: the first c columns given to the first h heads.
        var best = new double[heads.Count + 1, columns.Count + 1];
        var from = new int[heads.Count + 1, columns.Count + 1];
        for (var h = 0; h <= heads.Count; h++)
        {
            for (var c = 0; c <= columns.Count; c++)
            {
                best[h, c] = h == 0 && c == 0 ? 0 : double.PositiveInfinity;
                for (var start = h - 1; h > 0 && start >= 0 && start < c; start++)
                {
                    var middle = (columns[start].Start + columns[c - 1].End) / 2.0;
                    var cost = best[h - 1, start] + Math.Abs(heads[h - 1].Middle - middle);
                    if (cost < best[h, c])
                    {
                        (best[h, c], from[h, c]) = (cost, start);
                    }
                }
            }
        }

        var parts = new int[columns.Count];
        for (int h = heads.Count, c = columns.Count; h > 0; c = from[h, c], h--)
        {
            for (var i = from[h, c]; i < c; i++)
            {
                parts[i] = h - 1;
            }
        }

        return (parts, best[heads.Count, columns.Count]);
    }
}
