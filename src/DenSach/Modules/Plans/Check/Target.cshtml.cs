using DenSach.Papers.Plans;
using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a target, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class TargetPage(PlansInReach reach, PlanPlaces places, CorrectTarget correct) : PlanItemPage(reach, places)
{
    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public decimal? Value { get; set; }

    [BindProperty]
    public decimal? ValueTo { get; set; }

    [BindProperty]
    public string Unit { get; set; } = "%";

    [BindProperty]
    public TargetComparator? Comparator { get; set; }

    [BindProperty]
    public PlanSubject Subject { get; set; } = PlanSubject.Household;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? TitleContext { get; set; }

    [BindProperty]
    public string? Measure { get; set; }

    [BindProperty]
    public bool OfParent { get; set; }

    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenItemAsync(id, place, cancellation) is { } refused)
        {
            return refused;
        }
        if (Plan.Targets.SingleOrDefault(t => t.Place == place) is { } target)
        {
            (Year, Value, ValueTo, Unit, Comparator) = (target.Year, Plain(target.Value), Plain(target.ValueTo), target.Unit, target.Comparator);
            (Subject, Title, TitleContext, Measure, OfParent) = (target.Subject, target.Title, target.TitleContext, target.Measure, target.OfParent);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenItemAsync(id, place, cancellation) is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var before = Plan.Targets.SingleOrDefault(t => t.Place == place);
        var command = new CorrectTarget.Command
        {
            CommandId = CommandId,
            PlanId = id,
            BasedOn = BasedOn,
            Place = place,
            Content = new TargetContent
            {
                Year = Year,
                Value = Value ?? -1,
                ValueTo = ValueTo,
                Unit = Unit,
                Comparator = Comparator,
                Maintain = before?.Maintain ?? false,
                Subject = Subject,
                Title = Blank(Title),
                TitleContext = Blank(TitleContext),
                Measure = Measure?.Trim() is { Length: > 0 } words ? words : Blank(Title) ?? "",
                OfParent = OfParent,
                Recurrence = Year is null ? before?.Recurrence : null,
                Scope = before?.Scope,
            },
        };
        var result = Value is null
            ? Platform.Errors.Problem.Invalid("plans.value", "Hãy ghi mức của chỉ tiêu bằng số.", nameof(Value))
            : await correct.Handle(command, cancellation);
        return result.Problem is { } problem ? Refuse(problem) : Back(result.Value, "targets");
    }

    private async Task<IActionResult?> OpenItemAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        IsNew = place is null;
        var target = Plan.Targets.SingleOrDefault(t => t.Place == place);
        Said = target is null ? null : Sheet.SaidAt(target);
        return target is null && !IsNew ? Missing() : null;
    }

    /// <summary>100, where the database keeps 100.0.</summary>
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
