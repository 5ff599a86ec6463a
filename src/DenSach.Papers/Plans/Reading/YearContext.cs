namespace DenSach.Papers.Plans.Reading;

/// <summary>What stands above a paragraph about its year: a lead-in, a heading, or the plan's own period.</summary>
/// <param name="Stated">The one year of the nearest lead-in or heading that names any.</param>
/// <param name="Phase">The period to fall back on: a heading's, else the plan's.</param>
/// <param name="PhaseFrom">The words that name <paramref name="Phase"/>.</param>
/// <param name="PlanPeriod">The plan's own period, named so often that it says nothing about one figure.</param>
/// <param name="InPhase">A heading names the phase itself.</param>
internal readonly record struct YearContext(StatedYear? Stated, YearRange? Phase, YearFrom PhaseFrom, YearRange? PlanPeriod, bool InPhase = false)
{
    private static readonly Pattern Yearly = Pattern.Of("^[^a-z]*(chi tieu|muc tieu)( [a-z]+){0,3} (hang|moi) nam ?:");

    public int? Year => Stated?.Year;

    /// <summary>The fallback: the last year of the phase.</summary>
    public StatedYear? EndOfPhase => Phase is { } phase ? new(phase.To, PhaseFrom) : null;

    public static YearContext Of(Block block, PlanYears plan)
    {
        // "Chỉ tiêu hằng năm: …" below the figures of a year: it says itself when, and is none of that year's.
        if (Yearly.IsMatch(block.Content.Folded))
        {
            return new(null, plan.Period, plan.From, plan.Period);
        }

        for (var at = block; at.Parent is { } parent; at = parent)
        {
            // "- Đến năm 2025:" governs the items that follow it on its own level.
            var leadIn = parent
                .Children.TakeWhile(c => c != at)
                .LastOrDefault(c => c.Content.Text.EndsWith(':') && c.Depth == at.Depth && c.Children.Count == 0 && Years.OfHeading(c.Content) is not null);
            if (leadIn is not null && at == block)
            {
                return new(Years.OfHeading(leadIn.Content) is { } led ? YearOf(leadIn, led, YearSource.LeadIn) : null, plan.Period, plan.From, plan.Period);
            }

            var heading = parent.Content;
            if (Years.OfHeading(heading) is { } year)
            {
                return new(YearOf(parent, year, heading.Text.EndsWith(':') ? YearSource.LeadIn : YearSource.Heading), plan.Period, plan.From, plan.Period);
            }

            if (Years.SchoolYearOfHeading(heading) is { } schoolYear)
            {
                return new(null, schoolYear.Range, From(parent, schoolYear, YearSource.Heading), plan.Period, InPhase: true);
            }

            if (Years.All(heading).Count > 1)
            {
                return new(null, plan.Period, plan.From, plan.Period);
            }

            if (Years.PhaseOfHeading(heading) is { } phase)
            {
                return new(null, phase, From(parent, Years.Ranges(heading).First(r => !r.Quoted), YearSource.Heading), plan.Period, InPhase: parent.Depth != Marker.Part);
            }
        }

        return plan.OnlyYear is { } only ? new(new(only, plan.From), null, default, plan.Period) : new(null, plan.Period, plan.From, plan.Period);
    }

    /// <summary>The years of a heading that names several: "Mục tiêu đến năm 2025 và năm 2030".</summary>
    public static IReadOnlyList<StatedYear> SeveralAbove(Block block) =>
        block.Parent is { } heading && Years.All(heading.Content) is { Count: > 1 } years ? [.. years.Select(y => YearOf(heading, y, YearSource.Heading))] : [];

    /// <summary>The year that one paragraph names, above a table for example.</summary>
    public static YearContext Above(Block block, int year, PlanYears plan) => new(YearOf(block, year, YearSource.LeadIn), null, default, plan.Period);

    private static StatedYear YearOf(Block block, int year, YearSource kind)
    {
        var mention = Years.Written(block.Content).First(m => m.Year == year);
        return new(year, new(kind, Years.Words(block.Content, mention), block.Mark));
    }

    private static YearFrom From(Block block, (YearRange Range, int Start, int End, bool Quoted) range, YearSource kind) =>
        new(kind, Years.Words(block.Content, range.Start, range.End), block.Mark);
}
