using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Tallies;

namespace DenSach.Modules.Indicators.Sums;

/// <param name="TreeRevision">Of the tree by which it was added up.</param>
public sealed record MeasureAnswer(string Measure, int AreaId, string Area, DateOnly AsAt, int TreeRevision, long Value);

/// <summary>One measure in one area as at a day, for programs.</summary>
public sealed class ReadMeasure(AreaSums sums, AreaTree tree, Gate gate, IEnumerable<ICountFacts> facts)
{
    public async Task<Result<MeasureAnswer>> AskAsync(string measure, int areaId, DateOnly asAt, CancellationToken cancellation)
    {
        if (Reach.Open(gate, tree, areaId, asAt) is { Ok: false, Problem: { } problem })
        {
            return problem;
        }
        var known = facts.SelectMany(f => f.Measures).ToHashSet(StringComparer.Ordinal);
        if (!known.Contains(measure))
        {
            return Problem.NotFound($"Không có số đo nào tên là “{measure}”. Có: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
        return new MeasureAnswer(measure, areaId, tree[areaId].FullName, asAt, tree.Revision, await sums.StockAsync(measure, areaId, asAt, cancellation));
    }
}
