using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a deadline, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class DeadlinePage(PlansInReach reach, PlanPlaces places, CorrectDeadline correct, IStringLocalizer<PlansModule> text) : PlanItemPage<PlanDeadline>(reach, places)
{
    [BindProperty]
    public string? Relation { get; set; } = PlanDeadline.Before;

    [BindProperty]
    public int? Day { get; set; }

    [BindProperty]
    public int? Month { get; set; }

    [BindProperty]
    public int? Quarter { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public string? Recurrence { get; set; } = "yearly";

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? SentTo { get; set; }

    protected override PlanItemKind Kind => PlanItemKind.Deadline;

    protected override IReadOnlyList<PlanDeadline> ItemsOf(Plan plan) => plan.Deadlines;

    protected override void Fill(PlanDeadline item)
    {
        (Relation, Day, Month, Quarter, Year) = (item.Relation, item.Day, item.Month, item.Quarter, item.Year);
        (Recurrence, What, SentTo) = (item.Recurrence, item.What, item.SentTo);
    }

    protected override Meanwhile Since(PlanDeadline item) => FieldMerge.Of(item.Content, Typed(), item.Content).Merge.Since(text);

    private DeadlineContent Typed() =>
        new()
        {
            Relation = Relation,
            Day = Day,
            Month = Month,
            Quarter = Quarter,
            Year = Year,
            Recurrence = Recurrence,
            What = What?.Trim() ?? "",
            SentTo = Blank(SentTo),
        };

    protected override Task<Result<PlanChanged>> WriteAsync(Guid id, int? place, CancellationToken cancellation) =>
        correct.Handle(
            new CorrectDeadline.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
                Place = place,
                Content = Typed(),
            },
            cancellation
        );
}
