using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <param name="Followed">What is followed of it; null until somebody began.</param>
/// <param name="IsOwn">It is the actor's own work.</param>
public sealed record TaskCase(Plan Plan, PlanTask Task, TaskFollowed? Followed, bool IsOwn)
{
    public TaskState State => Followed?.State ?? TaskState.NotStarted;
    public string Url => $"/nhiem-vu/{Plan.Id}/{Task.Place}";
}

/// <summary>The tasks of plans in force that the actor may see, and which of them are his own.</summary>
public sealed class TasksInReach(AppDb db, PlansInReach plans, PlanPlaces places, Gate gate, AreaTree tree, Clock clock)
{
    /// <summary>Those of plans in force; or of one plan.</summary>
    public async Task<IReadOnlyList<TaskCase>> AllAsync(Guid? planId, CancellationToken cancellation)
    {
        var found = await plans.Query().Where(p => planId == null || p.Id == planId).Include(p => p.Tasks.OrderBy(t => t.Place)).ToListAsync(cancellation);
        var held = found.Where(p => p.HoldsOn(clock.Today)).ToList();
        var ids = held.Select(p => p.Id).ToList();
        var registers = held.Select(p => p.RegisterId).Distinct().ToList();
        var followed = await db.Set<TaskFollowed>()
            .AsNoTracking()
            .Where(f => registers.Contains(f.RegisterId) && ids.Contains(f.PlanId))
            .ToDictionaryAsync(f => (f.PlanId, f.Place), cancellation);
        return
        [
            .. from plan in held
            from task in plan.Tasks
            let state = followed.GetValueOrDefault((plan.Id, task.Place))
            select new TaskCase(plan, task, state, IsOwn(plan, task, state)),
        ];
    }

    public async Task<TaskCase?> FindAsync(Guid planId, int place, CancellationToken cancellation)
    {
        var plan = await plans.FindAsync(planId, withDropped: false, cancellation);
        if (plan is null or { IsDraft: true } || plan.Tasks.SingleOrDefault(t => t.Place == place) is not { } task)
        {
            return null;
        }
        var followed = await db.Set<TaskFollowed>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.RegisterId == plan.RegisterId && f.PlanId == planId && f.Place == place, cancellation);
        return new TaskCase(plan, task, followed, IsOwn(plan, task, followed));
    }

    public bool MayFollow(Plan plan) => places.MayLoad(plan.AreaId) && gate.AllowsSomewhere(TasksModule.Follow) || places.MayChange(plan);

    /// <summary>Who holds it may tell how it goes, and so may who follows it.</summary>
    public bool MayReport(TaskCase found) => found.IsOwn || MayFollow(found.Plan);

    /// <summary>The grant by which a task is the actor's own: his organisation is named, or he holds the role in the area of the plan.</summary>
    private bool IsOwn(Plan plan, PlanTask task, TaskFollowed? followed)
    {
        var grants = gate.ScopesOf(TasksModule.Report);
        if (followed?.OrganisationId is { } organisation)
        {
            return grants.Any(g => g.SubjectId == organisation);
        }
        if (TaskOwners.RoleOf(task, followed) is not { } owner)
        {
            return false;
        }
        var heirs = tree.HeirsOf(plan.AreaId, clock.Today);
        return grants.Any(g => g.Role == owner && heirs.Any(heir => tree.IsWithin(g.AreaId, heir.Id, clock.Today) && IsNear(g.AreaId, heir)));
    }

    /// <summary>A plan of a province is not the task of each hamlet in it.</summary>
    private bool IsNear(int areaId, Area planArea) => planArea.Kind != AreaKind.Province || tree[areaId].Kind is AreaKind.Province;
}
