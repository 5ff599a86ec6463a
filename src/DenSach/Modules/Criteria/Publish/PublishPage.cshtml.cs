using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Criteria.Publish;

/// <summary>A set from a file or pasted: first all faults with their lines, or the lines as they will stand; then published as it was shown.</summary>
[Needs(CriteriaModule.Publish)]
[RequestSizeLimit(RequestSizes.Upload)]
public sealed class PublishPage(CheckSet check, PublishSet publish, MayPublish may) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? Yaml { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What was shown is to be published.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    public CheckedSet? Looked { get; private set; }

    public IActionResult OnGet() => may.Holds ? Page() : Refuse(Problem.Forbidden());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Confirmed)
        {
            return await PublishAsync(cancellation);
        }
        if (Upload is not null)
        {
            using var bytes = new MemoryStream();
            await Upload.CopyToAsync(bytes, cancellation);
            var text = CriteriaFile.Read(Path.GetFileName(Upload.FileName), bytes.ToArray());
            if (text.Problem is { } unread)
            {
                return Refuse(unread);
            }
            Yaml = text.Value;
            ModelState.Remove(nameof(Yaml));
        }
        if (string.IsNullOrWhiteSpace(Yaml))
        {
            return Refuse(Problem.Invalid("criteria", "Hãy chọn tệp .yaml hoặc dán nội dung bộ tiêu chí.", nameof(Yaml)));
        }
        var looked = await check.LookAsync(Yaml, cancellation);
        if (looked.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Looked = looked.Value;
        return Page();
    }

    private async Task<IActionResult> PublishAsync(CancellationToken cancellation)
    {
        var result = await publish.Handle(new PublishSet.Command(Yaml ?? "") { CommandId = CommandId }, cancellation);
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = $"Đã ban hành bộ tiêu chí {result.Value.Id}, phiên bản {result.Value.Version}.";
        return Redirect($"/tieu-chi/{result.Value.Id}/{result.Value.Version}");
    }
}
