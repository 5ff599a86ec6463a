using System.Globalization;
using DenSach.Papers.Plans;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>One target with a number, as the plan says it, with the stretch of text it was read from.</summary>
public sealed class PlanTarget
{
    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>1, 2, 3… in the order of the text.</summary>
    public required int Place { get; init; }

    /// <summary>By the end of which year; null where the plan names none.</summary>
    public int? Year { get; init; }
    public required decimal Value { get; init; }

    /// <summary>The upper number of a range.</summary>
    public decimal? ValueTo { get; init; }

    /// <summary>"%", "%/year" or "count".</summary>
    public required string Unit { get; init; }
    public TargetComparator? Comparator { get; init; }
    public bool Maintain { get; init; }
    public required PlanSubject Subject { get; init; }

    /// <summary>The title to be held, or null for a target that is no title.</summary>
    public string? Title { get; init; }

    /// <summary>The title whose holders are counted.</summary>
    public string? TitleContext { get; init; }

    /// <summary>A short phrase of the plan.</summary>
    public required string Measure { get; init; }

    /// <summary>"trong đó …": a share of the target before it.</summary>
    public bool OfParent { get; init; }
    public string? Recurrence { get; init; }

    /// <summary>From a table: whose figure it is ("government", "achieved", a row); null for the plan's own targets in prose.</summary>
    public string? Scope { get; init; }
    public required int SpanStart { get; init; }
    public required int SpanEnd { get; init; }

    /// <summary>"≥ 60 %", as it stands on a page.</summary>
    public string Asked
    {
        get
        {
            var sign = Comparator switch
            {
                TargetComparator.AtLeast => "≥ ",
                TargetComparator.MoreThan => "> ",
                TargetComparator.AtMost => "≤ ",
                TargetComparator.LessThan => "< ",
                TargetComparator.About => "≈ ",
                _ => "",
            };
            var unit = Unit switch
            {
                "%" => "%",
                "%/year" => "%/năm",
                _ => "",
            };
            return sign + Figure(Value) + (ValueTo is { } to ? "–" + Figure(to) : "") + unit;
        }
    }

    /// <summary>Whether the number itself stands in the stretch of text, so that a look there settles it.</summary>
    public bool IsSaidIn(string text)
    {
        var said = new SourceSpan(Math.Clamp(SpanStart, 0, text.Length), Math.Clamp(SpanEnd, 0, text.Length)).Of(text);
        return said.Contains(Figure(Value), StringComparison.Ordinal) || said.Contains(Value.ToString("0.##", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    internal static PlanTarget Of(Papers.Plans.PlanTarget read, Plan plan, int place) =>
        new()
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Year = read.Year,
            Value = read.Value,
            ValueTo = read.ValueTo,
            Unit = read.Unit,
            Comparator = read.Comparator,
            Maintain = read.Maintain,
            Subject = read.Subject,
            Title = read.Title,
            TitleContext = read.TitleContext,
            Measure = read.Measure,
            OfParent = read.OfParent,
            Recurrence = read.Recurrence,
            Scope = read.Scope,
            SpanStart = read.Span.Start,
            SpanEnd = read.Span.End,
        };

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));
}

internal sealed class PlanTargetMap : IEntityTypeConfiguration<PlanTarget>
{
    public void Configure(EntityTypeBuilder<PlanTarget> target)
    {
        target.ToTable("plan_target").IsKeyedByRegister(nameof(PlanTarget.PlanId), nameof(PlanTarget.Place));
        target.Property(t => t.Value).HasPrecision(14, 4);
        target.Property(t => t.ValueTo).HasPrecision(14, 4);
        target.Property(t => t.Unit).HasMaxLength(20);
        target.Property(t => t.Recurrence).HasMaxLength(20);
        target.Ignore(t => t.Asked);
    }
}
