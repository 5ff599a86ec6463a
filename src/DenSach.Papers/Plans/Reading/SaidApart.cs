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

    /// <summary>The target of such a place with what was said before of those it counts, where nothing else is said of them there.</summary>
    public static PlanTarget? Of(PlanTarget? target, TargetClause clause, IEnumerable<PlanTarget> before) =>
        target is { Title: null, Scope: not null }
        && !clause.Trailing
        && !clause.HasVerb
        && before.LastOrDefault(t => t.Subject == target.Subject && t.Title is not null) is { } said
            ? target with
            {
                Title = said.Title,
                Measure = said.Measure,
            }
            : target;

    /// <summary>Where "riêng" stands that governs the figure; -1 where none does.</summary>
    private static int Start(MappedText sentence, TargetClause clause)
    {
        var start = sentence.Folded.LastIndexOf("rieng ", clause.Figure.Start, StringComparison.Ordinal);
        return start >= 0 && sentence.Folded.AsSpan(start, clause.Figure.Start - start).IndexOf(';') < 0 && (start == 0 || sentence.Folded[start - 1] is ' ' or '(') ? start : -1;
    }
}
