using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry.Erase;

/// <summary>What the registry itself knows of a person: blanked in the person's row, and in the household's if it is the head.</summary>
internal sealed class RegistryPersons : IHoldPersonalData
{
    public async Task EraseAsync(Guid personId, Work work, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(personId) is not { } register)
        {
            return;
        }
        var person = await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == personId, cancellation);
        if (person is null || person.IsErased)
        {
            return;
        }
        var household = await work.Db.Set<Household>().SingleAsync(h => h.RegisterId == register && h.Id == person.HouseholdId, cancellation);
        var absences = await work.Db.Set<Absence>().Where(a => a.RegisterId == register && a.HouseholdId == household.Id).ToListAsync(cancellation);
        // Without its day the birth counts from 1 January: the sums follow.
        work.Tallies.CountAdult(person, household, absences, -1);
        person.Erase(work.Today);
        work.Tallies.CountAdult(person, household, absences);
        if (person.RelationToHead == Relation.Head)
        {
            household.EraseHead();
        }
    }
}
