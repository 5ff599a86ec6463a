using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>One target with a number, as the plan says it.</summary>
public sealed record PlanTarget
{
    /// <summary>The year by which it is to be reached; null where the plan names none (then a warning stands, or <see cref="Recurrence"/>).</summary>
    public int? Year { get; init; }

    /// <summary>The number; the lower one of a range.</summary>
    public decimal Value { get; init; }

    /// <summary>Unit of measure: "%", "%/year" or "count".</summary>
    public string Unit { get; init; } = "%";

    /// <summary>Null where the plan says the bare number.</summary>
    public TargetComparator? Comparator { get; init; }

    /// <summary>The upper number of a range, else null.</summary>
    public decimal? ValueTo { get; init; }

    /// <summary>"duy trì": the figure is held already and must stay.</summary>
    public bool Maintain { get; init; }

    /// <summary>Who or what is counted.</summary>
    public PlanSubject Subject { get; init; }

    /// <summary>The title to be held ("Gia đình học tập"), or null for a target that is no title.</summary>
    public string? Title { get; init; }

    /// <summary>The title whose holders are counted (the denominator), or null.</summary>
    public string? TitleContext { get; init; }

    /// <summary>What is measured: a short phrase from the source, without the years and the verbs of reaching at its ends; never empty where the plan names anything. A figure that goes on from the one before has its measure.</summary>
    public string Measure { get; init; } = "";

    /// <summary>A share of the target before it: "trong đó …".</summary>
    public bool OfParent { get; init; }

    /// <summary>"yearly" where the plan asks it of every year, else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Recurrence { get; init; }

    /// <summary>
    /// For a table: "government", "province", "achieved", or the words of the column or row. In prose the hamlet or commune of a list to which the figure is given
    /// ("bản Pá Lau 38 hộ"), or the places that are told apart ("riêng 06 xã khu vực III đạt 92 %"), else null. The comparison of readings looks at it in tables only.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scope { get; init; }

    /// <summary>Where it stands in the text as received.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The words that gave <see cref="Year"/>; <see cref="YearFrom.None"/> where it is null.</summary>
    [JsonPropertyName("year_span"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public YearFrom YearFrom { get; init; }
}

/// <summary>A target without a number ("Huyện được công nhận …").</summary>
/// <param name="Year">Year, or null.</param>
/// <param name="Text">The words of the plan.</param>
/// <param name="Span">Where it stands.</param>
public sealed record QualitativeTarget(int? Year, string Text, SourceSpan Span)
{
    /// <summary>For whom it stands, by the sentence or the heading over it ("đ) Đối với hộ gia đình, dòng họ"); empty where neither names anybody.</summary>
    public IReadOnlyList<PlanSubject> Subjects { get; init; } = [];

    /// <summary>The words that gave <see cref="Year"/>; <see cref="YearFrom.None"/> where it is null.</summary>
    [JsonPropertyName("year_span"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public YearFrom YearFrom { get; init; }
}
