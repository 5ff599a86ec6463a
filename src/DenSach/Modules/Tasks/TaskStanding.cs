namespace DenSach.Modules.Tasks;

/// <summary>When work is due, as far as it says.</summary>
/// <param name="DueOn">The last day in time that a person said; of yearly work its day in every year.</param>
/// <param name="Yearly">It comes every year, for that day.</param>
/// <param name="Said">What the sentence of the plan names, where no person said a day.</param>
public sealed record TaskTimes(DateOnly? DueOn, bool Yearly, SaidDay? Said);

/// <summary>How far work is: of a task as a whole, or of the part of one who holds it with others.</summary>
/// <param name="DoneOn">The day on which it was told done.</param>
/// <param name="DoneFor">The last day for which it was done: of yearly work the one of that year, however late.</param>
public sealed record TaskStanding(TaskState State, DateOnly? DoneOn = null, DateOnly? DoneFor = null)
{
    public static readonly TaskStanding NotBegun = new(TaskState.NotStarted);

    /// <summary>The next last day. Of yearly work the one of this year or the next; one that went by undone stays due until it is done, or the next one went by as well.</summary>
    public DateOnly? NextDue(TaskTimes times, DateOnly today)
    {
        if (State == TaskState.Stopped)
        {
            return null;
        }
        if (times.DueOn is not { } due)
        {
            return State == TaskState.Done && times.Said is not { Again: true } ? null : times.Said?.Next(today, DoneFor);
        }
        if (State == TaskState.Done && !times.Yearly)
        {
            return null;
        }
        if (!times.Yearly || today <= due)
        {
            return DoneFor >= due ? InYear(due, DoneFor.Value.Year + 1) : due;
        }
        var thisYear = InYear(due, today.Year);
        var gone = thisYear < today ? thisYear : InYear(due, today.Year - 1);
        var open = gone < due || DoneFor >= gone ? InYear(due, gone.Year + 1) : gone;
        return DoneFor >= open ? InYear(due, DoneFor.Value.Year + 1) : open;
    }

    /// <summary>
    /// How far it is on a day: yearly work that was done for an earlier year has not begun for this one. Done late, it is shown as done for two months more, so that whoever
    /// closed it sees that it is.
    /// </summary>
    public TaskState On(TaskTimes times, DateOnly today) =>
        State != TaskState.Done ? State
        : times.Yearly || times.Said is { EveryYear: true }
            ? DoneFor?.Year < today.Year && (DoneOn?.Year < today.Year || DoneOn?.AddMonths(2) < today) ? TaskState.NotStarted
                : State
        // What comes several times a year has begun anew once the day it was done for is over, and a fortnight after it was done.
        : times.Said is { Again: true } && DoneFor < today && DoneOn?.AddDays(14) < today ? TaskState.NotStarted
        : State;

    /// <summary>
    /// Told how far it is. Told done it is done for its next day, once. Taken back it waits for that day again; told of its next time, what was done for the last one stays done.
    /// </summary>
    public TaskStanding Told(TaskState state, TaskTimes times, DateOnly today)
    {
        var isDone = On(times, today) == TaskState.Done;
        if (state == TaskState.Done)
        {
            return isDone ? this : new TaskStanding(state, today, NextDue(times, today) ?? today);
        }
        return isDone ? new TaskStanding(state, null, TimeBefore(times)) : this with { State = state };
    }

    /// <summary>The time before the one it was done for; null where it came only once, or that was the first.</summary>
    private DateOnly? TimeBefore(TaskTimes times) =>
        times.DueOn is { } due
            ? times.Yearly && DoneFor > due
                ? InYear(due, DoneFor.Value.Year - 1)
                : null
            : times.Said?.Days.Where(day => day < DoneFor).Select(day => (DateOnly?)day).LastOrDefault();

    /// <summary>The day in another year; 29/2 is the last of February.</summary>
    private static DateOnly InYear(DateOnly day, int year) => day.AddYears(year - day.Year);
}
