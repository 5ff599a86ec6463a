using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans;

/// <summary>A form over a plan, or over one thing in it, with the sentence it was read from above it.</summary>
public abstract class PlanFormPage(PlansInReach reach, PlanPlaces places) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>The words of the source, with some around them; null for what a person adds.</summary>
    public string? Said { get; protected set; }

    public Plan Plan => Sheet.Plan;

    /// <summary>Opens the plan for change; the answer to give instead where that cannot be.</summary>
    protected async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.FindAsync(id, withDropped: true, cancellation) is not { } plan || !places.MayChange(plan))
        {
            return Refuse(Problem.NotFound("Không tìm thấy kế hoạch này, hoặc tài khoản này không được sửa."));
        }
        Sheet = new PlanSheet(plan, Today, Edits: true);
        return null;
    }

    protected IActionResult Missing() => Refuse(Problem.NotFound("Không có mục này trong kế hoạch."));

    /// <summary>Back to the check screen, at the row or the part that was written, where it is told.</summary>
    protected IActionResult Back(PlanChanged changed, string at)
    {
        new JustDone(at, "Đã ghi chỗ sửa tay.", 0, []).Keep(TempData);
        return Redirect($"/ke-hoach/{changed.PlanId}/kiem-tra#{at}");
    }

    protected static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>Corrects one item of a plan, or adds one: filled with what stands there, written by one command.</summary>
public abstract class PlanItemPage<T>(PlansInReach reach, PlanPlaces places) : PlanFormPage(reach, places)
    where T : PlanItem
{
    public bool IsNew { get; private set; }

    /// <summary>What is corrected; null where one is added.</summary>
    protected T? Item { get; private set; }

    protected abstract PlanItemKind Kind { get; }

    /// <summary>The doubt that led here, by its place: one comes back to it.</summary>
    [BindProperty(SupportsGet = true, Name = "nghi")]
    public int? Doubt { get; set; }

    /// <summary>The check screen, at the row that is corrected, or at the doubt that led here.</summary>
    public string BackUrl => $"/ke-hoach/{Plan.Id}/kiem-tra{((AtDoubt ?? (Item is { } item ? PlanSheet.RowIdOf(item) : null)) is { } at ? $"#{at}" : "")}";

    private string? AtDoubt => Plan.Doubts.SingleOrDefault(d => d.Place == Doubt) is { } doubt ? PlanSheet.RowIdOf(doubt) : null;

    protected abstract IReadOnlyList<T> ItemsOf(Plan plan);

    /// <summary>Puts what stands there into the fields.</summary>
    protected abstract void Fill(T item);

    /// <summary>What the item holds now beside what is typed: shown where somebody else wrote first.</summary>
    protected abstract Meanwhile Since(T item);

    /// <summary>Writes what the fields hold.</summary>
    protected abstract Task<Result<PlanChanged>> WriteAsync(Guid id, int? place, CancellationToken cancellation);

    public async Task<IActionResult> OnGetAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenItemAsync(id, place, cancellation) is { } refused)
        {
            return refused;
        }
        if (Item is { } item)
        {
            Fill(item);
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
        var result = await WriteAsync(id, place, cancellation);
        if (result.Problem == Problem.Stale)
        {
            return RefuseStale(Item is { } now ? Since(now) : Meanwhile.Said([]));
        }
        return result.Problem is { } problem ? Refuse(problem) : Back(result.Value, AtDoubt ?? PlanSheet.RowIdOf(new ItemRef(Kind, result.Value.Place!.Value)));
    }

    private async Task<IActionResult?> OpenItemAsync(Guid id, int? place, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refused)
        {
            return refused;
        }
        IsNew = place is null;
        Item = ItemsOf(Plan).SingleOrDefault(i => i.Place == place);
        Said = Item is null ? null : Sheet.SaidAt(Item);
        return Item is null && !IsNew ? Missing() : null;
    }
}
