using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans;

/// <summary>The plans the actor may see: of the own area and what lies in it, and of the areas above, whose plans it has to carry out.</summary>
public sealed class PlansInReach(AppDb db, Gate gate, AreaTree tree, Clock clock)
{
    public IQueryable<Plan> Query()
    {
        var all = db.Set<Plan>().AsNoTracking();
        if (gate.Actor.IsSystem)
        {
            return all;
        }
        var own = Areas(PlansModule.Read);
        if (own.Count == 0)
        {
            return all.Where(_ => false);
        }
        var today = clock.Today;
        var above = own.SelectMany(area => tree.PathTo(area, today)).Select(area => area.Id).Distinct().ToList();
        var inside = own.Select(area => db.Within(area, today).Select(p => p.AreaId)).Aggregate((one, other) => one.Union(other));
        return all.Where(p => above.Contains(p.AreaId) || inside.Contains(p.AreaId));
    }

    /// <summary>The communes and provinces for which the actor may take a plan in.</summary>
    public IReadOnlyList<Area> ToLoadFor()
    {
        var today = clock.Today;
        return
        [
            .. Areas(PlansModule.Load)
                .SelectMany(area => tree.DescendantsOf(area, today).Prepend(tree[area]))
                .DistinctBy(area => area.Id)
                .Where(area => area.Kind is AreaKind.Commune or AreaKind.Province && tree.IsInForce(area.Id, today)),
        ];
    }

    private List<int> Areas(string permission) => [.. gate.ScopesOf(permission).Where(g => g.Scope == ScopeKind.Area).Select(g => g.AreaId).Distinct()];
}
