using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a task, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class TaskPage(PlansInReach reach, PlanPlaces places, CorrectTask correct) : PlanItemPage<PlanTask>(reach, places)
{
    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public string Role { get; set; } = PlanTask.Leads;

    [BindProperty]
    public string? Partners { get; set; }

    [BindProperty]
    public string? What { get; set; }

    /// <summary>Names to choose from: who the plan names already.</summary>
    public IReadOnlyList<string> Agencies => [.. Plan.Mentions.Where(m => m.Kind == PlanMentionKind.Agency).Select(m => m.Text).Concat(Plan.Tasks.Select(t => t.Lead)).Distinct()];

    protected override string Part => "tasks";

    protected override IReadOnlyList<PlanTask> ItemsOf(Plan plan) => plan.Tasks;

    protected override void Fill(PlanTask item) => (Lead, Role, Partners, What) = (item.Lead, item.Role, item.Partners, item.What);

    protected override Task<Result<PlanChanged>> WriteAsync(Guid id, int? place, CancellationToken cancellation) =>
        correct.Handle(
            new CorrectTask.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
                Place = place,
                Content = new TaskContent
                {
                    Lead = Lead?.Trim() ?? "",
                    Role = Role,
                    Partners = Blank(Partners?.ReplaceLineEndings("\n")),
                    What = What?.Trim() ?? "",
                },
            },
            cancellation
        );
}
