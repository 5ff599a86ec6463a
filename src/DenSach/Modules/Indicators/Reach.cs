using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Indicators;

/// <summary>Whose figures may be read: rights by the tree of today, figures by the tree of the day asked for.</summary>
public static class Reach
{
    public static Result<Area> Open(Gate gate, AreaTree tree, int areaId, DateOnly asAt)
    {
        if (tree.Find(areaId) is not { } area || !gate.Allows(IndicatorsModule.Read, areaId))
        {
            return Problem.NotFound("Không có địa bàn này, hoặc tài khoản này không được xem số liệu ở đó.");
        }
        return tree.IsInForce(areaId, asAt)
            ? area
            : Problem.Invalid("indicators.not_in_force", $"Ngày {asAt.Written()} {area.FullName} chưa có hoặc không còn, nên không có số liệu. Hãy chọn ngày khác.");
    }

    /// <summary>The areas of the actor's own grants, the widest first.</summary>
    public static IReadOnlyList<Area> Beginnings(Gate gate, AreaTree tree, DateOnly today) =>
        [
            .. gate.ScopesOf(IndicatorsModule.Read)
                .Where(g => g.Scope == ScopeKind.Area && tree.IsInForce(g.AreaId, today))
                .Select(g => g.AreaId)
                .Distinct()
                .Select(id => tree[id])
                .OrderBy(a => a.Kind),
        ];
}
