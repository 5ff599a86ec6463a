using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry;

/// <summary>The households the actor may see, by the rights and the tree of today: where every list of them begins.</summary>
public sealed class HouseholdsInReach(AppDb db, Gate gate, AreaTree tree, Clock clock)
{
    /// <summary>Above so many hamlets a list offers the communes to choose from.</summary>
    private const int MostHamlets = 150;

    private IReadOnlyList<Grant> Grants => [.. gate.ScopesOf(RegistryModule.Read)];

    public Role? Role => Grants.Count > 0 ? Grants[0].Role : null;

    public IQueryable<Household> Query()
    {
        var all = db.Set<Household>().AsNoTracking();
        if (gate.Actor.IsSystem)
        {
            return all;
        }
        var parts = TopAreas().Select(area => all.Within(db, area, clock.Today)).ToList();
        var own = Grants.Where(g => g.Scope == ScopeKind.Household && g.SubjectId is not null).Select(g => g.SubjectId!.Value).Distinct().ToList();
        if (own.Count > 0)
        {
            var registers = own.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
            parts.Add(all.Where(h => registers.Contains(h.RegisterId) && own.Contains(h.Id)));
        }
        return parts.Count == 0 ? all.Where(_ => false) : parts.Aggregate((one, other) => one.Union(other));
    }

    /// <summary>What a list can be narrowed to: the hamlets within reach, or the communes where the hamlets are too many.</summary>
    public IReadOnlyList<Area> Choices(DateOnly asAt)
    {
        var inside = TopAreas().SelectMany(area => tree.DescendantsOf(area, asAt).Prepend(tree[area])).DistinctBy(a => a.Id).ToList();
        var hamlets = inside.Where(a => a.Kind == AreaKind.Hamlet).ToList();
        return hamlets.Count <= MostHamlets ? hamlets : [.. inside.Where(a => a.Kind == AreaKind.Commune)];
    }

    /// <summary>The areas of the actor's grants, without those that lie in another of them.</summary>
    private List<int> TopAreas()
    {
        var areas = Grants.Where(g => g.Scope == ScopeKind.Area).Select(g => g.AreaId).Distinct().ToList();
        return [.. areas.Where(a => !areas.Any(other => other != a && tree.IsWithin(a, other, clock.Today)))];
    }
}
