using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans;

/// <summary>A form over one item of a plan, with the sentence it was read from above it.</summary>
public abstract class PlanItemPage(PlansInReach reach, PlanPlaces places) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>The words of the source, with some around them; null for what a person adds.</summary>
    public string? Said { get; protected set; }

    public Plan Plan => Sheet.Plan;

    /// <summary>Opens the plan for change; the answer to give instead where that cannot be.</summary>
    protected async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.FindAsync(id, withDropped: true, cancellation) is not { } plan || !places.MayChange(plan))
        {
            return Refuse(Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được sửa."));
        }
        Sheet = new PlanSheet(plan, Today, Edits: true);
        return null;
    }

    protected IActionResult Missing() => Refuse(Problem.NotFound("Không có mục này trong kế hoạch."));

    /// <summary>Back to the check screen, at the item.</summary>
    protected IActionResult Back(PlanChanged changed, string what)
    {
        Done = "Đã ghi chỗ sửa tay.";
        return Redirect($"/ke-hoach/{changed.PlanId}/kiem-tra#{what}");
    }
}
