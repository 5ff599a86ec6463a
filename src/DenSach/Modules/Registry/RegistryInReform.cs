using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry;

/// <summary>The households, clans and organisations that stand in the area itself on a day: were it dissolved, no list would show them.</summary>
internal sealed class RegistryInReform(AppDb db) : ITouchedByReform
{
    public async Task<int> RowsInAsync(int areaId, DateOnly day, CancellationToken cancellation) =>
        await db.Set<Household>().CountAsync(h => h.AreaId == areaId && (h.ResidentTo == null || h.ResidentTo > day), cancellation)
        + await db.Set<Clan>().CountAsync(c => c.AreaId == areaId, cancellation)
        + await db.Set<Organisation>().CountAsync(o => o.AreaId == areaId, cancellation);
}
