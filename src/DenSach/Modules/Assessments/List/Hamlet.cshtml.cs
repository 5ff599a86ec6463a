using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Assessments.List;

/// <summary>The families of one hamlet in a round: how far each is and what to do with it.</summary>
[Needs(AssessmentPermissions.Read)]
public sealed class HamletPage(RoundsInReach reach, FamilyList families, LackingEvidence lacking, AreaTree tree) : AppPage
{
    public static readonly IReadOnlyList<(string Key, string Text, AssessmentStatus[] Statuses)> Filters =
    [
        ("chua-nop", "Chưa nộp phiếu", [AssessmentStatus.Registered, AssessmentStatus.Returned]),
        ("Returned", "Bị trả lại", [AssessmentStatus.Returned]),
        ("SelfAssessed", "Chờ họp bình xét", [AssessmentStatus.SelfAssessed]),
        ("Proposed", "Chờ thẩm định", [AssessmentStatus.Proposed]),
        ("dat", "Thẩm định đạt", [AssessmentStatus.Met, AssessmentStatus.Posted]),
        ("Recognised", "Đã công nhận", [AssessmentStatus.Recognised]),
        ("khong", "Không đạt, không đề nghị", [AssessmentStatus.NotMet, AssessmentStatus.NotProposed]),
    ];

    /// <summary>The filter of those who wait for the meeting with a file still to show.</summary>
    public const string Lacking = "thieu-minh-chung";

    [BindProperty(SupportsGet = true, Name = "loc")]
    public string? Filter { get; set; }

    public Round Round { get; private set; } = null!;
    public Area Hamlet { get; private set; } = null!;
    public IReadOnlyList<FamilyRow> All { get; private set; } = [];
    public IReadOnlyList<FamilyRow> Shown { get; private set; } = [];

    /// <summary>Those of <see cref="Lacking"/>.</summary>
    public IReadOnlySet<Guid> WithoutEvidence { get; private set; } = new HashSet<Guid>();

    public int HandedIn => All.Count(f => !f.WaitsForSelf);
    public FamilyRow? Next => MayEnter ? All.FirstOrDefault(f => f.WaitsForSelf) : null;
    public int ToReview => All.Count(f => f.Status == AssessmentStatus.SelfAssessed);
    public bool MayEnter => Gate.Allows(AssessmentPermissions.SelfAssess, Hamlet.Id);
    public bool MayRegister => Gate.Allows(AssessmentPermissions.Register, Hamlet.Id);
    public bool MayReview => Gate.Allows(AssessmentPermissions.Review, Hamlet.Id);

    public int CountOf(AssessmentStatus[] statuses) => All.Count(f => statuses.Contains(f.Status));

    public async Task<IActionResult> OnGetAsync(Guid id, int area, CancellationToken cancellation)
    {
        var found = await reach.FindAsync(id, cancellation);
        if (!found.Ok || !Gate.Allows(AssessmentPermissions.Read, area) || !tree.IsWithin(area, found.Value.AreaId, Today))
        {
            return Refuse(Problem.NotFound());
        }
        Round = found.Value;
        Hamlet = tree[area];
        All = await families.InAsync(Round, [area], cancellation);
        var chosen = Filters.FirstOrDefault(f => f.Key == Filter).Statuses;
        WithoutEvidence = await lacking.InAsync(Round, area, cancellation);
        Shown =
            Filter == Lacking ? [.. All.Where(f => WithoutEvidence.Contains(f.AssessmentId))]
            : chosen is null ? All
            : [.. All.Where(f => chosen.Contains(f.Status))];
        return Page();
    }
}
