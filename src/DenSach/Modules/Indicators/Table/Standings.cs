using DenSach.Modules.Indicators.Sums;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Indicators.Table;

/// <summary>Where a place stands today with the targets that an indicator answers, for who may read its sums.</summary>
public sealed class Standings(AreaSums sums, Gate gate, Clock clock) : ITellStanding
{
    public async Task<IReadOnlyDictionary<int, Standing>> OfAsync(IReadOnlyList<PlanTarget> targets, int areaId, CancellationToken cancellation)
    {
        var told = new Dictionary<int, Standing>();
        if (!gate.Allows(IndicatorsModule.Read, areaId))
        {
            return told;
        }
        foreach (var asked in targets.GroupBy(Indicator.For))
        {
            if (asked.Key is not { } indicator)
            {
                continue;
            }
            var share = new Share(
                await sums.StockAsync(indicator.Numerator, areaId, clock.Today, cancellation),
                await sums.StockAsync(indicator.Denominator, areaId, clock.Today, cancellation)
            );
            if (share.Percent is { } percent)
            {
                asked.ToList().ForEach(target => told[target.Place] = new Standing(share.Numerator, share.Denominator, percent));
            }
        }
        return told;
    }
}
