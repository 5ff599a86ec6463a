namespace DenSach.Modules.Areas;

/// <summary>What the hamlets of a commune and who leads them are called there, for papers: a phường has tổ dân phố and not bản.</summary>
public static class HamletWords
{
    /// <summary>"bản", "thôn, bản", "tổ dân phố".</summary>
    public static string KindsOf(AreaTree tree, Area commune, DateOnly day) => string.Join(", ", Kinds(tree, commune, day));

    /// <summary>"trưởng các bản", "tổ trưởng các tổ dân phố".</summary>
    public static string LeadersOf(AreaTree tree, Area commune, DateOnly day) => string.Join(", ", Kinds(tree, commune, day).Select(kind => $"{LeaderOf(kind)} các {kind}"));

    /// <summary>"trưởng bản", "tổ trưởng tổ dân phố".</summary>
    public static string LeaderKindsOf(AreaTree tree, Area commune, DateOnly day) => string.Join(", ", Kinds(tree, commune, day).Select(kind => $"{LeaderOf(kind)} {kind}"));

    /// <summary>Who signs for a hamlet: "Trưởng bản", "Trưởng thôn", "Tổ trưởng".</summary>
    public static string HeadOf(Area hamlet) =>
        LeaderOf(hamlet.LocalKind) is "trưởng" ? $"Trưởng {hamlet.LocalKind.ToLower(System.Globalization.CultureInfo.CurrentCulture)}" : "Tổ trưởng";

    private static string LeaderOf(string kind) => kind.StartsWith("tổ", StringComparison.CurrentCultureIgnoreCase) ? "tổ trưởng" : "trưởng";

    /// <summary>By the tree of the day, the commonest first; where no hamlet is known, by what such a commune usually has.</summary>
    private static List<string> Kinds(AreaTree tree, Area commune, DateOnly day)
    {
        var kinds = tree.ChildrenOf(commune.Id, day)
            .Where(a => a.Kind == AreaKind.Hamlet)
            .GroupBy(a => a.LocalKind.ToLower(System.Globalization.CultureInfo.CurrentCulture))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.CurrentCulture)
            .Select(g => g.Key)
            .ToList();
        return kinds.Count > 0 ? kinds : [commune.LocalKind.Equals("phường", StringComparison.CurrentCultureIgnoreCase) ? "tổ dân phố" : "thôn"];
    }
}
