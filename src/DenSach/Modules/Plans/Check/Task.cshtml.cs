using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a task, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class TaskPage(PlansInReach reach, PlanPlaces places, CorrectTask correct) : PlanItemPage(reach, places)
{
    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public string Role { get; set; } = PlanTask.Leads;

    [BindProperty]
    public string? Partners { get; set; }

    [BindProperty]
    public string? What { get; set; }

    public bool IsNew { get; private set; }

    /// <summary>Names to choose from: who the plan names already.</summary>
    public IReadOnlyList<string> Agencies => [.. Plan.Mentions.Where(m => m.Kind == PlanMentionKind.Agency).Select(m => m.Text).Concat(Plan.Tasks.Select(t => t.Lead)).Distinct()];

    public async Task<IActionResult> OnGetAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenItemAsync(id, place, cancellation) is { } refused)
        {
            return refused;
        }
        if (Plan.Tasks.SingleOrDefault(t => t.Place == place) is { } task)
        {
            (Lead, Role, Partners, What) = (task.Lead, task.Role, task.Partners, task.What);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenItemAsync(id, place, cancellation) is { } refused)
        {
            return refused;
        }
        var command = new CorrectTask.Command
        {
            CommandId = CommandId,
            PlanId = id,
            BasedOn = BasedOn,
            Place = place,
            Content = new TaskContent
            {
                Lead = Lead?.Trim() ?? "",
                Role = Role,
                Partners = string.IsNullOrWhiteSpace(Partners) ? null : Partners.ReplaceLineEndings("\n").Trim(),
                What = What?.Trim() ?? "",
            },
        };
        var result = await correct.Handle(command, cancellation);
        return result.Problem is { } problem ? Refuse(problem) : Back(result.Value, "tasks");
    }

    private async Task<IActionResult?> OpenItemAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        IsNew = place is null;
        var task = Plan.Tasks.SingleOrDefault(t => t.Place == place);
        Said = task is null ? null : Sheet.SaidAt(task, around: 40);
        return task is null && !IsNew ? Missing() : null;
    }
}
