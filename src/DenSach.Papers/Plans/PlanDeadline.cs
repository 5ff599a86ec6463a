using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>A date or window by which something is due, once or again and again.</summary>
public sealed record PlanDeadline
{
    /// <summary>Day of the month, or null.</summary>
    public int? Day { get; init; }

    /// <summary>Month 1-12, or null.</summary>
    public int? Month { get; init; }

    /// <summary>Quarter 1-4, or null.</summary>
    public int? Quarter { get; init; }

    /// <summary>Year for a deadline that comes once, else null.</summary>
    public int? Year { get; init; }

    /// <summary>"before" (trước ngày: the day before is the last), "by" (chậm nhất), "in" (trong tháng, quý, năm), "from" (từ ngày); null where the plan says none.</summary>
    public string? Relation { get; init; }

    /// <summary>"yearly", "half_yearly", "quarterly", "monthly", "once"; null where it could not be told (then a warning stands).</summary>
    public string? Recurrence { get; init; }

    /// <summary>What is due, in the words of the plan.</summary>
    public string What { get; init; } = "";

    /// <summary>To whom, in the words of the plan, or null.</summary>
    public string? To { get; init; }

    /// <summary>It stands in a table of work.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FromTable { get; init; }

    /// <summary>Where it stands in the text as received.</summary>
    public SourceSpan Span { get; init; }
}
