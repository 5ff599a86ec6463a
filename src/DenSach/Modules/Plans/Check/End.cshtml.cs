using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Withdraws a plan in force, with a reason; or takes a withdrawal back.</summary>
[Needs(PlansModule.Read)]
public sealed class EndPage(PlansInReach reach, PlanPlaces places, EndPlan end, AppDb db, IStringLocalizer<PlansModule> text) : PlanFormPage(reach, places)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Somebody looked at the plans that hold in its stead, and they end.</summary>
    [BindProperty]
    public bool EndsEarlier { get; set; }

    /// <summary>What can be done about its end is to take it back, not to withdraw it.</summary>
    public bool TakesBack { get; private set; }

    /// <summary>The later plan because of which it cannot be taken back; null where it can.</summary>
    public Plan? InTheWay { get; private set; }

    /// <summary>The plans that hold in its stead since it was withdrawn.</summary>
    public IReadOnlyList<Plan> Instead { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenWithEarlierAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenWithEarlierAsync(id, cancellation) is { } refused)
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
                TakeBack = TakesBack,
                EndsEarlier = EndsEarlier,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = text[TakesBack ? "Đã lấy lại kế hoạch." : "Đã thu hồi kế hoạch."];
        return Redirect($"/ke-hoach/{id}");
    }

    private async Task<IActionResult?> OpenWithEarlierAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        TakesBack = await Succession.IsTakenBackAsync(db, Plan, Today, cancellation);
        InTheWay = TakesBack ? await Succession.InTheWayAsync(db, Plan, cancellation) : null;
        Instead = Plan.EndedOn is null ? [] : await Succession.HoldingInsteadAsync(db.Set<Plan>().AsNoTracking(), Plan, Today, cancellation);
        return null;
    }
}
