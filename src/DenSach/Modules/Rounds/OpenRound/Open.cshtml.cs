using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Rounds.OpenRound;

/// <summary>The form for a new round; a first part proposes windows backwards from the report that needs the result.</summary>
[Needs(RoundPermissions.Open)]
public sealed class OpenRoundPage(OpenRound open, AppDb db, AreaTree tree, Installation installation) : RoundFormPage(installation)
{
    [BindProperty]
    public int AreaId { get; set; }

    public DateOnly ReportDue { get; private set; }

    /// <summary>The windows as they stand end on or after the day of the report.</summary>
    public bool ComesTooLate => Windows.Any(w => w.LastDay >= ReportDue);

    public IReadOnlyList<Area> Communes { get; private set; } = [];

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
                .Before(ReportDue, Today)
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
        if (!IsFilled)
        {
            return Refuse(Problem.Invalid("fields", "Có ô còn trống hoặc không đọc được. Hãy điền đủ năm, ngày chốt số liệu và ngày của từng bước."));
        }
        var command = new OpenRound.Command
        {
            CommandId = CommandId,
            AreaId = AreaId,
            Title = RoundWords.Family,
            Year = Year,
            SetId = Chosen.Id,
            SetVersion = Chosen.Version,
            PlanId = Plan,
            FactsAsAt = FactsAsAt!.Value,
            AcceptsSample = AcceptsSample,
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
        await LoadSetsAsync(db, cancellation);
    }
}
