using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>Families that wait for the appraisal: the exceptions, and the clean ones together.</summary>
public sealed class AppraisalWaiting(AppDb db, Gate gate, AppraisalList list, AreaTree tree, Clock clock, IStringLocalizer<AssessmentsModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var rows = new List<Waiting>();
        foreach (var area in gate.ScopesOf(AssessmentPermissions.Appraise).Select(g => g.AreaId).Distinct())
        {
            var rounds = await db.Set<Round>()
                .AsNoTracking()
                .Within(db, area, clock.Today)
                .Where(r => db.Set<Assessment>().Any(a => a.RoundId == r.Id && a.Status == AssessmentStatus.Proposed))
                .ToListAsync(cancellation);
            foreach (var round in rounds)
            {
                rows.AddRange(Of(round, await list.WaitingAsync(round, cancellation)));
            }
        }
        return [.. rows.DistinctBy(r => (r.Url, r.Title))];
    }

    private IEnumerable<Waiting> Of(Round round, IReadOnlyList<AppraisalCase> waiting)
    {
        var url = $"/dot/{round.Id}/tham-dinh";
        var window = round.WindowOf(RoundStep.Appraisal);
        var late = window is not null && clock.Today > window.LastDay;
        var odd = waiting.Where(w => !w.IsClean).ToList();
        var due =
            window is null ? ""
            : late ? text["Trễ {0} ngày", clock.Today.DayNumber - window.LastDay.DayNumber].Value
            : text["Hạn {0:d/M}", window.LastDay].Value;
        yield return new Waiting(
            odd.Count,
            text["Hộ có điều bất thường"],
            string.Join(
                " · ",
                odd.SelectMany(w => w.Oddities.Select(o => o.Kind).Distinct()).GroupBy(k => k).OrderBy(g => g.Key).Select(g => $"{g.Count():N0} {text[InWords(g.Key)]}")
            ),
            late ? due : text["Xem trước khi duyệt"],
            url,
            window?.LastDay,
            late ? Urgency.Late : Urgency.Soon
        );
        var clean = waiting.Where(w => w.IsClean).ToList();
        yield return new Waiting(
            clean.Count,
            text["Hộ đủ điều kiện, không có điều bất thường"],
            string.Join(", ", clean.Select(w => w.File.Household.AreaId).Distinct().Take(5).Select(id => tree[id].FullName)),
            late ? due : text["Duyệt cùng lúc"],
            url,
            window?.LastDay,
            late ? Urgency.Late : Urgency.Calm
        );
    }

    private static string InWords(Oddity kind) =>
        kind switch
        {
            Oddity.NotMet => "Chưa đạt theo điểm",
            Oddity.NoEvidence => "Thiếu minh chứng",
            Oddity.SamePhoto => "có ảnh dùng hai lần",
            Oddity.Late => "Ghi muộn",
            Oddity.Exception => "có ngoại lệ về người làm",
            Oddity.Reopened => "có kết luận được mở lại",
            _ => "nộp lại sau khi bị trả",
        };
}
