using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Rounds.OpenRound;

/// <summary>The form for a new round; a first part proposes windows backwards from the report that needs the result.</summary>
[Needs(RoundPermissions.Open)]
public sealed class OpenRoundPage(OpenRound open, AppDb db, AreaTree tree) : AppPage
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
    public int AreaId { get; set; }

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
    public List<WindowFields> Windows { get; set; } = [];

    public DateOnly ReportDue { get; private set; }
    public IReadOnlyList<Area> Communes { get; private set; } = [];
    public IReadOnlyList<PublishedSet> Sets { get; private set; } = [];

    /// <summary>Steps whose window lies before today.</summary>
    public IReadOnlyList<RoundStep> Past => [.. Windows.Where(w => w.LastDay < Today).Select(w => w.Step)];

    public string KeyOf(PublishedSet set) => $"{set.Id}@{set.Version}";

    public bool IsChosen(PublishedSet set) => KeyOf(set) == SetId || Sets.Count == 1;

    public async Task<IActionResult> OnGetAsync(int? xa, int? nam, DateOnly? han, [FromQuery(Name = "ke-hoach")] Guid? plan, CancellationToken cancellation)
    {
        // The plans ask for the year's figures by 30 November, before the decisions of the last quarter.
        ReportDue = han ?? ReportOf(Today.Year);
        Year = nam ?? ReportDue.Year;
        Plan = plan;
        FactsAsAt = Year == Today.Year ? Today : new DateOnly(Math.Clamp(Year, 2000, 2100), 12, 31);
        Windows =
        [
            .. ProposedWindows
                .Before(ReportDue)
                .Select(w => new WindowFields
                {
                    Step = w.Step,
                    From = w.From,
                    LastDay = w.LastDay,
                }),
        ];
        await ShowAsync(xa, cancellation);
        return Communes.Count == 0 ? Refuse(Problem.Forbidden()) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ReportDue = ReportOf(Math.Clamp(Year, 2000, 2100));
        await ShowAsync(AreaId, cancellation);
        if (!ModelState.IsValid || FactsAsAt is not { } factsAsAt || Windows.Any(w => w.From is null || w.LastDay is null))
        {
            return Refuse(Problem.Invalid("fields", "Có ô còn trống hoặc không đọc được. Hãy điền đủ năm, ngày chốt số liệu và ngày của từng bước."));
        }
        var set = (SetId ?? "").Split('@');
        var command = new OpenRound.Command
        {
            CommandId = CommandId,
            AreaId = AreaId,
            Title = RoundWords.Family,
            Year = Year,
            SetId = set[0],
            SetVersion = set[^1],
            PlanId = Plan,
            PlanRegisterId = Plan is { } plan ? RowId.RegisterOf(plan) : null,
            FactsAsAt = factsAsAt,
            Windows = [.. Windows.Select(w => new OpenRound.Window(w.Step, w.From!.Value, w.LastDay!.Value))],
        };
        var result = await open.Handle(command, cancellation);
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = "Đã mở đợt đánh giá. Các bản có thể đăng ký hộ.";
        return LocalRedirect($"/dot/{result.Value.RoundId}");
    }

    private static DateOnly ReportOf(int year) => new(year, 11, 30);

    private async Task ShowAsync(int? wanted, CancellationToken cancellation)
    {
        Communes =
        [
            .. Gate.ScopesOf(RoundPermissions.Open)
                .SelectMany(g => tree.DescendantsOf(g.AreaId, Today).Prepend(tree[g.AreaId]))
                .Where(a => a.Kind == AreaKind.Commune)
                .DistinctBy(a => a.Id),
        ];
        AreaId = wanted ?? Communes.FirstOrDefault()?.Id ?? 0;
        Sets = await db.Set<PublishedSet>()
            .AsNoTracking()
            .Where(s => s.Subject == SubjectKind.Household && s.Status != SetStatus.PartialDraft)
            .Where(s => s.InForceFrom <= Today && (s.InForceUntil == null || s.InForceUntil >= Today))
            .OrderBy(s => s.Status)
            .ThenBy(s => s.Title)
            .ToListAsync(cancellation);
    }
}
