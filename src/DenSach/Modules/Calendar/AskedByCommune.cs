using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar;

/// <summary>A deadline of the commune's plan, and the area in whose calendar whoever it asks finds it.</summary>
public sealed record AskedHere(int AreaId, DueItem Item);

/// <summary>
/// What the plans of a commune ask of the actor's hamlet, agency, school or learning centre while there is time, each once. What was taken over into the small plan stands there; what
/// the queue already tells as a task of one's own is not told again; what the commune told done or no longer needed asks nothing more. Officers of the commune hear of it as theirs.
/// </summary>
public sealed class AskedByCommune(AppDb db, PlansInReach plans, SettledDeadlines settled, TasksInReach tasks, Gate gate, AreaTree tree, Clock clock)
{
    /// <param name="daysAhead">From today up to so many days ahead.</param>
    /// <param name="daysTask">So many days ahead a task is told as one's own.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<AskedHere>> ComingAsync(int daysAhead, int daysTask, CancellationToken cancellation)
    {
        var places = await PlacesAsync(cancellation);
        var found = new List<AskedHere>();
        foreach (var commune in places.GroupBy(p => p.CommuneId))
        {
            found.AddRange(await OfCommuneAsync(commune.Key, [.. commune], daysAhead, daysTask, cancellation));
        }
        return [.. found.DistinctBy(f => f.Item.Key)];
    }

    private async Task<IReadOnlyList<AskedHere>> OfCommuneAsync(int commune, IReadOnlyList<Reader> places, int daysAhead, int daysTask, CancellationToken cancellation)
    {
        var today = clock.Today;
        var (areas, seats) = (places.Select(p => p.AreaId).Append(commune).ToList(), places.Select(p => p.OrganisationId).OfType<Guid>().ToList());
        var read = await AreaCalendar
            .Asking(plans.Query().Where(p => areas.Contains(p.AreaId) && (p.OrganisationId == null || seats.Contains(p.OrganisationId.Value))), today)
            .OrderByDescending(p => p.ConfirmedAt)
            .ThenBy(p => p.Id)
            .Include(p => p.Deadlines.OrderBy(d => d.Place))
            .Include(p => p.Tasks.OrderBy(t => t.Place))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        var asking = read.Where(p => p.AreaId == commune && p.OrganisationId is null).ToList();
        var dates = await settled.OfAsync(commune, asking, today, cancellation);
        var found =
            from place in places
            let own = read.Where(p => !asking.Contains(p) && p.AreaId == place.AreaId && p.OrganisationId == place.OrganisationId)
            from item in dates.Between(asking, false, today, today.AddDays(daysAhead), new TakerLines(place.Taker, own, asking).Concern)
            where item is { IsSettled: false, Kind: DueKind.Deadline or DueKind.Review }
            select new AskedHere(place.AreaId, item);
        return await WithoutTasksAsync([.. found], today.AddDays(daysTask), cancellation);
    }

    /// <summary>Without those that a task of the actor names, where the queue tells it itself, or the actor told his part or the whole done for that day or a later one.</summary>
    private async Task<IReadOnlyList<AskedHere>> WithoutTasksAsync(IReadOnlyList<AskedHere> found, DateOnly soon, CancellationToken cancellation)
    {
        if (found.Count == 0)
        {
            return found;
        }
        var own = (await tasks.OfAsync([.. found.Select(f => f.Item.Plan!).Distinct()], heads: true, cancellation)).Where(c => c.IsOwn).ToList();
        return [.. found.Where(f => !own.Exists(c => c.Plan.Id == f.Item.PlanId && Names(c.Task, DeadlineOf(f.Item)) && IsTold(c, f.Item, soon)))];
    }

    /// <summary>By its own day, or by the one that a person gave the task for a deadline that comes once: done for that day, the deadline is done.</summary>
    private static bool IsTold(TaskCase task, DueItem item, DateOnly soon)
    {
        var another = task.Followed is { DueOn: not null, Yearly: false } && DeadlineOf(item).Year is not null;
        return task.Due <= soon && (another || task.Due == item.Day) || task.IsDoneFor(item.Day) || another && task.State == TaskState.Done;
    }

    private static bool Names(PlanTask task, PlanDeadline deadline) =>
        SaidDay.IsIn(deadline, new TaskPlace(task.PlanId, task.Place, task.Lead, task.SpanStart, task.SpanEnd, task.DeadlinePlace));

    private static PlanDeadline DeadlineOf(DueItem item) => item.Plan!.Deadlines.Single(d => d.Place == item.Place);

    /// <summary>The hamlets, agencies, schools and learning centres for which the actor reads plans, in communes of which he is no officer.</summary>
    private async Task<IReadOnlyList<Reader>> PlacesAsync(CancellationToken cancellation)
    {
        var grants = gate.ScopesOf(PlansModule.Read).Where(g => tree.IsInForce(g.AreaId, clock.Today)).ToList();
        var seats = grants.Where(g => g.Scope == ScopeKind.Organisation).Select(g => g.SubjectId).OfType<Guid>().ToList();
        var registers = seats.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        var kinds =
            seats.Count == 0
                ? []
                : await db.Set<Organisation>()
                    .AsNoTracking()
                    .Where(o => registers.Contains(o.RegisterId) && seats.Contains(o.Id))
                    .ToDictionaryAsync(o => o.Id, o => o.Kind, cancellation);
        var places =
            from grant in grants
            let commune = tree.CommuneOf(grant.AreaId, clock.Today)?.Id
            where commune is not null && !gate.Allows(PlansModule.Load, commune.Value)
            let taker = TakerOf(grant, kinds)
            where taker is not null
            select new Reader(grant.AreaId, grant.Scope == ScopeKind.Organisation ? grant.SubjectId : null, commune.Value, taker);
        return [.. places.Distinct()];
    }

    private Taker? TakerOf(Grant grant, Dictionary<Guid, OrganisationKind> kinds) =>
        grant.Scope == ScopeKind.Organisation && grant.SubjectId is { } seat && kinds.TryGetValue(seat, out var kind) ? new Taker(TakerKind.Organisation, kind)
        : grant.Role == Role.LearningCentreManager ? new Taker(TakerKind.Organisation, OrganisationKind.LearningCentre)
        : grant.Scope == ScopeKind.Area && tree[grant.AreaId].Kind == AreaKind.Hamlet ? Taker.Hamlet
        : null;

    /// <summary>Who reads the plans of the commune for what they ask of him.</summary>
    private sealed record Reader(int AreaId, Guid? OrganisationId, int CommuneId, Taker Taker);
}
