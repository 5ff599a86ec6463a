using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.List;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.SelfAssess;

/// <summary>The self-assessment of one family, a card a line: filled in by itself, or by the hamlet on its behalf.</summary>
[Needs(AssessmentPermissions.SelfAssess)]
public sealed class SelfPage(SelfAssess self, OpenSheet open, FamilyList families, CaseDesk desk, AreaTree tree) : AppPage
{
    /// <summary>What the buttons say.</summary>
    public const string Draft = "nhap";
    public const string HandIn = "nop";
    public const string NextFamily = "tiep";
    private const string ToEvidence = "minh-chung:";

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    public SheetForm Form { get; private set; } = null!;
    public SheetView View => Form.View;
    public string Hamlet => tree[View.File.Household.AreaId].FullName;
    public bool ByFamily { get; private set; }

    /// <summary>Why nothing can be written now; the form is not offered then.</summary>
    public Problem? Closed { get; private set; }
    public RoundWindow Window => desk.WindowOf(View.File, Moves.SubmitSelf) ?? View.File.Round.WindowOf(RoundStep.SelfAssessment)!;
    public bool IsLate => Today > Window.LastDay;
    public bool IsReturned => View.Assessment.Status == AssessmentStatus.Returned;
    public AssessmentStep? Return => IsReturned ? View.File.Steps.LastOrDefault(s => s.Action == Moves.Return) : null;
    public int HandedIn { get; private set; }
    public int Families { get; private set; }

    /// <summary>The hamlet's next family after this one, for who enters many.</summary>
    public FamilyRow? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await open.OpenAsync(id, cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        var kept = found.Value.Assessment.Self;
        Form = new SheetForm(found.Value, kept.Answers, kept.Facts);
        BasedOn = found.Value.Assessment.Version;
        Closed = desk.May(found.Value.File, Moves.SubmitSelf, Today, new Reasons(LateReason: "được ghi muộn nếu có lý do"), Condition.SheetComplete).Problem;
        await LookAroundAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var answers = SheetFields.Read(Request.Form, SheetFields.Answers);
        var facts = SheetFields.Read(Request.Form, SheetFields.Facts);
        var command = new SelfAssess.Command
        {
            CommandId = CommandId,
            AssessmentId = id,
            BasedOn = BasedOn,
            Answers = answers,
            Facts = facts,
            HandIn = Then == HandIn,
            LateReason = LateReason,
        };
        var result = await self.Handle(command, cancellation);
        var found = await open.FindAsync(id, cancellation);
        if (found.Problem is { } problem)
        {
            return Refuse(problem);
        }
        var stale = result.Problem?.Code == Problem.Stale.Code;
        Form = new SheetForm(found.Value, AnswerCodes.From(answers), AnswerCodes.From(facts), stale ? found.Value.Assessment.Self : null)
        {
            MarksUnanswered = Then == HandIn && !result.Ok,
        };
        await LookAroundAsync(cancellation);
        if (result.Problem is { } refused)
        {
            if (stale)
            {
                // What is typed stays; what the other one wrote stands beside it, and the next post is based on that.
                BasedOn = found.Value.Assessment.Version;
                refused = refused with
                {
                    Sentence =
                        "Có người vừa sửa phiếu này sau khi bạn mở. Chưa ghi gì; những gì bạn nhập vẫn còn dưới đây. Chỗ khác nhau được ghi rõ: xem lại rồi bấm lưu lần nữa.",
                };
            }
            return Refuse(refused);
        }
        var family = $"Hộ số {View.File.Household.Number} ({View.File.Household.HeadName})";
        Done = Then == HandIn ? $"{family}: đã nộp phiếu. {result.Value.Summary}{Lacking()}" : $"{family}: đã lưu nháp.";
        return LocalRedirect(Onward(id));
    }

    /// <summary>What the sheet asks a photo for and has none: told at once, not first by the appraisal.</summary>
    private string Lacking()
    {
        var shown = View.File.Evidence.Select(e => e.LineId).ToHashSet(StringComparer.Ordinal);
        var lines = MissingEvidence.LinesOf(View.Set, View.File.Assessment.Self, shown).ToList();
        return lines.Count == 0 ? "" : $" Còn thiếu minh chứng ở mục {string.Join(", ", lines)}: hãy gửi thêm trước buổi họp bình xét.";
    }

    private string Onward(Guid id)
    {
        var list = ByFamily ? $"/danh-gia/{id}" : $"/dot/{View.File.Round.Id}/ban/{View.File.Household.AreaId}";
        if (Then?.StartsWith(ToEvidence, StringComparison.Ordinal) == true)
        {
            return $"/danh-gia/{id}/minh-chung?dong={Uri.EscapeDataString(Then[ToEvidence.Length..])}&ve=phieu";
        }
        return Then switch
        {
            Draft => $"/danh-gia/{id}/tu-danh-gia",
            _ when Next is { } next => $"/danh-gia/{next.AssessmentId}/tu-danh-gia",
            _ => list,
        };
    }

    private async Task LookAroundAsync(CancellationToken cancellation)
    {
        var file = View.File;
        ByFamily = desk.GrantFor(file, Moves.SubmitSelf)?.Role == Role.Citizen;
        if (ByFamily)
        {
            return;
        }
        var all = await families.InAsync(file.Round, [file.Household.AreaId], cancellation);
        Families = all.Count;
        HandedIn = all.Count(f => !f.WaitsForSelf);
        var others = all.SkipWhile(f => f.AssessmentId != file.Assessment.Id).Skip(1).Concat(all.TakeWhile(f => f.AssessmentId != file.Assessment.Id));
        Next = others.FirstOrDefault(f => f.WaitsForSelf);
    }
}
