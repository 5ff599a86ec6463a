using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Object;

/// <summary>One objection and its answer: the result stays, or the family does not get the title.</summary>
[Needs(AssessmentPermissions.AnswerObjection)]
public sealed class AnswerPage(AppDb db, PostingBook book, AnswerObjection answer, CaseDesk desk, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public bool? Uphold { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? ExceptionReason { get; set; }

    /// <summary>Why this actor may not answer, or only with a written exception.</summary>
    public Problem? Barred { get; private set; }
    public bool ExceptionNeeded { get; private set; }

    public CaseFile Case { get; private set; } = null!;
    public ObjectionRow Row { get; private set; } = null!;
    public bool IsOfFamily => Row.Against is AssessmentStatus.NotProposed or AssessmentStatus.NotMet;
    public bool IsOpen => Row.Objection.Outcome == ObjectionOutcome.Open;
    public IReadOnlyList<Crumb> Crumbs => RoundCrumbs.To(Case.Round, tree, Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Refuse(Problem.NotFound());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Uphold is not { } uphold)
        {
            return await LoadAsync(cancellation) ? Refuse(Problem.Invalid("uphold", "Hãy chọn giữ nguyên hay chấp nhận ý kiến.", nameof(Uphold))) : Refuse(Problem.NotFound());
        }
        var command = new AnswerObjection.Command
        {
            CommandId = CommandId,
            ObjectionId = Id,
            BasedOn = BasedOn,
            Uphold = uphold,
            Answer = Answer ?? "",
            ExceptionReason = ExceptionReason,
        };
        var result = await answer.Handle(command, cancellation);
        if (!await LoadAsync(cancellation))
        {
            return Refuse(Problem.NotFound());
        }
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = !uphold ? "Đã trả lời: giữ nguyên kết quả." : $"Đã chấp nhận ý kiến: hộ số {Case.Household.Number} nay ở bước “{result.Value.Status.InWords()}”.";
        return Redirect($"/dot/{Case.Round.Id}/niem-yet");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(Id);
        db.ChangeTracker.Clear();
        var objection = await db.Set<Objection>().AsNoTracking().SingleOrDefaultAsync(o => o.RegisterId == register && o.Id == Id, cancellation);
        var file = objection is null ? null : await CaseFile.LoadAsync(db, objection.AssessmentId, cancellation);
        if (objection is null || file is null || !Gate.Allows(AssessmentPermissions.AnswerObjection, CaseDesk.PlaceOf(file)))
        {
            return false;
        }
        Case = file;
        Row = (await book.ObjectionsAsync(file.Round, cancellation)).Single(o => o.Objection.Id == Id);
        Judge(objection);
        return true;
    }

    /// <summary>Asks the workflow what stands in the way: for good, or only until an exception is written.</summary>
    private void Judge(Objection objection)
    {
        const string some = "…";
        Problem? May(string? exception) =>
            desk.May(Case, AnswerObjection.ActionOf(uphold: false, Row.Against), Today, AnswerObjection.Said(objection, Gate.Actor, some, exception)).Problem;
        Barred = May(some);
        ExceptionNeeded = Barred is null && May(null) is not null;
    }
}
