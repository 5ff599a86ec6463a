using DenSach.Modules.Areas;
using DenSach.Papers.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Write;

/// <summary>A plan written here, from nothing or after the plan above: of that plan's items those that somebody ticked.</summary>
[Needs(PlansModule.Read)]
[RequestFormLimits(ValueCountLimit = 8192)]
public sealed class WritePage(WritePlan write, PlanOwners owners, PlansInReach reach, NationalDocuments national, AreaTree tree, IEnumerable<ITellStanding> standings) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? OwnerKey { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int? FirstYear { get; set; }

    [BindProperty]
    public int? LastYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "theo")]
    public Guid? CopyOf { get; set; }

    /// <summary>Of which plan, and for whom, the items were shown that are ticked: for another nobody has chosen yet.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>The places of what was ticked.</summary>
    [BindProperty]
    public IReadOnlyList<int> Targets { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<int> Deadlines { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<int> Tasks { get; set; } = [];

    /// <summary>The own figure for a target of the plan above, by its place.</summary>
    [BindProperty(Name = nameof(Figures))]
    public Dictionary<int, decimal?> Figures { get; set; } = [];

    /// <summary>Numbers of the documents of the central level that it rests on.</summary>
    [BindProperty]
    public IReadOnlyList<string> Cited { get; set; } = [];

    public IReadOnlyCollection<NationalDocument> National => national.All;
    public IReadOnlyList<PlanOwner> Owners { get; private set; } = [];

    /// <summary>Plans in force that stand above one of the owners.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Above { get; private set; } = [];

    /// <summary>What the chosen plan above holds; null where none is chosen.</summary>
    public ToTakeOver? Offered { get; private set; }

    /// <summary>Where the owner stands today with a target, by its place; for an area, as far as it is counted.</summary>
    public IReadOnlyDictionary<int, Standing> Standing { get; private set; } = new Dictionary<int, Standing>();

    public string ShownNow => $"{CopyOf} {OwnerKey}";

    public bool IsTicked(PlanItemKind kind, int place) =>
        Shown == ShownNow
            ? (
                kind switch
                {
                    PlanItemKind.Target => Targets,
                    PlanItemKind.Deadline => Deadlines,
                    _ => Tasks,
                }
            ).Contains(place)
            : Offered!.Proposed.Contains(new ItemRef(kind, place));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        if (await OfferAsync(cancellation) is { } above)
        {
            (Title, FirstYear, LastYear) = (TitleHere(above), above.FirstYear, above.LastYear);
        }
        return Owners.Count == 0 ? Refuse(Problem.Forbidden()) : Page();
    }

    /// <summary>Another plan above, or another owner: its items are shown, and nothing is written.</summary>
    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        await ForgetProposedAsync(cancellation);
        if (await OfferAsync(cancellation) is { } above)
        {
            // What was left open is proposed as the plan above has it; what was typed stays.
            (Title, FirstYear, LastYear) = (string.IsNullOrWhiteSpace(Title) ? TitleHere(above) : Title, FirstYear ?? above.FirstYear, LastYear ?? above.LastYear);
            foreach (var field in (string[])[nameof(Title), nameof(FirstYear), nameof(LastYear)])
            {
                ModelState.Remove(field);
            }
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        await OfferAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if (Owners.FirstOrDefault(o => o.Key == OwnerKey) is not { } owner)
        {
            return Refuse(Problem.Invalid("plans.area", "Hãy chọn kế hoạch này của ai.", nameof(OwnerKey)));
        }
        if (Offered is not null && Shown != ShownNow)
        {
            return Refuse(Problem.Invalid("plans.choose", "Hãy xem và đánh dấu những mục lấy theo kế hoạch cấp trên, rồi bấm Viết tiếp."));
        }
        var level = tree[owner.AreaId].Kind switch
        {
            AreaKind.Province => PlanLevel.Province,
            AreaKind.Commune => PlanLevel.Commune,
            _ => (PlanLevel?)null,
        };
        var written = await write.Handle(
            new WritePlan.Command
            {
                CommandId = CommandId,
                AreaId = owner.AreaId,
                OrganisationId = owner.OrganisationId,
                CopyOf = CopyOf,
                Take = Offered is null ? null : [.. Ticked()],
                National = Cited,
                Facts = new PlanFacts
                {
                    Title = Title?.Trim() ?? "",
                    Issuer = level is null || owner.OrganisationId is not null ? owner.Name : $"Ủy ban nhân dân {owner.Name}",
                    Level = owner.OrganisationId is null ? level : null,
                    FirstYear = FirstYear,
                    LastYear = LastYear,
                },
            },
            cancellation
        );
        return written.Problem is { } problem ? Refuse(problem) : Redirect($"/ke-hoach/{written.Value.PlanId}/kiem-tra");
    }

    private IEnumerable<WritePlan.TakenOver> Ticked() =>
        Targets
            .Select(place => new WritePlan.TakenOver(PlanItemKind.Target, place, Figures.GetValueOrDefault(place)))
            .Concat(Deadlines.Select(place => new WritePlan.TakenOver(PlanItemKind.Deadline, place)))
            .Concat(Tasks.Select(place => new WritePlan.TakenOver(PlanItemKind.Task, place)));

    /// <summary>The title of the plan above with the own place instead of that one's, where it is an area.</summary>
    private string TitleHere(Plan above) => TitleFor(above, OwnerKey);

    /// <summary>A title and years that the plan shown before proposed, and nobody changed, are not taken for typed.</summary>
    private async Task ForgetProposedAsync(CancellationToken cancellation)
    {
        if (
            Shown?.Split(' ', 2) is not [var before, var owner]
            || !Guid.TryParse(before, out var id)
            || await reach.FindAsync(id, withDropped: false, cancellation) is not { } shown
        )
        {
            return;
        }
        Title = Title?.Trim() == TitleFor(shown, owner).Trim() ? null : Title;
        (FirstYear, LastYear) = (FirstYear == shown.FirstYear ? null : FirstYear, LastYear == shown.LastYear ? null : LastYear);
    }

    private string TitleFor(Plan above, string? ownerKey) =>
        Owners.FirstOrDefault(o => o.Key == ownerKey) is { OrganisationId: null } owner
            ? above.Title.Replace(tree[above.AreaId].FullName, owner.Name, StringComparison.OrdinalIgnoreCase)
            : above.Title;

    private async Task FillAsync(CancellationToken cancellation)
    {
        Owners = await owners.AllAsync(cancellation);
        OwnerKey ??= Owners.Count > 0 ? Owners[0].Key : null;
        Above = [.. (await owners.AboveAsync(Owners, cancellation)).Select(p => (p.Id, $"{PlanWords.NameOf(p)} ({tree[p.AreaId].FullName})"))];
    }

    private async Task<Plan?> OfferAsync(CancellationToken cancellation)
    {
        if (CopyOf is not { } id || Owners.FirstOrDefault(o => o.Key == OwnerKey) is not { } owner || await reach.FindAsync(id, withDropped: false, cancellation) is not { } above)
        {
            return null;
        }
        Offered = ToTakeOver.Of(above, ToTakeOver.For(owner, tree[owner.AreaId]), Today, FirstYear ?? (above.PeriodStart > Today ? above.FirstYear : null));
        if (owner.OrganisationId is null)
        {
            var told = new Dictionary<int, Standing>();
            foreach (var teller in standings)
            {
                foreach (var (place, standing) in await teller.OfAsync(Offered.Targets, owner.AreaId, cancellation))
                {
                    told[place] = standing;
                }
            }
            Standing = told;
        }
        return above;
    }
}
