using DenSach.Modules.Areas;
using DenSach.Platform.Data;

namespace DenSach.Modules.Registry.Demo;

/// <summary>Rows for what was invented, all marked so.</summary>
internal static class DemoRows
{
    public static (Household Household, List<Person> Members, List<Absence> Absences) Of(DemoHousehold family, Area hamlet)
    {
        var register = hamlet.HomeRegisterId!.Value;
        var household = new Household
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = hamlet.Id,
            Number = family.Number,
            HeadName = family.Head.FullName,
            ResidentFrom = family.ResidentFrom,
            Invented = true,
        };
        var members = family.Members.Select(m => Member(household, m)).ToList();
        var absences = family.Members.Zip(members).Where(pair => pair.First.Away is not null).Select(pair => Away(household, pair.Second, pair.First.Away!.Value)).ToList();
        if (family.Away is { } away)
        {
            absences.Add(Away(household, null, away));
        }
        return (household, members, absences);
    }

    public static Organisation Of(DemoContent.DemoOrganisation organisation, int register, int commune) =>
        new()
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = commune,
            Name = organisation.Name,
            Kind = organisation.Kind,
            Invented = true,
        };

    public static Clan Clan(string name, int register, int commune) =>
        new()
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = commune,
            Name = name,
            Invented = true,
        };

    private static Person Member(Household household, DemoPerson member)
    {
        var joined = member.Born.Counted > household.ResidentFrom ? member.Born.Counted : household.ResidentFrom;
        return household.Add(member.FullName, member.Born, member.Sex, member.Relation, joined, member.Schooling, member.Occupation);
    }

    private static Absence Away(Household household, Person? person, Period period)
    {
        var from = period.From > household.ResidentFrom ? period.From : household.ResidentFrom.AddDays(30);
        var absence = new Absence
        {
            RegisterId = household.RegisterId,
            Id = RowId.New(household.RegisterId),
            HouseholdId = household.Id,
            PersonId = person?.Id,
            From = from,
        };
        if (period.To is { } back && back > from)
        {
            absence.EndOn(back);
        }
        return absence;
    }
}
