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
public sealed partial class TasksInReach(AppDb db, PlansInReach plans, TaskPlans near, Gate gate, AreaTree tree, Clock clock, IEnumerable<IKnowKeptDays> known)
{
    /// <summary>So many links to earlier plans are followed.</summary>
    private const int MostBefore = 10;

    /// <summary>The tasks of these plans: as many queries however many they are.</summary>
    /// <param name="held">The plans.</param>
    /// <param name="heads">Without the words of each task, which are most of it: for who counts and sorts them, and reads few (<see cref="WithWordsAsync"/>).</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<TaskCase>> OfAsync(IReadOnlyCollection<Plan> held, bool heads, CancellationToken cancellation)
    {
        await KnowSeatsAsync(cancellation);
        var (ids, registers) = (held.Select(p => p.Id).ToList(), held.Select(p => p.RegisterId).Distinct().ToList());
        var followed = await db.Set<TaskFollowed>()
            .AsNoTracking()
            .Where(f => registers.Contains(f.RegisterId) && ids.Contains(f.PlanId))
            .ToDictionaryAsync(f => (f.PlanId, f.Place), cancellation);
        var rows = db.Set<PlanTask>().AsNoTracking().Where(t => registers.Contains(t.RegisterId) && ids.Contains(t.PlanId)).OrderBy(t => t.Place);
        var tasks = heads ? await HeadsAsync(rows, held, cancellation) : await rows.ToListAsync(cancellation);
        var days = await DaysAsync(held, cancellation);
        var parts = await PartsAsync(held, cancellation);
        var byPlan = tasks.ToLookup(t => t.PlanId);
        return Once(followed.Values, [.. from plan in held from task in byPlan[plan.Id] select CaseOf(plan, task, followed.GetValueOrDefault((plan.Id, task.Place)), days, parts)]);
    }

    /// <summary>These with all that the plan says of them: one query.</summary>
    public async Task<Dictionary<(Guid PlanId, int Place), TaskCase>> WithWordsAsync(IReadOnlyCollection<TaskCase> of, CancellationToken cancellation)
    {
        var wanted = of.DistinctBy(c => (c.Plan.Id, c.Task.Place)).ToList();
        var parts = wanted
            .GroupBy(c => c.Plan)
            .Select(plan =>
            {
                var places = plan.Select(c => c.Task.Place).ToList();
                return db.Set<PlanTask>().AsNoTracking().Where(t => t.RegisterId == plan.Key.RegisterId && t.PlanId == plan.Key.Id && places.Contains(t.Place));
            })
            .ToList();
        if (parts.Count == 0)
        {
            return [];
        }
        var words = await parts.Aggregate((one, other) => one.Concat(other)).ToDictionaryAsync(t => (t.PlanId, t.Place), cancellation);
        return wanted.ToDictionary(c => (c.Plan.Id, c.Task.Place), c => c with { Task = words[(c.Plan.Id, c.Task.Place)] });
    }

    /// <summary>
    /// What a queue speaks of: tasks of the plans one works by that are followed, or whose sentence names a day. Costs what is followed and dated, not what the plans say.
    /// </summary>
    public async Task<IReadOnlyList<TaskCase>> LiveAsync(CancellationToken cancellation)
    {
        var found = await (
            from plan in near.Near()
            join task in db.Set<PlanTask>().AsNoTracking() on new { plan.RegisterId, PlanId = plan.Id } equals new { task.RegisterId, task.PlanId }
            join row in db.Set<TaskFollowed>().AsNoTracking()
                on new
                {
                    task.RegisterId,
                    task.PlanId,
                    task.Place,
                } equals new
                {
                    row.RegisterId,
                    row.PlanId,
                    row.Place,
                }
                into rows
            from followed in rows.DefaultIfEmpty()
            where
                followed != null
                || task.DeadlinePlace != null
                || db.Set<TaskShare>().Any(s => s.RegisterId == task.RegisterId && s.PlanId == task.PlanId && s.Place == task.Place && s.State == TaskState.Done)
                || db.Set<PlanDeadline>()
                    .Any(d => d.RegisterId == task.RegisterId && d.PlanId == task.PlanId && d.SpanStart < d.SpanEnd && task.SpanStart <= d.SpanStart && d.SpanEnd <= task.SpanEnd)
            where followed == null || followed.State != TaskState.Stopped && (followed.State != TaskState.Done || followed.Yearly || followed.DueOn == null || followed.ToldDone)
            select new
            {
                plan,
                task,
                followed,
            }
        ).ToListAsync(cancellation);
        await KnowSeatsAsync(cancellation);
        List<Plan> of = [.. found.Select(f => f.plan).DistinctBy(p => p.Id)];
        var days = await DaysAsync(of, cancellation);
        var parts = await PartsAsync(of, cancellation);
        // Those that were told done or stopped are not in the queue, and keep their earlier ones out of it all the same.
        var continued = await (
            from plan in near.Near()
            join row in db.Set<TaskFollowed>().AsNoTracking() on new { plan.RegisterId, PlanId = plan.Id } equals new { row.RegisterId, row.PlanId }
            where row.ContinuesPlanId != null
            select row
        ).ToListAsync(cancellation);
        return Once(continued, [.. found.Select(f => CaseOf(f.plan, f.task, f.followed, days, parts))]);
    }

