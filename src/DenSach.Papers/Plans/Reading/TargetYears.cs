namespace DenSach.Papers.Plans.Reading;

/// <summary>The year a figure belongs to, and a sentence where that is not certain.</summary>
/// <param name="Year">The year, or null where none stands.</param>
/// <param name="Doubt">Why it is not certain, or null.</param>
/// <param name="Yearly">The figure is asked of every year ("mỗi năm", "hằng năm").</param>
internal readonly record struct YearReading(int? Year, string? Doubt, bool Yearly = false);

/// <summary>Gives each figure of a sentence its year. A wrong year is the worst error a reading can hold: whatever is not plain carries a doubt.</summary>
internal static class TargetYears
{
    private static readonly Pattern EveryYear = Pattern.Of(@"\b(moi nam|hang nam|tung nam)\b|/ ?nam\b");

    private static readonly Pattern Label = Pattern.Of("^ ?[:=(-] ?(dat )?$");

    public static List<YearReading> Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, YearContext context)
    {
        var mentions = Years.Mentions(sentence);
        var phases = Years.Ranges(sentence).Where(r => !r.Quoted && r.Range != context.PlanPeriod).ToList();
        var readings = new List<YearReading>();
        int? spokenBefore = null;
        for (var k = 0; k < clauses.Count; k++)
        {
            var clause = clauses[k];
            var windowEnd = k + 1 < clauses.Count ? Math.Min(clauses[k + 1].Start, clauses[k + 1].Figure.Start) : sentence.Length;
            // What stands behind a semicolon speaks of the next figure.
            var stop = sentence.Folded.IndexOf(';', clause.Figure.End);
            windowEnd = stop >= 0 ? Math.Min(windowEnd, Math.Max(stop, clause.End)) : windowEnd;
            var windowStart = k == 0 ? 0 : clauses[k - 1].End;
            var own = mentions.Where(m => m.Start >= windowStart && m.End <= Math.Max(windowEnd, clause.End)).ToList();
            var lead = own.Where(m => m.End <= clause.Figure.Start).ToList();
            var tail = own.Where(m => m.Start >= clause.Figure.End).ToList();
            var yearly = EveryYear.IsMatch(sentence.Folded[windowStart..Math.Max(windowStart, Math.Max(windowEnd, clause.End))]);
            var phase = phases.Where(p => p.End <= clause.Figure.Start).Select(p => (YearRange?)p.Range).LastOrDefault();
            var reading = Choose(lead, tail, spokenBefore, context, SharedYear(mentions, clauses, k), phase, yearly) with { Yearly = yearly };
            if (clause.Figure.Unit == "%/year" && own.Count == 0 && spokenBefore is not null)
            {
                reading = reading with { Doubt = "Con số tăng từng năm đứng sau một năm khác trong câu" };
            }

            // "2026 (45 %), 2027 (48 %)": the year is the label of its figure, and the next year that of the next.
            if (lead.Count > 0 && Label.IsMatch(sentence.Folded[lead[^1].End..clause.Figure.Start]))
            {
                readings.Add(new(lead[^1].Year, null, yearly));
                spokenBefore = lead[^1].Year;
                continue;
            }

            var window = sentence.Slice(windowStart, Math.Max(windowStart, Math.Max(windowEnd, clause.End)));
            readings.Add(reading.Doubt is null ? reading with { Doubt = Unexplained(window, reading.Year, context) } : reading);
            spokenBefore = lead.Count > 0 ? lead[^1].Year : spokenBefore;
        }

        return readings;
    }

    /// <summary>A year or a phase beside the figure that is not the year it was given.</summary>
    private static string? Unexplained(MappedText window, int? year, YearContext context)
    {
        var other = Years.All(window).Where(y => y != year).Select(y => (int?)y).FirstOrDefault();
        var phase = Years.Ranges(window).Where(r => !r.Quoted && r.Range.To != year && r.Range != context.PlanPeriod).Select(r => (YearRange?)r.Range).FirstOrDefault();
        return other is not null ? $"Cạnh con số này có năm {other}"
            : phase is { } p ? $"Cạnh con số này có giai đoạn {p.From}-{p.To}"
            : null;
    }

    private static YearReading Choose(List<YearMention> lead, List<YearMention> tail, int? spokenBefore, YearContext context, int? shared, YearRange? phaseBefore, bool yearly)
    {
        var distinct = lead.Concat(tail).Select(m => m.Year).Distinct().ToList();
        if (distinct.Count > 1)
        {
            return new(tail.Count > 0 ? tail[0].Year : lead[^1].Year, "Câu có nhiều năm quanh con số này");
        }

        if (distinct.Count == 1)
        {
            return new(distinct[0], null);
        }

        if (spokenBefore is { } spoken)
        {
            return new(spoken, null);
        }

        if (phaseBefore is { } spokenPhase)
        {
            return new(spokenPhase.To, $"Câu ghi giai đoạn {spokenPhase.From}-{spokenPhase.To}, lấy năm cuối");
        }

        if (!yearly && shared is { } later && later != context.Year)
        {
            return context.Year is { } stated
                ? new(stated, $"Lấy năm {stated} của đề mục, nhưng cùng câu có năm {later}")
                : new(later, $"Năm {later} đứng ở con số sau trong cùng câu");
        }

        return context.Year is { } year ? new(year, context.Doubt)
            : yearly && !context.InPhase ? new(null, null)
            : context.Phase is { } phase ? new(phase.To, $"Văn bản không ghi năm; lấy năm cuối của giai đoạn {phase.From}-{phase.To}")
            : new(null, "Không thấy năm của chỉ tiêu này");
    }

    /// <summary>"60 % A, 80 % B vào năm 2030": a year behind a later figure of the sentence, while no figure before has its own.</summary>
    private static int? SharedYear(List<YearMention> mentions, IReadOnlyList<TargetClause> clauses, int k) =>
        mentions.Where(m => m.Start >= clauses[k].Figure.End).Select(m => (int?)m.Year).FirstOrDefault();
}

