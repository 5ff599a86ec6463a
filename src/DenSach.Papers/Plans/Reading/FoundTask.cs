namespace DenSach.Papers.Plans.Reading;

/// <summary>A task with the places that speak of it: its own words and, in a table, the time in its row.</summary>
internal sealed record FoundTask(PlanTask Task, IReadOnlyList<SourceSpan> Places)
{
    /// <summary>The task with those of all <paramref name="deadlines"/> that stand in its places.</summary>
    public PlanTask With(IReadOnlyList<PlanDeadline> deadlines)
    {
        var own = new List<int>();
        for (var d = 0; d < deadlines.Count; d++)
        {
            foreach (var place in Places)
            {
                if (deadlines[d].Span.Overlaps(place))
                {
                    own.Add(d);
                    break;
                }
            }
        }

        return Task with
        {
            Deadlines = own,
        };
    }
}
