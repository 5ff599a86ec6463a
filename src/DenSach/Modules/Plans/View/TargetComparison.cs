using DenSach.Papers.Plans;
using DenSach.Platform.Text;

namespace DenSach.Modules.Plans.View;

/// <summary>How a target of one's own stands to the same target of the level above.</summary>
public enum AgainstAbove
{
    Same,
    Higher,
    Lower,

    /// <summary>The level above asks it and this plan says nothing of it.</summary>
    Missing,

    /// <summary>Only this plan asks it.</summary>
    OwnOnly,
}

/// <param name="What">The title, or what is measured.</param>
/// <param name="Above">What the level above asks; null where it asks nothing.</param>
/// <param name="Own">What this plan asks; null where it is missing.</param>
/// <param name="Key">By which a target of one plan is found in another: subject, unit, folded words, year.</param>
public sealed record ComparedTarget(PlanSubject Subject, string What, int? Year, string? Above, string? Own, AgainstAbove Verdict, (PlanSubject, string, string, int?) Key);

/// <summary>
/// Own targets beside those of the level above: the same unit (per cent or a number), subject, title and year are one line. Figures that a plan only quotes (what the Government asks, what was
/// reached) are no targets of its own and are left out.
/// </summary>
public static class TargetComparison
{
    public static IReadOnlyList<ComparedTarget> Of(IEnumerable<PlanTarget> own, int? firstYear, IEnumerable<PlanTarget> above)
    {
        var mine = own.Where(IsCompared).ToLookup(KeyOf);
        var theirs = above.Where(IsCompared).ToLookup(KeyOf);
        return
        [
            .. theirs.Where(t => Concerns(t.First(), firstYear)).Select(t => Line(mine[t.Key].FirstOrDefault(), t.First())),
            .. mine.Where(m => !theirs.Contains(m.Key)).Select(m => Line(m.First(), null)),
        ];
    }

    /// <summary>What a plan asks that concerns some of those below it and that none of them took.</summary>
    public static IReadOnlyList<ComparedTarget> NobodyTook(IEnumerable<PlanTarget> asked, IReadOnlyCollection<(int? FirstYear, IEnumerable<PlanTarget> Targets)> below)
    {
        var taken = below.SelectMany(b => b.Targets).Where(IsCompared).Select(KeyOf).ToHashSet();
        return [.. asked.Where(IsCompared).DistinctBy(KeyOf).Where(t => !taken.Contains(KeyOf(t)) && below.Any(b => Concerns(t, b.FirstYear))).Select(t => Line(null, t))];
    }

    private static bool IsCompared(PlanTarget target) => target is { IsOwn: true, Scope: null, Unit: "%" or "count" };

    /// <summary>A target to be reached before a plan even began is none of its business.</summary>
    private static bool Concerns(PlanTarget above, int? firstYear) => above.Year is not { } year || firstYear is not { } first || year >= first;

    private static (PlanSubject, string, string, int?) KeyOf(PlanTarget target) =>
        (target.Subject, target.Unit, SearchKey.Of(target.Title is { } title ? $"{title} {target.TitleContext}" : $"{target.TitleContext} {Words(target)}"), target.Year);

    /// <summary>What is measured without its numbers, so that the same words with another figure meet.</summary>
    private static string Words(PlanTarget target) => string.Concat(target.Measure.Where(c => !char.IsDigit(c) && c != '%'));

    /// <summary>"Không quá": the smaller figure is the more ambitious one.</summary>
    private static bool IsCeiling(PlanTarget target) => target.Comparator is TargetComparator.AtMost or TargetComparator.LessThan;

    private static ComparedTarget Line(PlanTarget? own, PlanTarget? above)
    {
        var either = own ?? above!;
        var verdict =
            own is null ? AgainstAbove.Missing
            : above is null ? AgainstAbove.OwnOnly
            : own.Value == above.Value ? AgainstAbove.Same
            : own.Value < above.Value == IsCeiling(own) ? AgainstAbove.Higher
            : AgainstAbove.Lower;
        return new ComparedTarget(either.Subject, either.Title ?? either.Measure, either.Year, above?.Asked, own?.Asked, verdict, KeyOf(either));
    }
}
