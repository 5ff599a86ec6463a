using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry;

/// <summary>Finds the household where somebody lives and its grown-ups, for those who give out accounts: names and years of birth, nothing else.</summary>
internal static class RegistryHomes
{
    public static async Task<IReadOnlyList<FamilyHome>> SearchAsync(AppDb db, int areaId, int nearestAreaId, string text, int most, DateOnly today, CancellationToken cancellation)
    {
        var number = text.Trim();
        var words = SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var living = db.Set<Household>().AsNoTracking().Where(h => h.ResidentFrom <= today && (h.ResidentTo == null || h.ResidentTo > today)).Within(db, areaId, today);
        var people = db.Set<Person>().Where(p => p.JoinedOn <= today && (p.LeftOn == null || p.LeftOn > today));
        var found =
            words.Length == 0
                ? living.Where(h => h.Number == number)
                : living.Where(h =>
                    h.Number == number
                    || words.All(word => (" " + h.SearchKey).Contains(" " + word))
                    || people.Any(p => p.RegisterId == h.RegisterId && p.HouseholdId == h.Id && words.All(word => (" " + p.SearchKey).Contains(" " + word)))
                );
        var households = await found
            .OrderBy(h => h.AreaId == nearestAreaId ? 0 : 1)
            .ThenBy(h => h.AreaId)
            .ThenBy(h => h.Number.Length)
            .ThenBy(h => h.Number)
            .Take(most)
            .ToListAsync(cancellation);
        var homes = new List<FamilyHome>();
        foreach (var household in households)
        {
            homes.Add(await WithAdultsAsync(db, household, today, cancellation));
        }
        return homes;
    }

    public static async Task<FamilyHome?> FindAsync(AppDb db, Guid householdId, DateOnly today, CancellationToken cancellation) =>
        RowId.RegisterOf(householdId) is { } register
        && await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(h => h.RegisterId == register && h.Id == householdId, cancellation) is { } household
            ? await WithAdultsAsync(db, household, today, cancellation)
            : null;

    private static async Task<FamilyHome> WithAdultsAsync(AppDb db, Household household, DateOnly today, CancellationToken cancellation)
    {
        var members = await db.Set<Person>()
            .AsNoTracking()
            .Where(p => p.RegisterId == household.RegisterId && p.HouseholdId == household.Id && p.ErasedOn == null)
            .ToListAsync(cancellation);
        var adults = members
            .Where(p => p.Membership.Holds(today) && p.AgeOn(today) >= RegistryMeasures.AdultAge)
            .OrderBy(p => p.RelationToHead)
            .ThenBy(p => p.BirthYear)
            .ThenBy(p => p.Id);
        return new FamilyHome(household.Id, household.AreaId, household.Number, household.HeadName, [.. adults.Select(p => new FamilyMember(p.Id, p.FullName, p.BirthYear))]);
    }
}
