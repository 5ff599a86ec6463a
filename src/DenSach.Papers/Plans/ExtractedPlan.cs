using System.Text.Json.Serialization;

namespace DenSach.Papers.Plans;

/// <summary>
/// What one official plan says. Every item carries the span of the received text that it came from; what was not
/// understood stands in <see cref="Warnings"/>. Written and read as JSON by <see cref="PlanJson"/>.
/// </summary>
public sealed record ExtractedPlan
{
    /// <summary>"38/KH-UBND", or null where the number is blank.</summary>
    public string? Number { get; init; }

    /// <summary>"/KH-UBND" where the number is blank, else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NumberSuffix { get; init; }

    /// <summary>Date of issue, or null where day or month is blank.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>"2026-03" or "2024" where the date is not whole, else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DatePartial { get; init; }

    /// <summary>"Ủy ban nhân dân xã Bình Lư".</summary>
    public string? Issuer { get; init; }

    /// <summary>Name of the issuer's place without its kind: "Bình Lư".</summary>
    public string? Place { get; init; }

    /// <summary>Places above it that the text names, nearest first: "huyện Nông Cống", "tỉnh Thanh Hóa".</summary>
    public IReadOnlyList<string> ParentPlaces { get; init; } = [];

    /// <summary>Tier of the issuer, or null where no place was found.</summary>
    public PlanLevel? Level { get; init; }

    /// <summary>Full title on one line.</summary>
    public string? Title { get; init; }

    /// <summary>The plan's own period.</summary>
    public YearRange? Period { get; init; }

    /// <summary>Documents named before the first section.</summary>
    public IReadOnlyList<CitedDocument> LegalBases { get; init; } = [];

    /// <summary>Targets in prose, in the order of the text.</summary>
    public IReadOnlyList<PlanTarget> Targets { get; init; } = [];

    /// <summary>Targets without a number.</summary>
    public IReadOnlyList<QualitativeTarget> QualitativeTargets { get; init; } = [];

    /// <summary>Targets and past results from tables and appendices.</summary>
    public IReadOnlyList<PlanTarget> TableTargets { get; init; } = [];

    /// <summary>Dates and windows.</summary>
    public IReadOnlyList<PlanDeadline> Deadlines { get; init; } = [];

    /// <summary>Work by agency.</summary>
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    /// <summary>Agencies that head a part of "Tổ chức thực hiện".</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Members of a steering committee, where the plan lists them.</summary>
    public IReadOnlyList<PlanMember> Committee { get; init; } = [];

    /// <summary>Phases into which the period is cut.</summary>
    public IReadOnlyList<YearRange> Phases { get; init; } = [];

    /// <summary>Learning titles that the plan names.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Forms of commendation that the plan lists.</summary>
    public IReadOnlyList<string> Awards { get; init; } = [];

    /// <summary>"Nơi nhận", one entry a line.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Documents named in the body that are no legal basis.</summary>
    public IReadOnlyList<CitedDocument> CitedDocuments { get; init; } = [];

    /// <summary>Signature block, or null where none was found.</summary>
    public PlanSigner? Signer { get; init; }

    /// <summary>What needs a person's eye.</summary>
    public IReadOnlyList<PlanWarning> Warnings { get; init; } = [];

    /// <summary>
    /// The deadline that a task itself names, days from which something begins left aside: what it is due by. Its <see cref="PlanDeadline.What"/> says of which part of the
    /// work it speaks. Null where the task names none, or several, of which a person must choose.
    /// </summary>
    public PlanDeadline? DueOf(PlanTask task) =>
        task.Deadlines.Where(d => d >= 0 && d < Deadlines.Count).Select(d => Deadlines[d]).Where(d => d.Relation != "from").ToList() is [var only] ? only : null;
}
