using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.Object;

/// <summary>Takes down what somebody says against a posted family: an officer for who comes to the office, the hamlet head, a neighbour.</summary>
[Needs(AssessmentPermissions.Object)]
public sealed class RaisePage(AppDb db, PostingBook book, RaiseObjection raise, AreaTree tree) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? SaidBy { get; set; }

    public CaseFile Case { get; private set; } = null!;
    public PostingRow? Posting { get; private set; }
    public string Hamlet => tree[Case.Household.AreaId].FullName;
    public IReadOnlyList<Crumb> Crumbs => RoundCrumbs.To(Case.Round, tree, Today);
    public bool IsOpen => Case.Assessment.Status == AssessmentStatus.Posted && Posting is { DaysLeft: > 0 };
    public string ListUrl => Posting is { } row ? $"/dot/{Case.Round.Id}/niem-yet/{row.Posting.Id}" : $"/dot/{Case.Round.Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Refuse(Problem.NotFound());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var command = new RaiseObjection.Command
        {
            CommandId = CommandId,
            AssessmentId = Id,
            Text = Text ?? "",
            SaidBy = SaidBy,
        };
        var result = await raise.Handle(command, cancellation);
        if (!await LoadAsync(cancellation))
        {
            return Refuse(Problem.NotFound());
        }
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        Done = $"Đã ghi ý kiến về hộ số {Case.Household.Number} ({Case.Household.HeadName}).";
        return Redirect(ListUrl);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        // Only a posted family may be looked at from here, and only by who may read the list.
        if (await CaseFile.LoadAsync(db, Id, cancellation) is not { } file || file.Assessment.PostingId is not { } posting || !book.MayRead(file.Household.AreaId))
        {
            return false;
        }
        Case = file;
        Posting = await book.FindAsync(file.Round, posting, cancellation);
        return true;
    }
}
