namespace DenSach.Modules.Plans;

/// <summary>How far a place is with what a target measures: so many of so many.</summary>
public sealed record Standing(long Have, long Of, decimal Percent);

/// <summary>Answers where a place stands today with the targets of a plan, so that it sets its own figure with open eyes. What nobody counts has no answer.</summary>
public interface ITellStanding
{
    /// <param name="targets">Targets of one plan.</param>
    /// <param name="areaId">The place.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>By the place of the target in its plan.</returns>
    Task<IReadOnlyDictionary<int, Standing>> OfAsync(IReadOnlyList<PlanTarget> targets, int areaId, CancellationToken cancellation);
}
