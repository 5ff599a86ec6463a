using DenSach.Modules.Areas;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Check;

/// <summary>What a draft may carry out, and what it may replace or change in part, with the likeliest proposed first; a person decides.</summary>
public sealed class PlanChoices(PlansInReach reach, PlanPlaces places, AreaTree tree, Clock clock)
{
    public sealed record Choice(Guid Id, string Name, bool Proposed);

    public sealed record Found(IReadOnlyList<Choice> Above, IReadOnlyList<Choice> Earlier);

    public async Task<Found> ForAsync(Plan plan, CancellationToken cancellation)
    {
        if (!plan.IsDraft)
        {
            return new Found([], []);
        }
        var today = clock.Today;
        var seen = await reach.Query().Where(p => (p.EndedOn == null || p.EndedOn > today) && p.Id != plan.Id).ToListAsync(cancellation);
        var named = plan.Bases.Select(b => b.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var above = seen.Where(p => p.Id != plan.CarriesOutId && places.IsAbove(p, plan) || p.Id == plan.CarriesOutId)
            .Select(p => new Choice(p.Id, NameOf(p), p.Id == plan.CarriesOutId || p.Number is { } number && named.Contains(number)));
        var earlier = seen.OrderByDescending(p => p.ConfirmedAt)
            .Where(p => places.MayAmend(p, plan))
            .Select(p => new Choice(
                p.Id,
                p.EndedOn is { } end ? $"{NameOf(p)}, hết hiệu lực từ {end.Written()}: chỉ sửa đổi được" : NameOf(p),
                p.EndedOn is null && IsSame(p, plan)
            ));
        return new Found(OneProposed(above), OneProposed(earlier));
    }

    /// <summary>The likeliest first, and only one of them chosen beforehand.</summary>
    private static List<Choice> OneProposed(IEnumerable<Choice> choices) =>
        [.. choices.OrderByDescending(c => c.Proposed).Select((c, i) => c with { Proposed = c.Proposed && i == 0 })];

    /// <summary>The same plan in another form or a later edition: by its number and date, by its title for the same years, or as the one that the later title names by its number.</summary>
    private static bool IsSame(Plan earlier, Plan later) =>
        earlier.Number is { } number && (number == later.Number && earlier.IssuedOn == later.IssuedOn || Names(later.Title, number))
        || (earlier.Number is null && later.Number is null || (earlier.FirstYear, earlier.LastYear) == (later.FirstYear, later.LastYear))
            && SearchKey.Of(later.Title).StartsWith(SearchKey.Of(earlier.Title), StringComparison.Ordinal);

    /// <summary>The whole number: a title that names 171/KH-UBND does not name 71/KH-UBND.</summary>
    private static bool Names(string title, string number)
    {
        for (var at = 0; (at = title.IndexOf(number, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + number.Length;
            if ((at == 0 || !char.IsLetterOrDigit(title[at - 1])) && (end == title.Length || !(char.IsLetterOrDigit(title[end]) || title[end] is '-' or '/')))
            {
                return true;
            }
        }
        return false;
    }

    private string NameOf(Plan plan) => $"{PlanWords.NameOf(plan)} ({tree[plan.AreaId].FullName})";
}
