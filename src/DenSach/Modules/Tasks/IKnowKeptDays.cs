using DenSach.Modules.Plans;

namespace DenSach.Modules.Tasks;

/// <summary>Answers which deadlines of plans were kept or given up: a task whose sentence names such a day is not late for it.</summary>
public interface IKnowKeptDays
{
    /// <summary>By plan, place of the deadline and the time it comes (<see cref="PlanDeadline.TimesIn"/>).</summary>
    Task<IReadOnlySet<(Guid PlanId, int Place, string Occurrence)>> KeptAsync(IReadOnlyCollection<Plan> of, CancellationToken cancellation);
}
