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

public enum BoardShow
{
    All,
    Own,
    Late,

    /// <summary>Where who holds it asks.</summary>
    Asked,

    /// <summary>What was told done and waits for a look of who follows it.</summary>
    ToldDone,
}

/// <summary>What the board shows, narrowed to a plan, an agency, a month, words.</summary>
/// <param name="Month">Due in that month of any year.</param>
/// <param name="Text">Words of the task, its agency or its partners, in any order and without marks.</param>
/// <param name="Page">From 1; 0 for all on one page, as for a paper or a file.</param>
public sealed record BoardFilter(
    BoardShow Show = BoardShow.All,
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

/// <summary>A page of tasks under their headings, and how many there are by what is shown; found by the filter.</summary>
/// <param name="Parts">Of those that several hold and of which the actor may read how they go: how their parts stand.</param>
/// <param name="Unreached">Of those shown, what was given to somebody who has no account.</param>
/// <param name="Dated">Of all that was found, on whatever page, what has a day, by that day; with their words as many as a message holds, where only the own or the late were asked.</param>
public sealed record BoardView(
    IReadOnlyList<BoardGroup> Groups,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<PlanChoice> Plans,
    IReadOnlyDictionary<BoardShow, int> Counts,
    int Found,
    int Page,
    int Pages,
    IReadOnlySet<(Guid PlanId, int Place)> Unreached,
    IReadOnlyDictionary<(Guid PlanId, int Place), SharedParts> Parts,
    IReadOnlyList<TaskCase> Dated
)
{
    public int All => Counts[BoardShow.All];

    public IEnumerable<TaskCase> Cases => Groups.SelectMany(g => g.Cases);
}

public sealed class TaskBoard(TaskPlans plans, TasksInReach reach, TaskSharers sharers, TaskHolders holders, AreaTree tree, Clock clock)
{
    public const int PageSize = 40;

    public async Task<BoardView> AskAsync(BoardFilter filter, CancellationToken cancellation)
    {
        // Whose a task is and when it is due are judged by its plan, its agency and its days; its words are read of those that are shown, or of all where words are sought.
        var heads = string.IsNullOrWhiteSpace(filter.Text);
        var all = await reach.OfAsync(await plans.OfBoardAsync(filter.PlanId, cancellation), heads, cancellation);
        var parts = await sharers.OfAsync([.. all.Where(reach.MayReadNotes)], cancellation);
        var headed = Headed([.. all.Where(c => IsShown(c, filter.Show, parts) && Fits(c, filter))], filter.Order);
        var found = headed.Sum(g => g.Count);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var page = filter.Page == 0 ? 0 : Math.Clamp(filter.Page, 1, pages);
        List<BoardGroup> shown = page == 0 ? headed : [.. Cut(headed, (page - 1) * PageSize, PageSize)];
        var dated = headed.SelectMany(g => g.Cases).Where(c => c.Due is not null).OrderBy(c => c.Due).ToList();
        if (heads)
        {
            var told = filter.Show is BoardShow.Own or BoardShow.Late ? dated.Take(TaskWords.LongestMessage) : [];
            var whole = await reach.WithWordsAsync([.. shown.SelectMany(g => g.Cases), .. told], cancellation);
            shown = [.. shown.Select(g => g with { Cases = [.. g.Cases.Select(c => whole[(c.Plan.Id, c.Task.Place)])] })];
            dated = [.. dated.Select(c => whole.GetValueOrDefault((c.Plan.Id, c.Task.Place), c))];
        }
        return new BoardView(
            shown,
            [.. all.DistinctBy(KeyOf).Select(c => c.Task.Lead).Order(StringComparer.CurrentCulture)],
            await plans.ChoicesAsync(cancellation),
            Enum.GetValues<BoardShow>().ToDictionary(show => show, show => all.Count(c => IsShown(c, show, parts))),
            found,
            page,
            pages,
            await holders.UnreachedAsync([.. shown.SelectMany(g => g.Cases)], cancellation),
            parts,
            dated
        );
    }

    /// <summary>The agency that leads, whatever way it is spelled; one of a commune is another than one of its province.</summary>
    private string KeyOf(TaskCase task) =>
        tree[task.Plan.AreaId].Kind < AreaKind.Commune ? $"/{AgencyNames.KeyOf(task.Task.Lead)}" : AgencyNames.KeyOf(task.Task.Lead, CommuneOf(task.Plan));

    private string CommuneOf(Plan plan) => (tree.CommuneOf(plan.AreaId, clock.Today) ?? tree[plan.AreaId]).FullName;

    private bool IsShown(TaskCase task, BoardShow show, IReadOnlyDictionary<(Guid, int), SharedParts> parts) =>
        show switch
        {
            BoardShow.Own => task.IsOwn,
            BoardShow.Late => task.IsLate,
            BoardShow.Asked => task is { IsOpen: true, Followed.Asking: true },
            BoardShow.ToldDone => reach.IsToldDone(task, parts.GetValueOrDefault((task.Plan.Id, task.Task.Place))),
            _ => true,
        };

    private bool Fits(TaskCase task, BoardFilter filter) =>
        (filter.Agency is not { Length: > 0 } agency || KeyOf(task).TrimStart('/') == AgencyNames.KeyOf(agency, KeyOf(task) is ['/', ..] ? null : CommuneOf(task.Plan)))
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
                    .GroupBy(KeyOf)
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
