using DenSach.Modules.Plans;

namespace DenSach.Modules.Difficulties;

/// <summary>What a target, deadline or task of a plan says, by the name a link gives it.</summary>
public static class PlanItems
{
    public static IReadOnlyList<(string Id, string Words)> Of(Plan plan) =>
        [
            .. new IEnumerable<PlanItem>[] { plan.Targets, plan.Deadlines, plan.Tasks }
                .SelectMany(items => items)
                .Select(item => (PlanSheet.IdOf(item), WordsOf(item))),
        ];

    /// <summary>Null where the plan has no such item.</summary>
    public static string? WordsOf(Plan plan, string? item) => Of(plan).Where(i => i.Id == item).Select(i => i.Words).FirstOrDefault();

    private static string WordsOf(PlanItem item) =>
        item switch
        {
            PlanTarget target => $"{target.Asked} {target.Title ?? target.Measure}{(target.Year is { } year ? $", năm {year}" : "")}",
            PlanDeadline deadline => $"{deadline.Said.Trim()}: {PlanWords.Short(deadline.What, 200)}",
            PlanTask task => $"{task.Lead}: {PlanWords.Short(task.What, 200)}",
            _ => "",
        };
}
