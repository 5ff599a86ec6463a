namespace DenSach.Papers.Plans.Reading;

/// <summary>Gives each figure of a sentence its year. Whether it is beyond doubt is asked afterwards, of all targets alike: see <see cref="Doubts.YearExamination"/>.</summary>
internal static class TargetYears
{
    private const int NearYear = 10;
    private static readonly Pattern EveryYear = Pattern.Of(@"\b(moi nam|hang nam|tung nam)\b|/ ?nam\b");

    private static readonly Pattern Opening = Pattern.Of("^ ?:");
    private static readonly Pattern Part = Pattern.Of(@"[;,.(] ?([Rr]iêng|[Tt]rong (số |tổng số )?đó)\b[^;%]*$");
    private static readonly Pattern Aims = Pattern.Of(@"\b(phan dau|muc tieu|chi tieu)\b");
    private static readonly Pattern Reached = Pattern.Of(@"\b(da dat|dat duoc|da (duoc )?cong nhan|da co)( trong| tu| vao)?( cuoi)?( nam)? $");
    private static readonly Pattern Label = Pattern.Of("^ ?[:=(-] ?(dat )?$");

    public static List<YearReading> Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, YearContext context, PlanYears plan)
    {
        var mentions = Years.Mentions(sentence);
        if (plan.Period is { } period && Years.EndsOfThePlan(sentence, period.To).ToList() is { Count: > 0 } ends)
        {
            mentions = [.. mentions.Concat(ends.Where(e => !mentions.Exists(m => m.Start >= e.End && m.Start - e.End < NearYear))).OrderBy(m => m.Start)]; // not "cuối kỳ (năm 2028)"
        }

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
                && OtherYears.PartsStop(sentence.Folded, clauses[k - 1].Figure.End, clause.Figure.Start)
                && OtherYears.StandsBehindAFigure(sentence.Folded, clauses, inside.Start)
            )
            {
                spokenBefore = mentions.FirstOrDefault(m => m.End <= clauses[0].Figure.Start && Opening.IsMatch(sentence.Folded[m.End..]));
            }

            // "Kết quả năm 2020 đạt 58 %, phấn đấu 68 % …": where they stood says nothing of what is aimed at.
            spokenBefore = spokenBefore is { } stood && plan.IsPast(stood.Year) && Aims.IsMatch(clause.Lead) ? null : spokenBefore;
            var windowEnd = k + 1 < clauses.Count ? Math.Min(clauses[k + 1].Start, clauses[k + 1].Figure.Start) : sentence.Length;
            // What stands behind a semicolon speaks of the next figure.
            var stop = sentence.Folded.IndexOf(';', clause.Figure.End);
            windowEnd = stop >= 0 ? Math.Min(windowEnd, Math.Max(stop, clause.End)) : windowEnd;
            var windowStart = k == 0 ? 0 : clauses[k - 1].End;
            var own = mentions.Where(m => m.Start >= windowStart && m.End <= Math.Max(windowEnd, clause.End)).ToList();
            var lead = own.Where(m => m.End <= clause.Figure.Start).ToList();
            var tail = own.Where(m => m.Start >= clause.Figure.End && !OtherYears.IsAside(sentence, clause.Figure.End, m) && !IsOfAResult(m)).ToList();
            var yearly = EveryYear.IsMatch(sentence.Folded[windowStart..Math.Max(windowStart, Math.Max(windowEnd, clause.End))]);
            var phase = phases.Where(p => p.End <= clause.Figure.Start).Cast<(YearRange Range, int Start, int End, bool Quoted)?>().LastOrDefault();
            var reading = Choose(
                sentence,
                lead,
                tail,
                spokenBefore,
                context,
                OtherYears.Shared(sentence, mentions, clauses, k),
                OtherYears.OfTheList(sentence, clauses, k, mentions),
                phase,
                yearly
            ) with
            {
                Yearly = yearly,
            };
            if (clause.Figure.Unit == "%/year" && own.Count == 0 && (spokenBefore ?? OtherYears.NamedBefore(sentence, mentions, clause)) is { } named)
            {
                // "mỗi năm sau tăng 3 %, đến năm 2025 đạt 70 %": it grows until the next year, and behind the last until that.
                var until = OtherYears.Shared(sentence, mentions, clauses, k) ?? named;
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
            spokenBefore = lead.Count > 0 && !OtherYears.IsInBracket(sentence.Folded, lead[^1].Start) ? lead[^1] : spokenBefore;
        }

        return readings;

        // "duy trì danh hiệu đã đạt năm 2022": what was reached before the plan is kept, and not the figure's year.
        bool IsOfAResult(YearMention mention) => plan.IsPast(mention.Year) && Reached.IsMatch(sentence.Folded[..mention.Start]);
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

    private static YearFrom From(MappedText sentence, YearMention mention, YearSource kind) => new(kind, Years.Words(sentence, mention));
}
