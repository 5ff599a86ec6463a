namespace DenSach.Papers.Plans.Reading;

/// <summary>The year a figure belongs to, and a sentence where that is not certain.</summary>
/// <param name="Year">The year, or null where none stands.</param>
/// <param name="Doubt">Why it is not certain, or null.</param>
/// <param name="From">The words that gave it.</param>
/// <param name="Yearly">The figure is asked of every year ("mỗi năm", "hằng năm").</param>
internal readonly record struct YearReading(int? Year, string? Doubt, YearFrom From = default, bool Yearly = false);

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
        YearMention? spokenBefore = null;
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
            var phase = phases.Where(p => p.End <= clause.Figure.Start).Cast<(YearRange Range, int Start, int End, bool Quoted)?>().LastOrDefault();
            var reading = Choose(sentence, lead, tail, spokenBefore, context, SharedYear(mentions, clauses, k), phase, yearly) with { Yearly = yearly };
            if (clause.Figure.Unit == "%/year" && own.Count == 0 && spokenBefore is not null)
            {
                reading = reading with { Doubt = "Con số tăng từng năm đứng sau một năm khác trong câu" };
            }

            // "2026 (45 %), 2027 (48 %)": the year is the label of its figure, and the next year that of the next.
            if (lead.Count > 0 && Label.IsMatch(sentence.Folded[lead[^1].End..clause.Figure.Start]))
            {
                readings.Add(new(lead[^1].Year, null, From(sentence, lead[^1], YearSource.OwnWords), yearly));
                spokenBefore = lead[^1];
                continue;
            }

            var window = sentence.Slice(windowStart, Math.Max(windowStart, Math.Max(windowEnd, clause.End)));
            readings.Add(reading.Doubt is null ? reading with { Doubt = Unexplained(window, reading.Year, context) } : reading);
            spokenBefore = lead.Count > 0 ? lead[^1] : spokenBefore;
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

    private static YearReading Choose(
        MappedText sentence,
        List<YearMention> lead,
        List<YearMention> tail,
        YearMention? spokenBefore,
        YearContext context,
        YearMention? shared,
        (YearRange Range, int Start, int End, bool Quoted)? phaseBefore,
        bool yearly
    )
    {
        if (lead.Count + tail.Count > 0)
        {
            var own = tail.Count > 0 ? tail[0] : lead[^1];
            var several = lead.Concat(tail).Any(m => m.Year != own.Year);
            return new(own.Year, several ? "Câu có nhiều năm quanh con số này" : null, From(sentence, own, YearSource.OwnWords));
        }

        if (spokenBefore is { } spoken)
        {
            return new(spoken.Year, null, From(sentence, spoken, YearSource.Sentence));
        }

        if (phaseBefore is { Range: var said } phrase)
        {
            return new(said.To, $"Câu ghi giai đoạn {said.From}-{said.To}, lấy năm cuối", new(YearSource.Sentence, Years.Words(sentence, phrase.Start, phrase.End)));
        }

        if (!yearly && shared is { } later && later.Year != context.Year)
        {
            return context.Stated is { } stated
                ? new(stated.Year, $"Lấy năm {stated.Year} của đề mục, nhưng cùng câu có năm {later.Year}", stated.From)
                : new(later.Year, $"Năm {later.Year} đứng ở con số sau trong cùng câu", From(sentence, later, YearSource.Sentence));
        }

        return context.Stated is { } above ? new(above.Year, null, above.From)
            : yearly && !context.InPhase ? new(null, null)
            : context.EndOfPhase is { } end && context.Phase is { } phase ? new(end.Year, $"Văn bản không ghi năm; lấy năm cuối của giai đoạn {phase.From}-{phase.To}", end.From)
            : new(null, "Không thấy năm của chỉ tiêu này");
    }

    private static YearFrom From(MappedText sentence, YearMention mention, YearSource kind) => new(kind, Years.Words(sentence, mention));

    /// <summary>"60 % A, 80 % B vào năm 2030": a year behind a later figure of the sentence, while no figure before has its own.</summary>
    private static YearMention? SharedYear(List<YearMention> mentions, IReadOnlyList<TargetClause> clauses, int k) =>
        mentions.Where(m => m.Start >= clauses[k].Figure.End).Cast<YearMention?>().FirstOrDefault();
}
