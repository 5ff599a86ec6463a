namespace DenSach.Papers.Plans.Reading;

/// <summary>The title of those whom a clause counts, where its own words do not name it.</summary>
internal static class ClauseTitle
{
    private static readonly Pattern Each = Pattern.Of(@"\b(danh hieu|mo hinh)( [^:;%]{0,60})? hoc tap\b[^:;%]{0,60}:[^:]*$");
    private static readonly Pattern EachAbove = Pattern.Of(@"\b(danh hieu|mo hinh)( [^:;%]{0,60})? hoc tap\b");
    private static readonly Pattern Reaching = Pattern.Of(@"^( (it nhat|tren|khoang|tu|duoc|ty le|ti le|toi thieu|:))* ?(:|\d|$)");

    // "“Dòng họ học tập”: đến năm 2030 có 18 dòng họ được công nhận": the verb says only that they hold what stands before the colon.
    private static readonly Pattern Recognised = Pattern.Of(
        @"^( (cong nhan|danh hieu|dat|duoc|xet|danh gia|xep loai|giu vung|va|moi|lai|chuan))*( (nam|vao|den|trong|tu|ngay)\b| la \d| va (duy tri|giu vung)|[,;:.()""]| ?$)"
    );
    private static readonly Pattern BareRecognised = Pattern.Of(@"^[^,;:]{2,60} (duoc (xet )?cong nhan|dat danh hieu) ?([,;]|$)");
    private static readonly Pattern Bare = Pattern.Of("^( ?(dat|la|:|phan dau|tren|it nhat|tu))* ?$");

    public static string? Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom, PlanTarget? parent)
    {
        var clause = clauses[k];
        return SharedTitle.Of(sentence, clauses, k, whom.Subject)
            ?? FromLabel(sentence, clause, whom.Subject)
            ?? Again(clauses, k, whom, parent)
            ?? Behind(sentence, clause, whom.Subject);
    }

    /// <summary>"32 % người lớn đạt danh hiệu …; cán bộ, công chức trong các cơ quan, trường học đạt 80 %": both are people, and nothing else is said of the second.</summary>
    private static bool SamePeople(PlanSubject one, PlanSubject other) => Titles.Of(one) == Titles.Of(PlanSubject.Citizen) && Titles.Of(other) == Titles.Of(one);

    /// <summary>"Công dân học tập: 40 % người lao động; 60 % cán bộ", "các danh hiệu học tập: gia đình 80 %, dòng họ 75 %": the title stands once, before a colon.</summary>
    private static string? FromLabel(MappedText sentence, TargetClause clause, PlanSubject subject)
    {
        if (Titles.Of(subject) is not { } own)
        {
            return null;
        }

        var before = sentence.Folded[..clause.Figure.Start];
        var colon = before.LastIndexOf(':');
        var said = colon < 0 ? null : sentence.Slice(before.AsSpan(0, colon).LastIndexOfAny(';', '.') + 1, colon);
        return said is null || SaysMore(clause) ? null
            : Measures.OneTitle(said) is { Title: { } title } ? (title == own ? own : null)
            : Each.IsMatch(before) ? own
            : null;
    }

    /// <summary>The heading or lead-in names the title for what stands under it: "2.1. Tỷ lệ công dân được công nhận “Công dân học tập”" over "Cán bộ: năm 2025 đạt 65 %".</summary>
    public static WhomCounted FromAbove(TargetClause clause, WhomCounted whom, MappedText? heading)
    {
        if (
            heading is null
            || whom is not { Found: true, Title: null, Context: null }
            || Titles.Of(whom.Subject) is not { } own
            || clause.Figure.Unit == "count"
            || clause.OfParent
            || SaysMore(clause)
        )
        {
            return whom;
        }

        var named = Measures.OneTitle(heading)?.Title;
        return named == own || (named is null && EachAbove.IsMatch(heading.Folded)) ? whom with { Title = own } : whom;
    }

    /// <summary>"75 % gia đình được công nhận, riêng các xã biên giới 60 % “Gia đình học tập”": what they are recognised as is said once, behind.</summary>
    private static string? Behind(MappedText sentence, TargetClause clause, PlanSubject subject) =>
        !clause.Trailing && BareRecognised.IsMatch(clause.Words.Folded) && Measures.OneTitle(sentence.Slice(clause.Figure.End))?.Title is { } title && title == Titles.Of(subject)
            ? title
            : null;

    /// <summary>Whether the clause says of those counted anything but that they reach the figure.</summary>
    private static bool SaysMore(TargetClause clause)
    {
        var words = clause.Trailing ? clause.Words.Slice(clause.Words.Folded.LastIndexOf(':') + 1) : clause.Words;
        var after = Subjects.Opening(words, !clause.Trailing)?.End ?? 0;
        return TargetClause.Predicates(words.Slice(Math.Min(after, words.Length))).Any(behind => !Recognised.IsMatch(behind) && !(clause.Trailing && Reaching.IsMatch(behind)));
    }

    /// <summary>"01 huyện được công nhận “Huyện học tập” vào năm 2025, 03 huyện vào năm 2030", "tỷ lệ trường học đạt danh hiệu … 98 %; doanh nghiệp đạt 40 %": nothing else is said of the second.</summary>
    private static string? Again(IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom, PlanTarget? parent)
    {
        if (k == 0 || parent is not { Title: { } title })
        {
            return null;
        }

        var counts = clauses[k - 1].Figure.Unit == "count" && clauses[k].Figure.Unit == "count" && parent.Subject == whom.Subject && !clauses[k].HasVerb;
        var others =
            clauses[k].Trailing
            && parent.Subject != whom.Subject
            && Titles.Of(whom.Subject) == title
            && (Bare.IsMatch(clauses[k].Words.Folded[(Subjects.Opening(clauses[k].Words)?.End ?? 0)..]) || (SamePeople(parent.Subject, whom.Subject) && !SaysMore(clauses[k])));
        return counts || others ? title : null;
    }
}
