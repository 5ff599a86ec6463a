using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Waiting;

/// <summary>Tells the commune's officers of deadlines of their plans while there is time. Whether a report went out is not known here: the row stays until the day is over.</summary>
public sealed class ComingDeadlines(AppDb db, Gate gate, Clock clock, IStringLocalizer<PlansModule> text) : IWaitForMe
{
    private const int DaysAhead = 60;
    private const int DaysSoon = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var today = clock.Today;
        var rows = new List<Platform.Hosting.Waiting>();
        foreach (var area in gate.ScopesOf(PlansModule.Load).Where(g => g.Scope == ScopeKind.Area).Select(g => g.AreaId).Distinct())
        {
            var plans = await db.Set<Plan>().AsNoTracking().Within(db, area, today).Include(p => p.Deadlines).ToListAsync(cancellation);
            rows.AddRange(
                from plan in plans
                where plan.HoldsOn(today)
                from deadline in plan.Deadlines
                let last = deadline.NextLastDay(today)
                where last <= today.AddDays(DaysAhead) && !(last.Value.Year > plan.LastYear)
                select Row(plan, deadline, last.Value, last.Value.DayNumber - today.DayNumber)
            );
        }
        return rows;
    }

    private Platform.Hosting.Waiting Row(Plan plan, PlanDeadline deadline, DateOnly last, int days) =>
        new(
            1,
            text["Hạn trong kế hoạch: còn {0} ngày", days],
            PlanWords.Short(DeadlineWords.ByThen(deadline), DeadlineWords.Line),
            days == 0 ? text["Hôm nay"] : text["Hạn {0}", last.ToString("d/M", System.Globalization.CultureInfo.InvariantCulture)],
            $"/ke-hoach/{plan.Id}#h-{deadline.Place}",
            last,
            days <= DaysSoon ? Urgency.Soon : Urgency.Calm
        );
}
