using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects number, date, issuer, title, period and signature of a plan.</summary>
[Needs(PlansModule.Read)]
public sealed class FactsPage(PlansInReach reach, PlanPlaces places, CorrectFacts correct, IStringLocalizer<PlansModule> text) : PlanFormPage(reach, places)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    [BindProperty]
    public string? Issuer { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int? FirstYear { get; set; }

    [BindProperty]
    public int? LastYear { get; set; }

    [BindProperty]
    public string? SignerAuthority { get; set; }

    [BindProperty]
    public string? SignerPosition { get; set; }

    [BindProperty]
    public string? SignerName { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        (Number, IssuedOn, Issuer, Title, FirstYear, LastYear) = (Plan.Number, Plan.IssuedOn, Plan.Issuer, Plan.Title, Plan.FirstYear, Plan.LastYear);
        (SignerAuthority, SignerPosition, SignerName) = (Plan.SignerAuthority, Plan.SignerPosition, Plan.SignerName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var command = new CorrectFacts.Command
        {
            CommandId = CommandId,
            PlanId = id,
            BasedOn = BasedOn,
            Facts = new PlanFacts
            {
                Number = Blank(Number),
                NumberSuffix = Blank(Number) is null ? Plan.NumberSuffix : null,
                IssuedOn = IssuedOn,
                IssuedPartial = IssuedOn is null ? Plan.IssuedPartial : null,
                Issuer = Blank(Issuer),
                Level = Plan.Level,
                Title = Title?.Trim() ?? "",
                FirstYear = FirstYear,
                LastYear = LastYear,
                SignerAuthority = Blank(SignerAuthority),
                SignerPosition = Blank(SignerPosition),
                SignerName = Blank(SignerName),
            },
        };
        var result = await correct.Handle(command, cancellation);
        if (result.Problem == Problem.Stale)
        {
            var stands = PlanFacts.Of(Plan);
            return RefuseStale(FieldMerge.Of(stands, command.Facts, stands).Merge.Since(text));
        }
        return result.Problem is { } problem ? Refuse(problem) : Back(result.Value, "facts");
    }
}
