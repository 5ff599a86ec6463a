using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions.Draft;

/// <summary>A round with what a draft over it would hold now.</summary>
public sealed record DraftableRound(Round Round, int Ready, bool IsSample);

/// <summary>Chooses the round a decision is drafted over.</summary>
[Needs(DecisionPermissions.Draft)]
public sealed class DraftPage(AppDb db, DecisionDesk desk, DraftDecision draft, AreaTree tree, CriteriaShelf shelf) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid RoundId { get; set; }

    public IReadOnlyList<DraftableRound> Rounds { get; private set; } = [];

    public string CommuneOf(Round round) => tree[round.AreaId].FullName;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var result = await draft.Handle(new DraftDecision.Command { CommandId = CommandId, RoundId = RoundId }, cancellation);
        if (result.Problem is { } problem)
        {
            await LoadAsync(cancellation);
            return Refuse(problem);
        }
        Done = $"Đã lập dự thảo với {result.Value.Families:N0} hộ.";
        return Redirect($"/quyet-dinh/{result.Value.DecisionId}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var rounds = new List<Round>();
        foreach (var grant in Gate.ScopesOf(DecisionPermissions.Draft))
        {
            rounds.AddRange(await desk.Unfinished(grant.AreaId, Today).ToListAsync(cancellation));
        }
        var ready = await desk.ReadyCountsAsync([.. rounds.Select(r => r.Id).Distinct()], Today, cancellation);
        Rounds =
        [
            .. rounds
                .DistinctBy(r => r.Id)
                .OrderByDescending(r => r.Year)
                .Select(r => new DraftableRound(r, ready.GetValueOrDefault(r.Id), shelf.Get(r.SetId, r.SetHash).Set.Status == SetStatus.Sample)),
        ];
    }
}
