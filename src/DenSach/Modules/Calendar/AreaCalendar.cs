using DenSach.Modules.Areas;
using DenSach.Modules.Coordination;
using DenSach.Modules.Plans;
using DenSach.Modules.Rounds;
using DenSach.Modules.Tasks;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar;

/// <summary>Gathers what is due in an area: its plans, those of units it took over, small ones in it, those of the levels above, the tasks of its plans that were given a day, the windows of its rounds, and regulations to be looked at again.</summary>
public sealed class AreaCalendar(PlansInReach plans, RoundsInReach rounds, CoordinationInReach coordination, TasksInReach tasks, AreaTree tree)
{
    public async Task<Due> BetweenAsync(int areaId, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var above = tree.PathTo(areaId, today).Select(a => a.Id).Where(id => id != areaId).ToHashSet();
        var own = await OwnPlansAsync(areaId, cancellation);
        var higher = await plans.Query().Where(p => above.Contains(p.AreaId) && p.OrganisationId == null).Include(p => p.Deadlines.OrderBy(d => d.Place)).ToListAsync(cancellation);
        var items = Dated(own, false, from, to);
        items.AddRange(Dated(higher, true, from, to));
        items.AddRange(await TasksAsync(own, from, to, today, cancellation));
        items.AddRange(await WindowsAsync(areaId, from, to, today, cancellation));
        items.AddRange(await RegulationsAsync(areaId, from, to, today, cancellation));
        var undated =
            from plan in own.Concat(higher)
            where plan.HoldsOn(today)
            from deadline in plan.Deadlines
            where IsUndated(deadline)
            select new Undated(deadline.Said.Trim(), deadline.What, deadline.SentTo, deadline.Lines, PlanWords.NameOf(plan), UrlOf(plan, deadline));
        return new Due(InOrder(items), [.. undated]);
    }

    /// <summary>Only what the plans that the area lives by demand: nothing of the levels above, of rounds or regulations.</summary>
    public async Task<IReadOnlyList<DueItem>> OwnAsync(int areaId, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation) =>
        InOrder(Dated(await OwnPlansAsync(areaId, cancellation), false, from, to));

    private Task<List<Plan>> OwnPlansAsync(int areaId, CancellationToken cancellation) =>
        plans.Of(areaId).Include(p => p.Deadlines.OrderBy(d => d.Place)).ToListAsync(cancellation);

    private static IReadOnlyList<DueItem> InOrder(IEnumerable<DueItem> items) => [.. items.OrderBy(i => i.Day).ThenBy(i => i.FromAbove).ThenBy(i => i.Key, StringComparer.Ordinal)];

    private List<DueItem> Dated(IEnumerable<Plan> asking, bool fromAbove, DateOnly from, DateOnly to)
    {
        List<DueItem> items = [];
        foreach (var plan in asking)
        {
            foreach (var item in plan.Deadlines.SelectMany(deadline => Items(plan, deadline, fromAbove, from, to)))
            {
                Add(items, item);
            }
        }
        return items;
    }

    /// <summary>
    /// A plan names the same review in several places: it is one milestone. The one that says to whom stands for those that do not; what goes to two places stays two.
    /// </summary>
    private static void Add(List<DueItem> items, DueItem item)
    {
        var same =
            item.Kind == DueKind.Review ? items.FindIndex(i => i.Kind == DueKind.Review && i.Day == item.Day && i.PlanId == item.PlanId && IsSame(i.SentTo, item.SentTo)) : -1;
        if (same < 0)
        {
            items.Add(item);
        }
        else if (items[same].SentTo is null && item.SentTo is not null)
        {
            items[same] = item;
        }

        static bool IsSame(string? one, string? other) => one is null || other is null || one == other;
    }

    private IEnumerable<DueItem> Items(Plan plan, PlanDeadline deadline, bool fromAbove, DateOnly from, DateOnly to)
    {
        if (deadline is { Year: null, Recurrence: null })
        {
            yield break;
        }
        for (var year = from.Year - 1; year <= to.Year + 1; year++)
        {
            var starts = deadline.Relation == PlanDeadline.From;
            IReadOnlyList<DateOnly> days = starts
                ? deadline.FirstDay(year) is { } first
                    ? [first]
                    : []
                : deadline.LastDays(year);
            foreach (var day in days.Where(day => from <= day && day <= to && IsAskedOn(plan, deadline, day)))
            {
                yield return new DueItem(
                    $"{plan.Id:N}-{deadline.Place}-{day:yyyyMMdd}",
                    plan.Id,
                    day,
                    starts ? DueKind.Beginning
                        : deadline is { IsReview: true, Year: not null } ? DueKind.Review
                        : DueKind.Deadline,
                    deadline.Said.Trim(),
                    DeadlineWords.ByThen(deadline),
                    deadline.SentTo,
                    deadline.Lines,
                    PlanWords.NameOf(plan),
                    UrlOf(plan, deadline),
                    plan.OrganisationName ?? tree[plan.AreaId].FullName,
                    new PlanOwner(plan.AreaId, plan.OrganisationId),
                    fromAbove
                );
            }
        }
    }

    /// <summary>A recurring deadline comes while the plan holds; "trước 1/1" of the year after the last still belongs to the last.</summary>
    private static bool IsAskedOn(Plan plan, PlanDeadline deadline, DateOnly day) =>
        deadline.Year is null ? plan.HoldsOn(day) : !plan.IsDraft && !(day < plan.FirstDay) && !(day >= plan.EndedOn);

    private static bool IsUndated(PlanDeadline deadline) => deadline.Recurrence == PlanDeadline.OnRequest || deadline is { Year: null, Recurrence: null };

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

    /// <summary>What was given out with a day and is not done; a task without a day stands on the board alone.</summary>
    private async Task<IEnumerable<DueItem>> TasksAsync(IEnumerable<Plan> own, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var given = await tasks.OfAsync([.. own.Where(p => p.HoldsOn(today))], cancellation);
        return from task in given
            where task.State is not (TaskState.Done or TaskState.Stopped) && @from <= task.Due && task.Due <= to
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
                false
            );
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

    private static string UrlOf(Plan plan, PlanDeadline deadline) => $"/ke-hoach/{plan.Id}#{PlanSheet.IdOf(deadline)}";
}
