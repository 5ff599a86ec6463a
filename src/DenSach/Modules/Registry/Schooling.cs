namespace DenSach.Modules.Registry;

/// <summary>The steps of schooling. The order is the order of the steps.</summary>
public enum SchoolLevel
{
    None,
    Kindergarten,
    Primary,
    LowerSecondary,
    UpperSecondary,
    Vocational,
    College,
    University,
    Postgraduate,
}

/// <summary>
/// The highest level finished; and what somebody attended in a school year (named by the year it began in), with the class where classes are
/// counted, 1 to 12. A class without its year would be wrong a year later.
/// </summary>
public sealed record Schooling(SchoolLevel Finished, SchoolLevel? Attending = null, int? Grade = null, int? SchoolYear = null)
{
    public static Schooling None { get; } = new(SchoolLevel.None);

    public static Schooling InGrade(int grade, int schoolYear) =>
        grade switch
        {
            >= 1 and <= 5 => new(SchoolLevel.None, SchoolLevel.Primary, grade, schoolYear),
            >= 6 and <= 9 => new(SchoolLevel.Primary, SchoolLevel.LowerSecondary, grade, schoolYear),
            >= 10 and <= 12 => new(SchoolLevel.LowerSecondary, SchoolLevel.UpperSecondary, grade, schoolYear),
            _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "Classes are counted from 1 to 12."),
        };
}
