using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar;

/// <summary>What was told of deadlines of plans, who may tell it, and for tasks whether the day that their sentence names was kept.</summary>
public sealed class SettledDeadlines(AppDb db, Gate gate, PlanPlaces places, TasksDone tasks, AreaTree tree, Clock clock) : IKnowKeptDays
{
    /// <summary>The deadlines of these plans as the calendar of an area has them: as many queries however many they are.</summary>
    public async Task<PlanDates> OfAsync(int areaId, IReadOnlyCollection<Plan> of, DateOnly today, CancellationToken cancellation)
    {
        var own = tree.Find(areaId) is { } area ? area.HomeRegisterId ?? tree.CommuneOf(areaId, today)?.HomeRegisterId : null;
        var told = await Told(of, own).ToDictionaryAsync(s => (s.PlanId, s.Place, s.Occurrence, s.AreaId), cancellation);
        return new PlanDates(areaId, told, await tasks.OfAsync(of, cancellation), await DoersAsync(of, cancellation), tree, today);
    }

    public async Task<IReadOnlySet<(Guid PlanId, int Place, string Occurrence)>> KeptAsync(IReadOnlyCollection<Plan> of, CancellationToken cancellation)
    {
        var owner = of.ToDictionary(p => p.Id, p => p.AreaId);
        var kept = await Told(of, null)
            .Where(s => s.State != DeadlineState.Open)
            .Select(s => new
            {
                s.PlanId,
                s.Place,
                s.Occurrence,
                s.AreaId,
            })
            .ToListAsync(cancellation);
        return kept.Where(s => s.AreaId == owner[s.PlanId]).Select(s => (s.PlanId, s.Place, s.Occurrence)).ToHashSet();
    }

    /// <summary>
    /// Who has the plan to change tells whether its deadlines were kept. Of a plan of the level above each commune that carries it out tells it for itself alone, and for its hamlets.
    /// </summary>
    public bool MayTell(Plan plan, int areaId) =>
        IsOfTheLevelAbove(plan, areaId) ? tree[areaId].Kind != AreaKind.Hamlet && gate.Allows(PlansModule.Load, areaId) : places.MayChange(plan);

    public Grant? GrantFor(Plan plan, int areaId) =>
        IsOfTheLevelAbove(plan, areaId)
            ? gate.GrantFor(PlansModule.Load, new Place(areaId))
            : places.GrantToLoad(plan.AreaId) ?? gate.GrantFor(PlansModule.Write, new Place(plan.AreaId, plan.OrganisationId));

    /// <summary>In the calendar of the area the plan stands as one of the level above.</summary>
    public bool IsOfTheLevelAbove(Plan plan, int areaId) => plan.AreaId != areaId && tree.PathTo(areaId, clock.Today).Any(a => a.Id == plan.AreaId);

    /// <summary>Only tasks that name a deadline, or in whose words one was read, are asked for, and none that was stopped.</summary>
    private async Task<Doers> DoersAsync(IReadOnlyCollection<Plan> of, CancellationToken cancellation)
    {
        var (ids, registers) = (of.Select(p => p.Id).ToList(), of.Select(p => p.RegisterId).Distinct().ToList());
        var naming = await db.Set<PlanTask>()
            .AsNoTracking()
            .Where(t => registers.Contains(t.RegisterId) && ids.Contains(t.PlanId))
            .Where(t => !db.Set<TaskFollowed>().Any(f => f.RegisterId == t.RegisterId && f.PlanId == t.PlanId && f.Place == t.Place && f.State == TaskState.Stopped))
            .Where(t =>
                t.DeadlinePlace != null
                || db.Set<PlanDeadline>()
                    .Any(d => d.RegisterId == t.RegisterId && d.PlanId == t.PlanId && d.SpanStart < d.SpanEnd && t.SpanStart <= d.SpanStart && d.SpanEnd <= t.SpanEnd)
            )
            .Select(t => new TaskPlace(t.PlanId, t.Place, t.Lead, t.SpanStart, t.SpanEnd, t.DeadlinePlace))
            .ToListAsync(cancellation);
        return new Doers(naming.ToLookup(t => t.PlanId));
    }

    private IQueryable<SettledDeadline> Told(IReadOnlyCollection<Plan> of, int? register)
    {
        var (ids, registers) = (of.Select(p => p.Id).ToList(), of.Select(p => p.RegisterId).Append(register ?? 0).Distinct().ToList());
        return db.Set<SettledDeadline>().AsNoTracking().Where(s => registers.Contains(s.RegisterId) && ids.Contains(s.PlanId));
    }
}
