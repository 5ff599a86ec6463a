using DenSach.Modules.Areas;
using DenSach.Modules.Decisions;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Platform.Tallies;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Indicators.Sums;

/// <summary>
/// What a measure comes to in an area as at a day, by the tree of that day. Where all hamlets of a register lie inside the area, the register's own sums are read (the coarse grain),
/// for the others the sums of their hamlets (the fine grain). Both give the same; the choice is only speed.
/// </summary>
public sealed class AreaSums(AppDb db, AreaTree tree, HomeRegisters homes)
{
    /// <summary>Measures whose rows all stand on hamlets. Only for these does the place of the hamlets settle the place of the register.</summary>
    private static readonly HashSet<string> OfHamlets =
    [
        RegistryMeasures.Households,
        RegistryMeasures.Adults,
        RecognitionMeasures.FamiliesHolding,
        RecognitionMeasures.FamiliesRecognised,
    ];

    /// <summary>A stock as at the end of a day.</summary>
    public Task<long> StockAsync(string measure, int area, DateOnly asAt, CancellationToken cancellation) => SumAsync(measure, area, asAt, asAt, cancellation);

    /// <summary>A flow after one day up to and including another: two cumulative sums, both under the tree of the later day.</summary>
    public async Task<long> FlowAsync(string measure, int area, DateOnly after, DateOnly until, CancellationToken cancellation) =>
        await SumAsync(measure, area, until, until, cancellation) - await SumAsync(measure, area, until, after, cancellation);

    /// <summary>Stocks of every area directly below, in two statements whatever their number.</summary>
    public async Task<IReadOnlyDictionary<(int Area, string Measure), long>> BelowAsync(int parent, string[] measures, DateOnly asAt, CancellationToken cancellation)
    {
        var children = tree.ChildrenOf(parent, asAt).Select(a => a.Id).ToHashSet();
        int? ChildOf(int hamlet) => tree.PathTo(hamlet, asAt).Select(a => (int?)a.Id).FirstOrDefault(id => children.Contains(id!.Value));
        var whole = new Dictionary<int, int>();
        var partial = new List<int>();
        foreach (var (register, hamlets) in homes.Hamlets)
        {
            var inside = hamlets.Where(h => tree.IsWithin(h, parent, asAt)).ToList();
            if (inside.Count == 0)
            {
                continue;
            }
            var child = ChildOf(inside[0]);
            if (child is { } one && inside.Count == hamlets.Length && inside.TrueForAll(h => ChildOf(h) == one) && measures.All(OfHamlets.Contains))
            {
                whole.Add(register, one);
            }
            else
            {
                partial.Add(register);
            }
        }
        var sums = new Dictionary<(int, string), long>();
        foreach (var (register, measure, value) in await CoarseAsync(measures, [.. whole.Keys], asAt, cancellation))
        {
            Add(whole[register], measure, value);
        }
        foreach (var (area, measure, value) in await FineAsync(measures, parent, partial, asAt, asAt, cancellation))
        {
            if (children.Contains(area))
            {
                Add(area, measure, value);
            }
            else if (ChildOf(area) is { } child)
            {
                Add(child, measure, value);
            }
        }
        return sums;

        void Add(int area, string measure, long value) => sums[(area, measure)] = sums.GetValueOrDefault((area, measure)) + value;
    }

    /// <summary>Read from the hamlets alone: what the chosen grain is held against.</summary>
    public async Task<long> FineOnlyAsync(string measure, int area, DateOnly asAt, CancellationToken cancellation) =>
        await db.Set<Tally>()
            .Where(t => t.Measure == measure && t.Date <= asAt && db.Within(area, asAt).Select(p => p.AreaId).Contains(t.AreaId))
            .SumAsync(t => (long)t.Value, cancellation);

    /// <summary>The registers with all their hamlets inside the area on the day, and those with some.</summary>
    public (IReadOnlyList<int> Whole, IReadOnlyList<int> Partial) Grains(string measure, int area, DateOnly asAt)
    {
        var whole = new List<int>();
        var partial = new List<int>();
        foreach (var (register, hamlets) in homes.Hamlets)
        {
            var inside = hamlets.Count(h => tree.IsWithin(h, area, asAt));
            if (inside > 0)
            {
                (inside == hamlets.Length && OfHamlets.Contains(measure) ? whole : partial).Add(register);
            }
        }
        return (whole, partial);
    }

    private async Task<long> SumAsync(string measure, int area, DateOnly treeOf, DateOnly upTo, CancellationToken cancellation)
    {
        if (!OfHamlets.Contains(measure))
        {
            return await db.Set<Tally>()
                .Where(t => t.Measure == measure && t.Date <= upTo && db.Within(area, treeOf).Select(p => p.AreaId).Contains(t.AreaId))
                .SumAsync(t => (long)t.Value, cancellation);
        }
        var (whole, partial) = Grains(measure, area, treeOf);
        var coarse = await CoarseAsync([measure], whole, upTo, cancellation);
        var fine = await FineAsync([measure], area, partial, treeOf, upTo, cancellation);
        return coarse.Sum(c => c.Value) + fine.Sum(f => f.Value);
    }

    private async Task<IEnumerable<(int Register, string Measure, long Value)>> CoarseAsync(
        string[] measures,
        IReadOnlyList<int> registers,
        DateOnly upTo,
        CancellationToken cancellation
    )
    {
        if (registers.Count == 0)
        {
            return [];
        }
        var sums = await db.Set<RegisterTally>()
            .Where(t => measures.Contains(t.Measure) && t.Date <= upTo && registers.Contains(t.RegisterId))
            .GroupBy(t => new { t.RegisterId, t.Measure })
            .Select(g => new { g.Key, Value = g.Sum(t => (long)t.Value) })
            .ToListAsync(cancellation);
        return sums.Select(s => (s.Key.RegisterId, s.Key.Measure, s.Value));
    }

    private async Task<IEnumerable<(int Area, string Measure, long Value)>> FineAsync(
        string[] measures,
        int area,
        IReadOnlyList<int> registers,
        DateOnly treeOf,
        DateOnly upTo,
        CancellationToken cancellation
    )
    {
        if (registers.Count == 0)
        {
            return [];
        }
        var inside = db.Within(area, treeOf).Select(p => p.AreaId);
        var sums = await db.Set<Tally>()
            .Where(t => measures.Contains(t.Measure) && t.Date <= upTo && registers.Contains(t.RegisterId) && inside.Contains(t.AreaId))
            .GroupBy(t => new { t.AreaId, t.Measure })
            .Select(g => new { g.Key, Value = g.Sum(t => (long)t.Value) })
            .ToListAsync(cancellation);
        return sums.Select(s => (s.Key.AreaId, s.Key.Measure, s.Value));
    }
}
