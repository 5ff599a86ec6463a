using DenSach.Modules.Criteria;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.List;

/// <summary>Families of a hamlet that wait for the meeting and have still to show a file: the queue counts them, the page of the hamlet lists them.</summary>
public sealed class LackingEvidence(AppDb db, CriteriaShelf shelf)
{
    public async Task<IReadOnlySet<Guid>> InAsync(Round round, int hamlet, CancellationToken cancellation)
    {
        var set = shelf.Get(round.SetId, round.SetHash).Set;
        if (set.Lines.All(line => line.Evidence != Scoring.EvidenceAsk.File))
        {
            return new HashSet<Guid>();
        }
        var waiting = await db.Set<Assessment>()
            .AsNoTracking()
            .Where(a => a.RoundId == round.Id && a.AreaId == hamlet && a.Status == AssessmentStatus.SelfAssessed)
            .ToListAsync(cancellation);
        var ids = waiting.Select(a => a.Id).ToList();
        var registers = waiting.Select(a => a.RegisterId).Distinct().ToList();
        var shown = (
            await db.Set<EvidenceFile>()
                .Where(e => registers.Contains(e.RegisterId) && ids.Contains(e.AssessmentId))
                .Select(e => new { e.AssessmentId, e.LineId })
                .ToListAsync(cancellation)
        ).ToLookup(e => e.AssessmentId, e => e.LineId);
        return waiting.Where(a => MissingEvidence.LinesOf(set, a.Self, shown[a.Id].ToHashSet(StringComparer.Ordinal)).Any()).Select(a => a.Id).ToHashSet();
    }
}
