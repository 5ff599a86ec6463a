using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Reopen;

/// <summary>Asks why a verdict is taken back, and says what happens then.</summary>
[Needs(AssessmentPermissions.Reopen)]
public sealed class ReopenPage(ReopenVerdict reopen, OpenSheet sheets, CaseDesk desk, AreaTree tree) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CaseFile Case { get; private set; } = null!;
    public string Hamlet => tree[Case.Household.AreaId].FullName;

    /// <summary>The verdict that would be taken back.</summary>
    public AssessmentStep? Verdict => Case.Steps.LastOrDefault(s => s.After == Case.Assessment.Status && s.Before != s.After);

    /// <summary>Why it cannot be done; null if it can.</summary>
    public Problem? Barred { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) is { } problem ? Refuse(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var command = new ReopenVerdict.Command
        {
            CommandId = CommandId,
            AssessmentId = id,
            BasedOn = BasedOn,
            Reason = Reason ?? "",
        };
        var result = await reopen.Handle(command, cancellation);
        if (await FindAsync(id, cancellation) is { } gone)
        {
            return Refuse(gone);
        }
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = $"Hộ số {Case.Household.Number} ({Case.Household.HeadName}): đã mở lại kết luận, nay ở bước “{result.Value.Status.InWords()}”.";
        return LocalRedirect($"/danh-gia/{id}");
    }

    private async Task<Problem?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await sheets.FindAsync(id, cancellation);
        if (!found.Ok || !Gate.Allows(AssessmentPermissions.Reopen, CaseDesk.PlaceOf(found.Value.File)))
        {
            return Problem.NotFound();
        }
        Case = found.Value.File;
        Barred = desk.May(Case, Moves.Reopen, Today, new Reasons("xem trước"), ReopenVerdict.Holding(Case.Assessment)).Problem;
        return null;
    }
}
