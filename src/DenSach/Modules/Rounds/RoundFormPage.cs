using DenSach.Modules.Criteria;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Rounds;

/// <summary>What the forms that open and correct a round share: the fields of its terms and the sets to choose from.</summary>
public abstract class RoundFormPage(Installation installation) : AppPage
{
    public sealed record WindowFields
    {
        public RoundStep Step { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? LastDay { get; set; }
    }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int Year { get; set; }

    /// <summary>Id and version, as "mau-gia-dinh-2026@1".</summary>
    [BindProperty]
    public string? SetId { get; set; }

    [BindProperty]
    public DateOnly? FactsAsAt { get; set; }

    [BindProperty]
    public Guid? Plan { get; set; }

    [BindProperty]
    public bool AcceptsSample { get; set; }

    [BindProperty]
    public List<WindowFields> Windows { get; set; } = [];

    public IReadOnlyList<PublishedSet> Sets { get; private set; } = [];

    /// <summary>A sample can be chosen, and this is no demo: that nothing can be decided on it is said here.</summary>
    public bool WarnsOfSample => !installation.IsDemo && Sets.Any(s => s.Status == SetStatus.Sample);

    /// <summary>Steps whose window lies before today.</summary>
    public IReadOnlyList<RoundStep> Past => [.. Windows.Where(w => w.LastDay < Today).Select(w => w.Step)];

    public string KeyOf(PublishedSet set) => $"{set.Id}@{set.Version}";

    public bool IsChosen(PublishedSet set) => KeyOf(set) == SetId || Sets.Count == 1;

    protected bool IsFilled => ModelState.IsValid && FactsAsAt is not null && Windows.All(w => w.From is not null && w.LastDay is not null);

    protected (string Id, string Version) Chosen => (SetId ?? "").Split('@') is [var id, .., var version] ? (id, version) : (SetId ?? "", "");

    protected async Task LoadSetsAsync(AppDb db, CancellationToken cancellation) =>
        Sets = await db.Set<PublishedSet>()
            .AsNoTracking()
            .Where(s => s.Subject == SubjectKind.Household && s.Status != SetStatus.PartialDraft)
            .Where(s => s.InForceFrom <= Today && (s.InForceUntil == null || s.InForceUntil >= Today))
            .OrderBy(s => s.Status)
            .ThenBy(s => s.Title)
            .ThenByDescending(s => s.PublishedAt)
            .ToListAsync(cancellation);
}
