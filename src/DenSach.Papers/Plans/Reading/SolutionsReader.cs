namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Sections of work that name nobody ("III. NHIỆM VỤ, GIẢI PHÁP"). A task is the work of somebody, so they give none; each is told once, since dozens of paragraphs
/// without a lead agency would hide the tasks that have one. Dates in them are deadlines all the same.
/// </summary>
internal static class SolutionsReader
{
    private const int LongestHeading = 160;

    private static readonly Pattern Heading = Pattern.Of(@"^((cac|mot so|nhung|noi dung,?|he thong|muc tieu,?|va|cac noi dung,?) )*(nhiem vu|giai phap|bien phap)\b");

    /// <summary>Warns of each such section in which none of <paramref name="tasks"/>, the places of tasks, lies.</summary>
    public static void Report(Block body, IReadOnlyList<SourceSpan> tasks, WarningList warnings)
    {
        foreach (var section in body.Descendants.Where(Is).Where(s => !s.Ancestors.Any(Is)))
        {
            var last = section.Descendants.Select(d => d.Content).LastOrDefault(c => c.Length > 0);
            var whole = new SourceSpan(section.Content.Span().Start, (last ?? section.Content).Span().End);
            if (!tasks.Any(whole.Overlaps))
            {
                warnings.Add(
                    "solutions",
                    "Mục này nêu nhiệm vụ, giải pháp mà không ghi cơ quan chủ trì từng việc nên không đọc thành nhiệm vụ: cần xem việc nào phải giao.",
                    section.Content.Span()
                );
            }
        }
    }

    private static bool Is(Block block) =>
        block.IsHeading && block.Depth <= Marker.Arabic && block.Content.Length is > 0 and <= LongestHeading && Heading.IsMatch(block.Content.Folded) && !Sections.AreGoals(block);
}
