namespace DenSach.Papers.Plans.Reading;

/// <summary>The year a figure belongs to, and a sentence where that is not certain.</summary>
/// <param name="Year">The year, or null where none stands.</param>
/// <param name="Doubt">Why it is not certain, or null.</param>
/// <param name="From">The words that gave it.</param>
/// <param name="Yearly">The figure is asked of every year ("mỗi năm", "hằng năm").</param>
internal readonly record struct YearReading(int? Year, string? Doubt, YearFrom From = default, bool Yearly = false);

/// <summary>Gives each figure of a sentence its year. Whether it is beyond doubt is asked afterwards, of all targets alike: see <see cref="Doubts.YearExamination"/>.</summary>
internal static class TargetYears
{
    private const int LongestList = 8;
    private static readonly Pattern EveryYear = Pattern.Of(@"\b(moi nam|hang nam|tung nam)\b|/ ?nam\b");

    private static readonly Pattern Opening = Pattern.Of("^ ?:");
    private static readonly Pattern Part = Pattern.Of(@"[;,.(] ?([Rr]iêng|[Tt]rong (số |tổng số )?đó)\b[^;%]*$");
    private static readonly Pattern HasFigure = Pattern.Of(@"^ ?(la|:|dat|=|co|duoc|moi)?( dat| duoc| la)? ?\d");
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
            // "Đến năm 2028: 70 % A, năm 2030 đạt 90 %; 50 % B, năm 2030 đạt 75 %": a year inside one part says nothing of the next, the one before the colon does.
            if (
                k > 0
                && spokenBefore is { } inside
                && PartsStop(sentence.Folded, clauses[k - 1].Figure.End, clause.Figure.Start)
                && StandsBehindAFigure(sentence.Folded, clauses, inside.Start)
            )
            {
                spokenBefore = mentions.FirstOrDefault(m => m.End <= clauses[0].Figure.Start && Opening.IsMatch(sentence.Folded[m.End..])) is { Year: > 0 } label ? label : null;
            }

            var windowEnd = k + 1 < clauses.Count ? Math.Min(clauses[k + 1].Start, clauses[k + 1].Figure.Start) : sentence.Length;
            // What stands behind a semicolon speaks of the next figure.
            var stop = sentence.Folded.IndexOf(';', clause.Figure.End);
            windowEnd = stop >= 0 ? Math.Min(windowEnd, Math.Max(stop, clause.End)) : windowEnd;
            var windowStart = k == 0 ? 0 : clauses[k - 1].End;
            var own = mentions.Where(m => m.Start >= windowStart && m.End <= Math.Max(windowEnd, clause.End)).ToList();
            var lead = own.Where(m => m.End <= clause.Figure.Start).ToList();
            var tail = own.Where(m => m.Start >= clause.Figure.End && !IsAside(sentence, clause.Figure.End, m)).ToList();
            var yearly = EveryYear.IsMatch(sentence.Folded[windowStart..Math.Max(windowStart, Math.Max(windowEnd, clause.End))]);
            var phase = phases.Where(p => p.End <= clause.Figure.Start).Cast<(YearRange Range, int Start, int End, bool Quoted)?>().LastOrDefault();
            var reading = Choose(
                sentence,
                lead,
                tail,
                spokenBefore,
                context,
                SharedYear(sentence, mentions, clauses, k),
                YearOfTheList(sentence, clauses, k, mentions),
                phase,
                yearly
            ) with
            {
                Yearly = yearly,
            };
            if (clause.Figure.Unit == "%/year" && own.Count == 0 && (spokenBefore ?? NamedBefore(sentence, mentions, clause)) is { } named)
            {
                // "mỗi năm sau tăng 3 %, đến năm 2025 đạt 70 %": it grows until the next year, and behind the last until that.
                var until = SharedYear(sentence, mentions, clauses, k) ?? named;
                reading = new(until.Year, "Con số tăng từng năm đứng sau một năm khác trong câu", From(sentence, until, YearSource.Sentence), yearly);
            }

            // "2026 (45 %), 2027 (48 %)": the year is the label of its figure, and the next year that of the next.
            if (lead.Count > 0 && Label.IsMatch(sentence.Folded[lead[^1].End..clause.Figure.Start]))
            {
                readings.Add(new(lead[^1].Year, null, From(sentence, lead[^1], YearSource.OwnWords), yearly));
                spokenBefore = lead[^1];
                continue;
            }

            // "95 % cán bộ … vào năm 2025; riêng cán bộ cấp xã đạt 90 %": a part of those just counted has their year.
            if (
                k > 0
                && own.Count == 0
                && readings[k - 1] is { Year: not null, From.Kind: YearSource.OwnWords } before
                && Part.IsMatch(sentence.Text[clauses[k - 1].Figure.End..clause.Figure.Start])
            )
            {
                reading = reading with { Year = before.Year, Doubt = null, From = before.From with { Kind = YearSource.Sentence } };
            }

