using DenSach.Modules.Areas;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>
/// Families that wait for the appraisal, counted by the database: the home page scores nobody. How many of them show something unusual by their points or
/// evidence is told by the list behind the number.
/// </summary>
public sealed class AppraisalWaiting(AppDb db, Gate gate, AreaTree tree, Clock clock, IStringLocalizer<AssessmentsModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var rows = new List<Waiting>();
        foreach (var area in gate.ScopesOf(AssessmentPermissions.Appraise).Select(g => g.AreaId).Distinct())
        {
            rows.AddRange(await InAsync(area, cancellation));
        }
        return [.. rows.DistinctBy(r => r.Url)];
    }

    private async Task<IEnumerable<Waiting>> InAsync(int area, CancellationToken cancellation)
    {
        var proposed = db.Set<Assessment>().Within(db, area, clock.Today).Where(a => a.Status == AssessmentStatus.Proposed);
        var counts = await proposed
            .GroupBy(a => new { a.RoundId, a.AreaId })
            .Select(g => new
            {
                g.Key.RoundId,
                g.Key.AreaId,
                Count = g.Count(),
            })
            .ToListAsync(cancellation);
        if (counts.Count == 0)
        {
            return [];
        }
        var marked = await proposed
            .Where(a =>
                db.Set<AssessmentStep>()
                    .Any(s =>
                        s.RegisterId == a.RegisterId
                        && s.AssessmentId == a.Id
                        && (s.LateReason != null || s.ExceptionReason != null || s.Action == Moves.Return || s.Action == Moves.Reopen)
                    )
            )
            .GroupBy(a => a.RoundId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var ids = counts.Select(c => c.RoundId).Distinct().ToList();
        var registers = ids.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => registers.Contains(r.RegisterId) && ids.Contains(r.Id) && r.ClosedAt == null).ToListAsync(cancellation);
        return rounds.Select(round =>
        {
            var here = counts.Where(c => c.RoundId == round.Id).ToList();
            return Of(round, here.Sum(c => c.Count), marked.GetValueOrDefault(round.Id), [.. here.Select(c => c.AreaId)]);
        });
    }

    private Waiting Of(Round round, int count, int marked, IReadOnlyList<int> hamlets)
    {
        var window = round.WindowOf(RoundStep.Appraisal);
        var late = window is not null && clock.Today > window.LastDay;
        var names = string.Join(", ", hamlets.Take(5).Select(id => tree[id].FullName)) + (hamlets.Count > 5 ? " …" : "");
        return new Waiting(
            count,
            text["Hộ chờ thẩm định"],
            marked > 0 ? $"{text["{0:N0} hộ đã ghi muộn, trả lại, mở lại hoặc có ngoại lệ", marked].Value} · {names}" : names,
            window is null ? text["Thẩm định"]
                : late ? text["Trễ {0} ngày", clock.Today.DayNumber - window.LastDay.DayNumber]
                : text["Hạn {0:d/M}", window.LastDay],
            $"/dot/{round.Id}/tham-dinh",
            window?.LastDay,
            late ? Urgency.Late : Urgency.Soon
        );
    }
}
