using DenSach.Modules.Areas;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.List;

/// <param name="Name">How a plan is called in one line: number, or issuer and month.</param>
public sealed record PlanLine(Guid Id, int AreaId, string Area, string Name, string Title, int? FirstYear, int? LastYear, int Targets, int Doubts, bool InForce);

/// <summary>The plans within reach, those in force first, the newest first.</summary>
public sealed class PlanList(PlansInReach reach, AreaTree tree, Clock clock)
{
    public async Task<IReadOnlyList<PlanLine>> AllAsync(CancellationToken cancellation)
    {
        var rows = await reach
            .Query()
            .Select(p => new
            {
                Plan = p,
                Targets = p.Targets.Count,
                Doubts = p.Doubts.Count,
            })
            .ToListAsync(cancellation);
        var today = clock.Today;
        return
        [
            .. rows.OrderByDescending(r => r.Plan.HoldsOn(today))
                .ThenByDescending(r => r.Plan.FirstDay)
                .ThenBy(r => r.Plan.Id)
                .Select(r => new PlanLine(
                    r.Plan.Id,
                    r.Plan.AreaId,
                    tree[r.Plan.AreaId].FullName,
                    PlanWords.NameOf(r.Plan),
                    r.Plan.Title,
                    r.Plan.FirstYear,
                    r.Plan.LastYear,
                    r.Targets,
                    r.Doubts,
                    r.Plan.HoldsOn(today)
                )),
        ];
    }
}
