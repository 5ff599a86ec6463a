using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Registry;
using DenSach.Modules.Rounds;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Assessments.List;

/// <param name="Households">Resident today.</param>
/// <param name="Meetings">Its review meetings, the last one first.</param>
public sealed record HamletCounts(Area Hamlet, int Households, IReadOnlyDictionary<AssessmentStatus, int> ByStatus, IReadOnlyList<ReviewMeeting> Meetings)
{
    public int Registered => ByStatus.Values.Sum();

    public int Of(params ReadOnlySpan<AssessmentStatus> statuses)
    {
        var sum = 0;
        foreach (var status in statuses)
        {
            sum += ByStatus.GetValueOrDefault(status);
        }
        return sum;
    }
}

public enum OddKind
{
    /// <summary>Done by somebody who should not have done it, there being nobody else.</summary>
    Exception,

    /// <summary>Done after its window.</summary>
    Late,

    /// <summary>A verdict taken back.</summary>
    Reopened,
}

/// <summary>A step out of the ordinary, with the reason given.</summary>
public sealed record OddStep(int AreaId, Guid AssessmentId, string Action, string Reason, OddKind Kind, string By, DateTime At);

/// <summary>A round in numbers, hamlet by hamlet, and what in it was out of the ordinary.</summary>
public sealed class RoundOverview(AppDb db, Clock clock)
{
    private const int MostOdd = 100;

    public async Task<IReadOnlyList<HamletCounts>> CountAsync(Round round, IReadOnlyList<Area> hamlets, CancellationToken cancellation)
    {
        var areas = hamlets.Select(h => h.Id).ToList();
        var today = clock.Today;
        var households = await db.Set<Household>()
            .Where(h => areas.Contains(h.AreaId) && h.ResidentFrom <= today && (h.ResidentTo == null || h.ResidentTo > today))
            .GroupBy(h => h.AreaId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var counts = (
            await db.Set<Assessment>()
                .Where(a => a.RoundId == round.Id && areas.Contains(a.AreaId))
                .GroupBy(a => new { a.AreaId, a.Status })
                .Select(g => new
                {
                    g.Key.AreaId,
                    g.Key.Status,
                    Count = g.Count(),
                })
                .ToListAsync(cancellation)
        ).ToLookup(c => c.AreaId);
        var meetings = (await db.Set<ReviewMeeting>().AsNoTracking().Where(m => m.RoundId == round.Id && areas.Contains(m.AreaId)).ToListAsync(cancellation)).ToLookup(m =>
            m.AreaId
        );
        return
        [
            .. hamlets.Select(h => new HamletCounts(
                h,
                households.GetValueOrDefault(h.Id),
                counts[h.Id].ToDictionary(c => c.Status, c => c.Count),
                [.. meetings[h.Id].OrderByDescending(m => (m.HeldOn, m.RecordedAt))]
            )),
        ];
    }

    public async Task<IReadOnlyList<OddStep>> OddStepsAsync(Round round, IReadOnlyList<Area> hamlets, CancellationToken cancellation)
    {
        var areas = hamlets.Select(h => h.Id).ToList();
        var rows = await (
            from step in db.Set<AssessmentStep>().AsNoTracking()
            join a in db.Set<Assessment>().AsNoTracking() on new { step.RegisterId, Id = step.AssessmentId } equals new { a.RegisterId, a.Id }
            where a.RoundId == round.Id && areas.Contains(a.AreaId) && (step.ExceptionReason != null || step.LateReason != null || step.Action == Moves.Reopen)
            orderby step.ExceptionReason == null, step.At descending
            select new { step, a.AreaId }
        )
            .Take(MostOdd)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new OddStep(
                r.AreaId,
                r.step.AssessmentId,
                r.step.Action,
                r.step.ExceptionReason ?? r.step.LateReason ?? r.step.Reason ?? "",
                r.step.ExceptionReason is not null ? OddKind.Exception
                    : r.step.LateReason is not null ? OddKind.Late
                    : OddKind.Reopened,
                r.step.AccountName,
                r.step.At
            )),
        ];
    }
}
