using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry;

/// <summary>Names the households, clans and organisations that rights are given for.</summary>
internal sealed class RegistrySubjects(AppDb db, Clock clock) : IKnowSubjects
{
    public async Task<IReadOnlyList<Subject>> FindAsync(ScopeKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var registers = ids.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        if (registers.Count == 0)
        {
            return [];
        }
        var found = kind switch
        {
            ScopeKind.Household => Rows<Household>().Select(h => new Subject(kind, h.Id, h.AreaId, $"hộ {h.HeadName}")),
            ScopeKind.Clan => Rows<Clan>().Select(c => new Subject(kind, c.Id, c.AreaId, c.Name)),
            ScopeKind.Organisation => Rows<Organisation>().Select(o => new Subject(kind, o.Id, o.AreaId, o.Name)),
            _ => null,
        };
        return found is null ? [] : await found.ToListAsync(cancellation);

        IQueryable<T> Rows<T>()
            where T : RegisterRow => db.Set<T>().AsNoTracking().Where(row => registers.Contains(row.RegisterId) && ids.Contains(row.Id));
    }

    public Task<IReadOnlyList<FamilyHome>> SearchHomesAsync(int areaId, int nearestAreaId, string text, int most, CancellationToken cancellation) =>
        RegistryHomes.SearchAsync(db, areaId, nearestAreaId, text, most, clock.Today, cancellation);

    public Task<FamilyHome?> FindHomeAsync(Guid householdId, CancellationToken cancellation) => RegistryHomes.FindAsync(db, householdId, clock.Today, cancellation);
}
