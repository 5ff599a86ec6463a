namespace DenSach.Modules.Registry.Demo;

/// <summary>Makes up one family: who lives together, born when, called what.</summary>
internal sealed class DemoFamily(DemoRandom random, DemoNames names, DemoNames.Mixture mixture)
{
    /// <summary>Parents are this old when a child is born, counted by years of birth.</summary>
    public const int YoungestParent = 18;
    public const int OldestParent = 42;

    private const int Year = 2026;

    private static readonly (Action<DemoFamily> Make, int Weight)[] Kinds =
    [
        (f => f.CoupleWithChildren(), 52),
        (f => f.ThreeGenerations(), 27),
        (f => f.OldCouple(), 5),
        (f => f.Alone(Year - f.random.Between(66, 88), womanPercent: 70), 3),
        (f => f.Alone(Year - f.random.Between(24, 60), womanPercent: 45), 3),
        (f => f.OneParent(), 7),
        (f => f.GrandparentsWithChildren(), 3),
    ];

    private readonly DemoRandom random = random;
    private readonly DemoNames.Style style = names.StyleOf(random, mixture);
    private readonly List<DemoPerson> members = [];

    public IReadOnlyList<DemoPerson> Compose()
    {
        random.Pick(Kinds)(this);
        return InListOrder();
    }

    public static Period Absence(DemoRandom random)
    {
        var from = random.Day(new DateOnly(2025, 2, 1), DemoPeople.AsAt.AddDays(-1));
        var back = from.AddDays(random.Between(60, 420));
        return new Period(from, random.Chance(45) && back < DemoPeople.AsAt ? back : null);
    }

    private void CoupleWithChildren()
    {
        var (man, woman) = Couple(Year - random.Between(20, 54));
        var head = random.Chance(86) ? man : woman;
        Relate(head, Relation.Head);
        Relate(head == man ? woman : man, Relation.Spouse);
        AddChildren(man, woman, Relation.Child);
    }

    private void ThreeGenerations()
    {
        var sonYear = Year - random.Between(21, 44);
        var oldYear = sonYear - random.Between(YoungestParent, 32);
        var widowed = random.Chance(Year - oldYear > 65 ? 45 : 15);
        var (oldMan, oldWoman) = widowed ? (null, Add(Sex.Female, oldYear, Relation.Parent)) : OldParents(oldYear, sonYear);
        var son = Add(Sex.Male, sonYear, Relation.Head, oldMan, oldWoman);
        var wife = Add(Sex.Female, WifeYear(sonYear), Relation.Spouse);
        var oldLeads = Year - oldYear < 70 && (widowed ? random.Chance(35) : random.Chance(75));
        if (oldLeads)
        {
            Relate(oldMan ?? oldWoman, Relation.Head);
            if (oldMan is not null)
            {
                Relate(oldWoman, Relation.Spouse);
            }
            Relate(son, Relation.Child);
            Relate(wife, Relation.ChildInLaw);
        }
        AddChildren(son, wife, oldLeads ? Relation.Grandchild : Relation.Child);
    }

    private void OldCouple()
    {
        var (man, woman) = Couple(Year - random.Between(60, 82));
        Relate(man, Relation.Head);
        Relate(woman, Relation.Spouse);
    }

    private void Alone(int year, int womanPercent) => Add(random.Chance(womanPercent) ? Sex.Female : Sex.Male, year, Relation.Head);

    private void OneParent()
    {
        var woman = random.Chance(80);
        var parent = Add(woman ? Sex.Female : Sex.Male, Year - random.Between(27, 52), Relation.Head);
        // A widow's children bear their father's family name, a single mother's hers.
        AddChildren(
            woman ? null : parent,
            woman ? parent : null,
            Relation.Child,
            atLeast: 1,
            woman && random.Chance(75) ? style.FamilyNameBeside(FamilyNameOf(parent), random) : null
        );
    }

    /// <summary>The parents work far away; the children stay with the old.</summary>
    private void GrandparentsWithChildren()
    {
        var (man, woman) = Couple(Year - random.Between(52, 68));
        Relate(man, Relation.Head);
        Relate(woman, Relation.Spouse);
        var younger = Math.Max(members[man].Born.Year, members[woman].Born.Year);
        var familyName = FamilyNameOf(man);
        for (var n = random.Between(1, 3); n > 0; n--)
        {
            var year = random.Between(Math.Max(younger + (2 * YoungestParent), 2011), 2023);
            Add(random.Chance(51) ? Sex.Male : Sex.Female, year, Relation.Grandchild, familyName: familyName);
        }
    }

