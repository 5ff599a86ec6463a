using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.List;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Review;

/// <summary>What the meeting says of one family, as typed.</summary>
public sealed record VerdictFields
{
    public Guid AssessmentId { get; set; }
    public int BasedOn { get; set; }
    public Verdict Verdict { get; set; }
    public int? VotesFor { get; set; }
    public string? Reason { get; set; }
}

public enum Verdict
{
    Propose,
    NotPropose,

    /// <summary>Pulled out of the list for a vote of its own.</summary>
    OwnVote,

    /// <summary>The recorder's own household: another writes it down.</summary>
    LeaveOut,
}

/// <summary>
/// The hamlet's meeting over its list. Who reached the title stands as proposed, who did not with the reason of the sheet; only what the meeting says
/// otherwise is tapped.
/// </summary>
[Needs(AssessmentPermissions.Review)]
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class MeetingPage(HoldReviewMeeting hold, RoundsInReach reach, FamilyList families, FamilySheets sheets, CaseDesk desk, AppDb db, AreaTree tree) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Chair { get; set; }

    [BindProperty]
    public string? Secretary { get; set; }

    [BindProperty]
    public int? Invited { get; set; }

    [BindProperty]
    public int? Present { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public string? ExceptionReason { get; set; }

    [BindProperty]
    public List<VerdictFields> Lines { get; set; } = [];

    public Round Round { get; private set; } = null!;
    public Area Hamlet { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, FamilyRow> Families { get; private set; } = new Dictionary<Guid, FamilyRow>();
    public int NotYet { get; private set; }

    public bool IsOwn(FamilyRow? family) => family is not null && desk.IsOwn(family.HouseholdId);

    /// <summary>Families whose sheet was changed by somebody else while this form was open.</summary>
    public IReadOnlySet<Guid> JustChanged { get; private set; } = new HashSet<Guid>();

    /// <summary>Families that were on this form and wait for a meeting no more: their lines are gone.</summary>
    public int JustGone { get; private set; }
    public RoundWindow Window => Round.WindowOf(RoundStep.HamletReview)!;

    /// <summary>Whether the meeting is late for any family on the list; one that was sent back has its own days.</summary>
    public bool IsLate { get; private set; }
    public bool IsEarly => Today < Window.From;

    public async Task<IActionResult> OnGetAsync(Guid id, int area, CancellationToken cancellation)
    {
        if (await FindAsync(id, area, cancellation) is { } problem)
        {
            return Refuse(problem);
        }
        HeldOn = Today;
        Chair = Gate.GrantFor(AssessmentPermissions.Review, new Place(area))?.Role == Role.HamletHead ? Gate.Actor.Name : null;
        Invited = await db.Set<Household>().CountAsync(h => h.AreaId == area && h.ResidentFrom <= Today && (h.ResidentTo == null || h.ResidentTo > Today), cancellation);
        Lines = await ProposedAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int area, CancellationToken cancellation)
    {
        if (await FindAsync(id, area, cancellation) is { } problem)
        {
            return Refuse(problem);
        }
        if (Unfilled() is { } unfilled)
        {
            return Refuse(unfilled);
        }
        var command = new HoldReviewMeeting.Command
        {
            CommandId = CommandId,
            RoundId = id,
            AreaId = area,
            HeldOn = HeldOn!.Value,
            Chair = Chair ?? "",
            Secretary = Secretary ?? "",
            InvitedHouseholds = Invited!.Value,
            PresentHouseholds = Present!.Value,
            LateReason = LateReason,
            ExceptionReason = ExceptionReason,
            Lines = [.. Lines.Where(l => l.Verdict != Verdict.LeaveOut).Select(Said)],
        };
        var result = await hold.Handle(command, cancellation);
        if (result.Problem is { } refused)
        {
            return Refuse(refused.Code == Problem.Stale.Code ? await CatchUpAsync(id, area, cancellation) : refused);
        }
        var own = Lines.Where(l => l.Verdict == Verdict.LeaveOut || result.Value.OwnLeftOut?.Contains(l.AssessmentId) == true).Select(l => Families[l.AssessmentId]).ToList();
        var leftOut = own.Count > 0 ? $" Để lại {own.Count} hộ của chính bạn ({string.Join(", ", own.Select(f => $"số {f.Number} {f.HeadName}"))}): người khác của bản ghi." : "";
        Done = $"Đã ghi cuộc họp: đề nghị {result.Value.Proposed} hộ, không đề nghị {result.Value.NotProposed} hộ.{leftOut}";
        return LocalRedirect($"/dot/{id}/hop/{area}/{result.Value.MeetingId}");
    }

    /// <summary>What the meeting said stays; the rows somebody changed meanwhile show what is kept now, and the next post is based on that.</summary>
    private async Task<Problem> CatchUpAsync(Guid id, int area, CancellationToken cancellation)
    {
        // What the refused command left in memory is not what stands in the database.
        db.ChangeTracker.Clear();
        if (await FindAsync(id, area, cancellation) is { } problem)
        {
            return problem;
        }
        var there = Lines.Count;
        Lines = [.. Lines.Where(line => Families.ContainsKey(line.AssessmentId))];
        JustGone = there - Lines.Count;
        var changed = Lines.Where(line => line.BasedOn != Families[line.AssessmentId].Version).ToList();
        JustChanged = changed.Select(line => line.AssessmentId).ToHashSet();
        foreach (var line in changed)
        {
            line.BasedOn = Families[line.AssessmentId].Version;
        }
        return Problem.Stale with
        {
            Sentence =
                "Có người vừa sửa phiếu hoặc thêm minh chứng sau khi bạn mở danh sách. Chưa ghi gì; kết luận và số phiếu đã nhập vẫn còn dưới đây. "
                + "Hộ nào đổi có ghi “vừa thay đổi”: xem lại rồi bấm ghi lần nữa.",
        };
    }

    private async Task<List<VerdictFields>> ProposedAsync(CancellationToken cancellation)
    {
        var files = await CaseFile.LoadAsync(db, Families.Keys, cancellation);
        var outcomes = files.ToDictionary(f => f.Assessment.Id, f => sheets.For(f).Read(f.Assessment.Self));
        return
        [
            .. Families.Values.Select(f =>
            {
                var sheet = outcomes[f.AssessmentId];
                return new VerdictFields
                {
                    AssessmentId = f.AssessmentId,
                    BasedOn = f.Version,
                    Verdict =
                        desk.IsOwn(f.HouseholdId) ? Verdict.LeaveOut
                        : sheet.Outcome == Outcome.Met ? Verdict.Propose
                        : Verdict.NotPropose,
                    Reason = sheet.Outcome == Outcome.Met || desk.IsOwn(f.HouseholdId) ? null : $"Phiếu {ResultWords.Of(sheet)}.",
                };
            }),
        ];
    }

    private HoldReviewMeeting.Line Said(VerdictFields line)
    {
        if (line.Verdict != Verdict.OwnVote)
        {
            return new(line.AssessmentId, line.BasedOn, line.Verdict == Verdict.Propose, null, line.Verdict == Verdict.Propose ? null : line.Reason);
        }
        var proposed = HoldReviewMeeting.Carries(line.VotesFor!.Value, Present!.Value);
        var reason = string.IsNullOrWhiteSpace(line.Reason) ? "Biểu quyết riêng không quá nửa số hộ đồng ý." : line.Reason;
        return new(line.AssessmentId, line.BasedOn, proposed, line.VotesFor, proposed ? null : reason);
    }

    private Problem? Unfilled()
    {
        if (HeldOn is null || Invited is null || Present is null)
        {
            return Problem.Invalid("fields", "Cần ghi ngày họp, số hộ được mời và số hộ dự họp.", nameof(Present));
        }
        return Lines.FirstOrDefault(l => l.Verdict == Verdict.OwnVote && l.VotesFor is null) is { } line
            ? Problem.Invalid("votes", $"Hộ số {Families.GetValueOrDefault(line.AssessmentId)?.Number}: đã chọn bỏ phiếu riêng thì phải ghi số hộ đồng ý.", nameof(Lines))
            : null;
    }

    private async Task<Problem?> FindAsync(Guid id, int area, CancellationToken cancellation)
    {
        var found = await reach.FindAsync(id, cancellation);
        if (!found.Ok || !Gate.Allows(AssessmentPermissions.Review, area) || !tree.IsWithin(area, found.Value.AreaId, Today))
        {
            return Problem.NotFound();
        }
        Round = found.Value;
        Hamlet = tree[area];
        var all = await families.InAsync(Round, [area], cancellation);
        NotYet = all.Count(f => f.WaitsForSelf);
        Families = all.Where(f => f.Status == AssessmentStatus.SelfAssessed).ToDictionary(f => f.AssessmentId);
        IsLate =
            Today > Window.LastDay && (await CaseFile.LoadAsync(db, Families.Keys, cancellation)).Any(f => desk.WindowOf(f, Moves.Propose) is { } window && Today > window.LastDay);
        return null;
    }
}
