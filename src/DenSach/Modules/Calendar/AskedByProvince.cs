using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar;

/// <summary>
/// What plans of the levels above ask of communes ("UBND các xã, phường báo cáo trước 5/12"), for officers of a commune while there is time: not what the commune took over into its
/// own plan for that year, nor what it told done or no longer needed. Whether it was kept each commune tells for itself, so nothing of it is called late.
/// </summary>
public sealed class AskedByProvince(PlansInReach plans, SettledDeadlines settled, Gate gate, AreaTree tree, Clock clock)
{
    public async Task<IReadOnlyList<AskedHere>> ComingAsync(int daysAhead, CancellationToken cancellation)
    {
        var today = clock.Today;
        var communes = gate.ScopesOf(PlansModule.Load)
            .Where(g => g.Scope == ScopeKind.Area && tree[g.AreaId].Kind == AreaKind.Commune && tree.IsInForce(g.AreaId, today))
            .Select(g => g.AreaId)
            .Distinct();
        var found = new List<AskedHere>();
        foreach (var commune in communes)
        {
            var above = tree.PathTo(commune, today).Select(a => a.Id).Where(id => id != commune).ToList();
            var higher = await AreaCalendar
                .Asking(plans.Query().Where(p => above.Contains(p.AreaId) && p.OrganisationId == null), today)
                .Include(p => p.Deadlines.OrderBy(d => d.Place))
                .Include(p => p.Tasks.OrderBy(t => t.Place))
                .AsSplitQuery()
                .ToListAsync(cancellation);
            if (!higher.Exists(p => p.Deadlines.Any(p.AsksCommunes)))
            {
                continue;
            }
            var own = await plans.Of(commune).Include(p => p.Deadlines.OrderBy(d => d.Place)).ToListAsync(cancellation);
            var lines = new TakerLines(new Taker(TakerKind.Commune), own, higher);
            var dates = await settled.OfAsync(commune, higher, today, cancellation);
            found.AddRange(
                dates
                    .Between(higher, true, today, today.AddDays(daysAhead), (plan, deadline, day) => plan.AsksCommunes(deadline) && lines.Concern(plan, deadline, day))
                    .Where(item => item is { IsSettled: false, Kind: DueKind.Deadline or DueKind.Review })
                    .Select(item => new AskedHere(commune, item))
            );
        }
        return found;
    }
}
