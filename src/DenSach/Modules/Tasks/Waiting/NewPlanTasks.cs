using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.Waiting;

/// <summary>Tells whoever holds tasks of a plan that was put in force lately so, one row a plan, until he says a word to one of them or a fortnight has passed. Who put it in force knows.</summary>
public sealed class NewPlanTasks(AppDb db, TaskPlans near, TasksInReach reach, Gate gate, Clock clock, IStringLocalizer<TasksModule> text) : IWaitForMe
{
    private const int DaysNew = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(TasksModule.Report) && !gate.AllowsSomewhere(PlansModule.Write))
        {
            return [];
        }
        var (me, since) = (actor.AccountId, clock.Now.AddDays(-DaysNew));
        var latest = await near.Near()
            .Where(p => p.ConfirmedAt >= since && p.ConfirmedBy != me && !db.Set<TaskNote>().Any(n => n.RegisterId == p.RegisterId && n.PlanId == p.Id && n.By == me))
            .OrderBy(p => p.ConfirmedAt)
            .ToListAsync(cancellation);
        if (latest.Count == 0)
        {
            return [];
        }
        var own = (await reach.OfAsync(latest, heads: true, cancellation)).Where(c => c is { IsOwn: true, IsOpen: true, IsGiven: false }).ToLookup(c => c.Plan.Id);
        return
        [
            .. from plan in latest
            let mine = own[plan.Id].Count()
            where mine > 0
            select new Platform.Hosting.Waiting(
                mine,
                text["Kế hoạch mới giao cho mình {0} nhiệm vụ", mine],
                PlanWords.NameOf(plan),
                text["Kế hoạch mới"],
                $"/nhiem-vu?xem=cua-toi&ke-hoach={plan.Id}"
            ),
        ];
    }
}
