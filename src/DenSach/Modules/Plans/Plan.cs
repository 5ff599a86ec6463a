using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>
/// Kế hoạch: what an official plan says, confirmed by somebody who compared it with the text. It lives in the home register of its area.
/// The text is kept whole; every item carries its span in it.
/// </summary>
public sealed class Plan : RegisterRow, IInArea
{
    private readonly List<PlanTarget> targets = [];
    private readonly List<PlanDeadline> deadlines = [];
    private readonly List<PlanDoubt> doubts = [];

    /// <summary>The commune (or province) whose plan it is.</summary>
    public required int AreaId { get; init; }

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

    /// <summary>SHA-256 of the received text in UTF-8, lines ended by LF; hexadecimal, lower case.</summary>
    public required string TextSha256 { get; init; }
    public required DateTime ConfirmedAt { get; init; }
    public required Guid ConfirmedBy { get; init; }
    public PlanText? Received { get; private set; }
    public IReadOnlyList<PlanTarget> Targets => targets;
    public IReadOnlyList<PlanDeadline> Deadlines => deadlines;
    public IReadOnlyList<PlanDoubt> Doubts => doubts;

    /// <summary>From when it asks something: its date; where that is blank, the first day the text leaves open; else the first day of its period.</summary>
    public DateOnly? FirstDay => IssuedOn ?? FirstDayOf(IssuedPartial) ?? PeriodStart;

    public DateOnly? PeriodStart => FirstYear is { } year ? new DateOnly(year, 1, 1) : null;

    /// <summary>The next yearly report that the plan asks to send somewhere: its last day in time.</summary>
    public DateOnly? NextReport(DateOnly today) => deadlines.Where(d => d is { Recurrence: "yearly", SentTo: not null }).Select(d => d.NextLastDay(today)).Min();

    public bool HoldsOn(DateOnly day) => !(day < FirstDay) && !(day.Year > LastYear);

    /// <summary>What is read becomes a plan of an area: targets and deadlines in the order of the text.</summary>
    public static Plan Of(ExtractedPlan reading, string text, int areaId, int registerId, DateTime confirmedAt, Guid confirmedBy)
    {
        var plan = new Plan
        {
            RegisterId = registerId,
            Id = RowId.New(registerId),
            AreaId = areaId,
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
            TextSha256 = HashOf(text),
            ConfirmedAt = confirmedAt,
            ConfirmedBy = confirmedBy,
        };
        plan.Received = new PlanText
        {
            RegisterId = registerId,
            PlanId = plan.Id,
            Text = text,
        };
        plan.targets.AddRange(reading.Targets.Concat(reading.TableTargets).Select((target, place) => PlanTarget.Of(target, plan, place + 1)));
        plan.deadlines.AddRange(reading.Deadlines.Select((deadline, place) => PlanDeadline.Of(deadline, plan, place + 1)));
        foreach (var warning in reading.Warnings)
        {
            plan.Doubt(warning.Code, warning.Message, warning.Span);
        }
        return plan;
    }

    public void Doubt(string code, string message, SourceSpan span) => doubts.Add(PlanDoubt.Of(this, doubts.Count + 1, code, message, span));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static DateOnly? FirstDayOf(string? partial) =>
        partial?.Split('-') is [var year, .. var rest] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            ? new DateOnly(y, rest is [var month, ..] ? int.Parse(month, CultureInfo.InvariantCulture) : 1, 1)
            : null;
}

/// <summary>The text as received, apart from the plan so that lists do not carry it.</summary>
public sealed class PlanText
{
    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }
    public required string Text { get; init; }
}

internal sealed class PlanMap : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plan").IsByRegister();
        plan.Property(p => p.TextSha256).HasMaxLength(64);
        plan.Property(p => p.Number).HasMaxLength(60);
        plan.Property(p => p.NumberSuffix).HasMaxLength(60);
        plan.Property(p => p.IssuedPartial).HasMaxLength(7);
        plan.Ignore(p => p.FirstDay);
        plan.Ignore(p => p.PeriodStart);
        // The same text twice in one area is told, not loaded.
        plan.HasIndex(p => new
            {
                p.RegisterId,
                p.AreaId,
                p.TextSha256,
            })
            .IsUnique();
        plan.HasIndex(p => p.AreaId);
        plan.HasOne(p => p.Received).WithOne().HasForeignKey<PlanText>(t => new { t.RegisterId, t.PlanId }).IsRequired();
        plan.HasMany(p => p.Targets).WithOne().HasForeignKey(t => new { t.RegisterId, t.PlanId }).IsRequired();
        plan.HasMany(p => p.Deadlines).WithOne().HasForeignKey(d => new { d.RegisterId, d.PlanId }).IsRequired();
        plan.HasMany(p => p.Doubts).WithOne().HasForeignKey(d => new { d.RegisterId, d.PlanId }).IsRequired();
    }
}

internal sealed class PlanTextMap : IEntityTypeConfiguration<PlanText>
{
    public void Configure(EntityTypeBuilder<PlanText> text) => text.ToTable("plan_text").IsKeyedByRegister(nameof(PlanText.PlanId));
}
