namespace DenSach.Modules.Plans.Check;

/// <summary>What a person did by hand to an earlier edition of a plan.</summary>
public enum HandAct
{
    Corrected,
    Added,
    Dropped,
}

/// <summary>One field that was corrected: its name is a key of the resource file, what it held and holds are data.</summary>
public sealed record FieldChange(string Field, string Was, string Became);

/// <summary>Something a person did by hand to an earlier edition, and how it stands to this one.</summary>
/// <param name="Key">Which one it is: "Target-3", "Facts".</param>
/// <param name="Label">What it was done to, in the words of the plan.</param>
/// <param name="Here">What this edition says where it says neither what the earlier one had read nor what it was corrected to.</param>
public sealed record HandChange(string Key, HandAct Act, string Label, IReadOnlyList<FieldChange> Fields, string? Here)
{
    /// <summary>Does the same to this edition; null where nothing in it answers to the item.</summary>
    internal Action<Plan>? Apply { get; init; }

    /// <summary>It was done to the head and the foot of the paper, not to an item.</summary>
    public bool IsFacts => Key == FactsKey;

    internal const string FactsKey = "Facts";

    public bool IsFound => Apply is not null;

    /// <summary>It was read as it had been, so the same correction is due; anything else is looked at one by one.</summary>
    public bool IsPlain => IsFound && Here is null;

    internal static string KeyOf(PlanItemKind kind, PlanItem item) => $"{kind}-{item.Place}";
}

/// <summary>What was done by hand to one earlier edition and is not done here.</summary>
public sealed record HandChanges(Plan Earlier, IReadOnlyList<HandChange> All)
{
    public IReadOnlyList<HandChange> Found { get; } = [.. All.Where(c => c.IsFound)];
    public IReadOnlyList<HandChange> Lost { get; } = [.. All.Where(c => !c.IsFound)];
    public int Plain => Found.Count(c => c.IsPlain);
}
