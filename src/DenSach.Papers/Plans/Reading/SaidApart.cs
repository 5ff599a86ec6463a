namespace DenSach.Papers.Plans.Reading;

/// <summary>One named place of which a sentence tells apart from the others: "85 % gia đình đạt danh hiệu …, riêng thị trấn Phố Mới đạt 90 % gia đình".</summary>
internal static class SaidApart
{
    private static readonly Pattern Lead = Pattern.Of(
        @"^riêng (?:đối với |ở |tại )?((?:thôn|bản|làng|ấp|buôn|khóm|khu phố|tổ dân phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)(?: số)? [\p{Lu}0-9][^;:%.,]*?),? (?:thì |phải |phấn đấu |cần )*(?:đạt|là|có|từ|ít nhất|tối thiểu|trên|khoảng)\b"
    );

    /// <summary>The place, or null.</summary>
    public static string? Place(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k) =>
        Start(sentence, clauses[k]) is >= 0 and var start
        && Lead.Match($"r{sentence.Text[(start + 1)..clauses.First(c => c.Figure.Start > start).Figure.Start]}") is { Success: true } lead
            ? lead.Groups[1].Value
            : null;

    /// <summary>The title that those counted were said to hold before the place is named, where nothing else is said of them there.</summary>
    public static string? Title(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject)
    {
        if (clauses[k].Trailing || clauses[k].HasVerb || Start(sentence, clauses[k]) is not (> 0 and var start))
        {
            return null;
        }

        var before = Enumerable.Range(0, k).Where(i => clauses[i].Figure.End <= start).Select(i => ClauseWords.Whom(sentence, clauses, i, null));
        return before.LastOrDefault(w => w.Subject == subject && w.Title is not null).Title;
    }

    /// <summary>Where "riêng" stands that governs the figure; -1 where none does.</summary>
    private static int Start(MappedText sentence, TargetClause clause)
    {
        var start = sentence.Folded.LastIndexOf("rieng ", clause.Figure.Start, StringComparison.Ordinal);
        return start >= 0 && sentence.Folded.AsSpan(start, clause.Figure.Start - start).IndexOf(';') < 0 && (start == 0 || sentence.Folded[start - 1] is ' ' or '(') ? start : -1;
    }
}
