using DenSach.Papers.Plans;

namespace DenSach.Modules.Indicators;

/// <summary>How far a target is, today.</summary>
public enum TargetState
{
    /// <summary>Nobody counts this yet.</summary>
    NoData,

    /// <summary>The ratio is what the plan asks for, or better.</summary>
    Reached,

    /// <summary>Not reached; at or above the straight line to the target.</summary>
    OnTrack,

    /// <summary>Below the straight line.</summary>
    Behind,

    /// <summary>The year of the target is over and it was not reached.</summary>
    Missed,

    /// <summary>The period of the plan is still to come: nothing is judged yet.</summary>
    NotBegun,

    /// <summary>Not reached, and the plan names no year to draw a line to.</summary>
    NotYet,
}

/// <summary>
/// A number of a number, and what a target makes of it. All comparisons are between whole numbers and decimals, never rounded: a share shown as 80,0% may still lack one family,
/// and then the gap says so.
/// </summary>
public readonly record struct Share(long Numerator, long Denominator)
{
    /// <summary>To one decimal, half up, reckoned in integers; null where there is nothing to take a share of.</summary>
    public decimal? Percent => Denominator <= 0 ? null : (2000 * Numerator + Denominator) / (2 * Denominator) / 10m;

    public bool Reaches(decimal percent, TargetComparator? comparator)
    {
        var (have, want) = (Numerator * 100m, percent * Denominator);
        return comparator switch
        {
            TargetComparator.MoreThan => have > want,
            TargetComparator.AtMost => have <= want,
            TargetComparator.LessThan => have < want,
            // "khoảng" is met by the number itself: our reading, the plans say no margin.
            _ => have >= want,
        };
    }

    /// <summary>The smallest number of subjects more that brings the target; null where no number does, or where less is asked for.</summary>
    public long? Gap(decimal percent, TargetComparator? comparator)
    {
        if (comparator is TargetComparator.AtMost or TargetComparator.LessThan)
        {
            return null;
        }
        var want = percent * Denominator / 100;
        var needed = comparator == TargetComparator.MoreThan ? Math.Floor(want) + 1 : Math.Ceiling(want);
        return needed > Denominator ? null : Math.Max(0, (long)needed - Numerator);
    }

    /// <summary>
    /// The straight line from nought on the first day of the plan's period to the target on 31/12 of its year. Our convention: no plan says how fast.
    /// </summary>
    public static decimal NeededOn(DateOnly day, DateOnly start, int year, decimal percent)
    {
        var end = new DateOnly(year, 12, 31);
        return day >= end ? percent
            : day <= start ? 0
            : percent * (day.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber);
    }

    public TargetState StateOf(decimal percent, TargetComparator? comparator, int? year, decimal? needed, DateOnly day) =>
        Denominator <= 0 ? TargetState.NoData
        : Reaches(percent, comparator) ? TargetState.Reached
        : year < day.Year ? TargetState.Missed
        : needed is not { } line ? TargetState.NotYet
        : Numerator * 100m >= line * Denominator ? TargetState.OnTrack
        : TargetState.Behind;
}
