using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>A plan to choose, by the little that its name needs.</summary>
public sealed record PlanChoice(Guid Id, string Name);

/// <summary>The plans in force whose tasks the actor may see, and those he works by. Found by the database: a province holds thousands and works by a few.</summary>
public sealed class TaskPlans(AppDb db, PlansInReach plans, Gate gate, AreaTree tree, Clock clock)
{
    /// <summary>Who works by no plan sees so many together; more one by one.</summary>
    private const int MostTogether = 10;

    /// <summary>All in force that the actor may see.</summary>
    public IQueryable<Plan> Held() => plans.Query().Where(Plan.Holding(clock.Today));

    /// <summary>Those the actor works by: of the own areas, of the levels above, in a commune also the small ones; not those of each commune of a province.</summary>
    public IQueryable<Plan> Near()
    {
        var today = clock.Today;
        var own = gate.ScopesOf(PlansModule.Read).Select(g => g.AreaId).Distinct().Select(tree.Find).OfType<Area>().ToList();
        var path = own.SelectMany(area => tree.PathTo(area.Id, today)).Select(a => a.Id).Distinct().ToList();
        var taken = tree.FormerIn(path, today).Where(id => tree.HeirsOf(id, today).Any(heir => path.Contains(heir.Id)));
        List<int> above = [.. path, .. taken];
        // What a district planned falls to the province that took it over; a commune sees what is planned in it.
        var districts = tree.FormerIn([.. own.Select(a => a.Id)], today).Where(id => tree[id].Kind == AreaKind.District);
        var communes = own.Where(a => a.Kind >= AreaKind.Commune).Select(a => a.Id).ToList();
        List<int> former = [.. districts, .. tree.FormerIn(communes, today)];
        if (communes.Count == 0)
        {
            return Held().Where(p => p.OrganisationId == null && above.Contains(p.AreaId) || former.Contains(p.AreaId));
        }
        var inside = communes.Select(area => db.Within(area, today).Select(p => p.AreaId)).Aggregate((one, other) => one.Union(other));
        return Held().Where(p => p.OrganisationId == null && above.Contains(p.AreaId) || former.Contains(p.AreaId) || inside.Contains(p.AreaId));
    }

    /// <summary>The chosen one; else those the actor works by, or, where there are none, the few that there are.</summary>
    public async Task<IReadOnlyList<Plan>> OfBoardAsync(Guid? chosen, CancellationToken cancellation)
    {
        if (chosen is { } id)
        {
            return await Held().Where(p => p.Id == id).ToListAsync(cancellation);
        }
        var near = await InOrder(Near()).ToListAsync(cancellation);
        if (near.Count > 0)
        {
            return near;
        }
        var few = await InOrder(Held()).Take(MostTogether + 1).ToListAsync(cancellation);
        return few.Count <= MostTogether ? few : [];
    }

    /// <summary>
    /// What can be chosen: the plans of communes and provinces within reach, and the small ones that the actor works by. The rest of the small ones are opened from their own page.
    /// </summary>
    public async Task<IReadOnlyList<PlanChoice>> ChoicesAsync(CancellationToken cancellation)
    {
        var near = Near().Select(p => p.Id);
        var rows = await InOrder(Held().Where(p => near.Contains(p.Id) || p.OrganisationId == null && (p.Level != null || p.TextSha256 != null)))
            .Select(p => new
            {
                p.Id,
                p.AreaId,
                p.Number,
                p.IssuedOn,
                p.IssuedPartial,
                p.Issuer,
                p.OrganisationName,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(p => new PlanChoice(p.Id, $"{PlanWords.NameOf(p.Number, p.IssuedOn, p.IssuedPartial, p.Issuer)} ({p.OrganisationName ?? tree[p.AreaId].FullName})")),
        ];
    }

    private static IQueryable<Plan> InOrder(IQueryable<Plan> plans) => plans.OrderBy(p => p.RegisterId).ThenBy(p => p.TakenInAt).ThenBy(p => p.Id);
}
