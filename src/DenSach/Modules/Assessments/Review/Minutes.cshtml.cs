using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.List;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Criteria;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.Review;

/// <param name="Points">What the sheet came to at the meeting.</param>
/// <param name="Exception">Why the recorder wrote down the own household.</param>
public sealed record MinuteLine(string Number, string HeadName, string Points, bool Proposed, int? VotesFor, string? Reason, string? Exception);

/// <summary>The minutes of a review meeting, to be printed, signed and kept: biên bản họp bình xét.</summary>
[Needs(AssessmentPermissions.Read)]
public sealed class MinutesPage(AppDb db, RoundsInReach reach, FamilyList families, CriteriaShelf shelf, AreaTree tree) : AppPage
{
    public Round Round { get; private set; } = null!;
    public ReviewMeeting Meeting { get; private set; } = null!;
    public Area Hamlet { get; private set; } = null!;
    public Area? Commune { get; private set; }
    public CriteriaSet Set { get; private set; } = null!;
    public IReadOnlyList<MinuteLine> Lines { get; private set; } = [];
    public IEnumerable<MinuteLine> Exceptions => Lines.Where(l => l.Exception is not null);
    public IEnumerable<MinuteLine> Proposed => Lines.Where(l => l.Proposed);
    public IEnumerable<MinuteLine> NotProposed => Lines.Where(l => !l.Proposed);

    public async Task<IActionResult> OnGetAsync(Guid id, int area, Guid meeting, CancellationToken cancellation)
    {
        var found = await reach.FindAsync(id, cancellation);
        if (!found.Ok || !Gate.Allows(AssessmentPermissions.Read, area) || RowId.RegisterOf(meeting) is not { } register)
        {
            return Refuse(Problem.NotFound());
        }
        var held = await db.Set<ReviewMeeting>()
            .AsNoTracking()
            .SingleOrDefaultAsync(m => m.RegisterId == register && m.Id == meeting && m.RoundId == id && m.AreaId == area, cancellation);
        if (held is null)
        {
            return Refuse(Problem.NotFound());
        }
        (Round, Meeting, Hamlet, Commune) = (found.Value, held, tree[area], tree.Find(found.Value.AreaId));
        Set = shelf.Get(Round.SetId, Round.SetHash).Set;
        var lines = await db.Set<ReviewLine>().AsNoTracking().Where(l => l.RegisterId == register && l.MeetingId == meeting).ToDictionaryAsync(l => l.AssessmentId, cancellation);
        var exceptions = await db.Set<AssessmentStep>()
            .AsNoTracking()
            .Where(s => s.RegisterId == register && s.At == held.RecordedAt && s.ExceptionReason != null && (s.Action == Moves.Propose || s.Action == Moves.NotPropose))
            .ToDictionaryAsync(s => s.AssessmentId, s => s.ExceptionReason, cancellation);
        Lines =
        [
            .. (await families.InAsync(Round, [area], cancellation))
                .Where(f => lines.ContainsKey(f.AssessmentId))
                .Select(f =>
                {
                    var line = lines[f.AssessmentId];
                    var points = line.Points is { } hundredths ? Points.FromHundredths(hundredths).ToString() : "";
                    return new MinuteLine(f.Number, f.HeadName, points, line.Proposed, line.VotesFor, line.Reason, exceptions.GetValueOrDefault(f.AssessmentId));
                }),
        ];
        return Page();
    }
}
