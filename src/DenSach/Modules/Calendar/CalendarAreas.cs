using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Calendar;

/// <summary>Whose calendar the actor may open: the areas of the own grants, and what lies in them.</summary>
public sealed class CalendarAreas(Gate gate, AreaTree tree, Clock clock)
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
