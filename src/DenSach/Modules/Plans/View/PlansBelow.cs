using DenSach.Modules.Areas;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.View;

/// <summary>
/// The confirmed plans that carry a plan out, whoever asks: those that say so, and those of places in its area for which it is the nearest plan above. A place that is no more
/// counts where its last area lay, or where those who took it over lie.
/// </summary>
public sealed class PlansBelow(AppDb db, AreaTree tree, Clock clock)
{
    /// <param name="plan">The plan above.</param>
    /// <param name="beside">The plans of its own area, which may be nearer than it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<Plan>> OfAsync(Plan plan, IReadOnlyList<Plan> beside, CancellationToken cancellation)
    {
        if (plan.IsSmall)
        {
            return [];
        }
        var today = clock.Today;
        var query = db.Set<Plan>().AsNoTracking().Where(p => p.ConfirmedAt != null && (p.EndedOn == null || p.EndedOn > today) && p.Id != plan.Id);
        var inside = db.Within(plan.AreaId, today).Select(p => p.AreaId);
        var former = tree.IsInForce(plan.AreaId, today) ? tree.FormerIn([plan.AreaId], today) : FormerUnder(plan.AreaId);
        // Small plans hang under their commune's: only there are they asked for.
        var withSmall = tree[plan.AreaId].Kind >= AreaKind.Commune;
        var found = await query
            .Where(p =>
                p.CarriesOutId == plan.Id
                || (withSmall || p.OrganisationId == null && (p.Level != null || p.TextSha256 != null)) && (inside.Contains(p.AreaId) || former.Contains(p.AreaId))
            )
            .ToListAsync(cancellation);
        List<Plan> nearer = [plan, .. beside.Where(p => p.Id != plan.Id), .. found.Where(p => p.AreaId != plan.AreaId)];
        return [.. found.Where(p => p.CarriesOutId == plan.Id || p.CarriesOutId is null && Nearest(p, nearer, tree, today)?.Id == plan.Id)];
    }

    /// <summary>Without a link: the plan in force of the nearest area above that has one, newest first.</summary>
    public static Plan? Nearest(Plan plan, IReadOnlyList<Plan> among, AreaTree tree, DateOnly today) =>
        PathsOf(plan.AreaId, tree, today)
            .SelectMany(path => path.Reverse().Skip(plan.IsSmall ? 0 : 1))
            .Select(area => InItsTime(plan, among.Where(p => p.AreaId == area.Id && p.Id != plan.Id && !p.IsSmall && p.HoldsOn(today)), today))
            .FirstOrDefault(p => p is not null);

    /// <summary>Where two hold beside each other, the one that runs when the plan does; else the newest.</summary>
    private static Plan? InItsTime(Plan plan, IEnumerable<Plan> holding, DateOnly today)
    {
        var then = plan.RunsFrom > today ? plan.RunsFrom.Value : today;
        return holding.OrderByDescending(p => p.RunsOn(then)).ThenByDescending(p => p.FirstDay).FirstOrDefault();
    }

    /// <summary>The ways up from an area: as it lies; of one that is no more as it last lay, then from each that took it over.</summary>
    public static IEnumerable<IReadOnlyList<Area>> PathsOf(int area, AreaTree tree, DateOnly today) =>
        tree.IsInForce(area, today)
            ? [tree.PathTo(area, today)]
            : [tree.LastPathTo(area), .. tree.HeirsOf(area, today).Select(heir => Instead(tree.PathTo(heir.Id, today), tree[area]))];

    /// <summary>The way up from an heir, with the area in its place: the plans of an heir stand beside those of what it took over, not above them.</summary>
    private static IReadOnlyList<Area> Instead(IReadOnlyList<Area> path, Area former) => [.. path.SkipLast(1), former];

    /// <summary>What last lay in an area that is no more, and is no more itself.</summary>
    private List<int> FormerUnder(int area) =>
        tree.LastDayOf(area) is { } day
            ? [.. tree.DescendantsOf(area, day).Select(a => a.Id).Where(id => !tree.IsInForce(id, clock.Today) && tree.LastPathTo(id).Any(a => a.Id == area))]
            : [];
}
