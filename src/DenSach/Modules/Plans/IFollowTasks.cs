using DenSach.Platform.Commands;

namespace DenSach.Modules.Plans;

/// <summary>How far a task of a plan is, as a later module follows it.</summary>
/// <param name="Place">The place of the task in its plan.</param>
/// <param name="State">Its state in a word, translated.</param>
/// <param name="Tone">The tone of its chip.</param>
/// <param name="IsOpen">It is neither done nor given up.</param>
/// <param name="IsDone">It was told done.</param>
/// <param name="Url">Where it is looked at.</param>
public sealed record FollowedTask(int Place, string State, string Tone, bool IsOpen, bool IsDone, string Url);

/// <summary>A task of the earlier plan that goes on as a task of the later one: their places.</summary>
public sealed record ContinuedTask(int From, int To);

/// <summary>Answers for what is followed of the tasks of plans, so that nothing of it is lost when one plan takes the place of another.</summary>
public interface IFollowTasks
{
    /// <summary>What is followed under a plan; tasks of which nobody has said anything are not among it.</summary>
    Task<IReadOnlyList<FollowedTask>> UnderAsync(Plan plan, CancellationToken cancellation);

    /// <summary>The places in the earlier plan of what goes on under the later one.</summary>
    Task<IReadOnlyCollection<int>> ContinuedAsync(Plan earlier, Plan later, CancellationToken cancellation);

    /// <summary>Lets tasks go on under the later plan with owner, day and state; what was noted stays where it was and is led to. In the transaction of the command.</summary>
    Task ContinueAsync(Plan earlier, Plan later, IReadOnlyCollection<ContinuedTask> pairs, Work work, CancellationToken cancellation);
}
