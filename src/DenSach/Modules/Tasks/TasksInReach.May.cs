using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>Whose a task is, and who may follow it, tell of it and read how it goes.</summary>
public sealed partial class TasksInReach
{
    private IReadOnlyList<Organisation>? seats;

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
    public bool MayReadNotes(TaskCase found) => found.IsOwn || MayReadParts(found);

    /// <summary>What another of those who hold it together told of his part, in words or by a file, is his and theirs who read how each part stands.</summary>
    public bool MayReadNote(TaskCase found, TaskNote note) =>
        MayReadParts(found)
        || note.By == gate.Actor.AccountId
        || (note.PartOf ?? (IsShared(found) ? note.InSteadOf : null)) is not { } part
        || OwnPartsOf(found).Any(own => (own.OrganisationId is { } id ? seats!.FirstOrDefault(o => o.Id == id)?.Name : own.Kept) == part);

    /// <summary>Who follows it, or looks after the whole area of the plan, reads how each of those who hold it together stands; they themselves read how many are done.</summary>
    public bool MayReadParts(TaskCase found) =>
        MayFollow(found.Plan) || tree.HeirsOf(found.Plan.AreaId, clock.Today).Any(heir => gate.Allows(PlansModule.Read, new Place(heir.Id, found.Plan.OrganisationId)));

    /// <summary>Held by several at once, as what a plan gives to all hamlets: one of them cannot say that it is done.</summary>
    public bool IsShared(TaskCase found) =>
        found.Followed?.OrganisationId is null
        && found.Plan.OrganisationId is null
        && tree[found.Plan.AreaId].Kind != AreaKind.Hamlet
        && RoleOf(found) is { } role
        && Sharer.Roles.Contains(role);

    /// <summary>The role that holds it, said by a person or told by the words.</summary>
    public Role? RoleOf(TaskCase found) => TaskOwners.RoleOf(found.Task, found.Followed, tree[found.Plan.AreaId].Kind);

    /// <summary>Whose parts of a shared task the actor tells, as of two hamlets that he heads; none where he tells of the whole.</summary>
    public IReadOnlyList<Sharer> OwnPartsOf(TaskCase found) =>
        IsShared(found) && !MayFollow(found.Plan)
            ? [.. GrantsToHold(found.Plan, found.Task, found.Followed).Select(g => Sharer.Of(g, tree, gate.Actor.Name)).DistinctBy(s => s.Key)]
            : [];

    /// <summary>Who holds it told it done, or where several do all of them told their parts done; and whoever follows it, if that is the actor, has not said so of the whole.</summary>
    public bool IsToldDone(TaskCase found, SharedParts? parts) =>
        (found is { Followed.ToldDone: true, Whole: TaskState.Done } || found.WholeIsOpen && parts is { AllDone: true }) && MayAnswer(found);

    /// <summary>
    /// Whoever follows it answers what is asked and looks at what was told done; but not of what another gave him to hold, though he might give it himself: there he asks and
    /// tells, and that one answers and looks.
    /// </summary>
    public bool MayAnswer(TaskCase found) => MayFollow(found.Plan) && !(found is { IsOwn: true, Followed.GivenBy: { } giver } && giver != gate.Actor.AccountId);

    public Grant? GrantToReport(TaskCase found) => GrantToHold(found.Plan, found.Task, found.Followed) ?? GrantToFollow(found.Plan);

    /// <summary>Nothing more is said of the tasks of a plan that was replaced or withdrawn, but what was left open may be closed (<see cref="MayCloseAsync"/>).</summary>
    public Problem? Over(Plan plan) =>
        plan.EndedOn is { } ended && ended <= clock.Today
            ? Problem.Refused("tasks.over", $"{PlanWords.NameOf(plan)} hết hiệu lực từ {ended.Written()}: không ghi thêm vào nhiệm vụ của nó được.")
            : null;

