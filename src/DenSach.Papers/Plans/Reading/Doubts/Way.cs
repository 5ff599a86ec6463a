namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>
/// What stands between a target and the lead-in, heading or title that gave it its year: the giver itself, the headings below it, on each level the lines before
/// that hold no figure of their own and so may govern what follows them, and beside the target what may go on or look back.
/// </summary>
internal sealed class Way(BlockTimes times)
{
    public IEnumerable<TimeWord> To(PlanTarget target, Block block)
    {
        var giver = target.YearFrom.Span;
        var before = times.Before(block) is { } last && MayGoOn(last, block) ? times.Of(last) : [];
        foreach (var word in before.Concat(times.LookingBack(block).SelectMany(times.Of)))
        {
            yield return word;
        }

        for (var at = block; at.Parent is { } parent; at = parent)
        {
            foreach (var sibling in times.Governing(at))
            {
                foreach (var word in times.Of(sibling))
                {
                    yield return word;
                }

                if (Holds(sibling, giver))
                {
                    yield break;
                }
            }

            foreach (var word in times.Of(parent))
            {
                yield return word;
            }

            if (Holds(parent, giver))
            {
                yield break;
            }
        }
    }

    /// <summary>Whether the year is the last one of a phase, that of a heading or the plan's own: nothing states it.</summary>
    public static bool IsEndOfAPhase(PlanTarget target, Block block, PlanYears plan)
    {
        var giver = block.Ancestors.FirstOrDefault(a => Holds(a, target.YearFrom.Span));
        return giver is null
            ? target.YearFrom.Kind == YearSource.Title && plan.OnlyYear is null
            : Years.Ranges(giver.Content).Any(r => giver.Content.Span(r.Start, r.End).Overlaps(target.YearFrom.Span));
    }

    private static bool Holds(Block block, SourceSpan giver) => block.Content.Length > 0 && block.Content.Span().Overlaps(giver);

    /// <summary>
    /// "- Đến năm 2028, 60 % …;" before an item without a year, or a list of its own ("- Đến năm 2028: + … + …"): does its year go on?
    /// </summary>
    private static bool MayGoOn(Block before, Block block) =>
        before.Content.Length > 0
        && before.Depth == block.Depth
        && (
            before.IsHeading
                ? block.Depth > Marker.LeadIn
                : before.Content.Text[^1] is ';' or ',' && Years.Mentions(before.Content) is [var first, ..] && LeadsFigures(before, first)
        );

    private static bool LeadsFigures(Block block, YearMention year) => TargetFigure.Percentages(block.Content) is [var figure, ..] && year.Start < figure.Start;
}
