using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Source on one side, reading on the other: correct, add, leave out, settle, and put in force.</summary>
[Needs(PlansModule.Read)]
public sealed class CheckPage(
    PlansInReach reach,
    PlanPlaces places,
    PlanChoices choices,
    AreaTree tree,
    Succession succession,
    EarlierEdition editions,
    ConfirmPlan confirm,
    EndPlan end,
    DropItem drop,
    SettleDoubt settle,
    ReapplyChanges reapply,
    IStringLocalizer<PlansModule> text
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

    /// <summary>It was issued elsewhere, and somebody says that it is meant for here all the same.</summary>
    [BindProperty]
    public bool FromElsewhere { get; set; }

    /// <summary>The places of what was ticked to go, or to come back, together.</summary>
    [BindProperty]
    public IReadOnlyList<int> Targets { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<int> Deadlines { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<int> Tasks { get; set; } = [];

    /// <summary>The earlier edition whose corrections are done again.</summary>
    [BindProperty]
    public Guid FromId { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Keys { get; set; } = [];

    /// <summary>What was done by hand to an earlier edition and not here; null where there is nothing.</summary>
    public HandChanges? Earlier { get; private set; }

    /// <summary>Where it was issued, if that is not here.</summary>
    public string? Elsewhere { get; private set; }

    public string AreaName => tree[Sheet.Plan.AreaId].FullName;

    /// <summary>Everything that speaks against confirming it as it stands, in one question; null where nothing does.</summary>
    public string? Question(IStringLocalizer words) =>
        string.Join(
            " ",
            new[]
            {
                Elsewhere is null ? null : words["Kế hoạch này do {0} ban hành, không phải {1}.", Elsewhere, AreaName].Value,
                Sheet.OpenDoubts.Count == 0 ? null : words["Còn {0} chỗ chưa xem.", Sheet.OpenDoubts.Count].Value,
                Earlier is not { Found.Count: > 0 and var left } ? null : words["Còn {0} chỗ đã sửa ở bản trước chưa áp dụng lại.", left].Value,
            }.OfType<string>()
        )
            is { Length: > 0 } said
            ? $"{said} {words["Vẫn xác nhận kế hoạch?"]}"
            : null;

    /// <summary>Chosen beforehand: what was sent where the form comes back, else the likeliest.</summary>
    public bool IsChosen(PlanChoices.Choice choice, Guid? sent) => HttpMethods.IsPost(Request.Method) ? choice.Id == sent : choice.Proposed;

    public PlanSheet Sheet { get; private set; } = null!;
    public PlanChoices.Found Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();

    public Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancellation) =>
        DropAsync(id, [new ItemRef(Kind, Place)], new JustDone(PlanSheet.RowIdOf(new ItemRef(Kind, Place)), On ? "Đã bỏ mục này." : "Đã lấy lại mục này.", 0, []), cancellation);

    /// <summary>Several at once, told over the lists with the way back.</summary>
    public async Task<IActionResult> OnPostDropManyAsync(Guid id, CancellationToken cancellation)
    {
        List<ItemRef> ticked =
        [
            .. Targets.Select(place => new ItemRef(PlanItemKind.Target, place)),
            .. Deadlines.Select(place => new ItemRef(PlanItemKind.Deadline, place)),
            .. Tasks.Select(place => new ItemRef(PlanItemKind.Task, place)),
        ];
        if (ticked.Count == 0)
        {
            var none = Problem.Invalid("plans.none_ticked", "Chưa đánh dấu mục nào: hãy đánh dấu ở đầu các dòng muốn bỏ, rồi bấm lại.");
            return await OpenAsync(id, cancellation) ?? Refuse(none);
        }
        return await DropAsync(id, ticked, new JustDone("vua-lam", On ? "Đã bỏ {0} mục." : "Đã lấy lại {0} mục.", ticked.Count, On ? ticked : []), cancellation);
    }

    private Task<IActionResult> DropAsync(Guid id, List<ItemRef> items, JustDone just, CancellationToken cancellation) =>
        AfterAsync(
            id,
            drop.Handle(
                new DropItem.Command
                {
                    CommandId = CommandId,
                    PlanId = id,
                    BasedOn = BasedOn,
                    Kind = items[0].Kind,
                    Place = items[0].Place,
                    More = items[1..],
                    Dropped = On,
                },
                cancellation
            ),
            just,
            cancellation
        );

    public Task<IActionResult> OnPostReapplyAsync(Guid id, CancellationToken cancellation) =>
        AfterAsync(
            id,
            reapply.Handle(
                new ReapplyChanges.Command
                {
                    CommandId = CommandId,
                    PlanId = id,
                    BasedOn = BasedOn,
                    FromId = FromId,
                    Keys = Keys,
                },
                cancellation
            ),
            new JustDone("vua-lam", "Đã áp dụng lại {0} chỗ sửa.", Keys.Count, []),
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
            new JustDone(PlanSheet.RowIdOfDoubt(Place), On ? "Đã ghi là đã xem." : "Sẽ xem lại.", 0, []),
            cancellation
        );

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellation)
    {
        if (!Amends && EarlierId is { } earlier && await reach.HeadAsync(earlier, withText: false, cancellation) is { } before)
        {
            if (
                await reach.FindAsync(id, withDropped: true, cancellation) is { IsDraft: true } plan
                && places.MayReplace(before, plan)
                && (await succession.OfAsync(before, plan, cancellation)).Count > 0
            )
            {
                if (plan.Version != BasedOn)
                {
                    return await OpenAsync(id, cancellation) ?? Refuse(Problem.Stale);
                }
                return Redirect($"/ke-hoach/{id}/noi-tiep?thay={earlier}&theo={CarriesOutId}&ban={BasedOn}{(FromElsewhere ? "&noi-khac=true" : "")}");
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
                FromElsewhere = FromElsewhere,
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return await OpenAsync(id, cancellation) ?? Refuse(problem);
        }
        Done = await reach.HeadAsync(id, withText: false, cancellation) is { } confirmed ? text[ConfirmPlan.SaidOf(confirmed, Today)].Value : null;
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
        Done = text["Đã bỏ bản đang kiểm tra."];
        return Redirect("/ke-hoach");
    }

    /// <summary>Back to where it was done, where it is told.</summary>
    private async Task<IActionResult> AfterAsync(Guid id, Task<Result<PlanChanged>> change, JustDone just, CancellationToken cancellation)
    {
        if ((await change).Problem is { } problem)
        {
            return await OpenAsync(id, cancellation) ?? Refuse(problem);
        }
        just.Keep(TempData);
        return Redirect($"/ke-hoach/{id}/kiem-tra#{just.At}");
    }

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.FindAsync(id, withDropped: true, cancellation) is not { } plan || !places.MayChange(plan))
        {
            return Refuse(Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được sửa."));
        }
        Sheet = new PlanSheet(plan, Today, Edits: true) { Just = JustDone.Take(TempData) };
        Choices = await choices.ForAsync(plan, cancellation);
        Earlier = await editions.OfAsync(plan, cancellation);
        Elsewhere = plan.IsDraft ? places.IssuedElsewhere(plan) : null;
        return null;
    }
}
