using DenSach.Modules.Areas;
using DenSach.Modules.Plans.Reading;
using DenSach.Papers.Sources;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
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

    /// <summary>For which old fonts the file was typed, once it was asked.</summary>
    [BindProperty]
    public OldEncoding? Encoding { get; set; }

    /// <summary>The file was typed for old fonts, and somebody has to say for which.</summary>
    public bool AsksEncoding { get; private set; }

    /// <summary>What whoever checks the reading must know of the file.</summary>
    public string? Mark { get; private set; }

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
        var source = Upload is null ? SourceText.Of(Text ?? "") : await ReadFileAsync(Upload, cancellation);
        if (source.Problem is { } fault)
        {
            AsksEncoding = fault.Code == "encoding";
            return Refuse(Problem.Invalid($"plans.{fault.Code}", fault.Sentence, nameof(Upload)));
        }
        Mark = source.Mark;
        var read = reader.Read(AreaId, source.Text);
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

    private async Task<SourceText> ReadFileAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return await PlanSource.ReadAsync(Path.GetFileName(file.FileName), bytes.ToArray(), Encoding, cancellation);
    }
}
