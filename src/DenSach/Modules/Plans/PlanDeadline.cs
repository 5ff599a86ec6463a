using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DenSach.Modules.Plans;

/// <summary>What a deadline says.</summary>
public sealed record DeadlineContent
{
    public int? Day { get; init; }
    public int? Month { get; init; }
    public int? Quarter { get; init; }

    /// <summary>For a deadline that comes once.</summary>
    public int? Year { get; init; }

    /// <summary>"before" (trước ngày), "by" (chậm nhất), "in" (trong), "from" (từ ngày).</summary>
    public string? Relation { get; init; }

    /// <summary>"yearly", "half_yearly", "quarterly", "monthly", "once", "on_request"; null where the plan does not tell.</summary>
    public string? Recurrence { get; init; }

    /// <summary>What is due, in the words of the plan.</summary>
    public required string What { get; init; }

    /// <summary>To whom, in the words of the plan.</summary>
    public string? SentTo { get; init; }

    public static DeadlineContent Of(Papers.Plans.PlanDeadline read) =>
        new()
        {
            Day = read.Day,
            Month = read.Month,
            Quarter = read.Quarter,
            Year = read.Year,
            Relation = read.Relation,
            Recurrence = read.Recurrence,
            What = read.What,
            SentTo = read.To,
        };
}

/// <summary>Hạn: a day, month, quarter or year by which something is due, once or again and again.</summary>
public sealed class PlanDeadline : PlanItem
{
    public const string Before = "before";
    public const string From = "from";
    public const string OnRequest = "on_request";

    public int? Day { get; private set; }
    public int? Month { get; private set; }
    public int? Quarter { get; private set; }
    public int? Year { get; private set; }
    public string? Relation { get; private set; }
    public string? Recurrence { get; private set; }
    public string What { get; private set; } = "";
    public string? SentTo { get; private set; }

    public DeadlineContent Content =>
        new()
        {
            Day = Day,
            Month = Month,
            Quarter = Quarter,
            Year = Year,
            Relation = Relation,
            Recurrence = Recurrence,
            What = What,
            SentTo = SentTo,
        };

    /// <summary>Takes other content by hand; what had been read stays beside it.</summary>
    public void Correct(DeadlineContent content)
    {
        ChangedByHand();
        Take(content);
    }

    /// <summary>Whether the received text names it inside the words of a task, which stand from one letter to another.</summary>
    public bool IsInWords(int start, int end) => HasSpan && start <= SpanStart && SpanEnd <= end;

    /// <summary>Whether it is that of a task: the one named for it, else any that its words name.</summary>
    public bool IsOf(int? named, int start, int end) => named is { } place ? Place == place : IsInWords(start, end);

    public bool IsOf(PlanTask task) => IsOf(task.DeadlinePlace, task.SpanStart, task.SpanEnd);

    public override string InOneLine() => $"{Said} · {PlanWords.Short(What)}";

    /// <summary>
    /// The last days of a year on which it can still be done in time. "Trước ngày 31/12": the day named is too late, so 30/12. "Chậm nhất", "trong": the last day of what
    /// is named. Quarterly, half-yearly and monthly ones come several times. "Từ ngày" names a beginning and has none; nor has a deadline of another year, or one on request.
    /// </summary>
    public IReadOnlyList<DateOnly> LastDays(int year) =>
        Relation == From || Recurrence == OnRequest || (Year is { } only && only != year) ? [] : [.. Spans(year).Select(s => Relation == Before ? s.First.AddDays(-1) : s.Last)];

    /// <summary>
    /// The times it comes in a year, each by a name that stays when a person corrects the day: "2026", of several "2026-2/4". For a time that is followed: done, or no longer needed.
    /// </summary>
    public IReadOnlyList<(string Name, DateOnly LastDay)> TimesIn(int year)
    {
        var days = LastDays(year);
        return [.. days.Select((day, i) => (days.Count == 1 ? $"{year}" : $"{year}-{i + 1}/{days.Count}", day))];
    }

    /// <summary>The first of them.</summary>
    public DateOnly? LastDay(int year) => LastDays(year) is [var first, ..] ? first : null;

    /// <summary>The first day of what a "từ ngày" names.</summary>
    public DateOnly? FirstDay(int year) => Relation == From && !(Year is { } only && only != year) ? Spans(year)[0].First : null;

