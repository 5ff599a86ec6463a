namespace DenSach.Scoring;

/// <summary>What about the subject chooses lines and thresholds. Guarantees: never changes.</summary>
public sealed record Subject
{
    /// <summary>A subject of a set without levels, areas and groups.</summary>
    public static Subject Any { get; } = new();

    /// <summary>The level asked for; needed where the set has levels.</summary>
    public string? Level { get; init; }

    /// <summary>Conditions of the area. One the set does not know changes nothing.</summary>
    public IReadOnlyCollection<string> Areas { get; init; } = [];

    /// <summary>Groups of people, or kinds of organisation; needed where the set has groups.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>The day for which it is asked how long a title is held; usually 31/12 of the assessed year.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>Whether the case is drawn for a check, so that more files are asked.</summary>
    public bool Sampled { get; init; }

    /// <summary>What is wrong with this subject for a set, as a sentence; null when it can be scored.</summary>
    public string? FaultFor(CriteriaSet set)
    {
        if (set.Levels.Count > 0 && Level is null)
            return $"Cần chọn mức độ đề nghị ({List(set.Levels)}).";
        if (Level is not null && set.Levels.All(level => level.Id != Level))
            return $"Bộ tiêu chí không có mức độ “{Level}”" + (set.Levels.Count > 0 ? $"; các mức độ: {List(set.Levels)}." : ".");
        foreach (var group in Groups)
            if (set.Groups.All(known => known.Id != group))
                return $"Bộ tiêu chí không có nhóm “{group}”" + (set.Groups.Count > 0 ? $"; các nhóm: {List(set.Groups)}." : ".");
        var groups = Groups.Distinct(StringComparer.Ordinal).Count();
        if (set.Groups.Count > 0 && groups == 0)
            return $"Cần chọn nhóm đối tượng ({List(set.Groups)}).";
        if (set.Groups.Count > 0 && groups > 1 && set.GroupChoice == GroupChoice.One)
            return "Chỉ được chọn một nhóm đối tượng.";
        if (AsAt is null && set.Lines.Any(ReadsMonths))
            return "Cần ngày chốt số liệu để tính thời gian giữ danh hiệu.";
        return null;
    }

    private static bool ReadsMonths(Line line) => line.Rule is TitleHeld { Months: > 0 } || line.Variants.Any(variant => variant.Rule is TitleHeld { Months: > 0 });

    private static string List(IReadOnlyList<Named> names) => string.Join(", ", names.Select(name => $"{name.Id}: {name.Title}"));
}
