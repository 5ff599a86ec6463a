using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Assessments.List;

/// <summary>
/// Hamlets with households of which none is registered while there is time to register: told to the commune's officers, with a message to send to the hamlets. A hamlet
/// without households in the registry has nobody to register and is not reminded.
/// </summary>
public sealed class NobodyRegistered(AppDb db, RoundOverview overview, Gate gate, AreaTree tree, Clock clock, IStringLocalizer<AssessmentsModule> text) : IWaitForMe
{
    private const int SoonDays = 7;

    /// <summary>Where the list stands on the page of the round.</summary>
    public const string Anchor = "chua-dang-ky";

    public async Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var rows = new List<Waiting>();
        foreach (var area in gate.ScopesOf(AssessmentPermissions.Post).Select(g => g.AreaId).Distinct())
        {
            var open = await db.Set<Round>().AsNoTracking().Within(db, area, clock.Today).Where(r => r.ClosedAt == null).ToListAsync(cancellation);
            foreach (var round in open.Where(r => LeftOf(r) is not null))
            {
                var hamlets = await InAsync(round, cancellation);
                var left = LeftOf(round)!.Value;
                rows.Add(
                    new Waiting(
                        hamlets.Count,
                        text["Bản, thôn chưa đăng ký hộ nào"],
                        $"{string.Join(" · ", hamlets.Take(4).Select(h => h.Name))}{(hamlets.Count > 4 ? " …" : "")} – {round.Name()}",
                        left == 0 ? text["hết hôm nay"] : text["còn {0} ngày", left],
                        $"/dot/{round.Id}#{Anchor}",
                        round.WindowOf(RoundStep.Registration)!.LastDay,
                        left <= SoonDays ? Urgency.Soon : Urgency.Calm
                    )
                );
            }
        }
        return [.. rows.Where(r => r.Count > 0).DistinctBy(r => r.Url)];
    }

    public async Task<IReadOnlyList<Area>> InAsync(Round round, CancellationToken cancellation)
    {
        var hamlets = tree.DescendantsOf(round.AreaId, clock.Today).Where(a => a.Kind == AreaKind.Hamlet).ToList();
        return Of(await overview.CountAsync(round, hamlets, cancellation));
    }

    public static IReadOnlyList<Area> Of(IEnumerable<HamletCounts> counts) => [.. counts.Where(c => c is { Households: > 0, Registered: 0 }).Select(c => c.Hamlet)];

    /// <summary>Days left to register, 0 on the last; null before and after.</summary>
    public int? LeftOf(Round round) =>
        round.WindowOf(RoundStep.Registration) is { } window && window.From <= clock.Today && clock.Today <= window.LastDay
            ? window.LastDay.DayNumber - clock.Today.DayNumber
            : null;

    /// <summary>The reminder to send to the hamlets by Zalo.</summary>
    public string Message(Round round, string commune, IEnumerable<Area> hamlets)
    {
        var last = round.WindowOf(RoundStep.Registration)!.LastDay;
        var names = string.Concat(hamlets.Select(h => $"\n• {h.FullName}"));
        return $"NHẮC ĐĂNG KÝ – {commune.ToUpper(System.Globalization.CultureInfo.CurrentCulture)}\n\n{round.Name()}: hạn đăng ký đến hết {last.Weekday()}/{last.Year} ({(LeftOf(round) == 0 ? "hôm nay là ngày cuối" : $"còn {LeftOf(round)} ngày")}).\nChưa đăng ký hộ nào:{names}\nĐề nghị trưởng bản, thôn hỏi các gia đình và đăng ký trước hạn.";
    }
}