    private (int Man, int Woman) Couple(int womanYear)
    {
        var man = Add(Sex.Male, Math.Min(womanYear - random.Between(-2, 5), Year - 22), Relation.Head);
        return (man, Add(Sex.Female, womanYear, Relation.Spouse));
    }

    private (int? Man, int Woman) OldParents(int womanYear, int sonYear)
    {
        var manYear = Math.Clamp(womanYear - random.Between(-2, 5), sonYear - OldestParent, sonYear - YoungestParent);
        var man = Add(Sex.Male, manYear, Relation.Parent);
        return (man, Add(Sex.Female, womanYear, Relation.Parent));
    }

    private int WifeYear(int manYear) => Math.Min(manYear + random.Between(-2, 5), Year - 19);

    private void AddChildren(int? father, int? mother, Relation relation, int atLeast = 0, string? familyName = null)
    {
        // Whoever of the two is younger sets the first year, whoever is older the last.
        var years = new[] { father, mother }.OfType<int>().Select(p => members[p].Born.Year).ToList();
        var first = years.Max() + YoungestParent;
        var last = Math.Min(years.Min() + OldestParent, Year);
        var wanted = Math.Max(atLeast, random.Pick<int>([(0, 4), (1, 15), (2, 41), (3, 25), (4, 11), (5, 4)]));
        var year = first + random.Below(8);
        for (var born = 0; born < wanted && year <= last; born++, year += random.Between(2, 6))
        {
            var sex = random.Chance(51) ? Sex.Male : Sex.Female;
            var lastChance = born == wanted - 1 && members.Count < years.Count + atLeast;
            if (lastChance || random.Chance(StaysPercent(sex, Year - year)))
            {
                Add(sex, year, relation, father, mother, familyName);
            }
        }
    }

    /// <summary>Grown children marry and move; more often the daughters.</summary>
    private static int StaysPercent(Sex sex, int age) =>
        age switch
        {
            < 16 => 99,
            < 19 => 94,
            < 23 => sex == Sex.Male ? 80 : 62,
            < 28 => sex == Sex.Male ? 42 : 18,
            _ => 4,
        };

    private int Add(Sex sex, int year, Relation relation, int? father = null, int? mother = null, string? familyName = null)
    {
        // Whoever marries in keeps the own family name, and often comes from a family of the same kind.
        var own = father is null && mother is null && members.Count > 0 && random.Chance(15) ? names.StyleOf(random, mixture) : style;
        familyName ??=
            father is { } f ? FamilyNameOf(f)
            : mother is { } m && relation != Relation.Head ? FamilyNameOf(m)
            : members.Count == 0 ? own.FamilyName(random)
            : own.FamilyNameBeside(FamilyNameOf(members.Count - 1), random);
        string name;
        do
        {
            name = $"{familyName} {own.GivenNames(random, sex)}";
        } while (members.Any(other => LastWord(other.FullName) == LastWord(name)));
        var born = DemoLife.Born(random, year);
        var person = new DemoPerson(name, sex, relation, born, DemoLife.SchoolingOf(random, born), null, father, mother);
        var adult = Year - year is >= 18 and <= 40;
        members.Add(person with { Occupation = DemoLife.OccupationOf(random, person), Away = adult && random.Chance(6) ? Absence(random) : null });
        return members.Count - 1;
    }

    private string FamilyNameOf(int member) => members[member].FullName.Split(' ')[0];

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private void Relate(int? member, Relation relation) => members[member!.Value] = members[member.Value] with { Relation = relation };

    private List<DemoPerson> InListOrder()
    {
        var order = Enumerable.Range(0, members.Count).OrderBy(i => members[i].Relation).ThenBy(i => members[i].Born.Counted).ThenBy(i => i).ToList();
        int? Place(int? member) => member is { } m ? order.IndexOf(m) : null;
        return [.. order.Select(i => members[i] with { Father = Place(members[i].Father), Mother = Place(members[i].Mother) })];
    }
}
