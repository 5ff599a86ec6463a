using DenSach.Modules.Areas;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using Microsoft.EntityFrameworkCore;

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
/// <param name="PlanId">Met with that plan.</param>
/// <param name="Item">Met with that item of it.</param>
public sealed record DifficultyQuestion(
    DifficultyShow Show = DifficultyShow.Live,
    int? AreaId = null,
    int? Days = null,
    string? Text = null,
    int Page = 1,
    Guid? PlanId = null,
    string? Item = null
);

/// <param name="Days">Days since something was last said.</param>
/// <param name="IsToAnswer">Waits for the actor's level.</param>
/// <param name="IsToHeed">Passed up by the actor's level and answered above, unread.</param>
public sealed record DifficultyLine(Difficulty Difficulty, string From, string To, int Days, bool IsToAnswer, bool IsToHeed);

/// <param name="Places">Where the difficulties that the actor sees were met.</param>
public sealed record DifficultiesFound(IReadOnlyList<DifficultyLine> Lines, int Count, int Page, int Pages, IReadOnlyList<Area> Places);

/// <summary>
/// The difficulties within reach, narrowed, counted and cut by the database: what waits for the actor first, then what has waited longest. Words are compared folded, so for
/// them the titles of what else was asked are read.
/// </summary>
public sealed class DifficultyList(DifficultiesInReach reach, DifficultyNames names, AppDb db, AreaTree tree, Clock clock)
{
    public const int PageSize = 30;

    /// <summary>Long ago for a difficulty that is settled: those come by the last word, not by the first.</summary>
    private static readonly DateTime Never = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<DifficultiesFound> FindAsync(DifficultyQuestion question, CancellationToken cancellation)
    {
        var states = StatesOf(question.Show);
        var seen = reach.Query().Where(d => states.Contains(d.State));
        var asked = InOrder(Narrowed(seen, question));
        var words = SearchKey.Of(question.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var holding = string.IsNullOrWhiteSpace(question.Text) ? null : await WithWordsAsync(asked, words, cancellation);
        var count = holding?.Count ?? await asked.CountAsync(cancellation);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(question.Page, 1, pages);
        List<Guid> ids = holding is null
            ? await asked.Skip((page - 1) * PageSize).Take(PageSize).Select(d => d.Id).ToListAsync(cancellation)
            : [.. holding.Skip((page - 1) * PageSize).Take(PageSize)];
        var shown = await reach.WithStepsAsync(ids, cancellation);
        await names.KnowAsync(shown, cancellation);
        var places = await seen.Select(d => d.AreaId).Distinct().ToListAsync(cancellation);
        return new DifficultiesFound(
            [.. shown.Select(d => new DifficultyLine(d, names.FromOf(d), names.ToOf(d), DaysOf(d.LastAt), IsToAnswer(d), reach.IsToHeed(d)))],
            count,
            page,
            pages,
            [.. places.Select(id => tree[id]).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.CurrentCulture)]
        );
    }

    private bool IsToAnswer(Difficulty difficulty) => difficulty.State == DifficultyState.Open && reach.GrantToAnswer(difficulty) is not null;

    private IQueryable<Difficulty> Narrowed(IQueryable<Difficulty> seen, DifficultyQuestion question)
    {
        if (question.Show == DifficultyShow.ToAnswer)
        {
            var own = reach.AnsweredFor();
            seen = seen.Where(d => own.Contains(d.ToAreaId));
        }
        if (question.AreaId is { } area)
        {
            var inside = db.Within(area, clock.Today).Select(p => p.AreaId);
            seen = seen.Where(d => d.AreaId == area || inside.Contains(d.AreaId));
        }
        if (question.Days is > 0 and { } days)
        {
            var before = Clock.StartOf(clock.Today.AddDays(1 - days));
            seen = seen.Where(d => d.Steps.Max(s => s.At) < before);
        }
        if (question.PlanId is { } plan)
        {
            seen = seen.Where(d => d.PlanId == plan && (question.Item == null || d.Item == question.Item));
        }
        return seen;
    }

    private IQueryable<Difficulty> InOrder(IQueryable<Difficulty> found)
    {
        var own = reach.AnsweredFor();
        return found
            .OrderBy(d => d.State == DifficultyState.Open && own.Contains(d.ToAreaId) ? 0 : 1)
            .ThenBy(d =>
                d.State == DifficultyState.Open ? 0
                : d.State == DifficultyState.Answered ? 1
                : 2
            )
            .ThenBy(d => d.State == DifficultyState.Closed ? Never : d.Steps.Max(s => s.At))
            .ThenByDescending(d => d.Steps.Max(s => s.At))
            .ThenBy(d => d.Id);
    }

    /// <summary>Words of nothing but signs find nothing.</summary>
    private static async Task<List<Guid>> WithWordsAsync(IQueryable<Difficulty> asked, string[] words, CancellationToken cancellation)
    {
        var heads = await asked
            .Select(d => new
            {
                d.Id,
                d.Title,
                d.ItemWords,
            })
            .ToListAsync(cancellation);
        return
        [
            .. heads
                .Where(h => words.Length > 0 && $" {SearchKey.Of($"{h.Title} {h.ItemWords}")}" is var key && words.All(word => key.Contains($" {word}", StringComparison.Ordinal)))
                .Select(h => h.Id),
        ];
    }

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
