using DenSach.Modules.Areas;
using DenSach.Modules.Coordination;
using DenSach.Modules.Plans;
using DenSach.Modules.Rounds;
using DenSach.Modules.Tasks;
using DenSach.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar;

/// <summary>Gathers what is due in an area: its plans, those of units it took over, small ones in it, those of the levels above, the tasks of its plans that were given a day, the windows of its rounds, and regulations to be looked at again.</summary>
public sealed class AreaCalendar(PlansInReach plans, SettledDeadlines settled, RoundsInReach rounds, CoordinationInReach coordination, TasksInReach tasks, AreaTree tree)
{
    public async Task<Due> BetweenAsync(int areaId, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var above = tree.PathTo(areaId, today).Select(a => a.Id).Where(id => id != areaId).ToList();
        var own = await OwnPlansAsync(areaId, cancellation);
        var hamlet = tree[areaId].Kind == AreaKind.Hamlet;
        var standing = Asking(plans.Query().Where(p => above.Contains(p.AreaId) && p.OrganisationId == null), from < today ? from : today)
            .Include(p => p.Deadlines.OrderBy(d => d.Place));
        var higher = await (hamlet ? standing.Include(p => p.Tasks).AsSplitQuery() : standing).ToListAsync(cancellation);
        higher = [.. higher.OrderByDescending(p => above.IndexOf(p.AreaId))];
        Func<Plan, PlanDeadline, DateOnly, bool>? concerns = hamlet ? new TakerLines(Taker.Hamlet, own, higher).Concern : null;
        var dates = await settled.OfAsync(areaId, [.. own, .. higher], today, cancellation);
        var items = TakenOver.Once(dates.Between(own, false, from, to));
        items.AddRange(dates.Between(higher, true, from, to, concerns));
        items.AddRange(await TasksAsync(own, false, from, to, today, cancellation));
        if (hamlet)
        {
            var communes = higher.Where(p => tree[p.AreaId].Kind == AreaKind.Commune).ToList();
            items.AddRange(await TasksAsync(communes, true, from, to, today, cancellation));
        }
        items.AddRange(await WindowsAsync(areaId, from, to, today, cancellation));
        items.AddRange(await RegulationsAsync(areaId, from, to, today, cancellation));
        var undated =
            from plan in own.Concat(higher)
            where plan.HoldsOn(today)
            from deadline in plan.Deadlines
            where IsUndated(deadline) && (concerns is null || own.Contains(plan) || concerns(plan, deadline, today))
            select new Undated(deadline.Said.Trim(), deadline.What, deadline.SentTo, deadline.Lines, PlanWords.NameOf(plan), PlanDates.UrlOf(plan, deadline));
        return new Due(InOrder(items), [.. undated], InOrder(TakenOver.Once([.. dates.Late(own)])));
    }

    /// <summary>Only what the plans that the area lives by demand, up to a day, and of the past what is late: nothing of the levels above, of rounds or regulations.</summary>
    public async Task<IReadOnlyList<DueItem>> OwnAsync(int areaId, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var own = await OwnPlansAsync(areaId, cancellation);
        var dates = await settled.OfAsync(areaId, own, today, cancellation);
        return InOrder(dates.Late(own).Concat(dates.Between(own, false, today, to)));
    }

    /// <summary>Without those that ended before, and those whose period is over and that name no day of the years from then on, nor of the one before.</summary>
    internal static IQueryable<Plan> Asking(IQueryable<Plan> plans, DateOnly from) =>
        plans.Where(p => (p.EndedOn == null || p.EndedOn > from) && (p.LastYear == null || p.LastYear >= from.Year || p.Deadlines.Any(d => d.Year >= from.Year - 1)));

    private Task<List<Plan>> OwnPlansAsync(int areaId, CancellationToken cancellation) =>
        plans.Of(areaId).Include(p => p.Deadlines.OrderBy(d => d.Place)).ToListAsync(cancellation);

