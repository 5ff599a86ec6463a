namespace DenSach.Papers.Plans.Reading;

/// <summary>A task with the places that speak of it: its own words and, in a table, the time in its row.</summary>
internal sealed record FoundTask(PlanTask Task, IReadOnlyList<SourceSpan> Places)
{
    /// <summary>The task with those of all <paramref name="deadlines"/> that stand in its places.</summary>
    public PlanTask With(IReadOnlyList<PlanDeadline> deadlines) =>
        Task with
        {
            Deadlines = [.. Enumerable.Range(0, deadlines.Count).Where(d => Places.Any(deadlines[d].Span.Overlaps))],
        };
}
