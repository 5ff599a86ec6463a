using DenSach.Modules.Plans;

namespace DenSach.Modules.Calendar;

/// <summary>
/// Which deadlines of the levels above concern whoever takes them from there, a hamlet or an agency: those that ask it or everybody, each once. What it took over into its own plan
/// stands there, with the day it set itself; what the commune took over from its province stands in the plan of the commune. What a commune sends to its province is nobody else's duty.
/// </summary>
/// <param name="taker">A hamlet, an agency or a school.</param>
/// <param name="own">The plans that it lives by.</param>
/// <param name="above">Those of the levels above, the nearest first.</param>
public sealed class TakerLines(Taker taker, IEnumerable<Plan> own, IEnumerable<Plan> above)
{
    /// <summary>A year may hold the last day of what the next one names: "trước 1/1".</summary>
    private const int YearsAround = 1;

    private readonly IReadOnlyList<Plan> nearestFirst = [.. own, .. above];
    private readonly ILookup<string, Line> lines = own.Concat(above)
        .SelectMany((plan, rank) => plan.Deadlines.Select(deadline => new Line(plan, rank, deadline)))
        .ToLookup(line => line.AsAbove, StringComparer.Ordinal);

    /// <summary>For each deadline that was asked after the lines below it that say the same; null where it does not ask the taker.</summary>
    private readonly Dictionary<PlanDeadline, IReadOnlyList<Line>?> below = [];

    public bool Concern(Plan plan, PlanDeadline deadline, DateOnly day)
    {
        if (!below.TryGetValue(deadline, out var same))
        {
            below[deadline] = same = plan.Asks(deadline, taker) ? Below(plan, deadline) : null;
        }
        return same is not null && !same.Any(line => TakesThePlace(line, deadline, day));
    }

    private IReadOnlyList<Line> Below(Plan plan, PlanDeadline deadline)
    {
        var rank = nearestFirst.TakeWhile(nearer => nearer != plan).Count();
        return [.. lines[deadline.InOneLine()].Where(line => line.Rank < rank)];
    }

    /// <summary>It is asked on the day, and comes in that year: what is taken over for one year stands for the level above in that year alone. What comes once comes when the lower line says.</summary>
    private static bool TakesThePlace(Line line, PlanDeadline above, DateOnly day)
    {
        var (plan, deadline) = (line.Plan, line.Deadline);
        return PlanDates.IsAskedOn(plan, deadline, day)
            && (
                deadline.Year is not null && above.Year is not null
                || AreaCalendar.IsUndated(deadline) && AreaCalendar.IsUndated(above)
                || Enumerable
                    .Range(day.Year - YearsAround, 1 + 2 * YearsAround)
                    .SelectMany(year => deadline.FirstDay(year) is { } first ? [first] : deadline.LastDays(year))
                    .Any(time => time.Year == day.Year && PlanDates.IsAskedOn(plan, deadline, time))
            );
    }

    /// <param name="Plan">Whose line it is.</param>
    /// <param name="Rank">The plan's place from the nearest on.</param>
    /// <param name="Deadline">What it says.</param>
    private sealed record Line(Plan Plan, int Rank, PlanDeadline Deadline)
    {
        public string AsAbove => TakenOver.AsAbove(Plan, Deadline);
    }
}
