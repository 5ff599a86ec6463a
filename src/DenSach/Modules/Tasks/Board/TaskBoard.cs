using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Tasks.Board;

/// <summary>What the board shows: everything, the own work, what is late, or one plan, agency, month.</summary>
public sealed record BoardFilter(bool OwnOnly, bool LateOnly, Guid? PlanId, string? Agency, int? Month);

/// <param name="Due">The next last day, if any.</param>
public sealed record BoardLine(TaskCase Case, DateOnly? Due, bool Late);

public sealed record BoardGroup(string Agency, IReadOnlyList<BoardLine> Lines);

/// <summary>The tasks by agency, own ones first, late ones first in each.</summary>
public sealed record BoardView(IReadOnlyList<BoardGroup> Groups, IReadOnlyList<string> Agencies, IReadOnlyList<(Guid Id, string Name)> Plans, int All, int Own, int Late, int Done);

public sealed class TaskBoard(TasksInReach reach, AreaTree tree, Clock clock)
{
    public async Task<BoardView> AskAsync(BoardFilter filter, CancellationToken cancellation)
    {
        var today = clock.Today;
        var all = (await reach.AllAsync(null, cancellation)).Select(c => new BoardLine(c, c.Followed?.NextDue(today), c.Followed?.IsLate(today) == true)).ToList();
        var shown = all.Where(l =>
            (!filter.OwnOnly || l.Case.IsOwn)
            && (!filter.LateOnly || l.Late)
            && (filter.PlanId is not { } plan || l.Case.Plan.Id == plan)
            && (filter.Agency is not { Length: > 0 } agency || l.Case.Task.Lead == agency)
            && (filter.Month is not { } month || l.Due?.Month == month)
        );
        return new BoardView(
            [
                .. shown
                    .GroupBy(l => l.Case.Task.Lead)
                    .OrderByDescending(g => g.Any(l => l.Case.IsOwn))
                    .ThenByDescending(g => g.Any(l => l.Late))
                    .Select(g => new BoardGroup(g.Key, [.. g.OrderByDescending(l => l.Late).ThenBy(l => l.Due ?? DateOnly.MaxValue).ThenBy(l => l.Case.Task.Place)])),
            ],
            [.. all.Select(l => l.Case.Task.Lead).Distinct().Order(StringComparer.CurrentCulture)],
            [.. all.Select(l => l.Case.Plan).DistinctBy(p => p.Id).Select(p => (p.Id, $"{PlanWords.NameOf(p)} ({p.OrganisationName ?? tree[p.AreaId].FullName})"))],
            all.Count,
            all.Count(l => l.Case.IsOwn),
            all.Count(l => l.Late),
            all.Count(l => l.Case.State == TaskState.Done)
        );
    }
}
