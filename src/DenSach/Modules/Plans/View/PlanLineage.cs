using DenSach.Modules.Areas;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.View;

/// <param name="Id">The plan, for a link.</param>
/// <param name="MayOpen">The actor may see it; else it is named only, for what a plan in force says is public.</param>
public sealed record Relative(Guid Id, string Name, string Area, bool MayOpen);

/// <summary>Where a plan stands: what it carries out, who carries it out, what it replaced, and how its targets stand to those above.</summary>
/// <param name="ToTakeBack">Of a withdrawn plan the one that it had replaced, as long as that one is still ended and no other took its place.</param>
public sealed record Lineage(
    IReadOnlyList<NationalDocument> National,
    Relative? Above,
    IReadOnlyList<ComparedTarget> Compared,
    IReadOnlyList<Relative> Below,
    IReadOnlyList<ComparedTarget> NobodyTook,
    IReadOnlyList<(string How, Relative Plan)> Others,
    Guid? ToTakeBack
);

/// <summary>
/// Finds the relatives of a plan: above and beside it what the actor may see, below it every confirmed plan, so that what nobody took is the same for whoever looks.
/// A handful of statements, however many plans there are.
/// </summary>
public sealed class PlanLineage(AppDb db, PlansInReach reach, PlansBelow belowOf, NationalDocuments national, AreaTree tree, Clock clock)
{
    public async Task<Lineage> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var near = await NearAsync(plan, cancellation);
        var above = near.SingleOrDefault(p => p.Id == plan.CarriesOutId) ?? PlansBelow.Nearest(plan, near, tree, clock.Today);
        var below = await belowOf.OfAsync(plan, [.. near.Where(p => p.AreaId == plan.AreaId)], cancellation);
        var targets = await TargetsAsync(above is null ? below : [above, .. below], cancellation);
        var belowIds = below.Select(p => p.Id).ToList();
        var open = below.Count == 0 ? [] : await reach.Query().Where(p => belowIds.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancellation);
        return new Lineage(
            [.. plan.Bases.Select(b => national.Find(b.Number)).OfType<NationalDocument>().Distinct()],
            above is null ? null : Of(above, mayOpen: true),
            above is null ? [] : TargetComparison.Of(plan.Targets, plan.FirstYear, [.. targets[above.Id]]),
            [.. below.Select(p => Of(p, open.Contains(p.Id))).OrderBy(r => r.Area, StringComparer.CurrentCulture)],
            TargetComparison.NobodyTook(plan.Targets, [.. below.Select(p => (p.FirstYear, targets[p.Id]))]),
            [.. Others(plan, near)],
            await ToTakeBackAsync(plan, near, cancellation)
        );
    }

    private async Task<Guid?> ToTakeBackAsync(Plan plan, IEnumerable<Plan> near, CancellationToken cancellation) =>
        plan.EndedHow == PlanEnd.Withdrawn
        && near.SingleOrDefault(p => p.Id == plan.ReplacesId && p.EndedHow == PlanEnd.Replaced) is { } earlier
        && !await Succession.IsReplacedAsync(db, earlier.Id, cancellation)
            ? earlier.Id
            : null;

    /// <summary>What may stand above it, and what it is linked with: without targets.</summary>
    private Task<List<Plan>> NearAsync(Plan plan, CancellationToken cancellation)
    {
        var path = PlansBelow.PathsOf(plan.AreaId, tree, clock.Today).SelectMany(areas => areas).Select(a => a.Id).Distinct().ToList();
        return reach
            .Query()
            .Where(p =>
                path.Contains(p.AreaId) && p.OrganisationId == null && (p.Level != null || p.TextSha256 != null)
                || p.Id == plan.CarriesOutId
                || p.Id == plan.ReplacesId
                || p.Id == plan.AmendsId
                || p.ReplacesId == plan.Id
                || p.AmendsId == plan.Id
            )
            .ToListAsync(cancellation);
    }

    private async Task<ILookup<Guid, PlanTarget>> TargetsAsync(IReadOnlyCollection<Plan> plans, CancellationToken cancellation)
    {
        var (ids, registers) = (plans.Select(p => p.Id).ToList(), plans.Select(p => p.RegisterId).Distinct().ToList());
        return (
            await db.Set<PlanTarget>()
                .AsNoTracking()
                .Where(t => registers.Contains(t.RegisterId) && ids.Contains(t.PlanId) && t.Scope == null && t.Unit != "%/year")
                .OrderBy(t => t.Place)
                .ToListAsync(cancellation)
        ).ToLookup(t => t.PlanId);
    }

    private IEnumerable<(string, Relative)> Others(Plan plan, IReadOnlyCollection<Plan> near)
    {
        var later = Replacing(plan, near);
        foreach (var other in near)
        {
            var how =
                other.Id == plan.ReplacesId ? (Replaces(plan, other) ? "Thay cho" : "Từng thay cho")
                : other.Id == plan.AmendsId ? "Sửa đổi, bổ sung"
                : other == later ? "Được thay bằng"
                : other.AmendsId == plan.Id ? "Được sửa đổi, bổ sung bằng"
                : null;
            if (how is not null)
            {
                yield return (how, Of(other, mayOpen: true));
            }
        }
    }

    /// <summary>Withdrawn, or the earlier one taken back: it took its place once.</summary>
    private static bool Replaces(Plan plan, Plan earlier) => plan.EndedHow != PlanEnd.Withdrawn && earlier.EndedOn is not null;

    /// <summary>The later plan by which this one is ended: one that was withdrawn only while the end that it had set stands, none once that was taken back.</summary>
    private static Plan? Replacing(Plan plan, IEnumerable<Plan> near) =>
        plan.EndedOn is null
            ? null
            : near.Where(p => p.ReplacesId == plan.Id && (p.EndedHow != PlanEnd.Withdrawn || plan.EndedHow == PlanEnd.Replaced))
                .OrderBy(p => p.EndedHow == PlanEnd.Withdrawn)
                .ThenByDescending(p => p.ConfirmedAt)
                .FirstOrDefault();

    private Relative Of(Plan plan, bool mayOpen) => new(plan.Id, PlanWords.NameOf(plan), plan.OrganisationName ?? tree[plan.AreaId].FullName, mayOpen);
}
