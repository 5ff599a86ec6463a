namespace DenSach.Modules.Registry.Demo;

/// <param name="Hamlet">Which of the hamlets, from 0.</param>
/// <param name="Number">Within its hamlet, from 001.</param>
/// <param name="ResidentFrom">Since when it lives there.</param>
/// <param name="Members">The head first, then as a family list goes.</param>
/// <param name="Away">When all of it went away, if it did.</param>
public sealed record DemoHousehold(int Hamlet, string Number, DateOnly ResidentFrom, IReadOnlyList<DemoPerson> Members, Period? Away)
{
    public DemoPerson Head => Members[0];
}

/// <param name="Father">Number of the father in the list of members, if he is one of them.</param>
/// <param name="Mother">Number of the mother in the list of members, if she is one of them.</param>
public sealed record DemoPerson(
    string FullName,
    Sex Sex,
    Relation Relation,
    Birth Born,
    Schooling Schooling,
    string? Occupation,
    int? Father = null,
    int? Mother = null,
    Period? Away = null
);

/// <summary>
/// Invents the people of the demo: pure, and the same from the same seed everywhere. Ages, schooling and absences are as of <see cref="AsAt"/>,
/// when the plan of the demo commune was issued; the shares are made up to look like the highlands of the north-west and claim nothing.
/// </summary>
public static class DemoPeople
{
    public static readonly DateOnly AsAt = new(2026, 3, 1);

    /// <summary>School year of the classes told: the one that began in 2026, recorded anew in September for everybody at school.</summary>
    public const int SchoolYear = 2026;

    public const int SmallestHamlet = 18;
    public const int LargestHamlet = 55;

    public static IReadOnlyList<DemoHousehold> Generate(DemoNames names, IReadOnlyList<int> sizes, ulong seed)
    {
        var random = new DemoRandom(seed);
        var households = new List<DemoHousehold>();
        for (var hamlet = 0; hamlet < sizes.Count; hamlet++)
        {
            var mixture = random.Pick(names.Mixtures);
            for (var number = 1; number <= sizes[hamlet]; number++)
            {
                IReadOnlyList<DemoPerson> members = [.. new DemoFamily(random, names, mixture).Compose().Select(DemoLife.AClassOn)];
                var settled = new DateOnly(Math.Clamp(members[0].Born.Year + 20, 1996, 2024), 1, 1);
                households.Add(
                    new DemoHousehold(hamlet, $"{number:000}", random.Day(settled, new DateOnly(2025, 12, 31)), members, random.Chance(3) ? DemoFamily.Absence(random) : null)
                );
            }
        }
        return households;
    }

    /// <summary>Uneven hamlets that add up to the households asked for.</summary>
    public static IReadOnlyList<int> Sizes(int hamlets, int households, ulong seed, int smallest = SmallestHamlet, int largest = LargestHamlet)
    {
        if (households < hamlets * smallest || households > hamlets * largest)
        {
            throw new ArgumentOutOfRangeException(nameof(households), households, $"{hamlets} hamlets of {smallest} to {largest} households cannot hold them.");
        }
        var random = new DemoRandom(seed);
        var sizes = Enumerable.Repeat(smallest, hamlets).ToArray();
        var pulls = Enumerable.Range(0, hamlets).Select(hamlet => (hamlet, random.Between(1, 9))).ToList();
        for (var left = households - (hamlets * smallest); left > 0; )
        {
            var hamlet = random.Pick(pulls);
            if (sizes[hamlet] < largest)
            {
                sizes[hamlet]++;
                left--;
            }
        }
        return sizes;
    }
}
