using DenSach.Papers.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a target, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class TargetPage(PlansInReach reach, PlanPlaces places, CorrectTarget correct, IStringLocalizer<PlansModule> text) : PlanItemPage<PlanTarget>(reach, places)
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

    protected override PlanItemKind Kind => PlanItemKind.Target;

    protected override IReadOnlyList<PlanTarget> ItemsOf(Plan plan) => plan.Targets;

    protected override void Fill(PlanTarget item)
    {
        (Year, Value, ValueTo, Unit, Comparator) = (item.Year, Plain(item.Value), Plain(item.ValueTo), item.Unit, item.Comparator);
        (Subject, Title, TitleContext, Measure, OfParent) = (item.Subject, item.Title, item.TitleContext, item.Measure, item.OfParent);
    }

    protected override Meanwhile Since(PlanTarget item) => FieldMerge.Of(item.Content, Typed(Value ?? item.Value), item.Content).Merge.Since(text);

    private TargetContent Typed(decimal value) =>
        new()
        {
            Year = Year,
            Value = value,
            ValueTo = ValueTo,
            Unit = Unit,
            Comparator = Comparator,
            Maintain = Item?.Maintain ?? false,
            Subject = Subject,
            Title = Blank(Title),
            TitleContext = Blank(TitleContext),
            Measure = Blank(Measure) ?? Blank(Title) ?? "",
            OfParent = OfParent,
            Recurrence = Year is null ? Item?.Recurrence : null,
            Scope = Item?.Scope,
        };

    protected override async Task<Result<PlanChanged>> WriteAsync(Guid id, int? place, CancellationToken cancellation) =>
        Value is not { } value
            ? Problem.Invalid("plans.value", "Hãy ghi mức của chỉ tiêu bằng số.", nameof(Value))
            : await correct.Handle(
                new CorrectTarget.Command
                {
                    CommandId = CommandId,
                    PlanId = id,
                    BasedOn = BasedOn,
                    Place = place,
                    Content = Typed(value),
                },
                cancellation
            );

    /// <summary>100, where the database keeps 100.0.</summary>
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;
}