            readings.Add(reading);
            // "… (năm 2030 là 11/11); 100 % xã …": the year in a bracket goes no further than the bracket.
            spokenBefore = lead.Count > 0 && !IsInBracket(sentence.Folded, lead[^1].Start) ? lead[^1] : spokenBefore;
        }

        return readings;
    }

    private static YearReading Choose(
        MappedText sentence,
        List<YearMention> lead,
        List<YearMention> tail,
        YearMention? spokenBefore,
        YearContext context,
        YearMention? shared,
        YearMention? ofTheList,
        (YearRange Range, int Start, int End, bool Quoted)? phaseBefore,
        bool yearly
    )
    {
        if (lead.Count + tail.Count > 0)
        {
            var own = tail.Count > 0 ? tail[0] : lead[^1];
            return new(own.Year, null, From(sentence, own, YearSource.OwnWords));
        }

        if (spokenBefore is { } spoken)
        {
            return new(spoken.Year, null, From(sentence, spoken, YearSource.Sentence));
        }

        if (ofTheList is { } listed)
        {
            return new(listed.Year, null, From(sentence, listed, YearSource.Sentence));
        }

        if (phaseBefore is { Range: var said } phrase)
        {
            return new(said.To, $"Câu ghi giai đoạn {said.From}-{said.To}, lấy năm cuối", new(YearSource.Sentence, Years.Words(sentence, phrase.Start, phrase.End)));
        }

        if (!yearly && shared is { } later && later.Year != context.Year)
        {
            return context.Stated is { } stated
                ? new(stated.Year, null, stated.From)
                : new(later.Year, $"Năm {later.Year} đứng ở con số sau trong cùng câu", From(sentence, later, YearSource.Sentence));
        }

        return context.Stated is { } above ? new(above.Year, null, above.From)
            : yearly && !context.InPhase ? new(null, null)
            : context.EndOfPhase is { } end ? new(end.Year, null, end.From)
            : new(null, "Không thấy năm của chỉ tiêu này");
    }

    /// <summary>"9/11 xã … (năm 2030 là 11/11)": the year in the bracket has a figure of its own.</summary>
    private static bool IsAside(MappedText sentence, int from, YearMention mention)
    {
        var between = sentence.Folded.AsSpan(from, mention.Start - from);
        var open = between.LastIndexOf('(');
        return open >= 0 && between[open..].IndexOf(')') < 0 && HasFigure.IsMatch(sentence.Folded[mention.End..]);
    }

    private static bool PartsStop(string folded, int from, int to) => to > from && folded.AsSpan(from, to - from).Contains(';');

    /// <summary>Whether another figure stands before the year in its own part of the sentence.</summary>
    private static bool StandsBehindAFigure(string folded, IReadOnlyList<TargetClause> clauses, int year)
    {
        var part = folded.AsSpan(0, year).LastIndexOf(';') + 1;
        return clauses.Any(c => c.Figure.Start >= part && c.Figure.End <= year);
    }

    private static bool IsInBracket(string folded, int at) =>
        folded.LastIndexOf('(', at) is >= 0 and var open && folded.IndexOf(')', open) is var close && (close < 0 || close > at);

    private static YearFrom From(MappedText sentence, YearMention mention, YearSource kind) => new(kind, Years.Words(sentence, mention));

    /// <summary>
    /// "60 % A, 50 % B và 40 % C đạt danh hiệu … vào năm 2025": those without a verb of their own share that of the last, and its year.
    /// </summary>
    private static YearMention? YearOfTheList(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, List<YearMention> mentions)
    {
        var last = k;
        while (
            last + 1 < clauses.Count
            && last - k < LongestList
            && !clauses[last].HasVerb
            && clauses[last].Trailing == clauses[k].Trailing
            && !clauses[last + 1].GoesOn
            && !clauses[last + 1].OfParent
        )
        {
            last++;
        }

        var (from, to) = (clauses[k].Figure.End, last + 1 < clauses.Count ? clauses[last + 1].Start : sentence.Length);
        var behind = mentions.Where(m => m.Start >= clauses[last].Figure.End && m.End <= to).ToList();
        return last > k && behind is [var year] && sentence.Folded.AsSpan(from, year.Start - from).IndexOf(';') < 0 ? year : null;
    }

    /// <summary>"đạt 36 % vào năm 2026 và 42 % vào năm 2030, bình quân tăng 1,5 %/năm": the last year named in the same part of the sentence.</summary>
    private static YearMention? NamedBefore(MappedText sentence, List<YearMention> mentions, TargetClause clause) =>
        mentions.Where(m => m.End <= clause.Figure.Start && !PartsStop(sentence.Folded, m.End, clause.Figure.Start)).Cast<YearMention?>().LastOrDefault();

    /// <summary>"60 % A, 80 % B vào năm 2030": a year behind a later figure of the sentence, while no figure before has its own.</summary>
    private static YearMention? SharedYear(MappedText sentence, List<YearMention> mentions, IReadOnlyList<TargetClause> clauses, int k) =>
        mentions
            .Where(m => m.Start >= clauses[k].Figure.End && !sentence.Folded.AsSpan(clauses[k].Figure.End, m.Start - clauses[k].Figure.End).Contains(';'))
            .Cast<YearMention?>()
            .FirstOrDefault();
}
