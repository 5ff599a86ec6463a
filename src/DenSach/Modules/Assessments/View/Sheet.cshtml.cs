using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Posted;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.View;

/// <summary>The family's sheet with the three columns of the paper form, each line explained, and what was done with it so far.</summary>
[Needs(AssessmentPermissions.Read)]
public sealed class SheetPage(OpenSheet open, CaseDesk desk, PostingBook book, AreaTree tree) : AppPage
{
    public SheetView View { get; private set; } = null!;
    public ScoreSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<(string Name, Column Column, ScoreSheet? Sheet)> Columns { get; private set; } = [];
    public string Hamlet => tree[View.File.Household.AreaId].FullName;
    public bool MayEnter { get; private set; }
    public bool MayAttach { get; private set; }
    public bool MayAppraise => View.Assessment.Status == AssessmentStatus.Proposed && Gate.Allows(AssessmentPermissions.Appraise, View.File.Household.AreaId);
    public bool MayReopen { get; private set; }
    public bool MayObject =>
        View.Assessment.Status is AssessmentStatus.Posted or AssessmentStatus.NotProposed or AssessmentStatus.NotMet
        && Gate.Allows(AssessmentPermissions.Object, CaseDesk.PlaceOf(View.File));

    /// <summary>What this account said about the family's result, with the answer; the officers have all of it on the page of postings.</summary>
    public IReadOnlyList<ObjectionRow> Said { get; private set; } = [];

    /// <summary>A citizen sees the sheet but not the list of neighbours.</summary>
    public bool SeesHamlet => Gate.Allows(AssessmentPermissions.Read, View.File.Household.AreaId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await open.OpenAsync(id, cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        View = found.Value;
        Sheet = View.Latest;
        var assessment = View.Assessment;
        Columns = [Named("Tự đánh giá", assessment.Self), Named("Bản bình xét", assessment.Hamlet), Named("Thẩm định", assessment.Appraisal)];
        MayEnter = desk.May(View.File, Moves.SubmitSelf, Today, new Reasons(LateReason: "xem trước"), Condition.SheetComplete).Ok;
        MayReopen = desk.May(View.File, Moves.Reopen, Today, new Reasons("xem trước"), Reopen.ReopenVerdict.Holding(assessment)).Ok;
        MayAttach = Evidence.AttachEvidence.IsOpen(assessment.Status) && Gate.Allows(AssessmentPermissions.SelfAssess, CaseDesk.PlaceOf(View.File));
        Said = [.. (await book.SaidByMeAsync(View.File.Round, cancellation)).Where(o => o.Family.AssessmentId == id)];
        return Page();
    }

    /// <summary>Whether a column read again today comes to something else than when it was written: facts or evidence changed since.</summary>
    public static bool HasMoved(Column column, ScoreSheet? now) =>
        now is not null && (now.Outcome != column.Outcome || (now.Max is not null && now.Total.Hundredths != column.Points));

    private (string, Column, ScoreSheet?) Named(string name, Column column) => (name, column, View.Read(column));
}
