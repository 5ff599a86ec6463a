using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Withdraws a plan in force, with a reason.</summary>
[Needs(PlansModule.Read)]
public sealed class EndPage(PlansInReach reach, PlanPlaces places, EndPlan end) : PlanItemPage(reach, places)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        if (Plan.IsDraft)
        {
            return Missing();
        }
        var result = await end.Handle(
            new EndPlan.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
                Reason = Reason,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = "Đã thu hồi kế hoạch.";
        return Redirect($"/ke-hoach/{id}");
    }
}
