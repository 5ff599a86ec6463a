using DenSach.Modules.Plans;

namespace DenSach.Modules.Calendar;

/// <summary>
/// Which deadlines of the levels above stand in the calendar of a hamlet: those that ask hamlets or everybody, each once. What the hamlet took over into its own plan stands there,
/// with the day it set itself; what the commune took over from its province stands in the plan of the commune. What a commune sends to its province is no duty of a hamlet.
/// </summary>
/// <param name="own">The plans that the hamlet lives by.</param>
/// <param name="above">Those of the levels above, the nearest first.</param>
public sealed class HamletLines(IEnumerable<Plan> own, IEnumerable<Plan> above)
{
    private readonly List<(Plan Plan, PlanDeadline Deadline)> lines = [.. own.Concat(above).SelectMany(plan => plan.Deadlines.Select(deadline => (plan, deadline)))];

    public bool Concern(Plan plan, PlanDeadline deadline, DateOnly day) =>
        plan.Asks(deadline, Taker.Hamlet)
        && lines.TakeWhile(line => line.Plan != plan).All(line => AsAbove(line.Deadline) != AsAbove(deadline) || !PlanDates.IsAskedOn(line.Plan, line.Deadline, day));

    /// <summary>As the level above said it, where it was taken over and then changed.</summary>
    private static string AsAbove(PlanDeadline deadline) => deadline.ReadAs ?? deadline.InOneLine();
}
