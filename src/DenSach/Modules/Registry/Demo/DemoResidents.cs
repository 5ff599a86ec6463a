using DenSach.Modules.Accounts;

namespace DenSach.Modules.Registry.Demo;

/// <summary>The accounts of the demo whose holders live in the commune: each is a grown-up of an invented household, so that the rule on the own family shows.</summary>
internal sealed class DemoResidents
{
    /// <summary>Who, in which hamlet. The officers live where no card looks after a hamlet.</summary>
    private static readonly (string Card, int Hamlet, Sex Sex)[] Wanted =
    [
        ("truong-ban", 0, Sex.Male),
        ("chi-hoi", 0, Sex.Female),
        ("truong-ban-2", 1, Sex.Male),
        ("hoi-khuyen-hoc", 4, Sex.Female),
        ("van-hoa", 4, Sex.Male),
        ("tham-dinh", 4, Sex.Male),
        ("lanh-dao-xa", 4, Sex.Male),
    ];

    private readonly Dictionary<(int Hamlet, string Number), (string Card, int Member)> places = [];

    private DemoResidents(IReadOnlyList<DemoHousehold> households) => Households = households;

    public IReadOnlyList<DemoHousehold> Households { get; private set; }

    /// <summary>Gives each of them the name of a grown-up in the last fitting household of the hamlet: present, without children, so that no surname is wrong.</summary>
    public static DemoResidents In(IReadOnlyList<DemoHousehold> households)
    {
        var residents = new DemoResidents(households);
        foreach (var (card, hamlet, sex) in Wanted)
        {
            residents.Settle(card, hamlet, sex);
        }
        return residents;
    }

    public static DemoResidents None(IReadOnlyList<DemoHousehold> households) => new(households);

    /// <summary>The card whose holder lives in the household, and which member it is.</summary>
    public (string Card, int Member)? Of(DemoHousehold household) => places.TryGetValue((household.Hamlet, household.Number), out var place) ? place : null;

    private void Settle(string card, int hamlet, Sex sex)
    {
        var home = Households.LastOrDefault(h => h.Hamlet == hamlet && h.Away is null && Of(h) is null && IsWithoutChildren(h) && MemberOf(h, sex) >= 0);
        if (home is null)
        {
            return;
        }
        var member = MemberOf(home, sex);
        var members = home.Members.ToArray();
        members[member] = members[member] with { FullName = DemoAccounts.Find(card)!.Name, Away = null };
        places[(home.Hamlet, home.Number)] = (card, member);
        Households = [.. Households.Select(h => h == home ? h with { Members = members } : h)];
    }

    private static bool IsWithoutChildren(DemoHousehold household) => household.Members.All(m => m.Father is null && m.Mother is null && m.Born.AgeOn(DemoPeople.AsAt) >= 18);

    private static int MemberOf(DemoHousehold household, Sex sex) =>
        household.Members.ToList().FindIndex(m => m.Relation is Relation.Head or Relation.Spouse && m.Sex == sex && m.Born.AgeOn(DemoPeople.AsAt) is >= 25 and <= 70);
}
