namespace DenSach.Papers.Plans.Reading;

/// <summary>A title that a sentence names for a figure in front of it or somewhere behind it, often once for several.</summary>
internal static class SharedTitle
{
    private const int MostFiguresBeforeATitle = 8;
    private static readonly Pattern Given = Pattern.Of(
        @"\b(cong nhan|trao|danh hieu|xet)( danh hieu)? ?""? ?(?<title>gia dinh|dong ho|cong dong|don vi|cong dan) hoc tap ?""? (cho|doi voi|voi)( it nhat| toi thieu| tren| khoang)* ?$"
    );
    private static readonly Pattern InBrackets = Pattern.Of(@"\([^()]{0,30}$");

    public static string? Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject) =>
        Later(clauses, k, subject) ?? BehindTheLast(sentence, clauses, k, subject) ?? GivenBefore(sentence, clauses, k, subject) ?? BehindBracket(sentence, clauses[k], subject);

    /// <summary>One title closes several figures: "60 % người lao động …, 80 % cán bộ … đạt danh hiệu …".</summary>
    private static string? Later(IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject)
    {
        if (k + 1 >= clauses.Count || clauses[k].Trailing || clauses[k].HasPredicate(Subjects.Opening(clauses[k].Words)?.End ?? 0))
        {
            return null;
        }

        var closing = clauses.Skip(k + 1).Take(MostFiguresBeforeATitle).FirstOrDefault(c => c.HasPredicate(Subjects.Opening(c.Words)?.End ?? 0));
        var title = closing is null ? null : TargetWords.TitleFor(subject, closing.Words) ?? TargetWords.Whom(closing.Words).Title;
        return title is not null && MayHold(subject, title) ? title : null;
    }

    /// <summary>"40 % người lao động trong các gia đình và phải đạt 60 % vào năm 2030 đạt danh hiệu …": behind the figure that goes on.</summary>
    private static string? BehindTheLast(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject)
    {
        var last = k;
        while (last + 1 < clauses.Count && clauses[last + 1].GoesOn)
        {
            last++;
        }

        if (last == k || clauses[k].HasPredicate(Subjects.Opening(clauses[k].Words)?.End ?? 0))
        {
            return null;
        }

        var (from, to) = (clauses[last].Figure.End, last + 1 < clauses.Count ? clauses[last + 1].Start : sentence.Length);
        var stop = sentence.Folded.AsSpan(from, Math.Max(0, to - from)).IndexOf(';');
        return TargetWords.TitleFor(subject, sentence.Slice(from, stop < 0 ? Math.Max(from, to) : from + stop)) is { } title && MayHold(subject, title) ? title : null;
    }

    /// <summary>"Công nhận danh hiệu “Công dân học tập” cho 40 % người lao động".</summary>
    private static string? GivenBefore(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanSubject subject)
    {
        var before = sentence.Folded[(k == 0 ? 0 : Math.Min(clauses[k - 1].Figure.End, clauses[k].Figure.Start))..clauses[k].Figure.Start];
        return !clauses[k].Trailing && Given.Match(before) is { Success: true } given && Titles.Name(given.Groups["title"].Value) is var title && title == Titles.Of(subject)
            ? title
            : null;
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

    /// <summary>"Mỗi hộ có 01 hội viên khuyến học; 70 % gia đình được công nhận …": a person holds no title of a family.</summary>
    private static bool MayHold(PlanSubject subject, string title) =>
        subject
            is not (
                PlanSubject.AssociationMember
                or PlanSubject.AssociationLeader
                or PlanSubject.PromotionStaff
                or PlanSubject.Pupil
                or PlanSubject.Population
                or PlanSubject.Population15Plus
            )
        || title == Titles.Of(PlanSubject.Citizen);
}
