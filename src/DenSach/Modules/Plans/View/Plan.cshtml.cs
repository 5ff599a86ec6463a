using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.View;

[Needs(PlansModule.Read)]
public sealed class PlanPage(PlanCard card, AreaTree tree) : AppPage
{
    public PlanSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];
    public DateOnly ConfirmedOn => Clock.DayOf(Sheet.Plan.ConfirmedAt);

    /// <summary>Who takes plans in also opens rounds under them.</summary>
    public bool MayOpenRound => Gate.Allows(PlansModule.Load, Sheet.Plan.AreaId) && Sheet.Plan.HoldsOn(Today);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var opened = await card.OpenAsync(id, cancellation);
        if (opened.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Sheet = new PlanSheet(opened.Value, Today);
        Crumbs =
        [
            .. tree.PathTo(opened.Value.AreaId, Today).Skip(1).Select(a => new Crumb(a.FullName, $"/dia-ban/{a.Id}")),
            new Crumb(HttpContext.RequestServices.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<PlansModule>>()["Kế hoạch"], "/ke-hoach"),
        ];
        return Page();
    }
}