    /// <summary>Of these, those given anew of which nobody who holds them has said a word: where several hold one, the actor has not.</summary>
    public async Task<IReadOnlyList<TaskCase>> UnheardAsync(IEnumerable<TaskCase> own, CancellationToken cancellation)
    {
        var me = gate.Actor.AccountId;
        var given = own.Where(c => c is { IsOpen: true, Followed: { GivenAt: not null, GivenBy: { } by } } && by != me).ToList();
        if (given.Count == 0)
        {
            return [];
        }
        var (ids, registers) = (given.Select(c => c.Plan.Id).Distinct().ToList(), given.Select(c => c.Plan.RegisterId).Distinct().ToList());
        var since = given.Min(c => c.Followed!.GivenAt!.Value);
        var notes = await db.Set<TaskNote>()
            .Where(n => registers.Contains(n.RegisterId) && ids.Contains(n.PlanId) && n.At >= since)
            .Select(n => new
            {
                n.PlanId,
                n.Place,
                n.At,
                n.By,
            })
            .ToListAsync(cancellation);
        return
        [
            .. given.Where(c =>
                !notes.Any(n => n.PlanId == c.Plan.Id && n.Place == c.Task.Place && n.At >= c.Followed!.GivenAt && (n.By == me || !IsShared(c) && n.By != c.Followed.GivenBy))
            ),
        ];
    }

    /// <summary>Of these, those about which the actor asked something that was answered, and of which he has not said a word since.</summary>
    public async Task<IReadOnlyList<TaskCase>> AnsweredAsync(IReadOnlyCollection<TaskCase> own, CancellationToken cancellation)
    {
        var me = gate.Actor.AccountId;
        var (ids, registers) = (own.Select(c => c.Plan.Id).Distinct().ToList(), own.Select(c => c.Plan.RegisterId).Distinct().ToList());
        var notes = db.Set<TaskNote>().AsNoTracking().Where(n => registers.Contains(n.RegisterId) && ids.Contains(n.PlanId));
        var asked = ids.Count == 0 ? [] : await notes.Where(n => n.Asks && n.By == me).ToListAsync(cancellation);
        if (asked.Count == 0)
        {
            return [];
        }
        var since = asked.Min(n => n.At);
        var places = asked.Select(n => n.Place).Distinct().ToList();
        var told = (await notes.Where(n => n.At >= since && places.Contains(n.Place)).ToListAsync(cancellation)).ToLookup(n => (n.PlanId, n.Place));
        return [.. own.Where(c => Talk.AnswerTo(me, told[(c.Plan.Id, c.Task.Place)]) is not null)];
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
        return CaseOf(plan, task, followed, await DaysAsync([plan], cancellation), await PartsAsync([plan], cancellation));
    }

