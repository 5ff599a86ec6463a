using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>The tasks of plans in force that the actor may see, and which of them are his own.</summary>
public sealed class TasksInReach(AppDb db, PlansInReach plans, Gate gate, AreaTree tree, Clock clock)
{
    /// <summary>A province sees the plans of all its communes: so many are shown together, more one by one.</summary>
    private const int MostTogether = 10;

    private IReadOnlyDictionary<Guid, OrganisationKind>? seats;

    /// <summary>The plans in force whose tasks the actor may see, without the tasks.</summary>
    public async Task<IReadOnlyList<Plan>> PlansAsync(CancellationToken cancellation)
    {
        var today = clock.Today;
        return [.. (await plans.Query().Where(p => p.EndedOn == null || p.EndedOn > today).ToListAsync(cancellation)).Where(p => p.HoldsOn(today))];
    }

    /// <summary>Those the actor works by: of the own areas, of the levels above, in a commune also the small ones; not those of each commune of a province.</summary>
    public IReadOnlyList<Plan> Near(IReadOnlyList<Plan> held)
    {
        var own = gate.ScopesOf(PlansModule.Read).Select(g => g.AreaId).Distinct().ToList();
        var near = held.Where(p => tree.HeirsOf(p.AreaId, clock.Today).Any(heir => own.Any(area => IsNear(p, area, heir)))).ToList();
        return near.Count == 0 && held.Count <= MostTogether ? held : near;

        bool IsNear(Plan plan, int area, Area heir) =>
            plan.OrganisationId is null && tree.IsWithin(area, heir.Id, clock.Today)
            || (tree.Find(area) is { Kind: >= AreaKind.Commune } || tree[plan.AreaId].Kind == AreaKind.District) && tree.IsWithin(heir.Id, area, clock.Today);
    }