    /// <summary>The next last day from a day on: of this year, or of the next; null where nothing tells the year.</summary>
    public DateOnly? NextLastDay(DateOnly today)
    {
        if (Year is null && Recurrence is null)
        {
            return null;
        }
        int[] years = Year is { } only ? [only] : [today.Year, today.Year + 1];
        return years.SelectMany(LastDays).Cast<DateOnly?>().Where(day => day >= today).Min();
    }

    /// <summary>Up which lines the report goes, by whom it is sent to.</summary>
    public ReportLines Lines => ReportLineWords.Of(SentTo);

    /// <summary>A review at the end of a phase: it comes once, in the last year of the phase or the one after.</summary>
    public bool IsReviewOf(PlanPhase phase) => Year is { } year && (year == phase.LastYear || year == phase.LastYear + 1) && IsReview;

    /// <summary>Sơ kết, tổng kết of a named year. What comes every year is a report, whatever else its sentence speaks of.</summary>
    public bool IsReview => Year is not null && (Holds("sơ kết") || Holds("tổng kết") || Holds("đại hội biểu dương"));

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
                : Day is { } each ? $"ngày {each}{(Recurrence == "quarterly" ? " tháng cuối" : "")}"
                : "";
            var year = Year is { } only ? (named.Length > 0 ? "/" : "năm ") + only.ToString(CultureInfo.InvariantCulture) : "";
            var again = Recurrence switch
            {
                "yearly" => " hằng năm",
                "half_yearly" => " mỗi 6 tháng",
                "quarterly" => " hằng quý",
                "monthly" => " hằng tháng",
                OnRequest => "khi được yêu cầu",
                _ => "",
            };
            return (relation + named + year + again).TrimStart();
        }
    }

    public static PlanDeadline Of(DeadlineContent content, Plan plan, int place, PlanItemOrigin origin, Papers.Plans.SourceSpan span)
    {
        var deadline = new PlanDeadline
        {
            RegisterId = plan.RegisterId,
            PlanId = plan.Id,
            Place = place,
            Origin = origin,
            SpanStart = span.Start,
            SpanEnd = span.End,
        };
        deadline.Take(content);
        return deadline;
    }

    private bool Holds(string words) => What.Contains(words, StringComparison.OrdinalIgnoreCase);

    private void Take(DeadlineContent content)
    {
        (Day, Month, Quarter, Year) = (content.Day, content.Month, content.Quarter, content.Year);
        (Relation, Recurrence, What, SentTo) = (content.Relation, content.Recurrence, content.What, content.SentTo);
    }

    /// <summary>The days of what is named, as often as it comes in a year.</summary>
    private IReadOnlyList<(DateOnly First, DateOnly Last)> Spans(int year) =>
        Year is not null
            ? [Named(year, Month, Quarter)]
            : Recurrence switch
            {
                "monthly" => [.. Enumerable.Range(1, 12).Select(month => Named(year, month, null))],
                "quarterly" => [.. Enumerable.Range(1, 4).Select(quarter => Day is null ? Named(year, null, quarter) : Named(year, quarter * 3, null))],
                "half_yearly" when Month is null && Day is not null => [Named(year, 6, null), Named(year, 12, null)],
                "half_yearly" when Month is null && Quarter is null => [Halves(year, 1, 6), Halves(year, 7, 12)],
                "half_yearly" when Month is { } month => [Named(year, (month - 1) % 6 + 1, null), Named(year, (month - 1) % 6 + 7, null)],
                _ => [Named(year, Month, Quarter)],
            };

    private static (DateOnly, DateOnly) Halves(int year, int first, int last) => (new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));

    /// <summary>The first and the last day of a day, a month, a quarter or the year. 29/2 is the last of February in other years.</summary>
    private (DateOnly First, DateOnly Last) Named(int year, int? inMonth, int? inQuarter)
    {
        var (month, months) =
            inMonth is { } named ? (named, 1)
            : inQuarter is { } quarter ? (quarter * 3 - 2, 3)
            : (1, 12);
        if (inMonth is not null && Day is { } day)
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
        deadline.IsPlanItem("plan_deadline");
        deadline.Property(d => d.Relation).HasMaxLength(20);
        deadline.Property(d => d.Recurrence).HasMaxLength(20);
        deadline.Ignore(d => d.Said).Ignore(d => d.Content).Ignore(d => d.IsReview).Ignore(d => d.Lines);
    }
}
