using DenSach.Modules.Areas;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.List;

/// <param name="Name">How a plan is called in one line: number, or issuer and month.</param>
/// <param name="Ended">Replaced or withdrawn.</param>
public sealed record PlanLine(Guid Id, int AreaId, string Area, string Name, string Title, int? FirstYear, int? LastYear, int Targets, int Doubts, bool InForce, bool Ended);

/// <summary>The plans within reach, those in force first, the newest first; small plans behind those of their commune.</summary>
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
                Doubts = p.Doubts.Count(d => !d.Settled),
            })
            .ToListAsync(cancellation);
        var today = clock.Today;
        return
        [
            .. rows.OrderByDescending(r => r.Plan.HoldsOn(today))
                .ThenBy(r => r.Plan.IsSmall)
                .ThenByDescending(r => r.Plan.FirstDay)
                .ThenBy(r => r.Plan.Id)
                .Select(r => Line(r.Plan, r.Targets, r.Doubts)),
        ];
    }

    /// <summary>What waits to be compared with its text and confirmed, the newest first.</summary>
    public async Task<IReadOnlyList<PlanLine>> DraftsAsync(CancellationToken cancellation) =>
        [.. (await reach.DraftsAsync(cancellation)).OrderByDescending(p => p.TakenInAt).Select(p => Line(p, 0, 0))];

    private PlanLine Line(Plan plan, int targets, int doubts) =>
        new(
            plan.Id,
            plan.AreaId,
            plan.OrganisationName ?? (tree.IsInForce(plan.AreaId, clock.Today) ? tree[plan.AreaId].FullName : $"{tree[plan.AreaId].FullName} (đơn vị cũ)"),
            PlanWords.NameOf(plan),
            plan.Title,
            plan.FirstYear,
            plan.LastYear,
            targets,
            doubts,
            plan.HoldsOn(clock.Today),
            plan.EndedOn is not null
        );
}