    /// <summary>The tasks of these plans, three queries however many they are.</summary>
    public async Task<IReadOnlyList<TaskCase>> OfAsync(IReadOnlyCollection<Plan> held, CancellationToken cancellation)
    {
        await KnowSeatsAsync(cancellation);
        var (ids, registers) = (held.Select(p => p.Id).ToList(), held.Select(p => p.RegisterId).Distinct().ToList());
        var followed = await db.Set<TaskFollowed>()
            .AsNoTracking()
            .Where(f => registers.Contains(f.RegisterId) && ids.Contains(f.PlanId))
            .ToDictionaryAsync(f => (f.PlanId, f.Place), cancellation);
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => registers.Contains(t.RegisterId) && ids.Contains(t.PlanId)).OrderBy(t => t.Place).ToListAsync(cancellation);
        var byPlan = tasks.ToLookup(t => t.PlanId);
        return [.. from plan in held from task in byPlan[plan.Id] select CaseOf(plan, task, followed.GetValueOrDefault((plan.Id, task.Place)))];
    }

    /// <summary>The actor's own tasks that were given a day, up to one; yearly ones whatever their day. Costs what is due, not what the plans say.</summary>
    public async Task<IReadOnlyList<TaskCase>> OwnDueAsync(DateOnly until, CancellationToken cancellation)
    {
        var due = db.Set<TaskFollowed>().AsNoTracking().Where(f => f.DueOn != null && f.State != TaskState.Stopped && (f.Yearly || f.State != TaskState.Done && f.DueOn <= until));
        var found = await (
            from followed in due
            join plan in plans.Query() on new { followed.RegisterId, Id = followed.PlanId } equals new { plan.RegisterId, plan.Id }
            join task in db.Set<PlanTask>().AsNoTracking()
                on new
                {
                    followed.RegisterId,
                    followed.PlanId,
                    followed.Place,
                } equals new
                {
                    task.RegisterId,
                    task.PlanId,
                    task.Place,
                }
            select new
            {
                plan,
                task,
                followed,
            }
        ).ToListAsync(cancellation);
        await KnowSeatsAsync(cancellation);
        return [.. found.Where(f => f.plan.HoldsOn(clock.Today)).Select(f => CaseOf(f.plan, f.task, f.followed)).Where(c => c.IsOwn && c.Due <= until)];
    }

    /// <summary>One task, of a plan that ended too: what was done under it stays to be read.</summary>
    public async Task<TaskCase?> FindAsync(Guid planId, int place, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(planId) is not { } register)
        {
            return null;
        }
        var plan = await plans.Query().Include(p => p.Tasks.Where(t => t.Place == place)).SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == planId, cancellation);
        if (plan?.Tasks is not [var task])
        {
            return null;
        }
        var followed = await db.Set<TaskFollowed>().AsNoTracking().SingleOrDefaultAsync(f => f.RegisterId == register && f.PlanId == planId && f.Place == place, cancellation);
        await KnowSeatsAsync(cancellation);
        return CaseOf(plan, task, followed);
    }

    /// <summary>The tasks of earlier plans that go on as this one, the latest first, as far as the actor may see them.</summary>
    public async Task<IReadOnlyList<TaskCase>> BeforeAsync(TaskCase found, CancellationToken cancellation)
    {
        var before = new List<TaskCase>();
        for (
            var at = found.Followed;
            before.Count < MostTogether && at is { ContinuesPlanId: { } plan, ContinuesPlace: { } place } && await FindAsync(plan, place, cancellation) is { } earlier;
            at = earlier.Followed
        )
        {
            before.Add(earlier);
        }
        return before;
    }

    /// <summary>
    /// What is followed of the task of the later plan by which this one goes on, to be changed along; null where it ends here. A later plan that was withdrawn keeps its rows, but
    /// nothing goes on under it.
    /// </summary>
    public async Task<TaskFollowed?> OnwardAsync(Guid planId, int place, CancellationToken cancellation)
    {
        var rows = await (
            from followed in db.Set<TaskFollowed>()
            join later in db.Set<Plan>() on new { followed.RegisterId, Id = followed.PlanId } equals new { later.RegisterId, later.Id }
            where followed.ContinuesPlanId == planId && followed.ContinuesPlace == place && later.ReplacesId == planId
            orderby later.ConfirmedAt descending
            select new { followed, later }
        ).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            if (await Succession.LastsAsync(db, row.later, cancellation))
            {
                return row.followed;
            }
        }
        return null;
    }

    /// <summary>Whose small plan it is gives the work in it; else the officers of whoever looks after the area.</summary>
    public bool MayFollow(Plan plan) => GrantToFollow(plan) is not null || gate.Actor.IsSystem;

    public Grant? GrantToFollow(Plan plan) =>
        tree.HeirsOf(plan.AreaId, clock.Today).Select(heir => gate.GrantFor(TasksModule.Follow, new Place(heir.Id))).FirstOrDefault(g => g is not null)
        ?? (plan.IsSmall ? gate.GrantFor(PlansModule.Write, new Place(plan.AreaId, plan.OrganisationId)) : null);

    /// <summary>Who holds it may tell how it goes, and so may who follows it.</summary>
    public bool MayReport(TaskCase found) => found.IsOwn || MayFollow(found.Plan);

    /// <summary>
    /// How a task goes is read by who holds it, who follows it, and who looks after the whole area of the plan. That one has to follow a plan of the level above does not
    /// open the notes and files of its agencies.
    /// </summary>
    public bool MayReadNotes(TaskCase found) =>
        MayReport(found) || tree.HeirsOf(found.Plan.AreaId, clock.Today).Any(heir => gate.Allows(PlansModule.Read, new Place(heir.Id, found.Plan.OrganisationId)));

    /// <summary>Held by several at once, as what a plan gives to all hamlets: one of them cannot say that it is done.</summary>
    public bool IsShared(TaskCase found) =>
        found.Followed?.OrganisationId is null
        && found.Plan.OrganisationId is null
        && tree[found.Plan.AreaId].Kind != AreaKind.Hamlet
        && TaskOwners.RoleOf(found.Task, found.Followed, tree[found.Plan.AreaId].Kind) is Role.HamletHead or Role.OrganisationRepresentative or Role.MassOrganisation;

    public Grant? GrantToReport(TaskCase found) => GrantToHold(found.Plan, found.Task, found.Followed) ?? GrantToFollow(found.Plan);

    /// <summary>Nothing more is said of the tasks of a plan that was replaced or withdrawn, but what was left open may be closed (<see cref="MayCloseAsync"/>).</summary>
    public Problem? Over(Plan plan) =>
        plan.EndedOn is { } ended && ended <= clock.Today
            ? Problem.Refused("tasks.over", $"{PlanWords.NameOf(plan)} hết hiệu lực từ {ended.Written()}: không ghi thêm vào nhiệm vụ của nó được.")
            : null;

    /// <summary>Left open: it was followed, its plan was replaced, and it goes on nowhere. It may be told done or stopped, and nothing else.</summary>
    public async Task<bool> MayCloseAsync(TaskCase found, CancellationToken cancellation) =>
        found.Followed is not null && await Succession.IsReplacedAsync(db, found.Plan.Id, cancellation) && await OnwardAsync(found.Plan.Id, found.Task.Place, cancellation) is null;

    private TaskCase CaseOf(Plan plan, PlanTask task, TaskFollowed? followed) => new(plan, task, followed, GrantToHold(plan, task, followed) is not null, clock.Today);

    /// <summary>The grant by which a task is the actor's own: his organisation is named, or he holds the role in the area of the plan.</summary>
    private Grant? GrantToHold(Plan plan, PlanTask task, TaskFollowed? followed)
    {
        var grants = gate.ScopesOf(TasksModule.Report);
        // What an agency plans for itself is its own, unless it gave it to somebody.
        if ((followed?.OrganisationId ?? (followed?.OwnerRole is null ? plan.OrganisationId : null)) is { } organisation)
        {
            return grants.FirstOrDefault(g => g.SubjectId == organisation);
        }
        if (TaskOwners.RoleOf(task, followed, tree[plan.AreaId].Kind) is not { } owner)
        {
            return null;
        }
        return grants.FirstOrDefault(g => g.Role == owner && Reaches(g, plan) && IsMeant(g, task, followed));
    }

    /// <summary>In a commune whoever holds the role anywhere in it; the plan of a province, or of a district that it took over, is not the task of each hamlet in it.</summary>
    private bool Reaches(Grant grant, Plan plan)
    {
        var heirs = tree.HeirsOf(plan.AreaId, clock.Today);
        return tree[plan.AreaId].Kind < AreaKind.Commune
            ? tree[grant.AreaId].Kind == AreaKind.Province && heirs.Any(heir => tree.IsWithin(heir.Id, grant.AreaId, clock.Today))
            : heirs.Any(heir => tree.IsWithin(grant.AreaId, heir.Id, clock.Today));
    }

    /// <summary>What the words give to schools is not the work of every organisation.</summary>
    private bool IsMeant(Grant grant, PlanTask task, TaskFollowed? followed) =>
        grant.Scope != ScopeKind.Organisation
        || followed?.OwnerRole is not null
        || grant.SubjectId is { } seat && seats!.TryGetValue(seat, out var kind) && TaskOwners.Means(task.Lead, kind);

    private async Task KnowSeatsAsync(CancellationToken cancellation)
    {
        var ids = gate.ScopesOf(TasksModule.Report).Where(g => g.Scope == ScopeKind.Organisation).Select(g => g.SubjectId).OfType<Guid>().Distinct().ToList();
        var registers = ids.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        seats ??=
            ids.Count == 0
                ? new Dictionary<Guid, OrganisationKind>()
                : await db.Set<Organisation>()
                    .AsNoTracking()
                    .Where(o => registers.Contains(o.RegisterId) && ids.Contains(o.Id))
                    .ToDictionaryAsync(o => o.Id, o => o.Kind, cancellation);
    }
}