    /// <summary>Left open: it was followed, its plan was replaced, and it goes on nowhere. It may be told done or stopped, and nothing else.</summary>
    public async Task<bool> MayCloseAsync(TaskCase found, CancellationToken cancellation) =>
        found.Followed is not null && await Succession.IsReplacedAsync(db, found.Plan.Id, cancellation) && await OnwardAsync(found.Plan.Id, found.Task.Place, cancellation) is null;

    /// <summary>The grant by which a task is the actor's own: his organisation is named, or he holds the role in the area of the plan.</summary>
    private Grant? GrantToHold(Plan plan, PlanTask task, TaskFollowed? followed) => GrantsToHold(plan, task, followed).FirstOrDefault();

    private IEnumerable<Grant> GrantsToHold(Plan plan, PlanTask task, TaskFollowed? followed)
    {
        var grants = gate.ScopesOf(TasksModule.Report);
        // What an agency plans for itself is its own, unless it gave it to somebody.
        if ((followed?.OrganisationId ?? (followed?.OwnerRole is null ? plan.OrganisationId : null)) is { } organisation)
        {
            return grants.Where(g => g.SubjectId == organisation);
        }
        if (TaskOwners.RoleOf(task, followed, tree[plan.AreaId].Kind) is not { } owner)
        {
            return [];
        }
        return grants.Where(g => g.Role == owner && Reaches(g, plan) && IsMeant(g, task, followed));
    }

    /// <summary>In a commune whoever holds the role anywhere in it; the plan of a province, or of a district that it took over, is not the task of each hamlet in it.</summary>
    public bool Reaches(Grant grant, Plan plan)
    {
        var heirs = tree.HeirsOf(plan.AreaId, clock.Today);
        return tree[plan.AreaId].Kind < AreaKind.Commune
            ? tree[grant.AreaId].Kind == AreaKind.Province && heirs.Any(heir => tree.IsWithin(heir.Id, grant.AreaId, clock.Today))
            : heirs.Any(heir => tree.IsWithin(grant.AreaId, heir.Id, clock.Today));
    }

    /// <summary>What the words give to schools is not the work of every organisation, nor what they give to one school that of another.</summary>
    private bool IsMeant(Grant grant, PlanTask task, TaskFollowed? followed) =>
        grant.Scope != ScopeKind.Organisation
        || followed?.OwnerRole is not null
        || seats!.FirstOrDefault(o => o.Id == grant.SubjectId) is { } seat
            && TaskOwners.MeantBy(task.Lead, followed, [.. seats!.Where(o => o.AreaId == seat.AreaId)]).Any(o => o.Id == seat.Id);

    /// <summary>What was told of the actor's parts in tasks of these plans. Nothing is read for who can hold none.</summary>
    private async Task<ILookup<(Guid PlanId, int Place), TaskShare>> PartsAsync(IReadOnlyCollection<Plan> of, CancellationToken cancellation)
    {
        var keys = gate.ScopesOf(TasksModule.Report).Where(g => Sharer.Roles.Contains(g.Role)).Select(g => Sharer.Of(g, tree, "").Key).Distinct().ToList();
        var (ids, registers) = (of.Select(p => p.Id).ToList(), of.Select(p => p.RegisterId).Distinct().ToList());
        var told =
            keys.Count == 0 || ids.Count == 0
                ? []
                : await db.Set<TaskShare>()
                    .AsNoTracking()
                    .Where(s => registers.Contains(s.RegisterId) && ids.Contains(s.PlanId) && keys.Contains(s.Holder))
                    .ToListAsync(cancellation);
        return told.ToLookup(s => (s.PlanId, s.Place));
    }

    /// <summary>The organisations kept beside the one that the actor speaks for, and itself; nothing is read for who speaks for none.</summary>
    private async Task KnowSeatsAsync(CancellationToken cancellation)
    {
        var own = gate.ScopesOf(TasksModule.Report).Where(g => g.Scope == ScopeKind.Organisation).Select(g => g.SubjectId).OfType<Guid>();
        var registers = own.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        seats ??= registers.Count == 0 ? [] : await db.Set<Organisation>().AsNoTracking().Where(o => registers.Contains(o.RegisterId)).ToListAsync(cancellation);
    }
}
