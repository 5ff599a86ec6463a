using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Evidence;

/// <summary>Takes photos and PDFs for one line. What is refused is said in a sentence and leaves nothing behind.</summary>
[Needs(AssessmentPermissions.SelfAssess)]
[TakesFile]
public sealed class AttachPage(AttachEvidence attach, OpenSheet open, FileStore store) : AppPage
{
    /// <summary>Name of the file field.</summary>
    public const string Field = "Tep";

    [BindProperty(SupportsGet = true, Name = "dong")]
    public string? LineId { get; set; }

    /// <summary>"phieu" leads back to the form, anything else to the sheet.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? BackTo { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? Caption { get; set; }

    public SheetView View { get; private set; } = null!;
    public Line Line { get; private set; } = null!;

    public string Back => (BackTo == "phieu" ? $"/danh-gia/{View.Assessment.Id}/tu-danh-gia" : $"/danh-gia/{View.Assessment.Id}") + $"#dong-{Line.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) is { } problem ? Refuse(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } problem)
        {
            return Refuse(problem);
        }
        var taken = await store.TakeAsync(HttpContext, Field, View.Assessment.RegisterId, cancellation);
        if (taken.Problem is { } notTaken)
        {
            return Refuse(notTaken);
        }
        var command = new AttachEvidence.Command
        {
            CommandId = CommandId,
            AssessmentId = id,
            LineId = Line.Id,
            Files = [.. taken.Value.Select(f => f.Sha256)],
            Caption = Caption,
        };
        var result = await attach.Handle(command, cancellation);
        if (result.Problem is { } refused)
        {
            return Refuse(refused);
        }
        Done = $"Mục {Line.Id}: đã gắn {result.Value.EvidenceIds.Count} minh chứng.";
        return LocalRedirect(Back);
    }

    private async Task<Problem?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await open.FindAsync(id, cancellation);
        if (!found.Ok || !Gate.Allows(AssessmentPermissions.SelfAssess, CaseDesk.PlaceOf(found.Value.File)))
        {
            return Problem.NotFound();
        }
        View = found.Value;
        if (View.Set.Lines.FirstOrDefault(l => l.Id == LineId) is not { } line)
        {
            return Problem.NotFound("Phiếu này không có mục đó.");
        }
        Line = line;
        return null;
    }
}
