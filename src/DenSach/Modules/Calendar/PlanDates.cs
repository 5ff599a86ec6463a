using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Calendar;

/// <summary>The days of deadlines of plans as the calendar of an area has them, each with what was told of it.</summary>
/// <param name="areaId">Whose calendar it is.</param>
/// <param name="told">What was told of deadlines: by plan, place, time and who told it.</param>
/// <param name="kept">What was kept with the tasks that name it.</param>
/// <param name="doers">Who has to see to them.</param>
/// <param name="tree">For names.</param>
/// <param name="today">What went by before is late.</param>
public sealed class PlanDates(
    int areaId,
    IReadOnlyDictionary<(Guid Plan, int Place, string Occurrence, int Area), SettledDeadline> told,
    KeptByTasks kept,
    Doers doers,
    AreaTree tree,
    DateOnly today
)
{
    /// <summary>A year of the calendar may hold the last day of what the next one names: "trước 1/1".</summary>
    private const int YearsAround = 1;

    /// <param name="asking">The plans.</param>
    /// <param name="fromAbove">They are of the level above.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="concerns">Which of their deadlines concern the area; null for all.</param>
    public List<DueItem> Between(IEnumerable<Plan> asking, bool fromAbove, DateOnly from, DateOnly to, Func<Plan, PlanDeadline, DateOnly, bool>? concerns = null)
    {
        List<DueItem> items = [];
        foreach (var plan in asking)
        {
            foreach (var item in plan.Deadlines.SelectMany(d => Items(plan, d, fromAbove, from, to).Where(i => concerns?.Invoke(plan, d, i.Day) ?? true)))
            {
                Add(items, item);
            }
        }
        return items;
    }

    /// <summary>What went by since the plan stands here, and was neither done nor given up. A plan that was withdrawn asks nothing any more; what one that was replaced left owing is still owed.</summary>
    public IEnumerable<DueItem> Late(IEnumerable<Plan> own) =>
        own.Where(plan => plan.ConfirmedAt is not null).SelectMany(plan => Between([plan], false, AskedSince(plan), today.AddDays(-1))).Where(item => item.IsLate);

    public static string UrlOf(Plan plan, PlanDeadline deadline) => $"/ke-hoach/{plan.Id}#{PlanSheet.IdOf(deadline)}";

    /// <summary>As the plan itself says (<see cref="Plan.Asks"/>), by the last day in time: "trước 1/1" of the year after the last still belongs to the last.</summary>
    public static bool IsAskedOn(Plan plan, PlanDeadline deadline, DateOnly day) => plan.Asks(deadline, day);

    /// <summary>It names a day that lay before the plan itself: shown as past, and nobody is asked for it.</summary>
    private static bool IsPastAlready(Plan plan, PlanDeadline deadline, DateOnly day) => deadline.Year is not null && !plan.IsDraft && day < plan.HoldsFrom;

    private static DateOnly AskedSince(Plan plan) => Clock.DayOf(plan.ConfirmedAt!.Value);

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
        else if (items[same].SentTo is null && item.SentTo is not null || item.IsSettled && !items[same].IsSettled)
        {
            items[same] = item;
        }

        static bool IsSame(string? one, string? other) => one is null || other is null || one == other;
    }

    /// <summary>By name; null of a plan of a level above the commune.</summary>
    private string? CommuneOf(Plan plan) => tree[plan.AreaId].Kind < AreaKind.Commune ? null : (tree.CommuneOf(plan.AreaId, today) ?? tree[plan.AreaId]).FullName;

    /// <summary>Of the level above each commune tells it for itself; a hamlet reads what its commune told, of its own plan and of the province's.</summary>
    private int TellerOf(Plan plan) =>
        tree[areaId].Kind != AreaKind.Hamlet ? areaId
        : tree[plan.AreaId].Kind == AreaKind.Commune ? plan.AreaId
        : tree.CommuneOf(areaId, today)?.Id ?? areaId;

    private IEnumerable<DueItem> Items(Plan plan, PlanDeadline deadline, bool fromAbove, DateOnly from, DateOnly to)
    {
        if (deadline is { Year: null, Recurrence: null })
        {
            yield break;
        }
        var starts = deadline.Relation == PlanDeadline.From;
        var teller = fromAbove ? TellerOf(plan) : plan.AreaId;
        var named = new Lazy<string?>(() => doers.Of(deadline, CommuneOf(plan)));
        for (var year = from.Year - YearsAround; year <= to.Year + YearsAround; year++)
        {
            var times =
                !starts ? deadline.TimesIn(year)
                : deadline.FirstDay(year) is { } first ? [("", first)]
                : [];
            foreach (var (name, day) in times.Where(time => from <= time.LastDay && time.LastDay <= to))
            {
                var asked = IsAskedOn(plan, deadline, day);
                if (!asked && !IsPastAlready(plan, deadline, day))
                {
                    continue;
                }
                var settled = starts || !asked ? null : told.GetValueOrDefault((plan.Id, deadline.Place, name, teller));
                // What its tasks did for the level above each commune tells for itself; of a time before the plan stood here nobody told anything.
                var byTask = starts || plan.IsBeforeIt(day) || teller != plan.AreaId ? null : kept.For(deadline, day);
                var isTold = byTask is not null || settled is { State: not DeadlineState.Open };
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
                )
                {
                    Plan = plan,
                    Place = deadline.Place,
                    Doers = named.Value,
                    Occurrence = starts || !asked ? null : name,
                    Settled = settled,
                    ByTask = byTask,
                    IsBeforeIt = !starts && plan.IsBeforeIt(day) && !isTold,
                    IsLate = asked && !starts && !fromAbove && day < today && !plan.IsBeforeIt(day) && !plan.IsWithdrawnOn(today) && !isTold,
                };
            }
        }
    }
}
