using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.View;

[Needs(PlansModule.Read)]
public sealed class PlanPage(PlanCard card, PlanLineage lineage, Succession succession, PlanPlaces places, IEnumerable<ITellOfItems> telling, AreaTree tree, AppDb db) : AppPage
{
    public PlanSheet Sheet { get; private set; } = null!;
    public Lineage Lineage { get; private set; } = null!;

    /// <summary>What was followed under the plan that this one replaced, is not done, and does not go on here.</summary>
    public IReadOnlyList<TaskSuccession> LeftOpen { get; private set; } = [];
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];
    public DateOnly? ConfirmedOn => Sheet.Plan.ConfirmedAt is { } at ? Clock.DayOf(at) : null;
    public DateOnly? ChangedOn => Sheet.Plan.ChangedAt is { } at && at > Sheet.Plan.ConfirmedAt ? Clock.DayOf(at) : null;

    public bool MayChange => places.MayChange(Sheet.Plan);

    /// <summary>What can be done about its end is to take it back, not to withdraw it.</summary>
    public bool TakesBack { get; private set; }

    /// <summary>The later plan because of which it cannot be taken back; null where it can.</summary>
    public Plan? InTheWay { get; private set; }

    /// <summary>Who takes plans in also opens rounds under them, once their period has begun.</summary>
    public bool MayOpenRound =>
        Gate.Allows(PlansModule.Load, Sheet.Plan.AreaId) && tree[Sheet.Plan.AreaId].Kind == AreaKind.Commune && !Sheet.Plan.IsSmall && Sheet.Plan.RunsOn(Today);

    /// <summary>Who may write a plan of an own can begin it after this one.</summary>
    public bool MayCopy =>
        Sheet.Plan.HoldsOn(Today) && (Gate.AllowsSomewhere(PlansModule.Write) || Gate.AllowsSomewhere(PlansModule.Load) && !Gate.Allows(PlansModule.Load, Sheet.Plan.AreaId));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var opened = await card.OpenAsync(id, cancellation);
        if (opened.Problem is { } problem)
        {
            return Refuse(problem);
        }
        if (opened.Value.IsDraft)
        {
            return Redirect($"/ke-hoach/{id}/kiem-tra");
        }
        Sheet = new PlanSheet(opened.Value, Today) { Told = await ToldAsync(opened.Value, cancellation) };
        Lineage = await lineage.OfAsync(opened.Value, cancellation);
        TakesBack = await Succession.IsTakenBackAsync(db, opened.Value, Today, cancellation);
        InTheWay = TakesBack && MayChange ? await Succession.InTheWayAsync(db, opened.Value, cancellation) : null;
        LeftOpen = await succession.LeftOpenAsync(opened.Value, cancellation);
        var area = opened.Value.AreaId;
        Crumbs =
        [
            .. (tree.IsInForce(area, Today) ? tree.PathTo(area, Today) : tree.LastPathTo(area)).Skip(1).Select(a => new Crumb(a.FullName, $"/dia-ban/{a.Id}")),
            new Crumb(HttpContext.RequestServices.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<PlansModule>>()["Kế hoạch"], "/ke-hoach"),
        ];
        return Page();
    }

    private async Task<PlanTold> ToldAsync(Plan plan, CancellationToken cancellation)
    {
        var words = new List<ItemWord>();
        foreach (var one in telling)
        {
            words.AddRange(await one.OfAsync(plan, cancellation));
        }
        return new PlanTold(words);
    }
}
