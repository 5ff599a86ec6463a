using DenSach.Modules.Plans;

namespace DenSach.Modules.Difficulties;

/// <summary>What a target, deadline or task of a plan says, by the name a link gives it.</summary>
public static class PlanItems
{
    /// <summary>All of them. Two targets of one figure and title are told apart by what the plan measures, and if that is the same too by their number in the plan.</summary>
    public static IReadOnlyList<(string Id, string Words)> Of(Plan plan)
    {
        var items = new IEnumerable<PlanItem>[] { plan.Targets, plan.Deadlines, plan.Tasks }
            .SelectMany(kind => kind)
            .ToList();
        var alike = items.CountBy(WordsOf).Where(w => w.Value > 1).Select(w => w.Key).ToHashSet();
        var apart = items.Select(item => (Item: item, Words: alike.Contains(WordsOf(item)) ? Apart(item) : WordsOf(item))).ToList();
        var still = apart.CountBy(a => a.Words).Where(w => w.Value > 1).Select(w => w.Key).ToHashSet();
        return [.. apart.Select(a => (PlanSheet.IdOf(a.Item), still.Contains(a.Words) ? $"{a.Words} (mục {a.Item.Place})" : a.Words))];
    }

    /// <summary>Null where the plan has no such item.</summary>
    public static string? WordsOf(Plan plan, string? item) => Of(plan).Where(i => i.Id == item).Select(i => i.Words).FirstOrDefault();

    /// <summary>What it measures stands before its title, so that a line cut short still says it.</summary>
    private static string Apart(PlanItem item) =>
        item is PlanTarget { Title: not null } target && target.Measure.Length > 0
            ? $"{target.Asked} {PlanWords.Short(target.Measure, 60)}{(target.Year is { } year ? $", năm {year}" : "")} ({target.Title})"
            : WordsOf(item);

    private static string WordsOf(PlanItem item) =>
        item switch
        {
            PlanTarget target => $"{target.Asked} {target.Title ?? target.Measure}{(target.Year is { } year ? $", năm {year}" : "")}",
            PlanDeadline deadline => $"{deadline.Said.Trim()}: {PlanWords.Short(deadline.What, 200)}",
            PlanTask task => $"{task.Lead}: {PlanWords.Short(task.What, 200)}",
            _ => "",
        };
}
