using System.Text;
using DenSach.Modules.Registry;
using DenSach.Modules.Registry.Demo;
using Xunit.Abstractions;

namespace DenSach.Tests.Registry;

public class DemoPeopleRules(ITestOutputHelper output)
{
    private static readonly DemoNames Names = DemoNames.Load(Path.Combine(AppContext.BaseDirectory, "content", "demo", "names.yaml"));
    private static readonly IReadOnlyList<DemoHousehold> Demo = DemoPeople.Generate(Names, DemoPeople.Sizes(11, 400, 7), 7);
    private static readonly IReadOnlyList<DemoHousehold> Many = DemoPeople.Generate(Names, [.. Enumerable.Repeat(50, 400)], 99);

    private static int Age(DemoPerson person) => person.Born.AgeOn(DemoPeople.AsAt);

    [Fact]
    public void The_same_seed_makes_the_same_people()
    {
        Told(DemoPeople.Generate(Names, DemoPeople.Sizes(11, 400, 7), 7)).ShouldBe(Told(Demo));
        Told(DemoPeople.Generate(Names, DemoPeople.Sizes(11, 400, 8), 8)).ShouldNotBe(Told(Demo));
        new DemoRandom(1).Next().ShouldBe(0x910A2DEC89025CC1UL, "SplitMix64 as published");
    }

