using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Platform.Tallies;

namespace DenSach.Tests.Registry;

public class CountingRules
{
    private const int Register = 4321;

    private static readonly Household Family = new()
    {
        RegisterId = Register,
        Id = RowId.New(Register),
        AreaId = 77,
        Number = "001",
        HeadName = "Lò Văn Ơn",
        ResidentFrom = new DateOnly(2020, 5, 1),
    };

    private static int On(DateOnly day, string measure, Household household, IEnumerable<Person> members, params Absence[] absences)
    {
        var changes = new TallyChanges();
        changes.Count(household, members, absences);
        return changes.Rows.Where(r => r.Measure == measure && r.Date <= day).Sum(r => r.Value);
    }

    private static Person Member(Birth born, DateOnly joined) => Family.Add("Lò Thị Ún", born, Sex.Female, Relation.Child, joined, Schooling.None);

    private static Absence Away(DateOnly from, Guid? person = null) =>
        new()
        {
            RegisterId = Register,
            Id = RowId.New(Register),
            HouseholdId = Family.Id,
            PersonId = person,
            From = from,
        };

    [Fact]
    public void The_eighteenth_birthday_is_written_ahead()
    {
        var member = Member(Birth.On(new DateOnly(2008, 6, 15)), Family.ResidentFrom);
        On(new DateOnly(2026, 6, 14), RegistryMeasures.Adults, Family, [member]).ShouldBe(0);
        On(new DateOnly(2026, 6, 15), RegistryMeasures.Adults, Family, [member]).ShouldBe(1);
    }

    [Fact]
    public void An_adult_counts_from_joining_to_leaving()
    {
        var member = Member(Birth.In(1980), new DateOnly(2022, 3, 1));
        member.LeaveOn(new DateOnly(2024, 9, 1));
        On(new DateOnly(2022, 2, 28), RegistryMeasures.Adults, Family, [member]).ShouldBe(0);
        On(new DateOnly(2022, 3, 1), RegistryMeasures.Adults, Family, [member]).ShouldBe(1);
        On(new DateOnly(2024, 9, 1), RegistryMeasures.Adults, Family, [member]).ShouldBe(0);
    }

    [Fact]
    public void A_household_away_counts_until_six_months_are_full_and_again_from_its_return()
    {
        var away = Away(new DateOnly(2025, 1, 10));
        away.EndOn(new DateOnly(2025, 12, 1));
        On(new DateOnly(2025, 7, 9), RegistryMeasures.Households, Family, [], away).ShouldBe(1);
        On(new DateOnly(2025, 7, 10), RegistryMeasures.Households, Family, [], away).ShouldBe(0);
        On(new DateOnly(2025, 12, 1), RegistryMeasures.Households, Family, [], away).ShouldBe(1);
    }

    [Fact]
    public void A_short_absence_changes_nothing()
    {
        var away = Away(new DateOnly(2025, 1, 10));
        away.EndOn(new DateOnly(2025, 7, 10));
        var changes = new TallyChanges();
        changes.Count(Family, [], [away]);
        changes.Rows.ShouldHaveSingleItem().Date.ShouldBe(Family.ResidentFrom);
    }

    [Fact]
    public void The_absence_of_one_member_leaves_the_household_and_the_others_counted()
    {
        var one = Member(Birth.In(1980), Family.ResidentFrom);
        var other = Member(Birth.In(1982), Family.ResidentFrom);
        var away = Away(new DateOnly(2025, 1, 10), one.Id);
        On(new DateOnly(2026, 1, 1), RegistryMeasures.Adults, Family, [one, other], away).ShouldBe(1);
        On(new DateOnly(2026, 1, 1), RegistryMeasures.Households, Family, [one, other], away).ShouldBe(1);
    }

    [Fact]
    public void Absences_of_a_household_and_of_its_member_that_overlap_are_taken_out_once()
    {
        var member = Member(Birth.In(1980), Family.ResidentFrom);
        var absences = new[] { Away(new DateOnly(2025, 1, 10)), Away(new DateOnly(2025, 2, 10), member.Id) };
        On(new DateOnly(2026, 1, 1), RegistryMeasures.Adults, Family, [member], absences).ShouldBe(0);
    }

    [Fact]
    public void A_household_that_moves_away_takes_its_adults_with_it()
    {
        var household = new Household
        {
            RegisterId = Register,
            Id = RowId.New(Register),
            AreaId = 77,
            Number = "002",
            HeadName = "Vàng Thị Lả",
            ResidentFrom = new DateOnly(2020, 5, 1),
        };
        var member = household.Add("Vàng Thị Lả", Birth.In(1970), Sex.Female, Relation.Head, household.ResidentFrom, Schooling.None);
        household.LeaveOn(new DateOnly(2025, 4, 1));
        On(new DateOnly(2025, 3, 31), RegistryMeasures.Adults, household, [member]).ShouldBe(1);
        On(new DateOnly(2025, 4, 1), RegistryMeasures.Adults, household, [member]).ShouldBe(0);
        On(new DateOnly(2025, 4, 1), RegistryMeasures.Households, household, [member]).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => household.LeaveOn(new DateOnly(2020, 5, 1)));
    }

    [Fact]
    public void Taking_a_household_out_again_leaves_nothing()
    {
        var member = Member(Birth.On(new DateOnly(1999, 2, 3)), Family.ResidentFrom);
        var away = Away(new DateOnly(2025, 1, 10));
        var changes = new TallyChanges();
        changes.Count(Family, [member], [away]);
        changes.Count(Family, [member], [away], -1);
        changes.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Names_are_folded_where_they_are_written()
    {
        Family.SearchKey.ShouldBe("lo van on");
        Member(Birth.In(1990), Family.ResidentFrom).SearchKey.ShouldBe("lo thi un");
    }
}
