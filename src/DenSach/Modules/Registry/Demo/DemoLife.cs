namespace DenSach.Modules.Registry.Demo;

/// <summary>What a made-up person has learnt and does, by age. The shares are invented.</summary>
internal static class DemoLife
{
    private static readonly (SchoolLevel, int)[] Young =
    [
        (SchoolLevel.None, 1),
        (SchoolLevel.Primary, 12),
        (SchoolLevel.LowerSecondary, 37),
        (SchoolLevel.UpperSecondary, 28),
        (SchoolLevel.Vocational, 10),
        (SchoolLevel.College, 5),
        (SchoolLevel.University, 7),
    ];
    private static readonly (SchoolLevel, int)[] Middle =
    [
        (SchoolLevel.None, 8),
        (SchoolLevel.Primary, 31),
        (SchoolLevel.LowerSecondary, 35),
        (SchoolLevel.UpperSecondary, 14),
        (SchoolLevel.Vocational, 5),
        (SchoolLevel.College, 3),
        (SchoolLevel.University, 4),
    ];
    private static readonly (SchoolLevel, int)[] Older =
    [
        (SchoolLevel.None, 22),
        (SchoolLevel.Primary, 43),
        (SchoolLevel.LowerSecondary, 23),
        (SchoolLevel.UpperSecondary, 7),
        (SchoolLevel.Vocational, 3),
        (SchoolLevel.University, 2),
    ];
    private static readonly (SchoolLevel, int)[] Oldest = [(SchoolLevel.None, 52), (SchoolLevel.Primary, 38), (SchoolLevel.LowerSecondary, 8), (SchoolLevel.UpperSecondary, 2)];

    private static readonly (string?, int)[] Work =
    [
        ("Nông dân", 59),
        ("Trồng chè", 12),
        ("Buôn bán nhỏ", 7),
        ("Thợ xây", 5),
        ("Công nhân", 6),
        ("Lái xe", 3),
        ("Thợ may", 2),
        (null, 6),
    ];
    private static readonly (string?, int)[] Office = [("Giáo viên", 42), ("Cán bộ, công chức", 28), ("Nhân viên y tế", 15), ("Nông dân", 8), (null, 7)];

    /// <summary>The day is known of nearly everybody young; of the old often only the year.</summary>
    public static Birth Born(DemoRandom random, int year)
    {
        if (random.Chance(year < 1966 ? 55 : 4) && year < DemoPeople.AsAt.Year)
        {
            return Birth.In(year);
        }
        var last = year == DemoPeople.AsAt.Year ? DemoPeople.AsAt.AddDays(-1) : new DateOnly(year, 12, 31);
        return Birth.On(random.Day(new DateOnly(year, 1, 1), last));
    }

    /// <summary>The school year for which classes are drawn: the one that runs on the demo's day.</summary>
    private const int DrawnIn = 2025;

    /// <summary>The same person after the summer: a class on, at school for the first time, or through with it.</summary>
    public static DemoPerson AClassOn(DemoPerson person) =>
        person.Schooling switch
        {
            { Grade: 12 } => person with { Schooling = new Schooling(SchoolLevel.UpperSecondary) },
            { Grade: { } grade } => person with { Schooling = Schooling.InGrade(grade + 1, DemoPeople.SchoolYear) },
            { Attending: SchoolLevel.Kindergarten } when DemoPeople.SchoolYear - person.Born.Year >= 6 => person with { Schooling = Schooling.InGrade(1, DemoPeople.SchoolYear) },
            { Attending: not null } => person with { Schooling = person.Schooling with { SchoolYear = DemoPeople.SchoolYear } },
            _ => person,
        };

    public static Schooling SchoolingOf(DemoRandom random, Birth born)
    {
        var age = DrawnIn - born.Year;
        return age switch
        {
            < 2 => Schooling.None,
            2 => random.Chance(22) ? Attending(SchoolLevel.None, SchoolLevel.Kindergarten) : Schooling.None,
            < 6 => random.Chance(97) ? Attending(SchoolLevel.None, SchoolLevel.Kindergarten) : Schooling.None,
            // A class is repeated now and then.
            < 15 => random.Chance(age < 11 ? 99 : 96)
                ? Schooling.InGrade(Math.Max(1, age - 5 - (random.Chance(3) ? 1 : 0)), DrawnIn)
                : new Schooling(age < 11 ? SchoolLevel.None : SchoolLevel.Primary),
            < 18 => random.Pick<Schooling>([
                (Schooling.InGrade(age - 5, DrawnIn), 64),
                (Attending(SchoolLevel.LowerSecondary, SchoolLevel.Vocational), 14),
                (new Schooling(SchoolLevel.LowerSecondary), 22),
            ]),
            < 22 => random.Pick<Schooling>([
                (Attending(SchoolLevel.UpperSecondary, SchoolLevel.University), 11),
                (Attending(SchoolLevel.UpperSecondary, SchoolLevel.College), 9),
                (new Schooling(SchoolLevel.UpperSecondary), 40),
                (new Schooling(SchoolLevel.LowerSecondary), 40),
            ]),
            _ => new Schooling(
                random.Pick(
                    age < 35 ? Young
                    : age < 50 ? Middle
                    : age < 65 ? Older
                    : Oldest
                )
            ),
        };
    }

    public static string? OccupationOf(DemoRandom random, DemoPerson person)
    {
        var age = DemoPeople.AsAt.Year - person.Born.Year;
        if (age < 18 || person.Schooling.Attending is not null)
        {
            return null;
        }
        var office = person.Schooling.Finished >= SchoolLevel.Vocational;
        return age >= 70 ? null
            : age >= 60 && office ? "Nghỉ hưu"
            : random.Pick(office ? Office : Work);
    }

    private static Schooling Attending(SchoolLevel finished, SchoolLevel level) => new(finished, level, null, DrawnIn);
}
