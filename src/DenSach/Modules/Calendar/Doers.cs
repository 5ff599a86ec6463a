using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;

namespace DenSach.Modules.Calendar;

/// <summary>Who has to see to deadlines of plans: whoever leads the tasks that name one; where none does, whom its own sentence names.</summary>
/// <param name="tasks">The tasks that may name a deadline, by plan, without those that were stopped.</param>
public sealed class Doers(ILookup<Guid, TaskPlace> tasks)
{
    /// <summary>In the words of the plan, one agency under several spellings once; null where the plan names nobody.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="commune">The name of the commune whose plan it is, with its kind; null for a plan of a level above.</param>
    public string? Of(PlanDeadline deadline, string? commune)
    {
        var leads = tasks[deadline.PlanId].Where(task => SaidDay.IsIn(deadline, task)).OrderBy(task => task.Place).Select(task => task.Lead.Trim()).ToList();
        return leads.Count > 0 ? string.Join("; ", leads.DistinctBy(lead => AgencyNames.KeyOf(lead, commune))) : DoerWords.Of(deadline.What);
    }
}
