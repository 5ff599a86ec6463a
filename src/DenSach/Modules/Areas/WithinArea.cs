using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Areas;

/// <summary>The only way to filter a query by subtree: everything that lies in an area, by the tree of a day.</summary>
public static class WithinArea
{
    /// <summary>The positions of the area and of all below it on the day. None if the area is not in force then.</summary>
    public static IQueryable<AreaPosition> Within(this AppDb db, int areaId, DateOnly asAt)
    {
        var positions = db.Set<AreaPosition>().Where(p => p.From <= asAt && (p.To == null || p.To > asAt));
        return from outer in positions where outer.AreaId == areaId from inner in positions where inner.Left >= outer.Left && inner.Left <= outer.Right select inner;
    }

    /// <summary>The rows that belong to the area or to anything below it on the day.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, AppDb db, int areaId, DateOnly asAt)
        where T : class, IInArea
    {
        var inside = db.Within(areaId, asAt).Select(p => p.AreaId);
        return rows.Where(row => inside.Contains(row.AreaId));
    }
}
