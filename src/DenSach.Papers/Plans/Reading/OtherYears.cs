namespace DenSach.Papers.Plans.Reading;

/// <summary>Years of a sentence that stand at other figures: which of them hold for one, and how far each goes.</summary>
internal static class OtherYears
{
    private const int LongestList = 8;
    private static readonly Pattern HasFigure = Pattern.Of(@"^ ?(la|:|dat|=|co|duoc|moi)?( dat| duoc| la)? ?\d");

    /// <summary>"9/11 xã … (năm 2030 là 11/11)": the year in the bracket has a figure of its own.</summary>
    public static bool IsAside(MappedText sentence, int from, YearMention mention)
    {
        var between = sentence.Folded.AsSpan(from, mention.Start - from);
        var open = between.LastIndexOf('(');
        return open >= 0 && between[open..].IndexOf(')') < 0 && HasFigure.IsMatch(sentence.Folded[mention.End..]);
    }

    public static bool PartsStop(string folded, int from, int to) => to > from && folded.AsSpan(from, to - from).Contains(';');

    /// <summary>Whether another figure stands before the year in its own part of the sentence.</summary>
    public static bool StandsBehindAFigure(string folded, IReadOnlyList<TargetClause> clauses, int year)
    {
        var part = folded.AsSpan(0, year).LastIndexOf(';') + 1;
        return clauses.Any(c => c.Figure.Start >= part && c.Figure.End <= year);
    }

    public static bool IsInBracket(string folded, int at) =>
        folded.LastIndexOf('(', at) is >= 0 and var open && folded.IndexOf(')', open) is var close && (close < 0 || close > at);

    /// <summary>
    /// "60 % A, 50 % B và 40 % C đạt danh hiệu … vào năm 2025": those without a verb of their own share that of the last, and its year.
    /// </summary>
    public static YearMention? OfTheList(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, List<YearMention> mentions)
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
        var behind = mentions.Where(m => m.Start >= clauses[last].Figure.End && m.End <= to && !PartsStop(sentence.Folded, clauses[last].Figure.End, m.Start)).ToList();
        // A semicolon parts the items of such a list as a comma does, where its last item says what all of them reach.
        return last > k && behind is [var year] && (clauses[last].HasVerb || sentence.Folded.AsSpan(from, year.Start - from).IndexOf(';') < 0) ? year : null;
    }

    /// <summary>"đạt 36 % vào năm 2026 và 42 % vào năm 2030, bình quân tăng 1,5 %/năm": the last year named in the same part of the sentence.</summary>
    public static YearMention? NamedBefore(MappedText sentence, List<YearMention> mentions, TargetClause clause) =>
        mentions.LastOrDefault(m => m.End <= clause.Figure.Start && !PartsStop(sentence.Folded, m.End, clause.Figure.Start));

    /// <summary>"60 % A, 80 % B vào năm 2030": a year behind a later figure of the sentence, while no figure before has its own.</summary>
    public static YearMention? Shared(MappedText sentence, List<YearMention> mentions, IReadOnlyList<TargetClause> clauses, int k) =>
        mentions.FirstOrDefault(m => m.Start >= clauses[k].Figure.End && !sentence.Folded.AsSpan(clauses[k].Figure.End, m.Start - clauses[k].Figure.End).Contains(';'));
}
