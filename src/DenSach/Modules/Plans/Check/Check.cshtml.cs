using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Source on one side, reading on the other: correct, add, leave out, settle, and put in force.</summary>
[Needs(PlansModule.Read)]
public sealed class CheckPage(
    PlansInReach reach,
    PlanPlaces places,
    PlanChoices choices,
    Succession succession,
    ConfirmPlan confirm,
    EndPlan end,
    DropItem drop,
    SettleDoubt settle
) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public PlanItemKind Kind { get; set; }

    [BindProperty]
    public int Place { get; set; }

    [BindProperty]
    public bool Alike { get; set; }

    [BindProperty]
    public bool On { get; set; }

    [BindProperty]
    public Guid? CarriesOutId { get; set; }

    [BindProperty]
    public Guid? EarlierId { get; set; }

    /// <summary>The earlier plan goes on beside this one, which changes it in part.</summary>
    [BindProperty]
    public bool Amends { get; set; }

    public PlanSheet Sheet { get; private set; } = null!;
    public PlanChoices.Found Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();

    public Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancellation) =>
        AfterAsync(
            id,
            drop.Handle(
                new DropItem.Command
                {
                    CommandId = CommandId,
                    PlanId = id,
                    BasedOn = BasedOn,
                    Kind = Kind,
                    Place = Place,
                    Dropped = On,
                },
                cancellation
            ),
            Kind switch
            {
                PlanItemKind.Deadline => "#deadlines",
                PlanItemKind.Task => "#tasks",
                PlanItemKind.Goal => "#goals",
                PlanItemKind.Basis => "#bases",
                PlanItemKind.Member => "#members",
                _ => "#targets",
            },
            cancellation
        );

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancellation) =>
        AfterAsync(
            id,
            settle.Handle(
                new SettleDoubt.Command
                {
                    CommandId = CommandId,
                    PlanId = id,
                    BasedOn = BasedOn,
                    Place = Place,
                    Settled = On,
                    Alike = Alike,
                },
                cancellation
            ),
            "#doubts",
            cancellation
        );

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellation)
    {
        if (!Amends && EarlierId is { } earlier && await reach.HeadAsync(earlier, withText: false, cancellation) is { } before)
        {
            if (await reach.FindAsync(id, withDropped: true, cancellation) is { IsDraft: true } plan && (await succession.OfAsync(before, plan, cancellation)).Count > 0)
            {
                if (plan.Version != BasedOn)
                {
                    return await OpenAsync(id, cancellation) ?? Refuse(Problem.Stale);
                }
                return Redirect($"/ke-hoach/{id}/noi-tiep?thay={earlier}&theo={CarriesOutId}&ban={BasedOn}");
            }
        }
        var result = await confirm.Handle(
            new ConfirmPlan.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
                CarriesOutId = CarriesOutId,
                ReplacesId = Amends ? null : EarlierId,
                AmendsId = Amends ? EarlierId : null,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return await OpenAsync(id, cancellation) ?? Refuse(problem);
        }
        Done = ConfirmPlan.Said;
        return Redirect($"/ke-hoach/{id}");
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellation)
    {
        var result = await end.Handle(
            new EndPlan.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return await OpenAsync(id, cancellation) ?? Refuse(problem);
        }
        Done = "Đã bỏ bản đang kiểm tra.";
        return Redirect("/ke-hoach");
    }

    private async Task<IActionResult> AfterAsync(Guid id, Task<Result<PlanChanged>> change, string anchor, CancellationToken cancellation) =>
        (await change).Problem is { } problem ? await OpenAsync(id, cancellation) ?? Refuse(problem) : Redirect($"/ke-hoach/{id}/kiem-tra{anchor}");

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.FindAsync(id, withDropped: true, cancellation) is not { } plan || !places.MayChange(plan))
        {
            return Refuse(Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được sửa."));
        }
        Sheet = new PlanSheet(plan, Today, Edits: true);
        Choices = await choices.ForAsync(plan, cancellation);
        return null;
    }
}
