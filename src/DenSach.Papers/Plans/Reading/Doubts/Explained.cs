namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>Which words about time agree with the year of a target, or cannot be meant for it.</summary>
internal static class Explained
{
    /// <summary>The first word that is not explained, as the beginning of a doubt; null where all are.</summary>
    public static string? Not(IEnumerable<TimeWord> words, PlanTarget target, PlanYears plan, string where) =>
        words.Where(w => !Is(w, target, plan)).Select(w => $"{where} “{w.Words}”").FirstOrDefault();

    /// <summary>A year before the plan can be no year of a target.</summary>
    public static bool IsBaseline(TimeWord word, PlanYears plan) => word.Year is { } year && plan.IsPast(year);

    private static bool Is(TimeWord word, PlanTarget target, PlanYears plan) =>
        word.Kind switch
        {
            TimeKind.Year => word.Year == target.Year || IsBaseline(word, plan),
            TimeKind.Compared => word.Year < target.Year,
            TimeKind.KeptUntil => target.YearFrom.Kind == YearSource.OwnWords,
            TimeKind.Phase => word.Year == target.Year,
            TimeKind.Yearly => target.Recurrence is not null,
            _ => false,
        };
}
