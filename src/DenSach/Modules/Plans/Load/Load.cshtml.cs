using DenSach.Modules.Areas;
using DenSach.Modules.Plans.Reading;
using DenSach.Papers.Sources;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Plans.Load;

/// <summary>Reads a file or a pasted text and keeps the reading as a draft; the check screen comes next.</summary>
[Needs(PlansModule.Load)]
[RequestSizeLimit(RequestSizes.Upload)]
[RequestFormLimits(ValueLengthLimit = 8 * ReadPlan.LongestText)]
public sealed class LoadPage(LoadPlan load, LoadFile files, PlanPlaces places, IStringLocalizer<PlansModule> text) : AppPage
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

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    public bool IsFormer(Area area) => !Tree.IsInForce(area.Id, Today);

    private AreaTree Tree => HttpContext.RequestServices.GetRequiredService<AreaTree>();

    public void OnGet() => Areas = places.ToLoadFor();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Areas = places.ToLoadFor();
        var bytes = Upload is null ? [] : await BytesOfAsync(Upload, cancellation);
        var source = Upload is null ? SourceText.Of(Text ?? "") : await PlanSource.ReadAsync(Path.GetFileName(Upload.FileName), bytes, Encoding, cancellation);
        if (source.Problem is { } fault)
        {
            AsksEncoding = fault.Code == "encoding";
            return Refuse(Problem.Invalid($"plans.{fault.Code}", fault.Sentence, nameof(Upload)));
        }
        var command = new LoadPlan.Command
        {
            CommandId = CommandId,
            AreaId = AreaId,
            Text = ReadPlan.Whole(source.Text) ?? "",
            SourceMark = source.Mark,
            CameAs = PlanCameAs.Pasted,
            FileName = Upload?.FileName,
            AsDraft = true,
        };
        var loaded = Upload is null ? await load.Handle(command, cancellation) : await files.Handle(command, bytes, cancellation);
        if (loaded.Problem is { } problem)
        {
            return Refuse(Upload is { } file && problem.Field == nameof(Text) ? OfFile(problem, file) : problem);
        }
        Done = text["Đã đọc văn bản: {0} chỉ tiêu, {1} hạn. Hãy so với câu gốc rồi xác nhận.", loaded.Value.Targets, loaded.Value.Deadlines];
        return Redirect($"/ke-hoach/{loaded.Value.PlanId}/kiem-tra");
    }

    /// <summary>What is wrong with the words of a file is told at the file, by its name.</summary>
    private static Problem OfFile(Problem problem, IFormFile file) =>
        problem with
        {
            Sentence = $"Tệp “{Path.GetFileName(file.FileName)}”: {problem.Sentence}",
            Field = nameof(Upload),
        };

    private static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
