using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry.ViewPerson;

public sealed record PersonView(
    Guid Id,
    string FullName,
    bool IsErased,
    Guid HouseholdId,
    string HouseholdNumber,
    Relation Relation,
    Sex Sex,
    Birth Born,
    int Age,
    Schooling Schooling,
    string? Occupation,
    IReadOnlyList<Area> Path,
    DateOnly AsAt,
    DateOnly JoinedOn,
    DateOnly? LeftOn,
    DateOnly? AwaySince,
    bool Invented,
    bool MayErase
);

/// <summary>One person. Opening the page is told to the audit of the person's register.</summary>
public sealed class PersonCard(AppDb db, Gate gate, AreaTree tree, ReadLog log)
{
    /// <param name="id">Of the person.</param>
    /// <param name="asAt">The day for the age and the place.</param>
    /// <param name="permission">By which right: to read, or to erase.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Result<PersonView>> OpenAsync(Guid id, DateOnly asAt, string permission, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(id) is not { } register)
        {
            return Problem.NotFound();
        }
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id, cancellation);
        if (person is null || !gate.Allows(permission, person.Place()))
        {
            return Problem.NotFound();
        }
        var household = await db.Set<Household>().AsNoTracking().SingleAsync(h => h.RegisterId == register && h.Id == person.HouseholdId, cancellation);
        var absences = await db.Set<Absence>()
            .AsNoTracking()
            .Where(a => a.RegisterId == register && a.HouseholdId == household.Id && (a.PersonId == null || a.PersonId == id))
            .ToListAsync(cancellation);
        await log.Opened("registry.person.open", register, gate.GrantFor(permission, person.Place())?.Role, cancellation, id);
        return new PersonView(
            id,
            person.FullName,
            person.IsErased,
            household.Id,
            household.Number,
            person.RelationToHead,
            person.Sex,
            person.Born,
            person.AgeOn(asAt),
            person.Schooling,
            person.Occupation,
            tree.PathTo(person.AreaId, asAt),
            asAt,
            person.JoinedOn,
            person.LeftOn,
            absences.Where(a => a.Holds(asAt)).Select(a => (DateOnly?)a.From).Min(),
            household.Invented,
            gate.Allows(RegistryModule.Erase, person.Place())
        );
    }
}
