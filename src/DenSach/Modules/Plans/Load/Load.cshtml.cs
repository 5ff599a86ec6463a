using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Plans.Load;

/// <summary>First reads and shows, then loads what was shown.</summary>
[Needs(PlansModule.Load)]
[RequestSizeLimit(RequestSizes.Upload)]
[RequestFormLimits(ValueLengthLimit = 8 * ReadPlan.LongestText)]
public sealed class LoadPage(ReadPlan reader, LoadPlan load, PlansInReach reach) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int AreaId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What was shown is to be loaded.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public PlanSheet? Sheet { get; private set; }

    public void OnGet() => Areas = reach.ToLoadFor();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Areas = reach.ToLoadFor();
        if (Confirmed)
        {
            return await LoadAsync(cancellation);
        }
        var text = Upload is null ? Text ?? "" : await ReadFileAsync(Upload, cancellation);
        if (text.Problem is { } fault)
        {
            return Refuse(fault);
        }
        var read = reader.Read(AreaId, text.Value);
        if (read.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Sheet = new PlanSheet(read.Value, Today);
        return Page();
    }

    private async Task<IActionResult> LoadAsync(CancellationToken cancellation)
    {
        var command = new LoadPlan.Command
        {
            CommandId = CommandId,
            AreaId = AreaId,
            Text = ReadPlan.Whole(Text) ?? "",
        };
        var loaded = await load.Handle(command, cancellation);
        if (loaded.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = $"Đã nạp kế hoạch: {loaded.Value.Targets} chỉ tiêu, {loaded.Value.Deadlines} hạn.";
        return Redirect($"/ke-hoach/{loaded.Value.PlanId}");
    }

    private static async Task<Platform.Errors.Result<string>> ReadFileAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return PlanFile.Read(Path.GetFileName(file.FileName), bytes.ToArray());
    }
}
