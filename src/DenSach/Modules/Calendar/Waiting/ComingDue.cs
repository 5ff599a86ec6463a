using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Calendar.Waiting;

/// <summary>
/// Tells whoever has to act of deadlines of plans while there is time, and leads to the calendar, where the reminder can be sent on: officers of those of their commune or
/// province and of units it took over, a hamlet, an agency or a school of those of its own small plan. The row stays, late once the day is over, until somebody tells the
/// deadline done or no longer needed. What has to be looked at again or ends as a step of a round is told by who knows it.
/// </summary>
public sealed class ComingDue(AreaCalendar calendar, Gate gate, AreaTree tree, Clock clock, IStringLocalizer<CalendarModule> text) : IWaitForMe
{
    private const int DaysAhead = 60;
    private const int DaysSoon = 14;

    /// <summary>So many have a row of their own; what comes after them is told in one, so that a busy month hides nothing else.</summary>
    private const int MostAlone = 5;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var officers = gate.ScopesOf(PlansModule.Load).Where(g => g.Scope == ScopeKind.Area);
        var rows = new List<Platform.Hosting.Waiting>();
        foreach (var place in officers.Concat(gate.ScopesOf(PlansModule.Write)).GroupBy(g => g.AreaId))
        {
            var today = clock.Today;
            var due = await calendar.OwnAsync(place.Key, today.AddDays(DaysAhead), today, cancellation);
            var told = due.Where(item => !item.IsSettled && item.Kind is DueKind.Deadline or DueKind.Review && place.Any(grant => Acts(grant, item.Whose))).ToList();
            var late = told.Where(item => item.IsLate).ToList();
            // What comes every month is told of one month at a time.
            var coming = told.Where(item => !item.IsLate).DistinctBy(item => item.Series).ToList();
            rows.AddRange(Alone(late).Select(item => Late(place.Key, item, today.DayNumber - item.Day.DayNumber)));
            rows.AddRange(Rest(place.Key, late.Skip(Alone(late).Count()).ToList(), Urgency.Late));
            rows.AddRange(Alone(coming).Select(item => Row(place.Key, item, item.Day.DayNumber - today.DayNumber)));
            rows.AddRange(Rest(place.Key, coming.Skip(Alone(coming).Count()).ToList(), null));
        }
        return [.. rows.DistinctBy(r => r.Url)];
    }

    /// <summary>Whether whoever holds the grant has to see to it: to a small plan whose it is, to the plan of a commune or province its officers.</summary>
    private bool Acts(Grant grant, PlanOwner whose) =>
        grant.Scope == ScopeKind.Organisation
            ? whose.OrganisationId == grant.SubjectId
            : whose.OrganisationId is null && (whose.AreaId == grant.AreaId || tree[whose.AreaId].Kind < AreaKind.Hamlet && !tree.IsInForce(whose.AreaId, clock.Today));

    /// <summary>Those with a row of their own.</summary>
    private static IEnumerable<DueItem> Alone(List<DueItem> items) => items.Take(items.Count > MostAlone + 1 ? MostAlone : items.Count);

    private Platform.Hosting.Waiting Late(int area, DueItem item, int days) =>
        new(1, text["Hạn trong kế hoạch: quá {0} ngày, chưa ghi là xong", days], DueWords.InOneLine(item), text["Quá hạn"], UrlOf(area, item), item.Day, Urgency.Late);

    private static string UrlOf(int area, DueItem item) => $"/lich/{item.Day.Year}/{item.Day.Month}?dia-ban={area}&han={item.Key}#{item.Key}";

    private Platform.Hosting.Waiting Row(int area, DueItem item, int days) =>
        new(
            1,
            days == 0 ? text["Hạn trong kế hoạch: hôm nay"] : text["Hạn trong kế hoạch: còn {0} ngày", days],
            DueWords.InOneLine(item),
            days == 0 ? text["Hôm nay"] : text["Hạn {0}", item.Day.ToString("d/M", CultureInfo.InvariantCulture)],
            UrlOf(area, item),
            item.Day,
            days <= DaysSoon ? Urgency.Soon : Urgency.Calm
        );

    private IEnumerable<Platform.Hosting.Waiting> Rest(int area, List<DueItem> later, Urgency? urgency)
    {
        if (later is [var first, .., var last])
        {
            yield return new(
                later.Count,
                text[urgency == Urgency.Late ? "Hạn khác trong kế hoạch đã quá, chưa ghi là xong" : "Hạn khác trong kế hoạch"],
                PlanWords.Short(first.What, DeadlineWords.Line),
                text["từ {0} đến {1}", first.Day.ToString("d/M", CultureInfo.InvariantCulture), last.Day.ToString("d/M", CultureInfo.InvariantCulture)],
                urgency == Urgency.Late ? $"/lich?dia-ban={area}#late" : $"/lich/{first.Day.Year}/{first.Day.Month}?dia-ban={area}#ngay-{first.Day.Day}",
                first.Day,
                urgency ?? (first.Day <= clock.Today.AddDays(DaysSoon) ? Urgency.Soon : Urgency.Calm)
            );
        }
    }
}
