namespace DenSach.Papers.Plans.Reading;

/// <summary>The title of those whom a clause counts, where its own words do not name it.</summary>
internal static class ClauseTitle
{
    private const int MostFiguresBeforeATitle = 8;
    private static readonly Pattern Label = Pattern.Of($"(^|[;.:-] ?|\\b(ve|danh hieu|mo hinh|chi tieu|ty le) \"?|so (nguoi|ho|luong)[^:;]{{0,60}}){Titles.Form}[ \"]*(nam \\d{{4}} ?)?:[^:]*$");
    private static readonly Pattern Each = Pattern.Of(@"\b(danh hieu|mo hinh)( [^:;%]{0,60})? hoc tap\b[^:;%]{0,60}:[^:]*$");
    private static readonly Pattern InBrackets = Pattern.Of(@"\([^()]{0,30}$");

    public static string? Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom, PlanTarget? parent)
    {
        var clause = clauses[k];
        return Later(clauses, k, whom.Subject) ?? BehindBracket(sentence, clause, whom.Subject) ?? FromLabel(sentence, clause, whom.Subject) ?? Again(clauses, k, whom, parent);
    }

    /// <summary>One title closes several figures: "60 % người lao động …, 80 % cán bộ … đạt danh hiệu …".</summary>
    private static string? Later(IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject)
    {
        if (k + 1 >= clauses.Count || clauses[k].Trailing || clauses[k].HasPredicate(Subjects.Opening(clauses[k].Words)?.End ?? 0))
        {
            return null;
        }

        var closing = clauses.Skip(k + 1).Take(MostFiguresBeforeATitle).FirstOrDefault(c => c.HasPredicate(Subjects.Opening(c.Words)?.End ?? 0));
        return closing is null ? null : TargetWords.TitleFor(subject, closing.Words) ?? TargetWords.Whom(closing.Words).Title;
    }

    /// <summary>"17/21 thôn (80,9 %) được công nhận …", "3.150 gia đình (75 %), 42 dòng họ (65 %) đạt danh hiệu học tập": what is said of them stands behind the bracket.</summary>
    private static string? BehindBracket(MappedText sentence, TargetClause clause, PlanSubject subject)
    {
        if (!clause.Trailing || Titles.Of(subject) is not { } own || !InBrackets.IsMatch(sentence.Folded[Math.Max(0, clause.Figure.Start - 40)..clause.Figure.Start]))
        {
            return null;
        }

        var stop = sentence.Folded.IndexOf(';', clause.Figure.End);
        var behind = sentence.Slice(clause.Figure.End, stop < 0 ? sentence.Length : stop);
        return TargetWords.TitleFor(subject, behind) == own ? own : null;
    }

    /// <summary>"Công dân học tập: 40 % người lao động; 60 % cán bộ", "các danh hiệu học tập: gia đình 80 %, dòng họ 75 %": the title stands once, before a colon.</summary>
    private static string? FromLabel(MappedText sentence, TargetClause clause, PlanSubject subject)
    {
        if (Titles.Of(subject) is not { } own)
        {
            return null;
        }

        var before = sentence.Folded[..clause.Figure.Start];
        var label = Label.Match(before);
        return label.Success ? (Titles.Name(label.Groups[4].Value) == own ? own : null)
            : !clause.HasVerb && Each.IsMatch(before) ? own
            : null;
    }

    /// <summary>"01 huyện được công nhận “Huyện học tập” vào năm 2025, 03 huyện vào năm 2030": nothing else is said of the second.</summary>
    private static string? Again(IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom, PlanTarget? parent) =>
        k > 0 && clauses[k - 1].Figure.Unit == "count" && clauses[k].Figure.Unit == "count" && parent is { Title: { } title } && parent.Subject == whom.Subject && !clauses[k].HasVerb ? title : null;
}
