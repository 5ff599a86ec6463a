using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Decisions;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Indicators.Table;

/// <summary>The criteria sets under the decisions issued in an area up to a day: a figure that rests on a sample says so.</summary>
public sealed class SetsUsed(AppDb db)
{
    public Task<bool> RestOnSampleAsync(int areaId, DateOnly asAt, CancellationToken cancellation) =>
        db.Set<Recognition>().Within(db, areaId, asAt).AnyAsync(r => r.RestsOnSample && r.From <= asAt && r.To > asAt, cancellation);

    public async Task<IReadOnlyList<SetUsed>> InAsync(int areaId, DateOnly asAt, CancellationToken cancellation)
    {
        var used = await (
            from decision in db.Set<Decision>().Within(db, areaId, asAt)
            where decision.Status == DecisionStatus.InForce && decision.IssuedOn <= asAt
            join round in db.Set<Round>().IgnoreAutoIncludes() on new { decision.RegisterId, Id = decision.RoundId } equals new { round.RegisterId, round.Id }
            select new
            {
                round.SetId,
                round.SetVersion,
                decision.RestsOnSample,
            }
        )
            .Distinct()
            .ToListAsync(cancellation);
        if (used.Count == 0)
        {
            return [];
        }
        var ids = used.Select(u => u.SetId).Distinct().ToList();
        var titles = await db.Set<PublishedSet>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => (s.Id, s.Version), s => s.Title, cancellation);
        return
        [
            .. used.OrderBy(u => u.SetId, StringComparer.Ordinal)
                .ThenBy(u => u.SetVersion, StringComparer.Ordinal)
                .Select(u => new SetUsed(u.SetId, u.SetVersion, titles.GetValueOrDefault((u.SetId, u.SetVersion), u.SetId), u.RestsOnSample)),
        ];
    }
}
