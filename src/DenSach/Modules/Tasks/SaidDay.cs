using DenSach.Modules.Plans;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Tasks;

/// <summary>
/// The days that the very sentence of a task names ("… trước ngày 30/11 hằng năm"): deadlines of the plan that were named for the task or read inside its words. They stand as the
/// day of the task until a person says another, or none.
/// </summary>
/// <param name="Words">As the plan says it: "trước 30/11 hằng năm".</param>
/// <param name="Days">The last days in time that the plan asks since it stands here, in order; those that were told done are left out.</param>
/// <param name="EveryYear">It comes once a year, and is done for one year at a time.</param>
/// <param name="Again">It comes again and again.</param>
/// <param name="Kept">Of one of its days it was told that it was kept, or is no longer needed.</param>
public sealed record SaidDay(string Words, IReadOnlyList<DateOnly> Days, bool EveryYear, bool Again, bool Kept = false)
{
    /// <summary>Of a plan that names no last year, so many years are looked ahead.</summary>
    private const int YearsAhead = 10;

    public static SaidDay? Of(Plan plan, PlanTask task, IEnumerable<PlanDeadline> deadlines, IReadOnlySet<(Guid, int, string)> kept)
    {
        var where = new TaskPlace(task.PlanId, task.Place, task.Lead, task.SpanStart, task.SpanEnd, task.DeadlinePlace);
        var inside = deadlines.Where(d => IsIn(d, where)).OrderBy(d => d.Place).ToList();
        if (inside.Count == 0 || plan.ConfirmedAt is not { } confirmed)
        {
            return null;
        }
        var since = Clock.DayOf(confirmed);
        var last = plan.LastYear ?? since.Year + YearsAhead;
        var days =
            from deadline in inside
            from year in deadline.Year is { } only ? [only] : Enumerable.Range(since.Year, Math.Max(0, last + 2 - since.Year))
            from time in deadline.TimesIn(year)
            where time.LastDay >= since && plan.Asks(deadline, time.LastDay) && !kept.Contains((plan.Id, deadline.Place, time.Name))
            select time.LastDay;
        return new SaidDay(
            string.Join("; ", inside.Select(d => d.Said.Trim()).Distinct()),
            [.. days.Distinct().Order()],
            inside.Where(d => d.Year is null).ToList() is [{ Recurrence: "yearly" }],
            inside.Any(d => d.Year is null),
            inside.Exists(d => kept.Any(k => k.Item1 == plan.Id && k.Item2 == d.Place))
        );
    }

    /// <summary>Named for the task, or else read inside its words, and naming a last day.</summary>
    public static bool IsIn(PlanDeadline deadline, TaskPlace task) =>
        !deadline.Dropped
        && deadline.IsOf(task.DeadlinePlace, task.SpanStart, task.SpanEnd)
        && deadline.Relation != PlanDeadline.From
        && deadline.Recurrence != PlanDeadline.OnRequest
        && (deadline.Year is not null || deadline.Recurrence is not null);

    /// <summary>The next day that is not done for: one that went by undone stays until the next one went by as well.</summary>
    public DateOnly? Next(DateOnly today, DateOnly? doneFor)
    {
        var open = Days.Where(day => !(day <= doneFor)).ToList();
        return open.LastOrDefault(day => day < today) is { Year: > 1 } gone ? gone
            : open.Count > 0 ? open[0]
            : null;
    }
}
