using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Check;

/// <summary>Corrects a task, or adds one.</summary>
[Needs(PlansModule.Read)]
public sealed class TaskPage(PlansInReach reach, PlanPlaces places, CorrectTask correct, IStringLocalizer<PlansModule> text) : PlanItemPage<PlanTask>(reach, places)
{
    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public string Role { get; set; } = PlanTask.Leads;

    [BindProperty]
    public string? Partners { get; set; }

    [BindProperty]
    public string? What { get; set; }

    /// <summary>What is to come of it.</summary>
    [BindProperty]
    public string? Product { get; set; }

    /// <summary>By when: the place of a deadline that the plan has; else the one that is written here, if any.</summary>
    [BindProperty]
    public int? Due { get; set; }

    [BindProperty]
    public string? Relation { get; set; } = PlanDeadline.Before;

    [BindProperty]
    public int? Day { get; set; }

    [BindProperty]
    public int? Month { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public string? Recurrence { get; set; }

    /// <summary>The deadlines that the plan has, for a task to be done by.</summary>
    public IEnumerable<PlanDeadline> Deadlines => Plan.Deadlines.Where(d => !d.Dropped);

    /// <summary>The deadlines that the words of the task name, which are its own until one is chosen; null where they name none.</summary>
    public string? SaidInWords => Item is { } task && Plan.InWordsOf(task).Select(d => d.Said).Distinct().ToList() is { Count: > 0 } said ? string.Join("; ", said) : null;

    /// <summary>Names to choose from: who the plan names already.</summary>
    public IReadOnlyList<string> Agencies => [.. Plan.Mentions.Where(m => m.Kind == PlanMentionKind.Agency).Select(m => m.Text).Concat(Plan.Tasks.Select(t => t.Lead)).Distinct()];

    protected override PlanItemKind Kind => PlanItemKind.Task;

    protected override IReadOnlyList<PlanTask> ItemsOf(Plan plan) => plan.Tasks;

    protected override void Fill(PlanTask item) => (Lead, Role, Partners, What, Product, Due) = (item.Lead, item.Role, item.Partners, item.What, item.Product, item.DeadlinePlace);

    protected override Meanwhile Since(PlanTask item) => FieldMerge.Of(item.Content, Typed(), item.Content).Merge.Since(text);

    private TaskContent Typed() =>
        new()
        {
            Lead = Lead?.Trim() ?? "",
            Role = Role,
            Partners = Blank(Partners?.ReplaceLineEndings("\n")),
            What = What?.Trim() ?? "",
            Product = Blank(Product?.ReplaceLineEndings(" ")),
            DeadlinePlace = Due,
        };

    protected override Task<Result<PlanChanged>> WriteAsync(Guid id, int? place, CancellationToken cancellation) =>
        correct.Handle(
            new CorrectTask.Command
            {
                CommandId = CommandId,
                PlanId = id,
                BasedOn = BasedOn,
                Place = place,
                Content = Typed(),
                NewDeadline =
                    (Day ?? Month ?? Year) is not null || Recurrence is not null
                        ? new DeadlineContent
                        {
                            Relation = Relation,
                            Day = Day,
                            Month = Month,
                            Year = Year,
                            Recurrence = Recurrence ?? (Year is null ? "yearly" : "once"),
                            What = "",
                        }
                        : null,
            },
            cancellation
        );
}
