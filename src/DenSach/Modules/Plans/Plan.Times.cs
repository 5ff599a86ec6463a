using System.Globalization;
using System.Linq.Expressions;
using DenSach.Platform.Data;

namespace DenSach.Modules.Plans;

/// <summary>
/// When a plan counts, in two senses (docs/decisions/0011). It <em>holds</em> from its date on: it can be followed, its tasks given out, its difficulties told, and a deadline of a
/// named year is asked whenever it says. It <em>runs</em> from the first year of its period on: what recurs, rounds, and how far a target is.
/// </summary>
public sealed partial class Plan
{
    /// <summary>Its date; where that is blank, the first day the text leaves open; else the first day of its period.</summary>
    public DateOnly? FirstDay { get; private set; }

    public DateOnly? PeriodStart => FirstYear is { } year ? new DateOnly(year, 1, 1) : null;

    /// <summary>From when it holds: its first day; one that bears no date, as a hamlet's, from the day it was confirmed where its period comes later.</summary>
    public DateOnly? HoldsFrom => IsUndated && ConfirmedAt is { } at && Instants.DayOf(at) is var day && day < FirstDay ? day : FirstDay;

    /// <summary>From when it runs: from when it holds, but not before the first year of its period.</summary>
    public DateOnly? RunsFrom => PeriodStart > HoldsFrom ? PeriodStart : HoldsFrom;

    /// <summary>From when it stands in the place of what it replaced: from when it runs; without any day, from the day it was confirmed. Null of a draft without any day.</summary>
    public DateOnly? TakesOverOn => RunsFrom ?? (ConfirmedAt is { } at ? Instants.DayOf(at) : null);

    /// <summary>Confirmed after that day: what the plan asked until then is past, and nobody could tell of it here.</summary>
    public bool IsBeforeIt(DateOnly day) => ConfirmedAt is { } at && day < Instants.DayOf(at);

    private bool IsUndated => IssuedOn is null && IssuedPartial is null;

    /// <summary>Confirmed, begun, its period not over, and neither replaced nor withdrawn.</summary>
    public bool HoldsOn(DateOnly day) => !IsDraft && !(day < HoldsFrom) && !(day.Year > LastYear) && !IsEndedOn(day);

    /// <summary>Holds, and its period has begun.</summary>
    public bool RunsOn(DateOnly day) => HoldsOn(day) && !(day.Year < FirstYear);

    /// <summary>Replaced or withdrawn by then.</summary>
    public bool IsEndedOn(DateOnly day) => day >= EndedOn;

    /// <summary>Withdrawn by then: it asks nothing any more, also nothing of the time before.</summary>
    public bool IsWithdrawnOn(DateOnly day) => EndedHow == PlanEnd.Withdrawn && IsEndedOn(day);

    /// <summary>Holds, and its period is still to come.</summary>
    public bool WaitsOn(DateOnly day) => HoldsOn(day) && !RunsOn(day);

    /// <summary>Whether it holds, asked of the database.</summary>
    public static Expression<Func<Plan, bool>> Holding(DateOnly day)
    {
        var over = Instants.StartOf(day.AddDays(1));
        return p =>
            p.ConfirmedAt != null
            && (p.FirstDay == null || p.FirstDay <= day || p.IssuedOn == null && p.IssuedPartial == null && p.ConfirmedAt < over)
            && (p.LastYear == null || p.LastYear >= day.Year)
            && (p.EndedOn == null || p.EndedOn > day);
    }

    /// <summary>Of plans that hold, those whose period has begun: with <see cref="Holding"/> whether it runs, asked of the database.</summary>
    public static Expression<Func<Plan, bool>> HasBegun(DateOnly day) => p => p.FirstYear == null || p.FirstYear <= day.Year;

    /// <summary>
    /// Whether the plan asks for a deadline on that last day. What recurs it asks while it runs; what names its year whenever it says since the plan holds, and until it ends.
    /// Where its period was over when another took its place, also in the year in which it ended: its last report. A draft asks nothing.
    /// </summary>
    public bool Asks(PlanDeadline deadline, DateOnly lastDay) => !IsDraft && WouldAsk(deadline, lastDay);

    /// <summary>The next last day of a deadline that the plan asks for, or a draft would ask for once it is confirmed.</summary>
    public DateOnly? NextLastDay(PlanDeadline deadline, DateOnly today) =>
        deadline.NextLastDay(deadline.Year is null && RunsFrom > today ? RunsFrom.Value : today) is { } next && WouldAsk(deadline, next) ? next : null;

    /// <summary>The next yearly report that the plan asks to send somewhere: its last day in time.</summary>
    public DateOnly? NextReport(DateOnly today) => deadlines.Where(d => d is { Recurrence: "yearly", SentTo: not null }).Select(d => NextLastDay(d, today)).Min();

    /// <summary>Withdrawn: from the day on it no longer holds.</summary>
    public void Withdraw(DateOnly day, string reason) => (EndedOn, EndedHow, EndReason) = (day, PlanEnd.Withdrawn, reason);

    /// <summary>
    /// Takes the place of an earlier one from the day on which its own period begins, so that on no day both run, and on none neither; without a day, from today. One that would
    /// not have run before that day, as an earlier edition for the same years, ends today.
    /// </summary>
    public void Replace(Plan earlier, DateOnly today)
    {
        ReplacesId = earlier.Id;
        (earlier.EndedOn, earlier.EndedHow, earlier.EndReason) = (EndOf(earlier, today), PlanEnd.Replaced, $"Được thay bằng {PlanWords.NameOf(this)}.");
    }

    /// <summary>On which day an earlier plan ends that this one replaces.</summary>
    public DateOnly EndOf(Plan earlier, DateOnly today) =>
        TakesOverOn is not { } day ? today
        : day > today && !(earlier.RunsFrom < day) ? today
        : day;

    /// <summary>Takes its end back.</summary>
    public void Resume() => (EndedOn, EndedHow, EndReason) = (null, null, null);

    private bool WouldAsk(PlanDeadline deadline, DateOnly lastDay) =>
        deadline.Year is null
            ? !(lastDay < RunsFrom) && !(lastDay.Year > LastYear) && !IsEndedOn(lastDay)
            : !(lastDay < HoldsFrom) && (!IsEndedOn(lastDay) || OwesIn(lastDay.Year));

    /// <summary>Its period was over when another took its place: what it names in the year of its end is its own to send. Replaced within its period, what lies ahead is asked by the later one.</summary>
    private bool OwesIn(int year) => EndedHow == PlanEnd.Replaced && EndedOn!.Value.Year == year && LastYear < year;

    private static DateOnly? FirstDayOf(string? partial) =>
        DateOnly.TryParseExact(partial, ["yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
