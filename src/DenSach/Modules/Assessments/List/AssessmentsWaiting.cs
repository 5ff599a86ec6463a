using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Assessments.List;

/// <summary>
/// What waits in the hamlet: sheets sent back, sheets to enter, evidence to add, the meeting to hold; for the family its own sheet;
/// for the commune's officers the hamlets that have not met.
/// </summary>
internal sealed class AssessmentsWaiting(AppDb db, Gate gate, AreaTree tree, LackingEvidence lacking, Clock clock, IStringLocalizer<AssessmentsModule> text) : IWaitForMe
{
    private const int SoonDays = 7;

    public async Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var waiting = new List<Waiting>();
        foreach (var grant in gate.ScopesOf(AssessmentPermissions.SelfAssess).DistinctBy(g => (g.Scope, g.AreaId, g.SubjectId)))
        {
            waiting.AddRange(grant.Scope == ScopeKind.Household ? await OwnAsync(grant, cancellation) : await InHamletsAsync(grant.AreaId, cancellation));
        }
        foreach (var area in gate.ScopesOf(AssessmentPermissions.Post).Select(g => g.AreaId).Distinct())
        {
            waiting.AddRange(await NotMetAsync(area, cancellation));
        }
        return waiting;
    }

    private async Task<IEnumerable<Waiting>> InHamletsAsync(int area, CancellationToken cancellation)
    {
        var counts = await CountsAsync(area, [AssessmentStatus.Registered, AssessmentStatus.SelfAssessed, AssessmentStatus.Returned], cancellation);
        var rounds = await RoundsAsync(counts.Select(c => c.RoundId), cancellation);
        var rows = new List<Waiting>();
        foreach (var (round, hamlet, status, count) in counts.Where(c => rounds.ContainsKey(c.RoundId)).Select(c => (rounds[c.RoundId], c.AreaId, c.Status, c.Count)))
        {
            var list = $"/dot/{round.Id}/ban/{hamlet}";
            var detail = Detail(round, hamlet);
            switch (status)
            {
                case AssessmentStatus.Returned:
                    rows.Add(
                        new Waiting(
                            count,
                            text["Phiếu bị trả lại, cần bổ sung"],
                            detail,
                            text["Bổ sung"],
                            $"{list}?loc=Returned",
                            round.WindowOf(RoundStep.Appraisal)?.LastDay,
                            Urgency.Late
                        )
                    );
                    break;
                case AssessmentStatus.Registered:
                    rows.Add(Row(count, text["Hộ chưa nộp phiếu tự đánh giá"], detail, $"{list}?loc=chua-nop", round.WindowOf(RoundStep.SelfAssessment)));
                    break;
                default:
                    rows.Add(Row(count, text["Hộ chờ họp bình xét"], detail, $"/dot/{round.Id}/hop/{hamlet}", round.WindowOf(RoundStep.HamletReview)));
                    var without = await lacking.InAsync(round, hamlet, cancellation);
                    rows.Add(Row(without.Count, text["Hộ còn thiếu minh chứng"], detail, $"{list}?loc={HamletPage.Lacking}", round.WindowOf(RoundStep.HamletReview)));
                    break;
            }
        }
        return rows.Where(r => r.Count > 0);
    }

    private async Task<IEnumerable<Waiting>> OwnAsync(Grant grant, CancellationToken cancellation)
    {
        if (grant.SubjectId is not { } household || RowId.RegisterOf(household) is not { } register)
        {
            return [];
        }
        var own = await db.Set<Assessment>()
            .AsNoTracking()
            .Where(a => a.RegisterId == register && a.HouseholdId == household && (a.Status == AssessmentStatus.Registered || a.Status == AssessmentStatus.Returned))
            .ToListAsync(cancellation);
        var rounds = await RoundsAsync(own.Select(a => a.RoundId), cancellation);
        return own.Where(a => rounds.ContainsKey(a.RoundId))
            .Select(a =>
            {
                var round = rounds[a.RoundId];
                var title = a.Status == AssessmentStatus.Returned ? text["Phiếu của gia đình bị trả lại, cần bổ sung"] : text["Phiếu của gia đình chưa nộp"];
                return Row(1, title, round.Name(), $"/danh-gia/{a.Id}/tu-danh-gia", round.WindowOf(RoundStep.SelfAssessment));
            });
    }

    private async Task<IEnumerable<Waiting>> NotMetAsync(int area, CancellationToken cancellation)
    {
        var counts = await CountsAsync(area, [AssessmentStatus.SelfAssessed, AssessmentStatus.Registered], cancellation);
        var rounds = await RoundsAsync(counts.Select(c => c.RoundId), cancellation);
        var open = rounds.Values.Where(r => r.WindowOf(RoundStep.HamletReview) is { } window && window.From <= clock.Today).ToList();
        var ids = open.Select(r => r.Id).ToList();
        var met = (await db.Set<ReviewMeeting>().Where(m => ids.Contains(m.RoundId)).Select(m => new { m.RoundId, m.AreaId }).Distinct().ToListAsync(cancellation)).ToLookup(
            m => m.RoundId,
            m => m.AreaId
        );
        return open.Select(round =>
            {
                var hamlets = counts.Where(c => c.RoundId == round.Id).Select(c => c.AreaId).Distinct().Except(met[round.Id]).ToList();
                var names = string.Join(" · ", hamlets.Take(4).Select(h => tree[h].Name)) + (hamlets.Count > 4 ? " …" : "");
                return Row(hamlets.Count, text["Bản chưa họp bình xét"], names, $"/dot/{round.Id}", round.WindowOf(RoundStep.HamletReview));
            })
            .Where(r => r.Count > 0);
    }

    private async Task<IReadOnlyList<(Guid RoundId, int AreaId, AssessmentStatus Status, int Count)>> CountsAsync(
        int area,
        AssessmentStatus[] statuses,
        CancellationToken cancellation
    )
    {
        var counts = await db.Set<Assessment>()
            .Within(db, area, clock.Today)
            .Where(a => statuses.Contains(a.Status))
            .GroupBy(a => new
            {
                a.RoundId,
                a.AreaId,
                a.Status,
            })
            .Select(g => new
            {
                g.Key.RoundId,
                g.Key.AreaId,
                g.Key.Status,
                Count = g.Count(),
            })
            .ToListAsync(cancellation);
        return [.. counts.Select(c => (c.RoundId, c.AreaId, c.Status, c.Count))];
    }

    private async Task<Dictionary<Guid, Round>> RoundsAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().ToList();
        var registers = wanted.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        return wanted.Count == 0
            ? []
            : await db.Set<Round>()
                .AsNoTracking()
                .Where(r => registers.Contains(r.RegisterId) && wanted.Contains(r.Id) && r.ClosedAt == null)
                .ToDictionaryAsync(r => r.Id, cancellation);
    }

    private Waiting Row(int count, string title, string detail, string url, RoundWindow? window)
    {
        if (window is null)
        {
            return new Waiting(count, title, detail, "", url);
        }
        var left = window.LastDay.DayNumber - clock.Today.DayNumber;
        return clock.Today < window.From ? new Waiting(count, title, detail, text["Từ {0}", window.From.ToString("d/M")], url, window.LastDay)
            : left < 0 ? new Waiting(count, title, detail, text["Trễ {0} ngày", -left], url, window.LastDay, Urgency.Late)
            : new Waiting(count, title, detail, text["Hạn {0}", window.LastDay.ToString("d/M")], url, window.LastDay, left <= SoonDays ? Urgency.Soon : Urgency.Calm);
    }

    private string Detail(Round round, int hamlet) => $"{tree[hamlet].FullName} · {round.Name()}";
}
