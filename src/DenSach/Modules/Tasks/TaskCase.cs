using DenSach.Modules.Plans;

namespace DenSach.Modules.Tasks;

/// <summary>A task as it stands on a day.</summary>
/// <param name="Followed">What is followed of it; null until somebody began.</param>
/// <param name="IsOwn">It is the actor's own work.</param>
public sealed record TaskCase(Plan Plan, PlanTask Task, TaskFollowed? Followed, bool IsOwn, DateOnly Today)
{
    public TaskState State => Followed?.StateOn(Today) ?? TaskState.NotStarted;

    /// <summary>The next last day, while the plan still asks for it.</summary>
    public DateOnly? Due => Followed?.NextDue(Today) is { } due && !(due.Year > Plan.LastYear) ? due : null;
    public bool IsLate => Due < Today;
    public string Url => $"/nhiem-vu/{Plan.Id}/{Task.Place}";
}
