using DenSach.Platform.Data;
using DenSach.Platform.Tallies;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry.Count;

/// <summary>Counts households and adults again from the rows themselves, a register at a time.</summary>
internal sealed class RegistryFacts : ICountFacts
{
    public IReadOnlyCollection<string> Measures { get; } = [RegistryMeasures.Households, RegistryMeasures.Adults];

    public async Task CountAsync(AppDb db, TallyChanges into, CancellationToken cancellation)
    {
        foreach (var register in await db.Set<Household>().Select(h => h.RegisterId).Distinct().Order().ToListAsync(cancellation))
        {
            var members = (await db.Set<Person>().AsNoTracking().Where(p => p.RegisterId == register).ToListAsync(cancellation)).ToLookup(p => p.HouseholdId);
            var absences = (await db.Set<Absence>().AsNoTracking().Where(a => a.RegisterId == register).ToListAsync(cancellation)).ToLookup(a => a.HouseholdId);
            await foreach (var household in db.Set<Household>().AsNoTracking().Where(h => h.RegisterId == register).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                into.Count(household, members[household.Id], [.. absences[household.Id]]);
            }
        }
    }
}
