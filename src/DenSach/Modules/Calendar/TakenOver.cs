using DenSach.Modules.Plans;

namespace DenSach.Modules.Calendar;

/// <summary>Deadlines that small plans took over from the plan above them.</summary>
public static class TakenOver
{
    /// <summary>As the level above said it: in a plan written here, before it was changed. What was read of a received text was never the words of another plan.</summary>
    public static string AsAbove(Plan plan, PlanDeadline deadline) => plan.IsWrittenHere && deadline.ReadAs is { } copied ? copied : deadline.InOneLine();

    /// <summary>
    /// Each once: what small plans copied from a larger one stands with the line it was copied from, where both come on one day. What a small plan set to another day, or asks on its
    /// own, stays a line; so does what is late where the larger one's is not.
    /// </summary>
    /// <param name="items">Of the plans that a commune lives by.</param>
    public static List<DueItem> Once(IReadOnlyList<DueItem> items)
    {
        var copies = items.Where(IsCopy).ToLookup(SaysOf);
        var whole = items
            .Where(item => item.Plan is { IsSmall: false } && copies.Contains(SaysOf(item)))
            .DistinctBy(SaysOf)
            .ToDictionary(item => item.Key, item => copies[SaysOf(item)]);
        var folded = whole.Values.SelectMany(small => small.Select(item => item.Key)).ToHashSet();
        return [.. from item in items where !folded.Contains(item.Key) select whole.TryGetValue(item.Key, out var small) ? item with { Small = [.. small] } : item];
    }

    /// <summary>It was copied, and says in its own words or in those kept beside them what stood above.</summary>
    private static bool IsCopy(DueItem item) =>
        item.Plan is { IsSmall: true, IsWrittenHere: true } && DeadlineOf(item) is var own && (own.Origin == PlanItemOrigin.Copied || own.ReadAs is not null);

    private static (DateOnly, DueKind, string) SaysOf(DueItem item) => (item.Day, item.Kind, AsAbove(item.Plan!, DeadlineOf(item)));

    private static PlanDeadline DeadlineOf(DueItem item) => item.Plan!.Deadlines.Single(d => d.Place == item.Place);
}
