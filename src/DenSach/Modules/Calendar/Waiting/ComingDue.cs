using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Calendar.Waiting;

/// <summary>
/// Tells whoever has to act of deadlines of plans while there is time, and leads to the calendar, where the reminder can be sent on: officers of those of their commune or
/// province and of units it took over, a hamlet, an agency or a school of those of its own small plan. The row stays, late once the day is over, until somebody tells the
/// deadline done or no longer needed. What the plan of the commune asks of a hamlet, an agency, a school or a learning centre is told there while there is time, and is the
/// commune's to settle; so is for its officers what a plan of the level above asks of communes. What has to be looked at again or ends as a step of a round is told by who knows it.
/// </summary>
public sealed class ComingDue(AreaCalendar calendar, AskedByCommune asked, AskedByProvince above, Gate gate, AreaTree tree, Clock clock, IStringLocalizer<CalendarModule> text)
    : IWaitForMe
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
            rows.AddRange(Rest(place.Key, late.Skip(Alone(late).Count()).ToList(), OfOwnPlan, Urgency.Late));
            rows.AddRange(Coming(place.Key, coming, OfOwnPlan));
        }
        foreach (var place in (await asked.ComingAsync(DaysAhead, DaysSoon, cancellation)).GroupBy(a => a.AreaId))
        {
            rows.AddRange(Coming(place.Key, [.. place.Select(a => a.Item).OrderBy(i => i.Day).DistinctBy(i => i.Series)], OfTheCommune));
        }
        foreach (var place in (await above.ComingAsync(DaysAhead, cancellation)).GroupBy(a => a.AreaId))
        {
            rows.AddRange(Coming(place.Key, [.. place.Select(a => a.Item).OrderBy(i => i.Day).DistinctBy(i => i.Series)], OfTheLevelAbove));
        }
        return [.. rows.DistinctBy(r => r.Url)];
    }

    private IEnumerable<Platform.Hosting.Waiting> Coming(int area, List<DueItem> items, Titles titles) =>
        Alone(items).Select(item => Row(area, item, titles)).Concat(Rest(area, items.Skip(Alone(items).Count()).ToList(), titles));

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

    private Platform.Hosting.Waiting Row(int area, DueItem item, Titles titles)
    {
        var days = item.Day.DayNumber - clock.Today.DayNumber;
        return new(
            1,
            days == 0 ? text[titles.Today] : text[titles.Ahead, days],
            DueWords.InOneLine(item),
            days == 0 ? text["Hôm nay"] : text["Hạn {0}", item.Day.ShownInYear()],
            UrlOf(area, item),
            item.Day,
            days <= DaysSoon ? Urgency.Soon : Urgency.Calm
        );
    }

    private IEnumerable<Platform.Hosting.Waiting> Rest(int area, List<DueItem> later, Titles titles, Urgency? urgency = null)
    {
        if (later is [var first, .., var last])
        {
            yield return new(
                later.Count,
                text[urgency == Urgency.Late ? "Hạn khác trong kế hoạch đã quá, chưa ghi là xong" : titles.Others],
                PlanWords.Short(first.What, DeadlineWords.Line),
                text["từ {0} đến {1}", first.Day.ShownInYear(), last.Day.ShownInYear()],
                urgency == Urgency.Late ? $"/lich?dia-ban={area}#late" : $"/lich/{first.Day.Year}/{first.Day.Month}?dia-ban={area}#ngay-{first.Day.Day}",
                first.Day,
                urgency ?? (first.Day <= clock.Today.AddDays(DaysSoon) ? Urgency.Soon : Urgency.Calm)
            );
        }
    }

    /// <summary>What rows of one kind are called: with so many days left, on the day itself, and those told together.</summary>
    private sealed record Titles(string Ahead, string Today, string Others);

    private static readonly Titles OfOwnPlan = new("Hạn trong kế hoạch: còn {0} ngày", "Hạn trong kế hoạch: hôm nay", "Hạn khác trong kế hoạch");
    private static readonly Titles OfTheLevelAbove = new(
        "Kế hoạch cấp trên hỏi cấp xã: còn {0} ngày",
        "Kế hoạch cấp trên hỏi cấp xã: hôm nay",
        "Hạn khác kế hoạch cấp trên hỏi cấp xã"
    );
    private static readonly Titles OfTheCommune = new("Kế hoạch cấp xã hỏi tới: còn {0} ngày", "Kế hoạch cấp xã hỏi tới: hôm nay", "Hạn khác kế hoạch cấp xã hỏi tới");
}
