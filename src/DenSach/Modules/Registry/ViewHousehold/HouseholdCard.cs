using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Registry.ViewHousehold;

public sealed record MemberLine(Guid Id, string FullName, Relation Relation, Sex Sex, int BirthYear, int Age, Schooling Schooling, bool LongAway);

/// <param name="Path">From the country down to the hamlet, on the day asked for.</param>
public sealed record HouseholdView(
    Guid Id,
    string Number,
    string HeadName,
    IReadOnlyList<Area> Path,
    DateOnly AsAt,
    DateOnly ResidentFrom,
    DateOnly? ResidentTo,
    DateOnly? AwaySince,
    bool LongAway,
    bool Invented,
    IReadOnlyList<MemberLine> Members
);

/// <summary>One household with who belonged to it on a day. A year of birth is shown; the day only on the page of the person.</summary>
public sealed class HouseholdCard(AppDb db, Gate gate, AreaTree tree)
{
    public async Task<Result<HouseholdView>> OpenAsync(Guid id, DateOnly asAt, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(id) is not { } register)
        {
            return Problem.NotFound();
        }
        var household = await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(h => h.RegisterId == register && h.Id == id, cancellation);
        // What one may not see answers like what is not there, so that no id can be guessed.
        if (household is null || !gate.Allows(RegistryModule.Read, household.Place()))
        {
            return Problem.NotFound();
        }
        var members = await db.Set<Person>().AsNoTracking().Where(p => p.RegisterId == register && p.HouseholdId == id).ToListAsync(cancellation);
        var absences = await db.Set<Absence>().AsNoTracking().Where(a => a.RegisterId == register && a.HouseholdId == id).ToListAsync(cancellation);
        var away = absences.Find(a => a.PersonId is null && a.Holds(asAt));
        return new HouseholdView(
            id,
            household.Number,
            household.HeadName,
            tree.PathTo(household.AreaId, asAt),
            asAt,
            household.ResidentFrom,
            household.ResidentTo,
            away?.From,
            away?.IsLongOn(asAt) == true,
            household.Invented,
            [
                .. members
                    .Where(m => m.Membership.Holds(asAt))
                    .OrderBy(m => m.RelationToHead)
                    .ThenBy(m => m.Born.Counted)
                    .ThenBy(m => m.Id)
                    .Select(m => new MemberLine(
                        m.Id,
                        m.FullName,
                        m.RelationToHead,
                        m.Sex,
                        m.BirthYear,
                        m.AgeOn(asAt),
                        m.Schooling,
                        absences.Exists(a => a.PersonId == m.Id && a.IsLongOn(asAt))
                    )),
            ]
        );
    }
}
