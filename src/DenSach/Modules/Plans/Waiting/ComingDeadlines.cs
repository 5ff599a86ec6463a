using System.Globalization;
using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Waiting;

/// <summary>
/// Tells officers of deadlines of their plans while there is time, and leads to the calendar, where the reminder can be sent on. Whether a report went out is not
/// known here: the row stays until the day is over.
/// </summary>
public sealed class ComingDeadlines(PlansInReach reach, Gate gate, AreaTree tree, Clock clock, IStringLocalizer<PlansModule> text) : IWaitForMe
{
    private const int DaysAhead = 60;
    private const int DaysSoon = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var today = clock.Today;
        var rows = new List<Platform.Hosting.Waiting>();
        foreach (var area in gate.ScopesOf(PlansModule.Load).Where(g => g.Scope == ScopeKind.Area).Select(g => g.AreaId).Distinct())
        {
            // The own plans and those of units the area took over; not what each commune of a province has to do.
            var plans = (await reach.Of(area).Include(p => p.Deadlines).ToListAsync(cancellation)).Where(p => !p.IsSmall && (p.AreaId == area || !tree.IsInForce(p.AreaId, today)));
            rows.AddRange(
                from plan in plans
                where plan.HoldsOn(today)
                from deadline in plan.Deadlines
                let last = deadline.NextLastDay(today)
                where last <= today.AddDays(DaysAhead) && !(last.Value.Year > plan.LastYear)
                select Row(area, deadline, last.Value, last.Value.DayNumber - today.DayNumber)
            );
        }
        return rows;
    }

    private Platform.Hosting.Waiting Row(int area, PlanDeadline deadline, DateOnly last, int days) =>
        new(
            1,
            text["Hạn trong kế hoạch: còn {0} ngày", days],
            PlanWords.Short(DeadlineWords.ByThen(deadline), DeadlineWords.Line) + (deadline.SentTo is { } to ? $" → {to}" : ""),
            days == 0 ? text["Hôm nay"] : text["Hạn {0}", last.ToString("d/M", CultureInfo.InvariantCulture)],
            $"/lich/{last.Year}/{last.Month}?dia-ban={area}#{deadline.PlanId:N}-{deadline.Place}-{last:yyyyMMdd}",
            last,
            days <= DaysSoon ? Urgency.Soon : Urgency.Calm
        );
}
