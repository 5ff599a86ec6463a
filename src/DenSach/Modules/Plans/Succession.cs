using DenSach.Platform.Data;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans;

/// <summary>A task followed under the earlier plan, and the same task in the later one where there is one.</summary>
public sealed record TaskSuccession(PlanTask Earlier, FollowedTask Followed, PlanTask? Later);

/// <summary>
/// What was followed under a plan when another takes its place. The same work for the same agency, whatever the writing of their words, may go on;
/// which of it does is for a person to say.
/// </summary>
public sealed class Succession(AppDb db, IEnumerable<IFollowTasks> followers)
{
    /// <summary>Everything followed under the earlier plan, in its order.</summary>
    public async Task<IReadOnlyList<TaskSuccession>> OfAsync(Plan earlier, Plan later, CancellationToken cancellation)
    {
        var followed = new List<FollowedTask>();
        foreach (var follower in followers)
        {
            followed.AddRange(await follower.UnderAsync(earlier, cancellation));
        }
        if (followed.Count == 0)
        {
            return [];
        }
        var places = followed.Select(f => f.Place).ToList();
        var tasks = await db.Set<PlanTask>()
            .AsNoTracking()
            .Where(t => t.RegisterId == earlier.RegisterId && t.PlanId == earlier.Id && places.Contains(t.Place))
            .ToDictionaryAsync(t => t.Place, cancellation);
        var kept = later.Tasks.Where(t => !t.Dropped).OrderBy(t => t.Place).GroupBy(KeyOf).ToDictionary(g => g.Key, g => new Queue<PlanTask>(g));
        return
        [
            .. followed
                .Where(f => tasks.ContainsKey(f.Place))
                .OrderBy(f => f.Place)
                .Select(f => new TaskSuccession(tasks[f.Place], f, kept.GetValueOrDefault(KeyOf(tasks[f.Place])) is { Count: > 0 } same ? same.Dequeue() : null)),
        ];
    }

    /// <summary>How many tasks both plans give of which nobody said a word under the earlier one: the same work, and nothing of it to go on.</summary>
    public async Task<int> UnfollowedAsync(Plan earlier, Plan later, IReadOnlyCollection<TaskSuccession> followed, CancellationToken cancellation)
    {
        var given = later.Tasks.Where(t => !t.Dropped).Select(KeyOf).ToHashSet();
        var places = followed.Select(f => f.Earlier.Place).ToHashSet();
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => t.RegisterId == earlier.RegisterId && t.PlanId == earlier.Id).ToListAsync(cancellation);
        return tasks.Count(t => !places.Contains(t.Place) && given.Contains(KeyOf(t)));
    }

    /// <summary>What was followed under the plan that this one replaced, is not done, and does not go on here. Nothing once this one was withdrawn.</summary>
    public async Task<IReadOnlyList<TaskSuccession>> LeftOpenAsync(Plan later, CancellationToken cancellation)
    {
        if (later is not { ReplacesId: { } id, EndedHow: not PlanEnd.Withdrawn })
        {
            return [];
        }
        var register = RowId.RegisterOf(id);
        var earlier = await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(p => p.RegisterId == register && p.Id == id, cancellation);
        if (earlier is null)
        {
            return [];
        }
        var continued = new HashSet<int>();
        foreach (var follower in followers)
        {
            continued.UnionWith(await follower.ContinuedAsync(earlier, later, cancellation));
        }
        return [.. (await OfAsync(earlier, later, cancellation)).Where(s => s.Followed.IsOpen && !continued.Contains(s.Earlier.Place))];
    }

    /// <summary>Whether a plan, or one that took its place, is not ended. One that was withdrawn does not last, nor does what it replaced unless it was taken back.</summary>
    public static async Task<bool> LastsAsync(AppDb db, Plan plan, CancellationToken cancellation) => plan.EndedOn is null || await IsReplacedAsync(db, plan.Id, cancellation);

    /// <summary>
    /// Whether what can be done about the end of a plan is to take it back. One that holds until a later plan takes its place may still be withdrawn before that; where the
    /// later one was withdrawn, its own end is taken back. Taken back of a withdrawal, the end that a later plan had set comes again.
    /// </summary>
    public static async Task<bool> IsTakenBackAsync(AppDb db, Plan plan, DateOnly today, CancellationToken cancellation) =>
        plan.EndedOn is not null && (plan.IsEndedOn(today) || !await IsReplacedAsync(db, plan.Id, cancellation));

    /// <summary>Whether another plan has taken the place of this one and lasts.</summary>
    public static async Task<bool> IsReplacedAsync(AppDb db, Guid planId, CancellationToken cancellation) => (await LastingAsync(db, planId, cancellation)).Count > 0;

    /// <summary>The plan that has taken the place of this one and lasts, the first in time, or null.</summary>
    public static async Task<Plan?> ReplacingAsync(AppDb db, Plan plan, CancellationToken cancellation) =>
        (await LastingAsync(db, plan.Id, cancellation)).MinBy(p => (p.TakesOverOn, p.Id));

    /// <summary>The later plan that has to be withdrawn before the end of this one can be taken back; null where nothing stands in the way.</summary>
    public static async Task<Plan?> InTheWayAsync(AppDb db, Plan plan, CancellationToken cancellation) =>
        plan.EndedHow == PlanEnd.Replaced ? await ReplacingAsync(db, plan, cancellation) : null;

    /// <summary>
    /// The plans that would run beside a withdrawn one if it were taken back: the one that it had replaced, or what took the place of that one meanwhile and in turn, as far as
    /// they hold after it begins; each before those that replaced it.
    /// </summary>
    public static async Task<IReadOnlyList<Plan>> HoldingInsteadAsync(IQueryable<Plan> plans, Plan plan, DateOnly today, CancellationToken cancellation)
    {
        List<Plan> holding = [];
        var begins = plan.TakesOverOn > today ? plan.TakesOverOn : today;
        var others = plans.Where(p => p.ConfirmedAt != null && p.Id != plan.Id);
        var found = await others.Where(p => p.Id == plan.ReplacesId).ToListAsync(cancellation);
        while (found.Count > 0)
        {
            holding.AddRange(found.Where(p => p.EndedOn is null || p.EndedOn > begins));
            var line = found.ConvertAll(p => (Guid?)p.Id);
            found = await others.Where(p => line.Contains(p.ReplacesId)).ToListAsync(cancellation);
        }
        return holding;
    }

    private static async Task<List<Plan>> LastingAsync(AppDb db, Guid planId, CancellationToken cancellation)
    {
        List<Plan> lasting = [];
        foreach (var next in await db.Set<Plan>().AsNoTracking().Where(p => p.ReplacesId == planId && p.ConfirmedAt != null).ToListAsync(cancellation))
        {
            if (await LastsAsync(db, next, cancellation))
            {
                lasting.Add(next);
            }
        }
        return lasting;
    }

    private static (string, string) KeyOf(PlanTask task) => (SearchKey.Of(task.Lead), SearchKey.Of(task.What));
}
