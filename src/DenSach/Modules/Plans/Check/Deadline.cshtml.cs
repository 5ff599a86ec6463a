using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a deadline, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class DeadlinePage(PlansInReach reach, PlanPlaces places, CorrectDeadline correct) : PlanItemPage(reach, places)
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

    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenItemAsync(id, place, cancellation) is { } refused)
        {
            return refused;
        }
        if (Plan.Deadlines.SingleOrDefault(d => d.Place == place) is { } deadline)
        {
            (Relation, Day, Month, Quarter, Year) = (deadline.Relation, deadline.Day, deadline.Month, deadline.Quarter, deadline.Year);
            (Recurrence, What, SentTo) = (deadline.Recurrence, deadline.What, deadline.SentTo);
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
        var command = new CorrectDeadline.Command
        {
            CommandId = CommandId,
            PlanId = id,
            BasedOn = BasedOn,
            Place = place,
            Content = new DeadlineContent
            {
                Relation = Relation,
                Day = Day,
                Month = Month,
                Quarter = Quarter,
                Year = Year,
                Recurrence = Recurrence,
                What = What?.Trim() ?? "",
                SentTo = string.IsNullOrWhiteSpace(SentTo) ? null : SentTo.Trim(),
            },
        };
        var result = await correct.Handle(command, cancellation);
        return result.Problem is { } problem ? Refuse(problem) : Back(result.Value, "deadlines");
    }

    private async Task<IActionResult?> OpenItemAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        IsNew = place is null;
        var deadline = Plan.Deadlines.SingleOrDefault(d => d.Place == place);
        Said = deadline is null ? null : Sheet.SaidAt(deadline);
        return deadline is null && !IsNew ? Missing() : null;
    }
}
