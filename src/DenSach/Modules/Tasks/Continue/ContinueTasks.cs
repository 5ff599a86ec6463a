using DenSach.Modules.Plans;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.Continue;

/// <summary>When a plan takes the place of another, what a person named goes on under it. Notes and files stay with the earlier task and are read through the link to it.</summary>
internal sealed class ContinueTasks(AppDb db, Clock clock, IStringLocalizer<TasksModule> text) : IFollowTasks
{
    public async Task<IReadOnlyList<FollowedTask>> UnderAsync(Plan plan, CancellationToken cancellation) =>
        [
            .. (await Under(plan).AsNoTracking().ToListAsync(cancellation)).Select(f =>
            {
                var state = f.Standing.On(f.Times(), clock.Today);
                return new FollowedTask(
                    f.Place,
                    text[TaskWords.Of(state)],
                    TaskWords.ToneOf(state),
                    state is TaskState.NotStarted or TaskState.Doing,
                    state == TaskState.Done,
                    $"/nhiem-vu/{plan.Id}/{f.Place}"
                );
            }),
        ];

    public async Task<IReadOnlyCollection<int>> ContinuedAsync(Plan earlier, Plan later, CancellationToken cancellation) =>
        await Under(later).Where(f => f.ContinuesPlanId == earlier.Id).Select(f => f.ContinuesPlace!.Value).ToListAsync(cancellation);

    public async Task ContinueAsync(Plan earlier, Plan later, IReadOnlyCollection<ContinuedTask> pairs, Work work, CancellationToken cancellation)
    {
        var followed = await Under(earlier).ToDictionaryAsync(f => f.Place, cancellation);
        var shares = (await db.Set<TaskShare>().Where(s => s.RegisterId == earlier.RegisterId && s.PlanId == earlier.Id).ToListAsync(cancellation)).ToLookup(s => s.Place);
        foreach (var pair in pairs)
        {
            // Nothing of it changes, but what is told of it at this moment is not lost: one of the two finds the version another.
            db.Entry(followed[pair.From]).State = EntityState.Modified;
            db.Add(followed[pair.From].ContinueAs(later.RegisterId, later.Id, pair.To));
            foreach (var share in shares[pair.From])
            {
                db.Entry(share).State = EntityState.Modified;
                db.Add(share.ContinueAs(later.RegisterId, later.Id, pair.To));
            }
        }
        work.Tell(later.RegisterId, "tasks.continue", $"{pairs.Count}", later.Id, earlier.Id);
    }

    private IQueryable<TaskFollowed> Under(Plan plan) => db.Set<TaskFollowed>().Where(f => f.RegisterId == plan.RegisterId && f.PlanId == plan.Id);
}
