using System.Globalization;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>A day, month, quarter or year by which something is due, once or every year.</summary>
public sealed class PlanDeadline
{
    public const string Before = "before";
    public const string From = "from";

    public required int RegisterId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>1, 2, 3… in the order of the text.</summary>
    public required int Place { get; init; }
    public int? Day { get; init; }
    public int? Month { get; init; }
    public int? Quarter { get; init; }

    /// <summary>For a deadline that comes once.</summary>
    public int? Year { get; init; }

    /// <summary>"before" (trước ngày), "by" (chậm nhất), "in" (trong), "from" (từ ngày).</summary>
    public string? Relation { get; init; }

    /// <summary>"yearly", "half_yearly", "quarterly", "monthly", "once"; null where the plan does not tell.</summary>
    public string? Recurrence { get; init; }

    /// <summary>What is due, in the words of the plan.</summary>
    public required string What { get; init; }

    /// <summary>To whom, in the words of the plan.</summary>
    public string? SentTo { get; init; }
    public required int SpanStart { get; init; }
    public required int SpanEnd { get; init; }

    /// <summary>
    /// The last day on which it can still be done in time. "Trước ngày 31/12": the day named is too late, so 30/12. "Chậm nhất", "trong": the last day of what is named.
    /// "Từ ngày" names a beginning and has none; nor has a deadline of another year.
    /// </summary>
    public DateOnly? LastDay(int year)
    {
        if (Relation == From || (Year is { } only && only != year))
        {
            return null;
        }
        var (first, last) = Named(year);
        return Relation == Before ? first.AddDays(-1) : last;
    }

    /// <summary>The next last day from a day on: of this year, or of the next; null where nothing tells the year.</summary>
    public DateOnly? NextLastDay(DateOnly today)
    {
        if (Year is null && Recurrence is null)
        {
            return null;
        }
        int[] years = Year is { } only ? [only] : [today.Year, today.Year + 1];
        return years.Select(LastDay).Where(day => day >= today).Min();
    }

    /// <summary>"trước 31/12 hằng năm", as the plan says it.</summary>
    public string Said
    {
        get
        {
            var relation = Relation switch
            {
                Before => "trước ",
                "by" => "chậm nhất ",
                From => "từ ",
                _ => "",
            };
            var named =
                Month is { } month && Day is { } day ? $"{day}/{month}"
                : Month is { } whole ? $"tháng {whole}"
                : Quarter is { } quarter ? $"quý {quarter}"
                : "";
            var year = Year is { } only ? (named.Length > 0 ? "/" : "năm ") + only.ToString(CultureInfo.InvariantCulture) : "";
            var again = Recurrence switch
            {
                "yearly" => " hằng năm",
                "half_yearly" => " mỗi 6 tháng",
                "quarterly" => " hằng quý",
                "monthly" => " hằng tháng",
                _ => "",
            };
            return relation + named + year + again;
        }
    }

    internal static PlanDeadline Of(Papers.Plans.PlanDeadline read, Plan plan, int place) =>
        new()
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Day = read.Day,
            Month = read.Month,
            Quarter = read.Quarter,
            Year = read.Year,
            Relation = read.Relation,
            Recurrence = read.Recurrence,
            What = read.What,
            SentTo = read.To,
            SpanStart = read.Span.Start,
            SpanEnd = read.Span.End,
        };

    /// <summary>The first and the last day of what is named: a day, a month, a quarter or the year. 29/2 is the last of February in other years.</summary>
    private (DateOnly First, DateOnly Last) Named(int year)
    {
        var (month, months) =
            Month is { } named ? (named, 1)
            : Quarter is { } quarter ? (quarter * 3 - 2, 3)
            : (1, 12);
        if (Month is not null && Day is { } day)
        {
            var one = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
            return (one, one);
        }
        var first = new DateOnly(year, month, 1);
        return (first, first.AddMonths(months).AddDays(-1));
    }
}

internal sealed class PlanDeadlineMap : IEntityTypeConfiguration<PlanDeadline>
{
    public void Configure(EntityTypeBuilder<PlanDeadline> deadline)
    {
        deadline.ToTable("plan_deadline").IsKeyedByRegister(nameof(PlanDeadline.PlanId), nameof(PlanDeadline.Place));
        deadline.Property(d => d.Relation).HasMaxLength(20);
        deadline.Property(d => d.Recurrence).HasMaxLength(20);
        deadline.Ignore(d => d.Said);
    }
}