    [Fact]
    public void Hamlets_are_uneven_and_add_up()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var sizes = DemoPeople.Sizes(11, 400, seed);
            sizes.Sum().ShouldBe(400);
            sizes.ShouldAllBe(size => size >= 18 && size <= 55);
            sizes.Distinct().Count().ShouldBeGreaterThan(4);
        }
        Demo.Count.ShouldBe(400);
    }

    [Fact]
    public void Every_household_has_exactly_one_head_and_at_most_one_spouse() =>
        Many.ShouldAllBe(h =>
            h.Head.Relation == Relation.Head && h.Members.Count(m => m.Relation == Relation.Head) == 1 && h.Members.Count(m => m.Relation == Relation.Spouse) <= 1
        );

    [Fact]
    public void Heads_are_grown_up() => Many.Min(h => Age(h.Head)).ShouldBeGreaterThanOrEqualTo(19);

    [Fact]
    public void Parents_were_18_to_42_when_a_child_was_born()
    {
        foreach (var household in Many)
        {
            foreach (var child in household.Members)
            {
                foreach (var parent in new[] { child.Father, child.Mother }.OfType<int>().Select(p => household.Members[p]))
                {
                    (child.Born.Year - parent.Born.Year).ShouldBeInRange(18, 42);
                }
            }
        }
    }

    [Fact]
    public void By_their_relations_too_children_are_15_years_younger_than_parents_and_30_than_grandparents()
    {
        foreach (var household in Many)
        {
            var leads = household.Members.Where(m => m.Relation is Relation.Head or Relation.Spouse).Max(m => m.Born.Year);
            household.Members.Where(m => m.Relation is Relation.Child).All(m => m.Born.Year - leads >= 15).ShouldBeTrue();
            household.Members.Where(m => m.Relation is Relation.Grandchild).All(m => m.Born.Year - leads >= 30).ShouldBeTrue();
            household.Members.Where(m => m.Relation is Relation.Parent).All(m => household.Head.Born.Year - m.Born.Year >= 15).ShouldBeTrue();
        }
    }

    [Fact]
    public void Fathers_hand_on_their_family_name_and_wives_keep_theirs()
    {
        foreach (var household in Many)
        {
            household.Members.Where(m => m.Father is not null).All(m => FamilyName(m) == FamilyName(household.Members[m.Father!.Value])).ShouldBeTrue();
        }
        Many.Count(h => h.Members.Any(m => m.Relation == Relation.Spouse && FamilyName(m) != FamilyName(h.Head))).ShouldBeGreaterThan(Many.Count / 3);
    }

    [Fact]
    public void Names_come_near_their_weights()
    {
        // Family names of the men are drawn by style; styles overlap in some names, so each is compared within the households of one style's names.
        foreach (var (key, style) in Names.Styles)
        {
            var random = new DemoRandom(5);
            var drawn = Enumerable.Range(0, 20_000).Select(_ => style.FamilyName(random)).CountBy(name => name).ToDictionary();
            var total = style.Family.Sum(f => f.Weight);
            foreach (var (name, weight) in style.Family)
            {
                ((double)drawn[name] / 20_000).ShouldBe((double)weight / total, 0.012, $"{key} {name}");
            }
        }
        var all = Many.SelectMany(h => h.Members).Where(m => m.Father is null && m.Mother is null).CountBy(FamilyName).ToDictionary();
        var own = Names.Styles["delta"].Family.Where(f => !Names.Styles.Any(s => s.Key != "delta" && s.Value.Family.Any(o => o.Name == f.Name))).ToList();
        var people = own.Sum(f => all[f.Name]);
        foreach (var (name, weight) in own)
        {
            ((double)all[name] / people).ShouldBe((double)weight / own.Sum(f => f.Weight), 0.03, name);
        }
    }

    [Fact]
    public void Names_are_composed_Unicode_of_three_words_and_no_two_alike_in_a_family()
    {
        foreach (var household in Many)
        {
            household.Members.All(m => m.FullName.IsNormalized(NormalizationForm.FormC) && m.FullName.Split(' ').Length == 3).ShouldBeTrue();
            household.Members.Select(m => m.FullName).Distinct().Count().ShouldBe(household.Members.Count);
        }
    }

    [Fact]
    public void The_ages_look_like_a_young_highland_commune()
    {
        var people = Demo.SelectMany(h => h.Members).ToList();
        output.WriteLine($"{people.Count} people");
        foreach (var group in people.CountBy(m => Age(m) / 5 * 5).OrderBy(g => g.Key))
        {
            output.WriteLine($"{group.Key, 3} {group.Value, 4} {new string('#', group.Value / 4)}");
        }
        ((double)people.Count / Demo.Count).ShouldBeInRange(3.6, 4.8);
        Share(people, m => Age(m) < 15).ShouldBeInRange(0.24, 0.36);
        Share(people, m => Age(m) >= 60).ShouldBeInRange(0.06, 0.14);
        Share(people, m => m.Sex == Sex.Female).ShouldBeInRange(0.46, 0.54);
        people.Max(Age).ShouldBeLessThan(100);
    }

    [Fact]
    public void Some_live_alone_some_households_are_old_and_some_are_long_away()
    {
        Demo.Count(h => h.Members.Count == 1).ShouldBeInRange(10, 50);
        Demo.Count(h => h.Members.All(m => Age(m) >= 60)).ShouldBeInRange(10, 50);
        Demo.Count(h => h.Away is { } away && new Period(away.From.AddMonths(6), away.To).Holds(DemoPeople.AsAt)).ShouldBeInRange(2, 20);
        Demo.SelectMany(h => h.Members).Count(m => m.Away is not null).ShouldBeInRange(15, 80);
        Demo.ShouldAllBe(h => h.ResidentFrom < new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void Children_go_to_the_school_of_their_age()
    {
        foreach (var person in Many.SelectMany(h => h.Members))
        {
            var age = DemoPeople.SchoolYear - person.Born.Year;
            if (person.Schooling.Grade is { } grade)
            {
                (age - 5 - grade).ShouldBeInRange(0, 1);
            }
            if (age < 2 || age > 25)
            {
                person.Schooling.Attending.ShouldBeNull();
            }
            if (person.Schooling.Attending is { } level)
            {
                (level > person.Schooling.Finished).ShouldBeTrue();
                person.Schooling.SchoolYear.ShouldBe(DemoPeople.SchoolYear);
            }
            (person.Occupation is null || Age(person) >= 17).ShouldBeTrue();
        }
        Share([.. Many.SelectMany(h => h.Members).Where(m => DemoPeople.SchoolYear - m.Born.Year is >= 6 and <= 10)], m => m.Schooling.Attending == SchoolLevel.Primary)
            .ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Nobody_is_born_after_the_day_the_demo_tells_of() => Many.SelectMany(h => h.Members).ShouldAllBe(m => m.Born.Counted < DemoPeople.AsAt);

    private static string FamilyName(DemoPerson person) => person.FullName.Split(' ')[0];

    private static double Share(IReadOnlyCollection<DemoPerson> people, Func<DemoPerson, bool> which) => (double)people.Count(which) / people.Count;

    private static string Told(IEnumerable<DemoHousehold> households) =>
        string.Join('\n', households.Select(h => $"{h.Hamlet} {h.Number} {h.ResidentFrom:O} {h.Away} {string.Join("; ", h.Members)}"));
}
