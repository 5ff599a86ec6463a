using DenSach.Modules.Accounts;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Deciding;

/// <summary>Families of the demo's registry, counted in its sums, that <see cref="RoundDrive.GoodAnswers"/> and <see cref="RoundDrive.Facts"/> bring the title.</summary>
internal static class DemoFamilies
{
    /// <summary>Two adults, and children who all go to school; nobody with an office lives there.</summary>
    public static async Task<List<Household>> PassingIn(AppDb db, int hamlet)
    {
        var day = DateOnly.FromDateTime(TestApp.Start.DateTime);
        var households = await db.Set<Household>().AsNoTracking().Where(h => h.AreaId == hamlet).OrderBy(h => h.Number.Length).ThenBy(h => h.Number).ToListAsync();
        var people = (await db.Set<Person>().AsNoTracking().Where(p => p.AreaId == hamlet).ToListAsync()).ToLookup(p => p.HouseholdId);
        var offices = await db.Set<Account>().Where(a => a.HouseholdId != null).Select(a => a.HouseholdId!.Value).ToListAsync();
        var ids = households.Select(h => h.Id).ToList();
        var absences = (await db.Set<Absence>().AsNoTracking().Where(a => ids.Contains(a.HouseholdId)).ToListAsync()).ToLookup(a => a.HouseholdId);
        return [.. households.Where(h => h.IsResidentOn(day) && !offices.Contains(h.Id) && !absences[h.Id].Any() && Passes(FamilyFacts.Of([.. people[h.Id]], [], day)))];
    }

    private static bool Passes(DenSach.Scoring.Facts facts) =>
        Number(facts, "adults") == "2" && Number(facts, "children") is not "0" and var children && Number(facts, "children_at_school") == children;

    private static string? Number(DenSach.Scoring.Facts facts, string name) => facts[name]?.Value.Number.ToString();
}
