using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Write;

/// <summary>Whose plan it may be: an area, or an organisation with its seat there.</summary>
public sealed record PlanOwner(int AreaId, Guid? OrganisationId, string Name, OrganisationKind? Kind = null)
{
    public string Key => OrganisationId is { } id ? $"{AreaId}:{id}" : $"{AreaId}";
}

/// <summary>For whom the actor may write a plan, and which plans stand above them.</summary>
public sealed class PlanOwners(Gate gate, PlanPlaces places, PlansInReach reach, AreaTree tree, Clock clock, AppDb db)
{
    public async Task<IReadOnlyList<PlanOwner>> AllAsync(CancellationToken cancellation)
    {
        var today = clock.Today;
        var small = gate.ScopesOf(PlansModule.Write).ToList();
        var seats = small.Where(g => g.Scope == ScopeKind.Organisation).Select(g => g.SubjectId).ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => seats.Contains(o.Id)).OrderBy(o => o.Name).ToListAsync(cancellation);
        return
        [
            .. places.ToLoadFor().Where(a => tree.IsInForce(a.Id, today) && a.Kind != AreaKind.District).Select(a => new PlanOwner(a.Id, null, a.FullName)),
            .. small
                .Where(g => g.Scope == ScopeKind.Area && tree.Find(g.AreaId) is { Kind: AreaKind.Hamlet })
                .Select(g => new PlanOwner(g.AreaId, null, tree[g.AreaId].FullName))
                .Distinct(),
            .. organisations.Select(o => new PlanOwner(o.AreaId, o.Id, o.Name, o.Kind)),
        ];
    }

    /// <summary>Plans in force that stand above one of them. Over a commune stand the areas above it; over what lies in it, and over an organisation with its seat there, the commune as well.</summary>
    public async Task<IReadOnlyList<Plan>> AboveAsync(IReadOnlyList<PlanOwner> owners, CancellationToken cancellation)
    {
        var over = owners.SelectMany(o => tree.PathTo(o.AreaId, clock.Today).SkipLast(o.OrganisationId is null ? 1 : 0)).Select(a => a.Id).Distinct().ToList();
        return await reach
            .Query()
            .Where(Plan.Holding(clock.Today))
            .Where(Plan.IsLarge)
            .Where(p => over.Contains(p.AreaId))
            .OrderByDescending(p => p.FirstDay)
            .ToListAsync(cancellation);
    }
}
