using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar;

/// <summary>Whose calendar the actor may open: the areas of the own grants, and what lies in them.</summary>
public sealed class CalendarAreas(PlansInReach plans, Gate gate, AreaTree tree, Clock clock)
{
    public Guid AccountId => gate.Actor.AccountId;

    /// <summary>The areas of the own grants, the widest first.</summary>
    public IReadOnlyList<Area> Own() =>
        [
            .. gate.ScopesOf(PlansModule.Read)
                .Select(g => tree.Find(g.AreaId))
                .OfType<Area>()
                .Where(a => tree.IsInForce(a.Id, clock.Today))
                .DistinctBy(a => a.Id)
                .OrderBy(a => a.Kind),
        ];

    /// <summary>The areas whose calendar is offered: the own ones, and in a province the communes that have a plan.</summary>
    public async Task<IReadOnlyList<Area>> OfferedAsync(CancellationToken cancellation)
    {
        var own = Own();
        if (own.All(a => a.Kind is AreaKind.Commune or AreaKind.Hamlet))
        {
            return own;
        }
        var planned = await plans.Query().Select(p => p.AreaId).Distinct().ToListAsync(cancellation);
        return
        [
            .. own.Concat(
                    planned.Select(tree.Find).OfType<Area>().Where(a => a.Kind != AreaKind.Hamlet && Find(a.Id) is not null).OrderBy(a => a.Name, StringComparer.CurrentCulture)
                )
                .DistinctBy(a => a.Id),
        ];
    }

    /// <summary>The area asked for, the own one where none was; null where it may not be seen.</summary>
    public Area? Find(int? areaId)
    {
        var own = Own();
        return areaId is { } id
            ? own.Any(a => tree.IsWithin(id, a.Id, clock.Today))
                ? tree.Find(id)
                : null
            : own.FirstOrDefault();
    }
}
