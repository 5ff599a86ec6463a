using DenSach.Modules.Registry;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>What the registry knows of a family, under the names the family sets read.</summary>
public static class FamilyFacts
{
    /// <summary>
    /// Members on the day, the long absent left out: adults from 18, children of 6 to 17, and how many of these attend a school in the school year that runs on
    /// that day. What was recorded in another school year says nothing of this one: then the number is not known, and asked for.
    /// </summary>
    public static Facts Of(IReadOnlyCollection<Person> members, IReadOnlyCollection<Absence> absences, DateOnly asAt)
    {
        var present = members.Where(p => p.Membership.Holds(asAt) && !absences.Any(a => (a.PersonId is null || a.PersonId == p.Id) && a.IsLongOn(asAt))).ToList();
        var children = present.Where(p => p.AgeOn(asAt) is >= 6 and < RegistryMeasures.AdultAge).ToList();
        var source = FactSource.Registry(asAt);
        List<KeyValuePair<string, Fact>> facts = [Count("adults", present.Count(p => p.AgeOn(asAt) >= RegistryMeasures.AdultAge)), Count("children", children.Count)];
        var pupils = children.Where(p => p.Schooling.Attending is not null).ToList();
        if (pupils.All(p => p.Schooling.SchoolYear == SchoolYearOn(asAt)))
        {
            facts.Add(Count("children_at_school", pupils.Count));
        }
        return new Facts(facts);

        KeyValuePair<string, Fact> Count(string name, int number) => new(name, new Fact(FactValue.Count(number), source));
    }

    /// <summary>Named by the year it began in; it begins in September.</summary>
    private static int SchoolYearOn(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;
}
