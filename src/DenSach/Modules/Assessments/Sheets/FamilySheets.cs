using DenSach.Modules.Criteria;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>Makes cases ready for scoring: the registry's facts of all of them with two queries per register.</summary>
public sealed class FamilySheets(AppDb db, CriteriaShelf shelf)
{
    public async Task<FamilySheet> ForAsync(CaseFile file, CancellationToken cancellation) => (await ForAsync([file], cancellation))[file.Assessment.Id];

    public async Task<IReadOnlyDictionary<Guid, FamilySheet>> ForAsync(IReadOnlyCollection<CaseFile> files, CancellationToken cancellation)
    {
        var sheets = new Dictionary<Guid, FamilySheet>();
        foreach (var group in files.GroupBy(f => f.Assessment.RegisterId))
        {
            var register = group.Key;
            var households = group.Select(f => f.Household.Id).ToList();
            var members = (await db.Set<Person>().AsNoTracking().Where(p => p.RegisterId == register && households.Contains(p.HouseholdId)).ToListAsync(cancellation)).ToLookup(p =>
                p.HouseholdId
            );
            var absences = (await db.Set<Absence>().AsNoTracking().Where(a => a.RegisterId == register && households.Contains(a.HouseholdId)).ToListAsync(cancellation)).ToLookup(
                a => a.HouseholdId
            );
            foreach (var file in group)
            {
                var facts = FamilyFacts.Of([.. members[file.Household.Id]], [.. absences[file.Household.Id]], file.Round.FactsAsAt);
                sheets[file.Assessment.Id] = new FamilySheet(file, shelf.Get(file.Assessment.SetId, file.Assessment.SetHash), facts);
            }
        }
        return sheets;
    }
}
