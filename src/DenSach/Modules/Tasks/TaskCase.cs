using DenSach.Modules.Plans;

namespace DenSach.Modules.Tasks;

/// <summary>A task as it stands on a day.</summary>
/// <param name="Followed">What is followed of it; null until somebody began.</param>
/// <param name="Sentence">The days that its own sentence names, where it names any.</param>
/// <param name="IsOwn">It is the actor's own work.</param>
/// <param name="Part">Where several hold it and the actor is one of them: how far his part is. State and day are those of his part then, until the whole is over.</param>
public sealed record TaskCase(Plan Plan, PlanTask Task, TaskFollowed? Followed, SaidDay? Sentence, bool IsOwn, DateOnly Today, TaskStanding? Part = null)
{
    /// <summary>Its day is taken from its sentence; null where a person said a day, or that there is none.</summary>
    public SaidDay? Said => Followed is { DueOn: not null } or { NoDay: true } ? null : Sentence;
    public TaskTimes Times => new(Followed?.DueOn, Followed?.Yearly ?? false, Said);

    /// <summary>How far the whole is, whoever looks.</summary>
    public TaskState Whole => (Followed?.Standing ?? TaskStanding.NotBegun).On(Times, Today);
    public bool WholeIsOpen => Whole is TaskState.NotStarted or TaskState.Doing;

    /// <summary>State and day are those of the actor's part.</summary>
    public bool IsPart => Part is not null && WholeIsOpen;
    public TaskState State => Standing.On(Times, Today);
    public DateOnly? DoneOn => Standing.DoneOn;

    /// <summary>What shall come of it: what a person said, else the plan's own words; null where neither says it.</summary>
    public string? Product => Followed?.Product ?? Task.Product;

    /// <summary>The next last day, while the plan still asks for it.</summary>
    public DateOnly? Due => Next() is { } due && (Said is not null || !(due.Year > Plan.LastYear)) ? due : null;
    public bool IsLate => Due < Today;

    /// <summary>Somebody gave it: to whom, or by when.</summary>
    public bool IsGiven => Followed is { GivenAt: not null } or { DueOn: not null } or { OwnerRole: not null } or { OrganisationId: not null };

    /// <summary>It is done for one time, and comes again.</summary>
    public bool ComesAgain => Followed is { Yearly: true } || Said is { Again: true };

    /// <summary>Still to be done.</summary>
    public bool IsOpen => State is TaskState.NotStarted or TaskState.Doing;
    public string Url => UrlOf(Plan.Id, Task.Place);

    /// <summary>The calendar has the day that its sentence names as kept or no longer needed, and it does not come again.</summary>
    public bool IsDayKept => IsOpen && Said is { Again: false, Days.Count: 0, Kept: true };

    public static string UrlOf(Guid plan, int place) => $"/nhiem-vu/{plan}/{place}";

    /// <summary>Whether it, or the actor's part in it, was told done for that day or a later one.</summary>
    public bool IsDoneFor(DateOnly day) => Standing.DoneFor >= day || Followed?.DoneFor >= day;

    /// <summary>How a part stands beside the whole: of a time for which the whole was told done nothing more is asked of it.</summary>
    public TaskStanding OfPart(TaskStanding part) => Followed?.DoneFor is { } whole && !(part.DoneFor >= whole) ? part with { DoneFor = whole } : part;

    private TaskStanding Standing => IsPart ? OfPart(Part!) : Followed?.Standing ?? TaskStanding.NotBegun;

    private DateOnly? Next() => Standing.NextDue(Times, Today);
}