/// <summary>What headings above a paragraph say about its year.</summary>
/// <param name="Year">The year of the nearest heading that names one.</param>
/// <param name="Phase">The period to fall back on: a heading's, else the plan's.</param>
/// <param name="PlanPeriod">The plan's own period, named so often that it says nothing about one figure.</param>
/// <param name="Doubt">Why <paramref name="Year"/> is not certain, or null.</param>
/// <param name="InPhase">A heading names the phase itself.</param>
internal readonly record struct YearContext(int? Year, YearRange? Phase, YearRange? PlanPeriod, string? Doubt = null, bool InPhase = false)
{
    public static YearContext Of(Block block, YearRange? planPeriod)
    {
        for (var at = block; at.Parent is { } parent; at = parent)
        {
            // "- Đến năm 2025:" governs the items that follow it on its own level.
            var leadIn = parent.Children.TakeWhile(c => c != at).LastOrDefault(c => c.Content.Text.EndsWith(':') && c.Depth == at.Depth && Years.OfHeading(c.Content) is not null);
            if (leadIn is not null && at == block)
            {
                return new(Years.OfHeading(leadIn.Content), planPeriod, planPeriod);
            }

            var heading = parent.Content;
            if (Years.OfHeading(heading) is { } year)
            {
                return new(year, planPeriod, planPeriod);
            }

            if (Years.All(heading).Count > 1)
            {
                return new(null, planPeriod, planPeriod);
            }

            if (Years.PhaseOfHeading(heading) is { } phase)
            {
                return new(null, phase, planPeriod, InPhase: true);
            }
        }

        return planPeriod is { } period && period.From == period.To ? new(period.From, null, planPeriod) : new(null, planPeriod, planPeriod);
    }
}
