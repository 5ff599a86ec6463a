namespace DenSach.Papers.Plans.Reading;

/// <summary>A year with the words that gave it.</summary>
internal readonly record struct StatedYear(int Year, YearFrom From);

/// <summary>The years of the plan as a whole.</summary>
/// <param name="Period">The plan's own period, or null.</param>
/// <param name="From">The words that name the period.</param>
/// <param name="Issued">Year of issue, or null.</param>
/// <param name="Besides">Words of the title that speak of a further time ("và các năm tiếp theo"), or null.</param>
internal readonly record struct PlanYears(YearRange? Period, YearFrom From, int? Issued, string? Besides = null)
{
    private const int YearsBehind = 5;

    /// <summary>A figure of such a year was reached before the plan began, or before it was issued.</summary>
    public bool IsPast(int year) => year < (Period?.From ?? year) || year < Issued;

    /// <summary>So long before the plan or behind it that what is due then may be a slip of the pen: "15/12/2072", "30/6/2016".</summary>
    public bool IsFarFrom(int year) => year < Math.Min(Period?.From ?? year, Issued ?? year) || year > (Period?.To ?? year) + YearsBehind;

    /// <summary>The one year of a plan for one year.</summary>
    public int? OnlyYear => Period is { } p && p.From == p.To ? p.From : null;
}
