using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination;

/// <summary>Committees and regulations the actor may see: of the own areas, of what lies in them, of units these took over, and of the levels above.</summary>
public sealed class CoordinationInReach(AppDb db, Gate gate, AreaTree tree, Clock clock)
{
    public const int LongestWords = 3000;

    public IQueryable<T> Of<T>(IQueryable<T> rows)
        where T : class, IInArea
    {
        if (gate.Actor.IsSystem)
        {
            return rows;
        }
        var own = gate.ScopesOf(PlansModule.Read).Select(g => g.AreaId).Distinct().ToList();
        if (own.Count == 0)
        {
            return rows.Where(_ => false);
        }
        var above = own.SelectMany(area => tree.PathTo(area, clock.Today)).Select(a => a.Id).Distinct().ToList();
        var inside = own.Select(area => db.Within(area, clock.Today).Select(p => p.AreaId)).Aggregate((one, other) => one.Union(other));
        var former = tree.FormerIn(own, clock.Today);
        return rows.Where(r => above.Contains(r.AreaId) || inside.Contains(r.AreaId) || former.Contains(r.AreaId));
    }

    public IQueryable<Regulation> Regulations() => Of(db.Set<Regulation>().AsNoTracking());

    /// <summary>Where the actor may set up committees and keep regulations.</summary>
    public IReadOnlyList<Area> ToKeepFor() =>
        [
            .. gate.ScopesOf(CoordinationModule.Keep)
                .Select(g => tree.Find(g.AreaId))
                .OfType<Area>()
                .Where(a => a.Kind is AreaKind.Commune or AreaKind.Province && tree.IsInForce(a.Id, clock.Today))
                .DistinctBy(a => a.Id),
        ];

    /// <summary>What a unit that is no more left is kept by whoever took it over.</summary>
    public bool MayKeep(int areaId) => GrantToKeep(areaId) is not null;

    /// <summary>Whether an area keeps what is another's: its own, or that of a unit it took over.</summary>
    public bool IsKeptBy(int areaId, int keeper) => tree.HeirsOf(areaId, clock.Today).Any(heir => heir.Id == keeper);

    public Grant? GrantToKeep(int areaId) =>
        tree.HeirsOf(areaId, clock.Today).Select(heir => gate.GrantFor(CoordinationModule.Keep, new Place(heir.Id))).FirstOrDefault(g => g is not null);

    /// <summary>A day that papers of the programme can carry.</summary>
    public static bool IsDay(DateOnly? day) => day is null or { Year: >= 2000 and <= 2100 };

    public static bool TooLong(string? words, int most) => words?.Trim().Length > most;
}
