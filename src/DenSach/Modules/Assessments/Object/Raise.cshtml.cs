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

/// <summary>Takes down what somebody says about a result: an officer for who comes to the office, the hamlet head, a neighbour, a family that was refused.</summary>
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
    public DateOnly? LastDay { get; private set; }
    public bool IsOpen => LastDay >= Today && book.GrantToObject(Case) is not null;
    public bool IsRefused => Case.Assessment.Status is AssessmentStatus.NotProposed or AssessmentStatus.NotMet;
    public string ListUrl => Posting is { } row && !IsRefused ? $"/dot/{Case.Round.Id}/niem-yet/{row.Posting.Id}" : $"/danh-gia/{Id}";

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
        // A posted family may be looked at by who may read the list; a refused one by itself and who works there.
        if (
            await CaseFile.LoadAsync(db, Id, cancellation) is not { } file
            || (book.GrantToObject(file) is null && (file.Assessment.PostingId is null || !book.MayRead(file.Household.AreaId)))
        )
        {
            return false;
        }
        Case = file;
        Posting = file.Assessment.PostingId is { } posting ? await book.FindAsync(file.Round, posting, cancellation) : null;
        LastDay = await book.LastDayToObjectAsync(file, cancellation);
        return true;
    }
}
