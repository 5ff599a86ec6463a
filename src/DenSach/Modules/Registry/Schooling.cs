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

/// <summary>What somebody attends now, with the class where classes are counted (1 to 12), and the highest level finished.</summary>
public sealed record Schooling(SchoolLevel Finished, SchoolLevel? Attending = null, int? Grade = null)
{
    public static Schooling None { get; } = new(SchoolLevel.None);

    public static Schooling InGrade(int grade) =>
        grade switch
        {
            >= 1 and <= 5 => new(SchoolLevel.None, SchoolLevel.Primary, grade),
            >= 6 and <= 9 => new(SchoolLevel.Primary, SchoolLevel.LowerSecondary, grade),
            >= 10 and <= 12 => new(SchoolLevel.LowerSecondary, SchoolLevel.UpperSecondary, grade),
            _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "Classes are counted from 1 to 12."),
        };
}
