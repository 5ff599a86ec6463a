using System.Text.Json.Serialization;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;

namespace DenSach.Modules.Calendar;

public enum DueKind
{
    /// <summary>A report or another deadline of a plan.</summary>
    Deadline,

    /// <summary>Sơ kết, tổng kết.</summary>
    Review,

    /// <summary>A plan lets something begin.</summary>
    Beginning,

    /// <summary>A step of a round ends.</summary>
    Window,

    /// <summary>A regulation on coordination is to be looked at again.</summary>
    Regulation,

    /// <summary>A task that was given a day.</summary>
    Task,
}

/// <summary>Whose plan demands something: of an area, or a small one of a hamlet, an agency or a school.</summary>
public sealed record PlanOwner(int AreaId, Guid? OrganisationId = null);

/// <summary>Something due in an area, on its last day in time.</summary>
/// <param name="Key">The same for the same thing in every reading: what a subscribed calendar knows it by.</param>
/// <param name="PlanId">The plan that demands it, where one does.</param>
/// <param name="Day">The last day in time; for a beginning the first day.</param>
/// <param name="Said">As the plan says it: "trước 5/12 hằng năm".</param>
/// <param name="What">What is due, in the words of the plan.</param>
/// <param name="SentTo">To whom, in the words of the plan; null where the plan names nobody.</param>
/// <param name="Lines">Up which lines it goes.</param>
/// <param name="Source">The plan or round that demands it.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Area">Whose plan it is, by name.</param>
/// <param name="Whose">Whose plan it is.</param>
/// <param name="FromAbove">Of the level above, which this area has to follow.</param>
public sealed record DueItem(
    string Key,
    Guid? PlanId,
    DateOnly Day,
    DueKind Kind,
    string Said,
    string What,
    string? SentTo,
    ReportLines Lines,
    string Source,
    string Url,
    string Area,
    PlanOwner Whose,
    bool FromAbove
)
{
    /// <summary>Of the step of a round, the day it began.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Of a deadline, its place in the plan and which time it is.</summary>
    public int? Place { get; init; }
    public string? Occurrence { get; init; }

    /// <summary>Who has to see to it, in the words of the plan; null where the plan names nobody.</summary>
    public string? Doers { get; init; }

    /// <summary>What was told of it.</summary>
    [JsonIgnore]
    public SettledDeadline? Settled { get; init; }

    /// <summary>The task that names the deadline and was told done for it, where nobody told of the deadline itself.</summary>
    [JsonIgnore]
    public TaskDone? ByTask
    {
        get => Settled is { State: not DeadlineState.Open } ? null : field;
        init;
    }
    public DeadlineState State => ByTask is not null ? DeadlineState.Done : Settled?.State ?? DeadlineState.Open;

    /// <summary>Done, or no longer needed, since that day.</summary>
    public DateOnly? SettledOn => ByTask?.On ?? (IsSettled ? Settled!.On : null);

    /// <summary>What the next word about it is based on; 0 where nobody said anything.</summary>
    public int Version => Settled?.Version ?? 0;

    [JsonIgnore]
    public bool IsSettled => State != DeadlineState.Open;

    /// <summary>The day is past, and nobody told it done or no longer needed.</summary>
    public bool IsLate { get; init; }

    /// <summary>It went by before the plan was confirmed here, and nobody told of it since: shown as past, never late.</summary>
    public bool IsBeforeIt { get; init; }

    /// <summary>The same in the small plans that took it over, for the same day.</summary>
    public IReadOnlyList<DueItem> Small { get; init; } = [];

    /// <summary>The plan, of a deadline of it.</summary>
    [JsonIgnore]
    public Plan? Plan { get; init; }

    /// <summary>The same deadline whatever time it comes.</summary>
    [JsonIgnore]
    public string Series => Key[..Key.LastIndexOf('-')];

    /// <summary>The deadline in its plan, by the name a link gives it: "h-3".</summary>
    [JsonIgnore]
    public string? Item => PlanId is not null && Url.IndexOf('#', StringComparison.Ordinal) is > 0 and var at ? Url[(at + 1)..] : null;
}

/// <summary>A deadline whose day nothing tells, or that comes on request: shown beside the calendar, never guessed into it.</summary>
public sealed record Undated(string Said, string What, string? SentTo, ReportLines Lines, string Source, string Url);

/// <summary>What is due between two days, in order, and what has no day.</summary>
/// <param name="Late">Deadlines of the own plans that went by, whenever that was, and were neither done nor given up: the oldest first.</param>
public sealed record Due(IReadOnlyList<DueItem> Items, IReadOnlyList<Undated> Undated, IReadOnlyList<DueItem> Late)
{
    /// <summary>Only what goes up one line.</summary>
    public Due Up(ReportLines line) =>
        new([.. Items.Where(i => i.Lines.HasFlag(line))], [.. Undated.Where(u => u.Lines.HasFlag(line))], [.. Late.Where(i => i.Lines.HasFlag(line))]);

    /// <summary>The first that is sought, also where it stands with the line it was taken over from.</summary>
    public DueItem? Find(Func<DueItem, bool> sought) => Items.SelectMany(item => item.Small.Prepend(item)).FirstOrDefault(sought);

    public IReadOnlyList<DueItem> In(int year, int month) => [.. Items.Where(i => i.Day.Year == year && i.Day.Month == month)];
}
