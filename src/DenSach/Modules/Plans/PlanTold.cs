namespace DenSach.Modules.Plans;

/// <summary>All that later modules tell of the items of one plan, by item and in sum.</summary>
public sealed class PlanTold(IReadOnlyList<ItemWord> words)
{
    private readonly ILookup<string, ItemWord> byItem = words.ToLookup(w => w.Item);

    /// <summary>Nothing is told: while a plan is checked, and on paper.</summary>
    public static readonly PlanTold Nothing = new([]);

    /// <summary>The parts of a plan that are followed, in the order of the page, each with what is told of how many of its items.</summary>
    public IReadOnlyList<(string Part, IReadOnlyList<(string Word, string Tone, int Count)> Words)> Sums =>
        [
            .. from part in new[] { ("ct", "Chỉ tiêu"), ("h", "Hạn"), ("nv", "Nhiệm vụ") }
            let said = words.Where(w => w.Item.StartsWith($"{part.Item1}-", StringComparison.Ordinal) && w.Counts).GroupBy(w => (w.Word, w.Tone)).ToList()
            where said.Count > 0
            select (part.Item2, (IReadOnlyList<(string, string, int)>)[.. said.Select(g => (g.Key.Word, g.Key.Tone, g.DistinctBy(w => w.Item).Count()))]),
        ];

    /// <summary>What is told of the plan as a whole.</summary>
    public IEnumerable<ItemWord> OfPlan => byItem[""];

    public IEnumerable<ItemWord> Of(PlanItem item) => byItem[PlanSheet.IdOf(item)];
}
