using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Before a draft takes the place of a plan: what was followed under that one is looked at, and a person says what goes on.</summary>
[Needs(PlansModule.Read)]
public sealed class ContinuePage(PlansInReach reach, PlanPlaces places, Succession succession, ConfirmPlan confirm, IStringLocalizer<PlansModule> text) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>The version of the draft that was checked. It comes with the address: what somebody changed since then was not looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int BasedOn { get; set; }

    /// <summary>The plan that is replaced.</summary>
    [BindProperty(SupportsGet = true, Name = "thay")]
    public Guid EarlierId { get; set; }

    [BindProperty(SupportsGet = true, Name = "theo")]
    public Guid? CarriesOutId { get; set; }

    /// <summary>It was issued elsewhere, and somebody said that it is meant for here.</summary>
    [BindProperty(SupportsGet = true, Name = "noi-khac")]
    public bool FromElsewhere { get; set; }

    /// <summary>What was ticked: "place there:place here".</summary>
    [BindProperty]
    public IReadOnlyList<string> Pairs { get; set; } = [];

    public Plan Plan { get; private set; } = null!;
    public Plan Earlier { get; private set; } = null!;
    public IReadOnlyList<TaskSuccession> Same { get; private set; } = [];
    public IReadOnlyList<TaskSuccession> Rest { get; private set; } = [];

    /// <summary>How many tasks both plans give, of which nobody said a word yet.</summary>
    public int Unfollowed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        // Done for the same years it is done in the later edition too; of other years the work is asked anew.
        var sameYears = (Earlier.FirstYear, Earlier.LastYear) == (Plan.FirstYear, Plan.LastYear);
        Pairs = [.. Same.Where(s => s.Followed.IsOpen || s.Followed.IsDone && sameYears).Select(PairOf)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        // Sent twice: the first time it was done.
        if (await reach.HeadAsync(id, withText: false, cancellation) is { IsDraft: false, ReplacesId: { } replaced } && replaced == EarlierId)
        {
            return Redirect($"/ke-hoach/{id}");
        }
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        var result = await confirm.Handle(
            new ConfirmPlan.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
                CarriesOutId = CarriesOutId,
                ReplacesId = EarlierId,
                FromElsewhere = FromElsewhere,
                Continues = [.. Same.Where(s => Pairs.Contains(PairOf(s))).Select(s => new ContinuedTask(s.Earlier.Place, s.Later!.Place))],
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = await reach.HeadAsync(id, withText: false, cancellation) is { } confirmed ? text[ConfirmPlan.SaidOf(confirmed, Today)].Value : null;
        return Redirect($"/ke-hoach/{id}");
    }

    public static string PairOf(TaskSuccession pair) => $"{pair.Earlier.Place}:{pair.Later?.Place}";

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (
            await reach.FindAsync(id, withDropped: true, cancellation) is not { } plan
            || await reach.HeadAsync(EarlierId, withText: false, cancellation) is not { } earlier
            || !plan.IsDraft
            || !places.MayChange(plan)
            || !places.MayReplace(earlier, plan)
        )
        {
            return Refuse(Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được sửa."));
        }
        (Plan, Earlier) = (plan, earlier);
        var followed = await succession.OfAsync(earlier, plan, cancellation);
        (Same, Rest) = ([.. followed.Where(s => s.Later is not null)], [.. followed.Where(s => s.Later is null && s.Followed.IsOpen)]);
        Unfollowed = await succession.UnfollowedAsync(earlier, plan, followed, cancellation);
        return null;
    }
}
