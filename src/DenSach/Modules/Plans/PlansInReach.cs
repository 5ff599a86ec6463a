using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans;

/// <summary>
/// The plans the actor may see: of the own area and what lies in it, of units that these took over, and of the areas above, whose plans it has to carry out.
/// A draft is seen by whoever may confirm it, and by nobody else.
/// </summary>
public sealed class PlansInReach(AppDb db, Gate gate, AreaTree tree, Clock clock, PlanPlaces places)
{
    /// <summary>Confirmed plans.</summary>
    public IQueryable<Plan> Query() => Seen().Where(p => p.ConfirmedAt != null);

    /// <summary>
    /// Confirmed plans that an area lives by: its own, of units it took over, and of a commune the small ones in it. A province does not live by the plan of each of its communes.
    /// </summary>
    public IQueryable<Plan> Of(int areaId)
    {
        var today = clock.Today;
        var former = tree.FormerIn([areaId], today);
        if (tree.Find(areaId) is { Kind: AreaKind.Commune or AreaKind.Hamlet })
        {
            var inside = db.Within(areaId, today).Select(p => p.AreaId);
            return Query().Where(p => inside.Contains(p.AreaId) || former.Contains(p.AreaId));
        }
        // What a district planned falls to its communes and to the province; the plan of a commune that is no more to a commune alone.
        var taken = former.Where(id => tree[id].Kind < AreaKind.Commune || tree.HeirsOf(id, today).Any(heir => heir.Id == areaId)).ToList();
        return Query().Where(p => p.AreaId == areaId || taken.Contains(p.AreaId));
    }

    /// <summary>Confirmed plans, and the drafts that the actor may confirm.</summary>
    public async Task<IReadOnlyList<Plan>> DraftsAsync(CancellationToken cancellation) =>
        [.. (await Seen().Where(p => p.ConfirmedAt == null).ToListAsync(cancellation)).Where(places.MayChange)];

    /// <summary>One plan with all that is in it, dropped items too where asked; null where it is not there or may not be seen.</summary>
    public async Task<Plan?> FindAsync(Guid id, bool withDropped, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(id) is not { } register)
        {
            return null;
        }
        var query = WithItems(Seen());
        var plan = await (withDropped ? query.IgnoreQueryFilters() : query).SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id, cancellation);
        return plan is null || plan.IsDraft && !places.MayChange(plan) ? null : plan;
    }

    /// <summary>One plan without its items; null where it is not there or may not be seen.</summary>
    public async Task<Plan?> HeadAsync(Guid id, bool withText, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var query = Seen().Where(p => p.RegisterId == register && p.Id == id);
        var plan = await (withText ? query.Include(p => p.Received) : query).SingleOrDefaultAsync(cancellation);
        return plan is null || plan.IsDraft && !places.MayChange(plan) ? null : plan;
    }

    internal static IQueryable<Plan> WithItems(IQueryable<Plan> plans) =>
        plans
            .Include(p => p.Received)
            .Include(p => p.Targets.OrderBy(t => t.Place))
            .Include(p => p.Deadlines.OrderBy(d => d.Place))
            .Include(p => p.Tasks.OrderBy(t => t.Place))
            .Include(p => p.Goals.OrderBy(g => g.Place))
            .Include(p => p.Bases.OrderBy(b => b.Place))
            .Include(p => p.Members.OrderBy(m => m.Place))
            .Include(p => p.Phases.OrderBy(x => x.Place))
            .Include(p => p.Mentions.OrderBy(m => m.Place))
            .Include(p => p.Doubts.OrderBy(d => d.Place))
            .AsSplitQuery();

    private IQueryable<Plan> Seen()
    {
        var all = db.Set<Plan>().AsNoTracking();
        if (gate.Actor.IsSystem)
        {
            return all;
        }
        var own = gate.ScopesOf(PlansModule.Read).Select(g => g.AreaId).Distinct().ToList();
        if (own.Count == 0)
        {
            return all.Where(_ => false);
        }
        var today = clock.Today;
        var above = own.SelectMany(area => tree.PathTo(area, today)).Select(area => area.Id).Distinct().ToList();
        var inside = own.Select(area => db.Within(area, today).Select(p => p.AreaId)).Aggregate((one, other) => one.Union(other));
        var former = tree.FormerIn(own, today);
        return all.Where(p => above.Contains(p.AreaId) || inside.Contains(p.AreaId) || former.Contains(p.AreaId));
    }
}
