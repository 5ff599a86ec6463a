using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Indicators.Waiting;

/// <summary>The plan asks for learning families, the year goes by, and no round of this year is open: told to who may open one.</summary>
public sealed class RoundToOpen(AppDb db, Gate gate, Clock clock, IStringLocalizer<IndicatorsModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var today = clock.Today;
        var rows = new List<Platform.Hosting.Waiting>();
        foreach (var area in gate.ScopesOf(RoundPermissions.Open).Where(g => g.Scope == ScopeKind.Area).Select(g => g.AreaId).Distinct())
        {
            var plans = await db.Set<Plan>().AsNoTracking().Within(db, area, today).Include(p => p.Targets).Include(p => p.Deadlines).AsSplitQuery().ToListAsync(cancellation);
            foreach (var plan in plans.Where(p => !p.IsSmall && p.RunsOn(today) && p.Targets.Any(t => Indicator.For(t) == Indicator.LearningFamilies)))
            {
                if (!await db.Set<Round>().AnyAsync(r => r.AreaId == plan.AreaId && r.Year == today.Year && r.Title == RoundWords.Family && r.ClosedAt == null, cancellation))
                {
                    rows.Add(
                        new Platform.Hosting.Waiting(
                            1,
                            text["Chưa mở đợt “Gia đình học tập” năm {0}", today.Year],
                            PlanWords.NameOf(plan),
                            text["Mở đợt"],
                            $"{PlanWords.RoundUrl(plan, today)}&nam={today.Year}",
                            new DateOnly(today.Year, 12, 31),
                            Urgency.Soon
                        )
                    );
                }
            }
        }
        return rows;
    }
}
