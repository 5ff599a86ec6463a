using DenSach.Modules.Plans;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>A task told done, and with it a deadline that its sentence names.</summary>
/// <param name="Lead">Whose task it is, in the words of the plan.</param>
/// <param name="On">The day on which it was told done.</param>
public sealed record TaskDone(string Lead, DateOnly On, string Url);

/// <summary>Which deadlines of plans were kept because the tasks that name them were told done: nobody has to say the same twice.</summary>
public sealed class TasksDone(AppDb db)
{
    /// <summary>One query where nothing of these plans was told done, two where something was.</summary>
    /// <param name="of">The plans.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<KeptByTasks> OfAsync(IReadOnlyCollection<Plan> of, CancellationToken cancellation)
    {
        var (ids, registers) = (of.Select(p => p.Id).ToList(), of.Select(p => p.RegisterId).Distinct().ToList());
        var followed = await db.Set<TaskFollowed>()
            .AsNoTracking()
            .Where(f => registers.Contains(f.RegisterId) && ids.Contains(f.PlanId) && (f.State == TaskState.Stopped || f.DoneFor != null))
            .ToDictionaryAsync(f => (f.PlanId, f.Place), cancellation);
        var some = followed.Where(f => f.Value.DoneFor is not null).Select(f => f.Key.PlanId).Distinct().ToList();
        if (some.Count == 0)
        {
            return KeptByTasks.None;
        }
        var tasks = await db.Set<PlanTask>()
            .AsNoTracking()
            .Where(t => registers.Contains(t.RegisterId) && some.Contains(t.PlanId))
            .Select(t => new TaskPlace(t.PlanId, t.Place, t.Lead, t.SpanStart, t.SpanEnd, t.DeadlinePlace))
            .ToListAsync(cancellation);
        return new KeptByTasks(tasks.ToLookup(t => t.PlanId), followed);
    }
}

/// <summary>Where a task stands in its plan, and the deadline that was named for it.</summary>
public sealed record TaskPlace(Guid PlanId, int Place, string Lead, int SpanStart, int SpanEnd, int? DeadlinePlace);

/// <summary>The answer, for each deadline and each time it comes.</summary>
public sealed class KeptByTasks(ILookup<Guid, TaskPlace> tasks, IReadOnlyDictionary<(Guid, int), TaskFollowed> followed)
{
    public static readonly KeptByTasks None = new(Enumerable.Empty<TaskPlace>().ToLookup(t => t.PlanId), new Dictionary<(Guid, int), TaskFollowed>());

    /// <summary>The task that was last told done for it: only where each that names the deadline was, those that were given up aside.</summary>
    public TaskDone? For(PlanDeadline deadline, DateOnly lastDay)
    {
        var naming = tasks[deadline.PlanId].Where(t => SaidDay.IsIn(deadline, t)).Select(t => (Task: t, Stands: followed.GetValueOrDefault((t.PlanId, t.Place)))).ToList();
        var done = naming.Where(n => Covers(n.Stands, deadline, lastDay)).ToList();
        return done.Count > 0 && naming.TrueForAll(n => n.Stands?.State == TaskState.Stopped || Covers(n.Stands, deadline, lastDay))
            ? done.Select(n => new TaskDone(n.Task.Lead, n.Stands!.DoneOn ?? lastDay, TaskCase.UrlOf(n.Task.PlanId, n.Task.Place))).MaxBy(d => d.On)
            : null;
    }

    /// <summary>
    /// Done for that day or a later one: who tells a later time done is not chased for the times before. Of a task to which a person gave another day: a deadline that comes once is
    /// kept when the task is done, a yearly one in the years it was done for; what comes more often is told in the calendar.
    /// </summary>
    private static bool Covers(TaskFollowed? stands, PlanDeadline deadline, DateOnly lastDay) =>
        stands?.DoneFor is { } doneFor
        && (
            stands.DueOn is null ? doneFor >= lastDay || stands.State == TaskState.Done && deadline.Year is not null
            : deadline.Year is not null ? stands.State == TaskState.Done || stands.Yearly && doneFor.Year >= lastDay.Year
            : stands.Yearly && deadline.Recurrence == "yearly" && doneFor.Year >= lastDay.Year
        );
}
