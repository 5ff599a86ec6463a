using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Tasks.Waiting;

/// <summary>Tells whoever holds tasks which are late and which are due soon, in one row each.</summary>
public sealed class OwnTasks(TasksInReach reach, Gate gate, Clock clock, IStringLocalizer<TasksModule> text) : IWaitForMe
{
    private const int DaysSoon = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(TasksModule.Report))
        {
            return [];
        }
        var today = clock.Today;
        var own = await reach.OwnDueAsync(today.AddDays(DaysSoon), cancellation);
        var late = own.Where(c => c.IsLate).ToList();
        var soon = own.Where(c => !c.IsLate).ToList();
        var rows = new List<Platform.Hosting.Waiting>();
        if (late.Count > 0)
        {
            rows.Add(Row(late, text["{0} nhiệm vụ của mình đã quá hạn", late.Count], text["Quá hạn"], "/nhiem-vu?xem=qua-han", Urgency.Late));
        }
        if (soon.Count > 0)
        {
            rows.Add(Row(soon, text["{0} nhiệm vụ của mình sắp tới hạn", soon.Count], text["Sắp tới hạn"], "/nhiem-vu?xem=cua-toi", Urgency.Soon));
        }
        return rows;

        Platform.Hosting.Waiting Row(List<TaskCase> cases, string title, string chip, string url, Urgency urgency) =>
            new(cases.Count, title, Plans.PlanWords.Short(cases.MinBy(c => c.Due)!.Task.What, 140), chip, url, cases.Min(c => c.Due), urgency);
    }
}
