using DenSach.Modules.Areas;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Decisions;

/// <summary>What waits of decisions: families to put into a draft, drafts to submit, papers to sign and to number.</summary>
public sealed class DecisionsWaiting(Gate gate, DecisionBook book, DecisionDesk desk, AreaTree tree, Clock clock, IStringLocalizer<DecisionsModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        var rows = new List<Waiting>();
        if (gate.AllowsSomewhere(DecisionPermissions.Draft))
        {
            rows.AddRange(await ToDraftAsync(cancellation));
        }
        if (!gate.AllowsSomewhere(DecisionPermissions.Read))
        {
            return rows;
        }
        foreach (var (decision, families) in await book.OnTheWayAsync(cancellation))
        {
            var (permission, title, chip, step) = decision.Status switch
            {
                DecisionStatus.Draft when decision.SentBackBecause is not null => (DecisionPermissions.Draft, "Quyết định lãnh đạo trả lại", "Sửa, trình lại", ""),
                DecisionStatus.Draft => (DecisionPermissions.Draft, "Dự thảo quyết định chưa trình", "Trình ký", ""),
                DecisionStatus.Submitted => (DecisionPermissions.Sign, "Quyết định chờ ký", "Xem và ký", "/ky"),
                DecisionStatus.Signed => (DecisionPermissions.Number, "Quyết định chờ cấp số", "Cấp số", "/cap-so"),
                _ => ("", "", "", ""),
            };
            if (permission.Length > 0 && gate.Allows(permission, decision.AreaId))
            {
                var detail = $"{decision.Title} {decision.Year} · {tree[decision.AreaId].FullName} · {text["{0:N0} hộ", families]}";
                rows.Add(new Waiting(1, text[title], detail, text[chip], $"/quyet-dinh/{decision.Id}{step}", Urgency: Urgency.Soon));
            }
        }
        return rows;
    }

    private async Task<IReadOnlyList<Waiting>> ToDraftAsync(CancellationToken cancellation)
    {
        var rows = new List<Waiting>();
        foreach (var area in gate.ScopesOf(DecisionPermissions.Draft).Select(g => g.AreaId).Distinct())
        {
            var rounds = await desk.Unfinished(area, clock.Today).ToListAsync(cancellation);
            var ready = await desk.ReadyCountsAsync([.. rounds.Select(r => r.Id)], clock.Today, cancellation);
            foreach (var round in rounds.Where(r => ready.ContainsKey(r.Id)))
            {
                var due = round.WindowOf(RoundStep.Decision)?.LastDay;
                rows.Add(
                    new Waiting(
                        ready[round.Id],
                        text["Hộ hết niêm yết, chờ lập quyết định"],
                        $"{round.Title} {round.Year} · {tree[round.AreaId].FullName}",
                        due is { } day ? text["Hạn {0:d/M}", day] : text["Lập quyết định"],
                        "/quyet-dinh/moi",
                        due,
                        due < clock.Today ? Urgency.Late : Urgency.Soon
                    )
                );
            }
        }
        return rows;
    }
}
