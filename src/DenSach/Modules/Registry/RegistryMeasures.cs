using DenSach.Platform.Tallies;

namespace DenSach.Modules.Registry;

/// <summary>The sums of the registry, stocks per hamlet.</summary>
public static class RegistryMeasures
{
    /// <summary>Resident households; those away for six months and more do not count.</summary>
    public const string Households = "registry.households";

    /// <summary>Members from 18 years on, of resident households; the long absent do not count.</summary>
    public const string Adults = "registry.adults";

    public const int AdultAge = 18;

    /// <summary>When the household counts: while resident, and not long away.</summary>
    public static IReadOnlyList<Period> Counted(Household household, IEnumerable<Absence> absences) =>
        household.Residence.Without(absences.Where(a => a.HouseholdId == household.Id && a.PersonId is null).Select(a => a.NotCounted));

    /// <summary>When the person counts as an adult: from the 18th birthday, while a member of a resident household, and neither is long away.</summary>
    public static IReadOnlyList<Period> CountedAsAdult(Person person, Household household, IEnumerable<Absence> absences) =>
        new Period(person.Born.Turns(AdultAge))
            .Overlap(person.Membership)
            .Overlap(household.Residence)
            .Without(absences.Where(a => a.HouseholdId == household.Id && (a.PersonId is null || a.PersonId == person.Id)).Select(a => a.NotCounted));

    /// <summary>Writes a household with its members into the sums, future birthdays and absences included; with −1 takes it out again.</summary>
    public static void Count(this TallyChanges into, Household household, IEnumerable<Person> members, IReadOnlyCollection<Absence> absences, int sign = 1)
    {
        foreach (var period in Counted(household, absences))
        {
            into.AddStock(household.RegisterId, household.AreaId, Households, period.From, period.To, sign);
        }
        foreach (var member in members)
        {
            into.CountAdult(member, household, absences, sign);
        }
    }

    public static void CountAdult(this TallyChanges into, Person person, Household household, IReadOnlyCollection<Absence> absences, int sign = 1)
    {
        foreach (var period in CountedAsAdult(person, household, absences))
        {
            into.AddStock(person.RegisterId, person.AreaId, Adults, period.From, period.To, sign);
        }
    }
}
