using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.View;

/// <param name="Id">The plan, for a link.</param>
public sealed record Relative(Guid Id, string Name, string Area);

/// <summary>Where a plan stands: what it carries out, who carries it out, what it replaced, and how its targets stand to those above.</summary>
public sealed record Lineage(
    IReadOnlyList<NationalDocument> National,
    Relative? Above,
    IReadOnlyList<ComparedTarget> Compared,
    IReadOnlyList<Relative> Below,
    IReadOnlyList<ComparedTarget> NobodyTook,
    IReadOnlyList<(string How, Relative Plan)> Others
);

/// <summary>Finds the relatives of a plan within what the actor may see.</summary>
public sealed class PlanLineage(PlansInReach reach, NationalDocuments national, Gate gate, AreaTree tree, Clock clock)
{
    public async Task<Lineage> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var seen = await reach.Query().Include(p => p.Targets).ToListAsync(cancellation);
        var above = seen.SingleOrDefault(p => p.Id == plan.CarriesOutId) ?? Nearest(plan, seen);
        List<Plan> below = [.. seen.Where(p => p.Id != plan.Id && p.EndedOn is null && (p.CarriesOutId ?? Nearest(p, seen)?.Id) == plan.Id)];
        return new Lineage(
            [.. plan.Bases.Select(b => national.Find(b.Number)).OfType<NationalDocument>().Distinct()],
            above is null ? null : Of(above),
            above is null ? [] : TargetComparison.Of(plan, above),
            [.. below.Select(Of)],
            below.Count == 0 || !gate.Allows(PlansModule.Read, plan.AreaId) ? [] : NobodyTook(plan, below),
            [.. Others(plan, seen)]
        );
    }

    /// <summary>Without a link: the plan in force of the nearest area above that has one, newest first.</summary>
    private Plan? Nearest(Plan plan, IReadOnlyList<Plan> seen)
    {
        var path = tree.IsInForce(plan.AreaId, clock.Today) ? tree.PathTo(plan.AreaId, clock.Today) : tree.LastPathTo(plan.AreaId);
        return path.Reverse()
            .Skip(plan.IsSmall ? 0 : 1)
            .Select(area => seen.Where(p => p.AreaId == area.Id && p.Id != plan.Id && !p.IsSmall && p.HoldsOn(clock.Today)).MaxBy(p => p.FirstDay))
            .FirstOrDefault(p => p is not null);
    }

    private static List<ComparedTarget> NobodyTook(Plan plan, List<Plan> below)
    {
        var taken = below.SelectMany(b => TargetComparison.Of(b, plan)).Where(c => c is { Above: not null, Own: not null }).Select(c => c.Key).ToHashSet();
        return [.. TargetComparison.Of(below[0], plan).Where(c => c.Above is not null && !taken.Contains(c.Key))];
    }

    private IEnumerable<(string, Relative)> Others(Plan plan, IReadOnlyList<Plan> seen)
    {
        foreach (var other in seen)
        {
            if (other.Id == plan.ReplacesId)
            {
                yield return ("Thay cho", Of(other));
            }
            else if (other.Id == plan.AmendsId)
            {
                yield return ("Sửa đổi, bổ sung", Of(other));
            }
            else if (other.ReplacesId == plan.Id)
            {
                yield return ("Được thay bằng", Of(other));
            }
            else if (other.AmendsId == plan.Id)
            {
                yield return ("Được sửa đổi, bổ sung bằng", Of(other));
            }
        }
    }

    private Relative Of(Plan plan) => new(plan.Id, PlanWords.NameOf(plan), plan.OrganisationName ?? tree[plan.AreaId].FullName);
}
