namespace DenSach.Modules.Registry;

/// <summary>When somebody was born: a day, or only a year as many older papers say. A year alone counts from its 1 January.</summary>
public readonly record struct Birth
{
    private Birth(int year, DateOnly? date) => (Year, Date) = (year, date);

    public int Year { get; }
    public DateOnly? Date { get; }

    /// <summary>The day everything is counted from.</summary>
    public DateOnly Counted => Date ?? new DateOnly(Year, 1, 1);

    public static Birth On(DateOnly date) => new(date.Year, date);

    public static Birth In(int year) => new(year, null);

    /// <summary>The birthday on which the age is reached; who was born on 29 February reaches it on the last of February.</summary>
    public DateOnly Turns(int age) => Counted.AddYears(age);

    /// <summary>Full years on a day; 0 before the first birthday, and before birth too.</summary>
    public int AgeOn(DateOnly day)
    {
        var age = day.Year - Year;
        return Math.Max(0, day < Turns(age) ? age - 1 : age);
    }
}
