using System.Globalization;
using DenSach.Papers.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>What a target with a number says.</summary>
public sealed record TargetContent
{
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

    /// <summary>From a table: whose figure it is ("government", "achieved", a row); null for the plan's own targets.</summary>
    public string? Scope { get; init; }

    public static TargetContent Of(Papers.Plans.PlanTarget read) =>
        new()
        {
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
        };
}

/// <summary>Chỉ tiêu: one target with a number, with the stretch of text it was read from.</summary>
public sealed class PlanTarget : PlanItem
{
    /// <summary>Scopes of a table that are no target of the plan's own: what the Government asks, and what was reached before.</summary>
    public const string Government = "government";
    public const string Achieved = "achieved";

    public int? Year { get; private set; }
    public decimal Value { get; private set; }
    public decimal? ValueTo { get; private set; }
    public string Unit { get; private set; } = "%";
    public TargetComparator? Comparator { get; private set; }
    public bool Maintain { get; private set; }
    public PlanSubject Subject { get; private set; }
    public string? Title { get; private set; }
    public string? TitleContext { get; private set; }
    public string Measure { get; private set; } = "";
    public bool OfParent { get; private set; }
    public string? Recurrence { get; private set; }
    public string? Scope { get; private set; }

    /// <summary>Where the year was taken from; null where there is none, where it came with a copied target, and for what was read before this was kept.</summary>
    public PlanYearSource? YearFrom { get; private set; }

    /// <summary>The number or letter of the heading that gave it, as printed.</summary>
    public string? YearMark { get; private set; }

    /// <summary>The words that gave the year, in the received text; two equal numbers where a person did.</summary>
    public int YearFromStart { get; private set; }
    public int YearFromEnd { get; private set; }
    public bool HasYearSpan => YearFromStart < YearFromEnd;

    public TargetContent Content =>
        new()
        {
            Year = Year,
            Value = Value,
            ValueTo = ValueTo,
            Unit = Unit,
            Comparator = Comparator,
            Maintain = Maintain,
            Subject = Subject,
            Title = Title,
            TitleContext = TitleContext,
            Measure = Measure,
            OfParent = OfParent,
            Recurrence = Recurrence,
            Scope = Scope,
        };

    /// <summary>The plan asks it of its own place; not a figure it only quotes.</summary>
    public bool IsOwn => Scope is not (Government or Achieved);

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

    /// <summary>Takes other content by hand; what had been read stays beside it.</summary>
    public void Correct(TargetContent content)
    {
        ChangedByHand();
        if (content.Year != Year)
        {
            YearByHand(content.Year);
        }
        Take(content);
    }

    public override string InOneLine() => $"{Asked} · {(Year is { } year ? $"năm {year}" : "không ghi năm")} · {Title ?? Measure}";

    internal static PlanTarget Of(TargetContent content, Plan plan, int place, PlanItemOrigin origin, SourceSpan span, YearFrom year = default)
    {
        var target = new PlanTarget
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Origin = origin,
            SpanStart = span.Start,
            SpanEnd = span.End,
        };
        target.Take(content);
        if (origin == PlanItemOrigin.Added)
        {
            target.YearByHand(content.Year);
        }
        else if (YearSources.Of(year.Kind) is { } source)
        {
            (target.YearFrom, target.YearMark, target.YearFromStart, target.YearFromEnd) = (source, year.Mark, year.Span.Start, year.Span.End);
        }
        return target;
    }

    private void YearByHand(int? year) => (YearFrom, YearMark, YearFromStart, YearFromEnd) = (year is null ? null : PlanYearSource.Hand, null, 0, 0);

    private void Take(TargetContent content)
    {
        (Year, Value, ValueTo, Unit, Comparator, Maintain) = (content.Year, content.Value, content.ValueTo, content.Unit, content.Comparator, content.Maintain);
        (Subject, Title, TitleContext, Measure) = (content.Subject, content.Title, content.TitleContext, content.Measure);
        (OfParent, Recurrence, Scope) = (content.OfParent, content.Recurrence, content.Scope);
    }

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));
}

internal sealed class PlanTargetMap : IEntityTypeConfiguration<PlanTarget>
{
    public void Configure(EntityTypeBuilder<PlanTarget> target)
    {
        target.IsPlanItem("plan_target");
        target.Property(t => t.Value).HasPrecision(14, 4);
        target.Property(t => t.ValueTo).HasPrecision(14, 4);
        target.Property(t => t.YearMark).HasMaxLength(20);
        target.Property(t => t.Unit).HasMaxLength(20);
        target.Property(t => t.Recurrence).HasMaxLength(20);
        target.Ignore(t => t.Asked).Ignore(t => t.Content).Ignore(t => t.IsOwn).Ignore(t => t.HasYearSpan);
    }
}
