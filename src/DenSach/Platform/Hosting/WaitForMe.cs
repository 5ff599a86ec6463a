using DenSach.Platform.Access;

namespace DenSach.Platform.Hosting;

public enum Urgency
{
    Calm,
    Soon,
    Late,
}

/// <summary>One row of the home queue. Exceptions and late things first, the many clean cases together.</summary>
/// <param name="Count">How many cases wait.</param>
/// <param name="Title">What they are, already translated.</param>
/// <param name="Detail">A line more: which hamlets, since when. Data inside stays Vietnamese.</param>
/// <param name="Chip">The short word at the end: a deadline or what to do.</param>
/// <param name="Url">Where they are worked off.</param>
/// <param name="Due">For sorting.</param>
/// <param name="Urgency">The colour of the chip.</param>
public sealed record Waiting(int Count, string Title, string Detail, string Chip, string Url, DateOnly? Due = null, Urgency Urgency = Urgency.Calm);

/// <summary>Each module tells what waits for the actor.</summary>
public interface IWaitForMe
{
    Task<IReadOnlyList<Waiting>> ForAsync(Actor actor, CancellationToken cancellation);
}

/// <summary>Whether a dissolved area still holds rows of its own in a module, so that a reform must name their successor.</summary>
public interface ITouchedByReform
{
    Task<int> RowsInAsync(int areaId, DateOnly day, CancellationToken cancellation);
}

/// <summary>A module that keeps what is personal gives it out and forgets it.</summary>
public interface IHoldPersonalData
{
    Task EraseAsync(Guid personId, Commands.Work work, CancellationToken cancellation);
}
