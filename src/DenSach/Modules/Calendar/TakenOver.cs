using DenSach.Modules.Plans;

namespace DenSach.Modules.Calendar;

/// <summary>Deadlines that small plans took over from the plan above them.</summary>
public static class TakenOver
{
    /// <summary>As the level above said it: in a plan written here, before it was changed. What was read of a received text was never the words of another plan.</summary>
    public static string AsAbove(Plan plan, PlanDeadline deadline) => plan.IsWrittenHere && deadline.ReadAs is { } copied ? copied : deadline.InOneLine();

    /// <summary>
    /// Each once: what small plans copied from a larger one stands with the line it was copied from, where both come on one day. What a small plan set to another day, or asks on its
    /// own, stays a line; so does what is late where the larger one's is not, or the other way round.
    /// </summary>
    /// <param name="items">Of the plans that a commune lives by.</param>
    public static List<DueItem> Once(IReadOnlyList<DueItem> items)
    {
        var copies = items.Where(IsCopy).ToLookup(item => Line(item, AsAbove(item.Plan!, DeadlineOf(item))));
        var whole = items
            .Where(item => item.Plan is { IsSmall: false } && copies.Contains(OwnLine(item)))
            .DistinctBy(OwnLine)
            .ToDictionary(item => item.Key, item => copies[OwnLine(item)]);
        var folded = whole.Values.SelectMany(small => small.Select(item => item.Key)).ToHashSet();
        return [.. from item in items where !folded.Contains(item.Key) select whole.TryGetValue(item.Key, out var small) ? item with { Small = [.. small] } : item];
    }

    /// <summary>It was copied, and says in its own words or in those kept beside them what stood above.</summary>
    private static bool IsCopy(DueItem item) =>
        item.Plan is { IsSmall: true, IsWrittenHere: true } && DeadlineOf(item) is var own && (own.Origin == PlanItemOrigin.Copied || own.ReadAs is not null);

    /// <summary>A line from which small plans copy, in the words that stand in it now, however it came there.</summary>
    private static (DateOnly, DueKind, bool, string) OwnLine(DueItem item) => Line(item, DeadlineOf(item).InOneLine());

    private static (DateOnly, DueKind, bool, string) Line(DueItem item, string words) => (item.Day, item.Kind, item.IsLate, words);

    private static PlanDeadline DeadlineOf(DueItem item) => item.Plan!.Deadlines.Single(d => d.Place == item.Place);
}
