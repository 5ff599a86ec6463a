using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Withdraws a plan in force, with a reason; or takes a withdrawal back.</summary>
[Needs(PlansModule.Read)]
public sealed class EndPage(PlansInReach reach, PlanPlaces places, EndPlan end) : PlanFormPage(reach, places)
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
                TakeBack = Plan.EndedOn is not null,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = Plan.EndedOn is null ? "Đã thu hồi kế hoạch." : "Đã lấy lại kế hoạch.";
        return Redirect($"/ke-hoach/{id}");
    }
}
