using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;

namespace DenSach.Modules.Tasks.Board;

public enum BoardOrder
{
    /// <summary>By agency: who holds the asker's own work first, then who is late.</summary>
    Agency,

    /// <summary>What is late, then by the month it is due in, at the end what has no day.</summary>
    Month,
}

/// <summary>What the board shows: everything, the own work, what is late; narrowed to a plan, an agency, a month, words.</summary>
/// <param name="Month">Due in that month of any year.</param>
/// <param name="Text">Words of the task, its agency or its partners, in any order and without marks.</param>
/// <param name="Page">From 1; 0 for all on one page, as for a paper or a file.</param>
public sealed record BoardFilter(
    bool OwnOnly = false,
    bool LateOnly = false,
    Guid? PlanId = null,
    string? Agency = null,
    int? Month = null,
    string? Text = null,
    BoardOrder Order = BoardOrder.Agency,
    int Page = 1
);

/// <summary>Tasks under one heading: an agency, or a month; with neither what has no day.</summary>
/// <param name="Late">What is late, whatever its month.</param>
/// <param name="Count">How many stand under it in all, on this page or another.</param>
public sealed record BoardGroup(string? Agency, DateOnly? Month, bool Late, int Count, IReadOnlyList<TaskCase> Cases);

/// <summary>A page of tasks under their headings, and how many there are: all, own, late; found by the filter.</summary>
/// <param name="Dated">Of all that was found, on whatever page, what has a day, by that day.</param>
public sealed record BoardView(
    IReadOnlyList<BoardGroup> Groups,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<(Guid Id, string Name)> Plans,
    int All,
    int Own,
    int Late,
    int Found,
    int Page,
    int Pages,
    IReadOnlyList<TaskCase> Dated
)
{
    public IEnumerable<TaskCase> Cases => Groups.SelectMany(g => g.Cases);
}

public sealed class TaskBoard(TasksInReach reach, AreaTree tree, Clock clock)
{
    public const int PageSize = 40;

    public async Task<BoardView> AskAsync(BoardFilter filter, CancellationToken cancellation)
    {
        var held = await reach.PlansAsync(cancellation);
        var chosen = filter.PlanId is { } plan ? held.Where(p => p.Id == plan).ToList() : reach.Near(held);
        var all = await reach.OfAsync(chosen, cancellation);
        var headed = Headed([.. all.Where(c => Fits(c, filter))], filter.Order);
        var found = headed.Sum(g => g.Count);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var page = filter.Page == 0 ? 0 : Math.Clamp(filter.Page, 1, pages);
        return new BoardView(
            page == 0 ? headed : [.. Cut(headed, (page - 1) * PageSize, PageSize)],
            [.. all.Select(c => c.Task.Lead).DistinctBy(SearchKey.Of).Order(StringComparer.CurrentCulture)],
            [.. held.Select(p => (p.Id, $"{PlanWords.NameOf(p)} ({p.OrganisationName ?? tree[p.AreaId].FullName})"))],
            all.Count,
            all.Count(c => c.IsOwn),
            all.Count(c => c.IsLate),
            found,
            page,
            pages,
            [.. headed.SelectMany(g => g.Cases).Where(c => c.Due is not null).OrderBy(c => c.Due)]
        );
    }

    private static bool Fits(TaskCase task, BoardFilter filter) =>
        (!filter.OwnOnly || task.IsOwn)
        && (!filter.LateOnly || task.IsLate)
        && (filter.Agency is not { Length: > 0 } agency || SearchKey.Of(task.Task.Lead) == SearchKey.Of(agency))
        && (filter.Month is not { } month || task.Due?.Month == month)
        && (string.IsNullOrWhiteSpace(filter.Text) || Holds(task, SearchKey.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Words of nothing but signs find nothing.</summary>
    private static bool Holds(TaskCase task, string[] words) =>
        words.Length > 0
        && $" {SearchKey.Of($"{task.Task.What} {task.Task.Lead} {string.Join(' ', task.Task.PartnerList)}")}" is var key
        && words.All(word => key.Contains($" {word}", StringComparison.Ordinal));

    private List<BoardGroup> Headed(IReadOnlyList<TaskCase> cases, BoardOrder order) =>
        order == BoardOrder.Agency
            ?
            [
                .. cases
                    .GroupBy(c => SearchKey.Of(c.Task.Lead))
                    .OrderByDescending(g => g.Any(c => c.IsOwn))
                    .ThenByDescending(g => g.Any(c => c.IsLate))
                    .Select(g => new BoardGroup(g.First().Task.Lead, null, false, g.Count(), InOrder(g))),
            ]
            :
            [
                .. cases
                    .GroupBy(c => (c.IsLate, Month: c is { IsLate: false, Due: { } due } ? new DateOnly(due.Year, due.Month, 1) : (DateOnly?)null))
                    .OrderByDescending(g => g.Key.IsLate)
                    .ThenBy(g => g.Key.Month ?? DateOnly.MaxValue)
                    .Select(g => new BoardGroup(null, g.Key.Month, g.Key.IsLate, g.Count(), InOrder(g))),
            ];

    private IReadOnlyList<TaskCase> InOrder(IEnumerable<TaskCase> cases) =>
        [.. cases.OrderByDescending(c => c.Due < clock.Today).ThenBy(c => c.Due ?? DateOnly.MaxValue).ThenBy(c => c.Task.Place)];

    /// <summary>The tasks from one on, so many, under the headings they belong to.</summary>
    private static IEnumerable<BoardGroup> Cut(IEnumerable<BoardGroup> groups, int from, int many)
    {
        foreach (var group in groups)
        {
            var shown = group.Cases.Skip(Math.Max(0, from)).Take(many).ToList();
            from -= group.Cases.Count;
            many -= shown.Count;
            if (shown.Count > 0)
            {
                yield return group with
                {
                    Cases = shown,
                };
            }
        }
    }
}
