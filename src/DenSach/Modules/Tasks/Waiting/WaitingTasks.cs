using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.Waiting;

/// <summary>
/// Tells whoever holds tasks which are late, which are due soon and which were given anew; and whoever follows them which went by undone, where somebody asks, and which were told
/// done, by all where several hold one. One row each.
/// </summary>
public sealed class WaitingTasks(TasksInReach reach, TaskSharers sharers, Gate gate, Clock clock, IStringLocalizer<TasksModule> text) : IWaitForMe
{
    private const int DaysSoon = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(TasksModule.Report) && !gate.AllowsSomewhere(TasksModule.Follow) && !gate.AllowsSomewhere(PlansModule.Write))
        {
            return [];
        }
        var soon = clock.Today.AddDays(DaysSoon);
        var live = await reach.LiveAsync(cancellation);
        var own = live.Where(c => c.IsOwn).ToList();
        var others = live.Where(c => !c.IsOwn && c.IsGiven && reach.MayFollow(c.Plan)).ToList();
        var unheard = (await reach.UnheardAsync(own, cancellation)).Where(c => !c.IsLate).ToList();
        var answered = await reach.AnsweredAsync(own, cancellation);
        var parts = await sharers.OfAsync([.. live.Where(c => c.WholeIsOpen && reach.MayFollow(c.Plan))], cancellation);
        var done = live.Where(c => reach.IsToldDone(c, parts.GetValueOrDefault((c.Plan.Id, c.Task.Place)))).ToList();
        return
        [
            .. Row(own.Where(c => c.IsLate), "{0} nhiệm vụ của mình đã quá hạn", "Quá hạn", "/nhiem-vu?xem=qua-han", Urgency.Late),
            .. Row(unheard, "{0} việc mới được giao", "Mới giao", "/nhiem-vu?xem=cua-toi", Urgency.Soon),
            .. Row(answered, "{0} câu hỏi về việc của mình đã có trả lời", "Đã trả lời", "/nhiem-vu?xem=cua-toi", Urgency.Soon),
            .. Row(own.Where(c => !c.IsLate && c.Due <= soon).Except(unheard), "{0} nhiệm vụ của mình sắp tới hạn", "Sắp tới hạn", "/nhiem-vu?xem=cua-toi", Urgency.Soon),
            .. Row(live.Where(c => c.Followed is { Asking: true } && reach.MayAnswer(c)), "{0} việc đã giao có người hỏi lại", "Trả lời", "/nhiem-vu?xem=hoi", Urgency.Soon),
            .. Row(done, "{0} việc đã giao báo xong", "Báo xong", "/nhiem-vu?xem=bao-xong", Urgency.Soon),
            .. Row(others.Where(c => c.IsLate).Except(done), "{0} việc đã giao quá hạn chưa xong", "Quá hạn", "/nhiem-vu?xem=qua-han", Urgency.Late),
        ];
    }

    private IEnumerable<Platform.Hosting.Waiting> Row(IEnumerable<TaskCase> cases, string title, string chip, string list, Urgency urgency)
    {
        var found = cases.OrderBy(c => c.Due ?? DateOnly.MaxValue).ToList();
        if (found is [var first, ..])
        {
            yield return new(
                found.Count,
                text[title, found.Count],
                PlanWords.Short(first.IsOwn ? first.Task.What : $"{first.Task.Lead}: {first.Task.What}", 140),
                text[chip],
                found.Count == 1 && (chip is "Mới giao" or "Trả lời" or "Báo xong" or "Đã trả lời") ? first.Url : list,
                first.Due,
                urgency
            );
        }
    }
}
