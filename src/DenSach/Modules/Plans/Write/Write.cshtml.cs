using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Papers.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Plans.Write;

/// <summary>A plan written here, from nothing or after the plan above.</summary>
[Needs(PlansModule.Read)]
public sealed class WritePage(WritePlan write, PlanPlaces places, PlansInReach reach, NationalDocuments national, AreaTree tree, AppDb db) : AppPage
{
    /// <summary>Whose plan it may be: an area, or an organisation with its seat there.</summary>
    public sealed record Owner(int AreaId, Guid? OrganisationId, string Name)
    {
        public string Key => OrganisationId is { } id ? $"{AreaId}:{id}" : $"{AreaId}";
    }

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

    /// <summary>Numbers of the documents of the central level that it rests on.</summary>
    [BindProperty]
    public IReadOnlyList<string> Cited { get; set; } = [];

    public IReadOnlyCollection<NationalDocument> National => national.All;
    public IReadOnlyList<Owner> Owners { get; private set; } = [];

    /// <summary>Plans in force that stand above one of the owners.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Above { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        if (CopyOf is { } id && await reach.FindAsync(id, withDropped: false, cancellation) is { } above)
        {
            (Title, FirstYear, LastYear) = (above.Title, above.FirstYear, above.LastYear);
        }
        return Owners.Count == 0 ? Refuse(Platform.Errors.Problem.Forbidden()) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if (Owners.FirstOrDefault(o => o.Key == OwnerKey) is not { } owner)
        {
            return Refuse(Platform.Errors.Problem.Invalid("plans.area", "Hãy chọn kế hoạch này của ai.", nameof(OwnerKey)));
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

    private async Task FillAsync(CancellationToken cancellation)
    {
        var small = Gate.ScopesOf(PlansModule.Write).ToList();
        var seats = small.Where(g => g.Scope == ScopeKind.Organisation).Select(g => g.SubjectId).ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => seats.Contains(o.Id)).OrderBy(o => o.Name).ToListAsync(cancellation);
        Owners =
        [
            .. places.ToLoadFor().Where(a => tree.IsInForce(a.Id, Today) && a.Kind != AreaKind.District).Select(a => new Owner(a.Id, null, a.FullName)),
            .. small
                .Where(g => g.Scope == ScopeKind.Area && tree.Find(g.AreaId) is { Kind: AreaKind.Hamlet })
                .Select(g => new Owner(g.AreaId, null, tree[g.AreaId].FullName))
                .Distinct(),
            .. organisations.Select(o => new Owner(o.AreaId, o.Id, o.Name)),
        ];
        // Over a commune stand the areas above it; over what lies in it, and over an organisation with its seat there, the commune as well.
        var over = Owners.SelectMany(o => tree.PathTo(o.AreaId, Today).SkipLast(o.OrganisationId is null ? 1 : 0)).Select(a => a.Id).Distinct().ToList();
        var plans = await reach
            .Query()
            .Where(Plan.Holding(Today))
            .Where(Plan.IsLarge)
            .Where(p => over.Contains(p.AreaId))
            .OrderByDescending(p => p.FirstDay)
            .ToListAsync(cancellation);
        Above = [.. plans.Select(p => (p.Id, $"{PlanWords.NameOf(p)} ({tree[p.AreaId].FullName})"))];
    }
}
