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
/// <param name="Key">By which a target of one plan is found in another: subject, folded words, year.</param>
public sealed record ComparedTarget(PlanSubject Subject, string What, int? Year, string? Above, string? Own, AgainstAbove Verdict, (PlanSubject, string, int?) Key);

/// <summary>
/// Own targets beside those of the level above: the same subject, title and year are one line. Figures that a plan only quotes (what the Government asks, what was
/// reached) are no targets of its own and are left out.
/// </summary>
public static class TargetComparison
{
    public static IReadOnlyList<ComparedTarget> Of(Plan own, Plan above)
    {
        var mine = own.Targets.Where(IsCompared).ToLookup(KeyOf);
        var theirs = above.Targets.Where(IsCompared).ToLookup(KeyOf);
        return
        [
            .. theirs.Where(t => Concerns(t.First(), own)).Select(t => Line(mine[t.Key].FirstOrDefault(), t.First())),
            .. mine.Where(m => !theirs.Contains(m.Key)).Select(m => Line(m.First(), null)),
        ];
    }

    private static bool IsCompared(PlanTarget target) => target.IsOwn && target.Scope is null && target.Unit == "%";

    /// <summary>A target to be reached before this plan even began is none of its business.</summary>
    private static bool Concerns(PlanTarget above, Plan own) => above.Year is not { } year || own.FirstYear is not { } first || year >= first;

    private static (PlanSubject, string, int?) KeyOf(PlanTarget target) =>
        (target.Subject, SearchKey.Of(target.Title is { } title ? $"{title} {target.TitleContext}" : $"{target.TitleContext} {Words(target)}"), target.Year);

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
