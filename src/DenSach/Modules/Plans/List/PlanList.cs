using System.Linq.Expressions;
using DenSach.Modules.Areas;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.List;

/// <param name="Name">How a plan is called in one line: number, or issuer and month.</param>
/// <param name="Ended">Replaced or withdrawn.</param>
/// <param name="Begins">From when it holds, while that is still to come.</param>
/// <param name="RunsFrom">The first year of its period, where it holds and that is still to come.</param>
public sealed record PlanLine(
    Guid Id,
    int AreaId,
    string Area,
    string Name,
    string Title,
    int? FirstYear,
    int? LastYear,
    int Targets,
    int Doubts,
    bool InForce,
    bool Ended,
    DateOnly? Begins,
    int? RunsFrom
);

public enum PlanState
{
    InForce,

    /// <summary>Not begun, or its years are over.</summary>
    Outside,

    /// <summary>Replaced or withdrawn.</summary>
    Ended,
}

public enum PlanOrder
{
    /// <summary>Those in force first, small plans last, the newest first.</summary>
    Newest,
    Oldest,

    /// <summary>Whose period ends first.</summary>
    EndsFirst,
}

/// <summary>What of the plans within reach is listed: words or number, state, place, a year they are for; null asks nothing.</summary>
public sealed record PlanFilter(string? Words = null, PlanState? State = null, int? AreaId = null, int? Year = null, PlanOrder Order = PlanOrder.Newest, int Page = 1);

public sealed record PlanPageOf(IReadOnlyList<PlanLine> Lines, int Count, int Page, int Pages);

/// <summary>The confirmed plans within reach, a page at a time, counted and cut by the database. Words are compared folded, so for them the heads of what else was asked are read.</summary>
public sealed class PlanList(PlansInReach reach, AreaTree tree, Clock clock)
{
    public const int PageSize = 25;

    public async Task<PlanPageOf> PageAsync(PlanFilter filter, CancellationToken cancellation)
    {
        var asked = Sorted(Filtered(filter), filter.Order);
        var words = SearchKey.Of(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<Guid>? found = words.Length == 0 ? null : await WithWordsAsync(asked, words, cancellation);
        var count = found?.Count ?? await asked.CountAsync(cancellation);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var ids = found?.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var shown = ids is null ? asked.Skip((page - 1) * PageSize).Take(PageSize) : asked.Where(p => ids.Contains(p.Id));
        var rows = await shown
            .Select(p => new
            {
                Plan = p,
                Targets = p.Targets.Count,
                Doubts = p.Doubts.Count(d => !d.Settled),
            })
            .ToListAsync(cancellation);
        return new PlanPageOf([.. rows.Select(r => Line(r.Plan, r.Targets, r.Doubts))], count, page, pages);
    }

    /// <summary>The places that have a plan within reach, by name.</summary>
    public async Task<IReadOnlyList<Area>> PlacesAsync(CancellationToken cancellation) =>
        [
            .. (await reach.Query().Select(p => p.AreaId).Distinct().ToListAsync(cancellation))
                .Select(id => tree[id])
                .OrderBy(a => a.Kind)
                .ThenBy(a => a.Name, StringComparer.CurrentCulture),
        ];

    /// <summary>What waits to be compared with its text and confirmed, the newest first.</summary>
    public async Task<IReadOnlyList<PlanLine>> DraftsAsync(CancellationToken cancellation) =>
        [.. (await reach.DraftsAsync(cancellation)).OrderByDescending(p => p.TakenInAt).Select(p => Line(p, 0, 0))];

    private IQueryable<Plan> Filtered(PlanFilter filter)
    {
        var today = clock.Today;
        var plans = reach.Query();
        plans = filter.State switch
        {
            PlanState.InForce => plans.Where(Plan.Holding(today)),
            PlanState.Ended => plans.Where(p => p.EndedOn <= today),
            PlanState.Outside => plans.Where(Not(Plan.Holding(today))).Where(p => p.EndedOn == null || p.EndedOn > today),
            _ => plans,
        };
        if (filter.AreaId is { } area)
        {
            plans = plans.Where(p => p.AreaId == area);
        }
        return filter.Year is { } year ? plans.Where(p => (p.FirstYear == null || p.FirstYear <= year) && (p.LastYear == null || p.LastYear >= year)) : plans;
    }

    private IQueryable<Plan> Sorted(IQueryable<Plan> plans, PlanOrder order) =>
        order switch
        {
            PlanOrder.Oldest => plans.OrderBy(p => p.FirstDay).ThenBy(p => p.Id),
            PlanOrder.EndsFirst => plans.OrderBy(p => p.LastYear).ThenBy(p => p.FirstDay).ThenBy(p => p.Id),
            _ => plans.OrderByDescending(Plan.Holding(clock.Today)).ThenByDescending(Plan.IsLarge).ThenByDescending(p => p.FirstDay).ThenBy(p => p.Id),
        };

    private async Task<List<Guid>> WithWordsAsync(IQueryable<Plan> asked, string[] words, CancellationToken cancellation)
    {
        var heads = await asked
            .Select(p => new
            {
                p.Id,
                p.AreaId,
                p.Title,
                p.Number,
                p.NumberSuffix,
                p.Issuer,
                p.OrganisationName,
            })
            .ToListAsync(cancellation);
        return
        [
            .. heads
                .Where(h => SearchKey.Of($"{h.Number} {h.NumberSuffix} {h.Title} {h.Issuer} {h.OrganisationName} {tree[h.AreaId].FullName}") is var key && words.All(key.Contains))
                .Select(h => h.Id),
        ];
    }

    private static Expression<Func<Plan, bool>> Not(Expression<Func<Plan, bool>> rule) => Expression.Lambda<Func<Plan, bool>>(Expression.Not(rule.Body), rule.Parameters);

    private PlanLine Line(Plan plan, int targets, int doubts) =>
        new(
            plan.Id,
            plan.AreaId,
            plan.OrganisationName ?? (tree.IsInForce(plan.AreaId, clock.Today) ? tree[plan.AreaId].FullName : $"{tree[plan.AreaId].FullName} (đơn vị cũ)"),
            PlanWords.NameOf(plan),
            plan.Title,
            plan.FirstYear,
            plan.LastYear,
            targets,
            doubts,
            plan.HoldsOn(clock.Today),
            plan.IsEndedOn(clock.Today),
            plan.HoldsFrom > clock.Today ? plan.HoldsFrom : null,
            plan.WaitsOn(clock.Today) ? plan.FirstYear : null
        );
}
