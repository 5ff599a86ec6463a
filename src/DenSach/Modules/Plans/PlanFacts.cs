using System.Text.RegularExpressions;
using DenSach.Papers.Plans;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Plans;

/// <summary>The head and the foot of a plan: what it is called, by whom, when, for which years, who signed.</summary>
public sealed partial record PlanFacts
{
    public const int LongestName = 300;

    /// <summary>"38/KH-UBND"; null where the received text leaves it blank.</summary>
    public string? Number { get; init; }

    /// <summary>"/KH-UBND" where the number is blank.</summary>
    public string? NumberSuffix { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>"2026-03" or "2026" where the day, or the month too, is blank.</summary>
    public string? IssuedPartial { get; init; }
    public string? Issuer { get; init; }
    public PlanLevel? Level { get; init; }
    public required string Title { get; init; }

    /// <summary>The first and the last year of its own period.</summary>
    public int? FirstYear { get; init; }
    public int? LastYear { get; init; }
    public string? SignerName { get; init; }
    public string? SignerPosition { get; init; }
    public string? SignerAuthority { get; init; }

    public static PlanFacts Of(Plan plan) =>
        new()
        {
            Number = plan.Number,
            NumberSuffix = plan.NumberSuffix,
            IssuedOn = plan.IssuedOn,
            IssuedPartial = plan.IssuedPartial,
            Issuer = plan.Issuer,
            Level = plan.Level,
            Title = plan.Title,
            FirstYear = plan.FirstYear,
            LastYear = plan.LastYear,
            SignerName = plan.SignerName,
            SignerPosition = plan.SignerPosition,
            SignerAuthority = plan.SignerAuthority,
        };

    public static PlanFacts Of(ExtractedPlan reading) =>
        new()
        {
            Number = reading.Number,
            NumberSuffix = reading.NumberSuffix,
            IssuedOn = reading.Date,
            IssuedPartial = reading.DatePartial,
            Issuer = reading.Issuer,
            Level = reading.Level,
            Title = reading.Title ?? "",
            FirstYear = reading.Period?.From,
            LastYear = reading.Period?.To,
            SignerName = reading.Signer?.Name,
            SignerPosition = reading.Signer?.Position,
            SignerAuthority = reading.Signer?.Authority,
        };

    /// <summary>Why these cannot be the facts of a plan, or null.</summary>
    public Problem? Fault() =>
        IssuedPartial is not null && !PartialDate().IsMatch(IssuedPartial)
            ? Problem.Invalid("plans.partial", "Ngày ban hành chưa đủ phải ghi như 2026 hoặc 2026-03.", nameof(IssuedPartial))
        : IssuedOn is { Year: < 2000 or > 2100 } ? Problem.Invalid("plans.issued", "Ngày ban hành phải nằm trong các năm 2000–2100.", nameof(IssuedOn))
        : Level is { } level && !Enum.IsDefined(level) ? Problem.Invalid("plans.level", "Cấp ban hành không đúng: tỉnh, huyện hoặc xã.", nameof(Level))
        : NumberSuffix is { Length: > 60 } ? Problem.Invalid("plans.number", "Số, ký hiệu dài nhất 60 ký tự, như 38/KH-UBND.", nameof(NumberSuffix))
        : new[] { Issuer, SignerName, SignerPosition, SignerAuthority }.Any(words => words?.Length > LongestName)
            ? Problem.Invalid("plans.name", $"Tên cơ quan, chức vụ, người ký dài nhất {LongestName} ký tự.", nameof(Issuer))
        : FirstYear is < 2000 or > 2100 || LastYear is < 2000 or > 2100 ? Problem.Invalid("plans.year", "Giai đoạn phải nằm trong các năm 2000–2100.", nameof(FirstYear))
        : (FirstYear is null) != (LastYear is null) ? Problem.Invalid("plans.period", "Hãy ghi cả năm đầu và năm cuối của giai đoạn, hoặc để trống cả hai.", nameof(LastYear))
        : LastYear < FirstYear ? Problem.Invalid("plans.period", $"Giai đoạn {FirstYear}–{LastYear} bị ngược: năm cuối phải sau năm đầu.", nameof(LastYear))
        : Number is { Length: > 60 } ? Problem.Invalid("plans.number", "Số, ký hiệu dài nhất 60 ký tự, như 38/KH-UBND.", nameof(Number))
        : PlanWords.Fault(Title, "Kế hoạch phải có tên: hãy ghi trích yếu như trên văn bản.", nameof(Title));

    [GeneratedRegex(@"^20\d\d(-(0[1-9]|1[0-2]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex PartialDate();
}
