using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Tallies;

/// <summary>A sum that is not what its facts give. Without an area it is the grain of the register.</summary>
public sealed record TallyDifference(int RegisterId, int? AreaId, string Measure, DateOnly Date, long Stored, long Counted)
{
    public override string ToString() =>
        $"{Measure}, {(AreaId is { } area ? $"area {area}" : "whole register")} (register {RegisterId}), {Date:yyyy-MM-dd}: stored {Stored}, counted {Counted}";
}

public sealed record TallyReport(int Measures, long Compared, IReadOnlyList<TallyDifference> Differences, IReadOnlyList<string> Uncounted)
{
    public bool Agrees => Differences.Count == 0 && Uncounted.Count == 0;
}

/// <summary>Counts every measure again from its facts and compares with both grains of the stored sums, all at one moment.</summary>
public sealed class TallyVerifier(AppDb db, IEnumerable<ICountFacts> counters)
{
    public async Task<TallyReport> VerifyAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var counted = new TallyChanges();
        var measures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var counter in counters)
        {
            measures.UnionWith(counter.Measures);
            await counter.CountAsync(db, counted, cancellation);
        }
        var rows = counted.Rows.ToList();
        var comparison = new Comparison(measures);
        foreach (var row in rows)
        {
            comparison.Count(row.RegisterId, row.AreaId, row.Measure, row.Date, row.Value);
        }
        await foreach (var row in db.Set<Tally>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            comparison.Stored(row.RegisterId, row.AreaId, row.Measure, row.Date, row.Value);
        }
        foreach (var group in rows.GroupBy(r => (r.RegisterId, r.Measure, r.Date)))
        {
            comparison.Count(group.Key.RegisterId, null, group.Key.Measure, group.Key.Date, group.Sum(r => (long)r.Value));
        }
        await foreach (var row in db.Set<RegisterTally>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            comparison.Stored(row.RegisterId, null, row.Measure, row.Date, row.Value);
        }
        return comparison.Report();
    }

    private sealed class Comparison(HashSet<string> measures)
    {
        private readonly Dictionary<(int RegisterId, int? AreaId, string Measure, DateOnly Date), long> waiting = [];
        private readonly List<TallyDifference> differences = [];
        private readonly SortedSet<string> uncounted = new(StringComparer.Ordinal);
        private long compared;

        public void Count(int registerId, int? areaId, string measure, DateOnly date, long value)
        {
            if (!measures.Contains(measure))
            {
                throw new InvalidOperationException($"A module counted the measure \"{measure}\" without declaring it.");
            }
            if (value != 0)
            {
                waiting[(registerId, areaId, measure, date)] = value;
            }
        }

        public void Stored(int registerId, int? areaId, string measure, DateOnly date, long value)
        {
            compared++;
            if (!measures.Contains(measure))
            {
                uncounted.Add(measure);
                return;
            }
            var key = (registerId, areaId, measure, date);
            waiting.Remove(key, out var counted);
            if (counted != value)
            {
                differences.Add(new TallyDifference(registerId, areaId, measure, date, value, counted));
            }
        }

        public TallyReport Report()
        {
            compared += waiting.Count;
            differences.AddRange(waiting.Select(w => new TallyDifference(w.Key.RegisterId, w.Key.AreaId, w.Key.Measure, w.Key.Date, 0, w.Value)));
            var ordered = differences.OrderBy(d => d.Measure, StringComparer.Ordinal).ThenBy(d => d.RegisterId).ThenBy(d => d.AreaId ?? int.MaxValue).ThenBy(d => d.Date);
            return new TallyReport(measures.Count, compared, [.. ordered], [.. uncounted]);
        }
    }
}
