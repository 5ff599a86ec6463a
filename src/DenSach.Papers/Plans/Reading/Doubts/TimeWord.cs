namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>Words that speak of a time: a year, a stretch of years, or a time told by another ("các năm tiếp theo").</summary>
/// <param name="Year">The year, or the last one of a stretch; null for a time that names none.</param>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Words">As the plan writes them.</param>
/// <param name="Kind">What they are.</param>
internal sealed record TimeWord(int? Year, int Start, int End, string Words, TimeKind Kind);

internal enum TimeKind
{
    /// <summary>A year by itself, also inside a date.</summary>
    Year,

    /// <summary>A stretch of years.</summary>
    Phase,

    /// <summary>A year that something is compared with: "so với năm 2025".</summary>
    Compared,

    /// <summary>A later year until which something reached is to be kept: "vào năm 2025 và duy trì đến năm 2030".</summary>
    KeptUntil,

    /// <summary>Each year: "hằng năm".</summary>
    Yearly,

    /// <summary>A time that is told and not named, or a year that is not written as one.</summary>
    Vague,
}
