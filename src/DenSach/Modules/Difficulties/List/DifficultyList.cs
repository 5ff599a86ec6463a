using DenSach.Modules.Areas;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;

namespace DenSach.Modules.Difficulties.List;

public enum DifficultyShow
{
    /// <summary>Waits for an answer, or was answered and not yet settled.</summary>
    Live,
    Open,
    Answered,
    Closed,
    All,

    /// <summary>Waits for an answer of the actor's level.</summary>
    ToAnswer,
}

/// <param name="Show">In which state.</param>
/// <param name="AreaId">Met in that area, or in what lies in it.</param>
/// <param name="Days">Nothing was said for so many days.</param>
/// <param name="Text">Words of the title or of the item of the plan, in any order and without marks.</param>
/// <param name="Page">From 1.</param>
public sealed record DifficultyQuestion(DifficultyShow Show = DifficultyShow.Live, int? AreaId = null, int? Days = null, string? Text = null, int Page = 1);

/// <param name="Days">Days since something was last said.</param>
/// <param name="IsToAnswer">Waits for the actor's level.</param>
public sealed record DifficultyLine(Difficulty Difficulty, string From, string To, int Days, bool IsToAnswer);

/// <param name="Places">Where the difficulties that the actor sees were met.</param>
public sealed record DifficultiesFound(IReadOnlyList<DifficultyLine> Lines, int Count, int Page, int Pages, IReadOnlyList<Area> Places);

/// <summary>The difficulties within reach, narrowed, searched, a page at a time: what waits for the actor first, then what has waited longest.</summary>
public sealed class DifficultyList(DifficultiesInReach reach, DifficultyNames names, AreaTree tree, Clock clock)
{
    public const int PageSize = 30;

    public async Task<DifficultiesFound> FindAsync(DifficultyQuestion question, CancellationToken cancellation)
    {
        var seen = await reach.SeenAsync(StatesOf(question.Show), cancellation);
        var said = await reach.LastSaidAsync(seen, cancellation);
        var found = seen.Where(d => Fits(d, question, DaysOf(said[d.Id])))
            .OrderByDescending(IsToAnswer)
            .ThenBy(d => d.State)
            .ThenBy(d => d.State == DifficultyState.Closed ? -said[d.Id].Ticks : said[d.Id].Ticks)
            .ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(question.Page, 1, pages);
        var shown = await reach.WithStepsAsync([.. found.Skip((page - 1) * PageSize).Take(PageSize)], cancellation);
        await names.KnowAsync(shown, cancellation);
        return new DifficultiesFound(
            [.. shown.Select(d => new DifficultyLine(d, names.FromOf(d), names.ToOf(d), DaysOf(said[d.Id]), IsToAnswer(d)))],
            found.Count,
            page,
            pages,
            [.. seen.Select(d => tree[d.AreaId]).DistinctBy(a => a.Id).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCulture)]
        );
    }

    private bool IsToAnswer(Difficulty difficulty) => difficulty.State == DifficultyState.Open && reach.GrantToAnswer(difficulty) is not null;

    private bool Fits(Difficulty difficulty, DifficultyQuestion question, int days) =>
        (question.Show != DifficultyShow.ToAnswer || IsToAnswer(difficulty))
        && (question.AreaId is not { } area || difficulty.AreaId == area || tree.IsWithin(difficulty.AreaId, area, clock.Today))
        && !(days < question.Days)
        && (string.IsNullOrWhiteSpace(question.Text) || Holds(difficulty, SearchKey.Of(question.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Words of nothing but signs find nothing.</summary>
    private static bool Holds(Difficulty difficulty, string[] words) =>
        words.Length > 0 && $" {SearchKey.Of($"{difficulty.Title} {difficulty.ItemWords}")}" is var key && words.All(word => key.Contains($" {word}", StringComparison.Ordinal));

    private int DaysOf(DateTime said) => clock.Today.DayNumber - Clock.DayOf(said).DayNumber;

    private static IReadOnlyCollection<DifficultyState> StatesOf(DifficultyShow show) =>
        show switch
        {
            DifficultyShow.Open or DifficultyShow.ToAnswer => [DifficultyState.Open],
            DifficultyShow.Answered => [DifficultyState.Answered],
            DifficultyShow.Closed => [DifficultyState.Closed],
            DifficultyShow.All => [DifficultyState.Open, DifficultyState.Answered, DifficultyState.Closed],
            _ => [DifficultyState.Open, DifficultyState.Answered],
        };
}
