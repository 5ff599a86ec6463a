using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions;

/// <summary>What the steps of a decision share: loading it for somebody who may, and what holds for its families.</summary>
public sealed class DecisionDesk(AppDb db, Gate gate, Installation installation)
{
    /// <summary>The decision, if the actor may do this in its commune and the form was not stale.</summary>
    public async Task<Result<(Decision Decision, Grant Grant)>> OpenAsync(Guid id, int basedOn, string permission, DecisionStatus status, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var decision = await db.Set<Decision>().SingleOrDefaultAsync(d => d.RegisterId == register && d.Id == id, cancellation);
        if (decision is null || gate.GrantFor(permission, new Place(decision.AreaId)) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (decision.Version != basedOn)
        {
            return Problem.Stale;
        }
        return decision.Status == status ? (decision, grant) : Problem.Refused("wrong_status", $"Quyết định đang ở bước “{InWords(decision.Status)}” nên chưa làm được việc này.");
    }

    public async Task<IReadOnlyList<CaseFile>> FamiliesAsync(Decision decision, CancellationToken cancellation)
    {
        var ids = await db.Set<DecisionLine>().Where(l => l.RegisterId == decision.RegisterId && l.DecisionId == decision.Id).Select(l => l.AssessmentId).ToListAsync(cancellation);
        return await CaseFile.LoadAsync(db, ids, cancellation);
    }

    /// <summary>The families of a round whose posting ended without an open objection and that no other decision holds.</summary>
    public async Task<IReadOnlyList<CaseFile>> ReadyAsync(Round round, DateOnly today, CancellationToken cancellation)
    {
        var held = db.Set<DecisionLine>()
            .Where(l =>
                l.RegisterId == round.RegisterId
                && db.Set<Decision>().Any(d => d.RegisterId == l.RegisterId && d.Id == l.DecisionId && d.RoundId == round.Id && d.Status != DecisionStatus.Withdrawn)
            )
            .Select(l => l.AssessmentId);
        var posted = await db.Set<Assessment>()
            .Where(a => a.RoundId == round.Id && a.Status == AssessmentStatus.Posted && !held.Contains(a.Id))
            .Select(a => a.Id)
            .ToListAsync(cancellation);
        var files = await CaseFile.LoadAsync(db, posted, cancellation);
        var holds = await HoldsAsync(files, restsOnSample: false, today, cancellation);
        return [.. files.Where(f => holds[f.Assessment.Id].Contains(Condition.PostingEnded) && holds[f.Assessment.Id].Contains(Condition.NoOpenObjection))];
    }

    /// <summary>For each family which of the deciding conditions hold today.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Condition>>> HoldsAsync(
        IReadOnlyCollection<CaseFile> files,
        bool restsOnSample,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var postingIds = files.Select(f => f.Assessment.PostingId).Distinct().ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Where(p => postingIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var open = new HashSet<Guid>();
        foreach (var group in files.GroupBy(f => f.Assessment.RegisterId))
        {
            var ids = group.Select(f => f.Assessment.Id).ToList();
            open.UnionWith(
                await db.Set<Objection>()
                    .Where(o => o.RegisterId == group.Key && o.Outcome == ObjectionOutcome.Open && ids.Contains(o.AssessmentId))
                    .Select(o => o.AssessmentId)
                    .ToListAsync(cancellation)
            );
        }
        return files.ToDictionary(f => f.Assessment.Id, f => Holding(f));

        IReadOnlyList<Condition> Holding(CaseFile file)
        {
            var holds = new List<Condition>();
            if (file.Assessment.PostingId is { } posting && postings.TryGetValue(posting, out var hung) && hung.HasEndedOn(today))
            {
                holds.Add(Condition.PostingEnded);
            }
            if (!open.Contains(file.Assessment.Id))
            {
                holds.Add(Condition.NoOpenObjection);
            }
            if (!restsOnSample || installation.IsDemo)
            {
                holds.Add(Condition.SetHasForce);
            }
            return holds;
        }
    }

    public static string InWords(DecisionStatus status) =>
        status switch
        {
            DecisionStatus.Draft => "Dự thảo",
            DecisionStatus.Submitted => "Đã trình ký",
            DecisionStatus.Signed => "Đã ký, chờ cấp số",
            DecisionStatus.InForce => "Đã ban hành",
            _ => "Đã bỏ",
        };
}
