namespace DenSach.Papers.Plans.Reading;

/// <summary>Days and months of the lunar calendar ("10/3 âm lịch", "rằm tháng 8 hằng năm"): they fall on another day of the calendar each year, and none of them is a deadline.</summary>
internal static class LunarDays
{
    private static readonly Pattern Behind = Pattern.Of(@"^( hang nam)? ?[,(]? ?(theo )?(am lich|al\b)");
    private static readonly Pattern FullMoon = Pattern.Of(@"\b(ngay )?ram $");

    /// <summary>Those of <paramref name="found"/> that the words beside them put into that calendar; both ends of a window are of one.</summary>
    public static HashSet<FoundDate> Among(IReadOnlyList<FoundDate> found, MappedText text)
    {
        var lunar = found.Where(f => Behind.IsMatch(text.Behind(f.End)) || FullMoon.IsMatch(text.Before(f.Start))).ToHashSet();
        lunar.UnionWith([.. found.Where(f => lunar.Any(l => l.Start == f.End))]);
        return lunar;
    }
}
