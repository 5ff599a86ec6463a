using DenSach.Modules.Areas;
using DenSach.Modules.Plans;

namespace DenSach.Modules.Tasks.Board;

/// <summary>What the board shows: everything, the own work, what is late, or one plan, agency, month.</summary>
public sealed record BoardFilter(bool OwnOnly, bool LateOnly, Guid? PlanId, string? Agency, int? Month);

public sealed record BoardGroup(string Agency, IReadOnlyList<TaskCase> Cases);

/// <summary>The tasks by agency, own ones first, late ones first in each.</summary>
public sealed record BoardView(IReadOnlyList<BoardGroup> Groups, IReadOnlyList<string> Agencies, IReadOnlyList<(Guid Id, string Name)> Plans, int All, int Own, int Late, int Done);

public sealed class TaskBoard(TasksInReach reach, AreaTree tree)
{
    public async Task<BoardView> AskAsync(BoardFilter filter, CancellationToken cancellation)
    {
        var held = await reach.PlansAsync(cancellation);
        var chosen = filter.PlanId is { } plan ? held.Where(p => p.Id == plan).ToList() : reach.Near(held);
        var all = await reach.OfAsync(chosen, cancellation);
        var shown = all.Where(c =>
            (!filter.OwnOnly || c.IsOwn)
            && (!filter.LateOnly || c.IsLate)
            && (filter.Agency is not { Length: > 0 } agency || c.Task.Lead == agency)
            && (filter.Month is not { } month || c.Due?.Month == month)
        );
        return new BoardView(
            [
                .. shown
                    .GroupBy(c => c.Task.Lead)
                    .OrderByDescending(g => g.Any(c => c.IsOwn))
                    .ThenByDescending(g => g.Any(c => c.IsLate))
                    .Select(g => new BoardGroup(g.Key, [.. g.OrderByDescending(c => c.IsLate).ThenBy(c => c.Due ?? DateOnly.MaxValue).ThenBy(c => c.Task.Place)])),
            ],
            [.. all.Select(c => c.Task.Lead).Distinct().Order(StringComparer.CurrentCulture)],
            [.. held.Select(p => (p.Id, $"{PlanWords.NameOf(p)} ({p.OrganisationName ?? tree[p.AreaId].FullName})"))],
            all.Count,
            all.Count(c => c.IsOwn),
            all.Count(c => c.IsLate),
            all.Count(c => c.State == TaskState.Done)
        );
    }
}