    /// <summary>The tasks of earlier plans that go on as this one, the latest first, as far as the actor may see them.</summary>
    public async Task<IReadOnlyList<TaskCase>> BeforeAsync(TaskCase found, CancellationToken cancellation)
    {
        var before = new List<TaskCase>();
        for (
            var at = found.Followed;
            before.Count < MostBefore && at is { ContinuesPlanId: { } plan, ContinuesPlace: { } place } && await FindAsync(plan, place, cancellation) is { } earlier;
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
        foreach (var (followed, later) in await LaterAsync(planId, place, cancellation))
        {
            if (await Succession.LastsAsync(db, later, cancellation))
            {
                return followed;
            }
        }
        return null;
    }

    /// <summary>The task of a later plan by which this one had gone on before that plan was withdrawn: what was noted there stays there.</summary>
    public async Task<TaskCase?> TriedAsync(Guid planId, int place, CancellationToken cancellation) =>
        (await LaterAsync(planId, place, cancellation)).FirstOrDefault(row => row.Later.EndedHow == PlanEnd.Withdrawn) is { Followed: { } row }
            ? await FindAsync(row.PlanId, row.Place, cancellation)
            : null;

    private async Task<IReadOnlyList<(TaskFollowed Followed, Plan Later)>> LaterAsync(Guid planId, int place, CancellationToken cancellation)
    {
        var rows = await (
            from followed in db.Set<TaskFollowed>()
            join later in db.Set<Plan>() on new { followed.RegisterId, Id = followed.PlanId } equals new { later.RegisterId, later.Id }
            where followed.ContinuesPlanId == planId && followed.ContinuesPlace == place && later.ReplacesId == planId
            orderby later.ConfirmedAt descending
            select new { followed, later }
        ).ToListAsync(cancellation);
        return [.. rows.Select(row => (row.followed, row.later))];
    }

    /// <summary>
    /// While a plan still holds and the one that takes its place holds already, work that goes on stands under the later one; under the earlier one only while its sentence names a
    /// day there that is not done.
    /// </summary>
    private static IReadOnlyList<TaskCase> Once(IEnumerable<TaskFollowed> later, IReadOnlyList<TaskCase> cases)
    {
        var before = later.Select(f => (f.ContinuesPlanId, f.ContinuesPlace)).Where(c => c.ContinuesPlanId is not null).ToHashSet();
        return before.Count == 0 ? cases : [.. cases.Where(c => c is { Said: not null, Due: not null } || !before.Contains((c.Plan.Id, c.Task.Place)))];
    }

    private TaskCase CaseOf(Plan plan, PlanTask task, TaskFollowed? followed, SaidDays days, ILookup<(Guid, int), TaskShare> parts)
    {
        var isOwn = GrantToHold(plan, task, followed) is not null;
        var found = new TaskCase(plan, task, followed, SaidDay.Of(plan, task, days.Deadlines[plan.Id], days.Kept), isOwn, clock.Today);
        var told = parts[(plan.Id, task.Place)];
        // Of several parts the one that is due first.
        return found with
        {
            Part = !isOwn
                ? null
                : OwnPartsOf(found)
                    .Select(own => told.FirstOrDefault(s => s.Holder == own.Key)?.Standing ?? TaskStanding.NotBegun)
                    .MinBy(part => (found.OfPart(part).NextDue(found.Times, clock.Today) ?? DateOnly.MaxValue, part.State == TaskState.Done)),
        };
    }

    private static async Task<List<PlanTask>> HeadsAsync(IQueryable<PlanTask> rows, IReadOnlyCollection<Plan> held, CancellationToken cancellation)
    {
        var plans = held.ToDictionary(p => p.Id);
        var heads = await rows.Select(t => new
            {
                t.PlanId,
                t.Place,
                t.Lead,
                t.SpanStart,
                t.SpanEnd,
                t.DeadlinePlace,
            })
            .ToListAsync(cancellation);
        return
        [
            .. heads.Select(h =>
                PlanTask.Of(
                    new TaskContent
                    {
                        Lead = h.Lead,
                        What = "",
                        DeadlinePlace = h.DeadlinePlace,
                    },
                    plans[h.PlanId],
                    h.Place,
                    PlanItemOrigin.Read,
                    new Papers.Plans.SourceSpan(h.SpanStart, h.SpanEnd)
                )
            ),
        ];
    }

    /// <summary>The deadlines of plans, and which of them were kept.</summary>
    private async Task<SaidDays> DaysAsync(IReadOnlyCollection<Plan> of, CancellationToken cancellation)
    {
        var (ids, registers) = (of.Select(p => p.Id).ToList(), of.Select(p => p.RegisterId).Distinct().ToList());
        var deadlines = await db.Set<PlanDeadline>()
            .AsNoTracking()
            .Where(d => registers.Contains(d.RegisterId) && ids.Contains(d.PlanId))
            .Where(d => d.SpanStart < d.SpanEnd || db.Set<PlanTask>().Any(t => t.RegisterId == d.RegisterId && t.PlanId == d.PlanId && t.DeadlinePlace == d.Place))
            .ToListAsync(cancellation);
        HashSet<(Guid, int, string)> kept = [];
        foreach (var one in known)
        {
            kept.UnionWith(await one.KeptAsync(of, cancellation));
        }
        return new SaidDays(deadlines.ToLookup(d => d.PlanId), kept);
    }

    private sealed record SaidDays(ILookup<Guid, PlanDeadline> Deadlines, IReadOnlySet<(Guid, int, string)> Kept);
}
