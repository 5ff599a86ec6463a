using DenSach.Modules.Areas;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Check;

/// <summary>
/// What a person did by hand to an earlier edition of a plan (the same one loaded before a typing mistake was mended, or the one that this amends): offered again when a later
/// edition is checked. Nothing is carried over that nobody said.
/// </summary>
public sealed class EarlierEdition(PlansInReach reach, PlanPlaces places, AreaTree tree, Clock clock)
{
    /// <summary>So many earlier editions are looked into, the likeliest first.</summary>
    private const int Looked = 3;

    /// <summary>The earlier edition with what was done to it and not to this one; null where there is none.</summary>
    public async Task<HandChanges?> OfAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.Received is null)
        {
            return null;
        }
        foreach (var head in (await HeadsAsync(plan, cancellation)).Take(Looked))
        {
            // Plans of one programme are called alike: of one that is only called so nothing is told but what fits.
            if (await ChangesAsync(head.Id, plan, cancellation) is { All.Count: > 0 } changes && (changes.Found.Count > 0 || IsSurely(head, plan)))
            {
                return changes;
            }
        }
        return null;
    }

    /// <summary>The same of one earlier edition; null where it is not one, or may not be changed by the actor.</summary>
    public async Task<HandChanges?> ChangesAsync(Guid earlierId, Plan plan, CancellationToken cancellation) =>
        await reach.FindAsync(earlierId, withDropped: true, cancellation) is { Received: not null } earlier && plan.Received is not null && IsEdition(earlier, plan)
            ? new HandChanges(earlier, HandChangeList.Of(earlier, plan))
            : null;

    private async Task<IEnumerable<Plan>> HeadsAsync(Plan plan, CancellationToken cancellation)
    {
        List<int> areas = [plan.AreaId, .. tree.FormerIn([plan.AreaId], clock.Today), .. tree.HeirsOf(plan.AreaId, clock.Today).Select(a => a.Id)];
        var confirmed = await reach.Query().Where(p => areas.Contains(p.AreaId) && p.TextSha256 != null && p.TakenInAt <= plan.TakenInAt).ToListAsync(cancellation);
        var drafts = await reach.DraftsAsync(cancellation);
        return confirmed.Concat(drafts).Where(p => IsEdition(p, plan)).OrderByDescending(p => IsSamePaper(p, plan)).ThenByDescending(p => p.TakenInAt);
    }

    private bool IsEdition(Plan earlier, Plan plan) =>
        earlier.Id != plan.Id
        && earlier.TextSha256 is not null
        && earlier.TakenInAt <= plan.TakenInAt
        && places.IsOfSamePlace(earlier, plan)
        && places.MayChange(earlier)
        && (IsSurely(earlier, plan) || MeasureWords.SayTheSame(earlier.Title, plan.Title));

    private static bool IsSurely(Plan earlier, Plan plan) => IsSamePaper(earlier, plan) || earlier.Id == plan.AmendsId || earlier.Id == plan.ReplacesId || IsNamedIn(earlier, plan);

    private static bool IsSamePaper(Plan earlier, Plan plan) =>
        earlier.Number is { } number && number == plan.Number && earlier.IssuedOn == plan.IssuedOn || SearchKey.Of(earlier.Title) == SearchKey.Of(plan.Title);

    /// <summary>An amendment names what it amends.</summary>
    private static bool IsNamedIn(Plan earlier, Plan plan) =>
        earlier.Number is { } number && plan.Bases.Any(b => string.Equals(b.Number, number, StringComparison.OrdinalIgnoreCase));
}