    private static IReadOnlyList<DueItem> InOrder(IEnumerable<DueItem> items) => [.. items.OrderBy(i => i.Day).ThenBy(i => i.FromAbove).ThenBy(i => i.Key, StringComparer.Ordinal)];

    /// <summary>It names no time: it waits until it is asked for, or the plan does not say.</summary>
    internal static bool IsUndated(PlanDeadline deadline) => deadline.Recurrence == PlanDeadline.OnRequest || deadline is { Year: null, Recurrence: null };

    private async Task<List<DueItem>> WindowsAsync(int areaId, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        if (tree.CommuneOf(areaId, today) is not { } commune)
        {
            return [];
        }
        var open = await rounds.Query().Where(r => r.AreaId == commune.Id && r.ClosedAt == null).ToListAsync(cancellation);
        return
        [
            .. from round in open
            from window in round.Windows
            where @from <= window.LastDay && window.LastDay <= to
            select new DueItem(
                $"{round.Id:N}-{window.Step}",
                round.PlanId,
                window.LastDay,
                DueKind.Window,
                $"từ {window.From.Written()} đến hết {window.LastDay.Written()}",
                $"{ProposedWindows.NameOf(window.Step)}: {round.Name()}",
                null,
                ReportLines.None,
                round.Name(),
                $"/dot/{round.Id}",
                commune.FullName,
                new PlanOwner(commune.Id),
                false
            )
            {
                From = window.From,
            },
        ];
    }

    /// <summary>What was given out with a day and is not done; of the plan above a hamlet what all hamlets hold. A task without a day stands on the board alone; where its sentence names one, the deadline of that sentence is here.</summary>
    private async Task<IEnumerable<DueItem>> TasksAsync(IEnumerable<Plan> of, bool above, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var given = await tasks.OfAsync([.. of.Where(p => p.HoldsOn(today))], heads: false, cancellation);
        // The calendar of an area is the same whoever looks: it knows no parts.
        return from task in given.Select(c => c with { Part = null })
            where !above || tasks.IsShared(task) && tasks.RoleOf(task) is Role.HamletHead or Role.HamletAssociationBranch
            where task.Said is null && task.State is not (TaskState.Done or TaskState.Stopped) && @from <= task.Due && task.Due <= to
            let day = task.Due!.Value
            select new DueItem(
                $"{task.Plan.Id:N}-nv{task.Task.Place}-{day:yyyyMMdd}",
                task.Plan.Id,
                day,
                DueKind.Task,
                $"giao làm xong ngày {day.Written()}",
                $"{task.Task.Lead}: {task.Task.What}",
                null,
                ReportLines.None,
                PlanWords.NameOf(task.Plan),
                task.Url,
                task.Plan.OrganisationName ?? tree[task.Plan.AreaId].FullName,
                new PlanOwner(task.Plan.AreaId, task.Plan.OrganisationId),
                above
            )
            {
                Doers = task.Task.Lead,
            };
    }

    /// <summary>Regulations of the area and of units it took over, on the day on which they are to be looked at again.</summary>
    private async Task<List<DueItem>> RegulationsAsync(int areaId, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var own = tree.FormerIn([areaId], today).Append(areaId).ToList();
        var due = await coordination.Regulations().Where(r => own.Contains(r.AreaId) && r.EndedOn == null && r.ReviewOn >= from && r.ReviewOn <= to).ToListAsync(cancellation);
        return
        [
            .. due.Select(r => new DueItem(
                $"{r.Id:N}-{r.ReviewOn:yyyyMMdd}",
                null,
                r.ReviewOn!.Value,
                DueKind.Regulation,
                $"rà soát ngày {r.ReviewOn.Value.Written()}",
                $"Rà soát {r.Title}",
                null,
                ReportLines.None,
                r.Number is { } number ? $"Quy chế số {number}" : "Quy chế phối hợp",
                $"/quy-che/{r.Id}",
                tree[r.AreaId].FullName,
                new PlanOwner(r.AreaId),
                false
            )),
        ];
    }
}
