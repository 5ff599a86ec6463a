using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Whom the figure of a clause counts, looked for in this order: its own words; a part of them behind a colon or a
/// comma; the target before, where the clause has no noun of its own ("trong đó 60 %", "và 30 % đạt mức độ 3", a closing "… đạt 60 %"); the words before the
/// figure; the clause behind, which may name it for both ("đến năm 2025 có 80 %, đến năm 2030 có 90 % cơ quan"). A noun that is not known is nobody else.
/// </summary>
internal static class ClauseWords
{
    private static readonly Pattern Among = Pattern.Of("[Tt]rong (số |tổng số )?đó,? ");
    private static readonly Pattern Grade = Pattern.Of("^[ ,;:-]*(dat |duoc )*(xep |danh gia )?(loai|muc) (xuat sac|tot|kha|trung binh|dat|yeu)\\b");
    private static readonly Pattern BareGrade = Pattern.Of(@"(^|[ :,;])(loai |muc )?(xuat sac|tot|kha|trung binh|yeu)( dat| chiem| la)?( tren| tu| it nhat| toi thieu)? ?$");
    private static readonly Pattern Stop = Pattern.Of("^[ ;.]*");
    private static readonly Pattern Bracket = Pattern.Of(@"^ ?\([^()%]{1,20}\)");

    // "giảm tỷ lệ học sinh bỏ học còn 0,4 % ở tiểu học và 0,9 % ở trung học cơ sở": where, and no whom.
    private static readonly Pattern Where = Pattern.Of("^( tro len)? (o|tai) ");
    private static readonly Pattern GoesBack = Pattern.Of(@"\b(moi|tung|cac) (chi tieu|ty le|ti le|muc|con so) (tren|nay|do|neu tren|da neu)\b[^,;]{0,40}$");
    private static readonly Pattern PartOf = Pattern.Of(@"^[ ,;]*(va )?(rieng|trong do|(ty le|ti le|con so|chi tieu|muc) (nay|tren|do))\b|, ?rieng [^,;%]*$");

    public static WhomCounted Whom(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanTarget? parent)
    {
        var clause = clauses[k];
        // "Mỗi chỉ tiêu trên tăng 2 %/năm" counts nothing of its own.
        if (
            (clause.Trailing || Subjects.Opening(clause.Words, true) is null)
            && GoesBack.IsMatch(sentence.Folded[(k == 0 ? 0 : Math.Min(clauses[k - 1].Figure.End, clause.Figure.Start))..clause.Figure.Start])
        )
        {
            return new(PlanSubject.Other, null, null, true);
        }

        if (k > 0 && parent is { Unit: "%" } && SchoolLevels.Lead(clause))
        {
            return new(parent.Subject, parent.Title, parent.TitleContext, true);
        }

        var whom = SchoolLevels.Labelled(clause) ?? OwnWords.Whom(clause);
        if (Harder(sentence, clauses, k, parent) is not null)
        {
            return new(parent!.Subject, parent.Title, parent.TitleContext, true);
        }

        if (parent is not null && IsPartOf(clause, whom))
        {
            return whom is { Found: true, Subject: not PlanSubject.Other }
                ? whom with
                {
                    Title = whom.Title ?? (Titles.Of(whom.Subject) == parent.Title ? parent.Title : null),
                }
                : new(parent.Subject, parent.Title, parent.TitleContext, true);
        }

        // "98 % người dân trong độ tuổi 15 - 60 biết chữ, trong đó người dân tộc thiểu số đạt 97 %": the same is told of a group among them.
        if (
            clause.Trailing
            && (clause.OfParent || Among.IsMatch(sentence.Text[(k == 0 ? 0 : Math.Min(clauses[k - 1].Figure.End, clause.Figure.Start))..clause.Figure.Start]))
            && parent is { Subject: PlanSubject.Population15Plus or PlanSubject.WorkingAge }
            && (whom.IsUnknown || whom is { Found: true, Subject: PlanSubject.Other, Title: null })
            && !TargetClause.Predicates(clause.Words).Any(behind => behind.Trim().Length > 0)
        )
        {
            return new(parent.Subject, parent.Title, parent.TitleContext, true);
        }

        // "60 % người lớn đạt danh hiệu “Công dân học tập”, trong số đó 80 % có kỹ năng số": those who hold it.
        if (
            clause.OfParent
            && !whom.Found
            && parent is { Title: { } held, TitleContext: null }
            && TargetWords.AreHolders(new(PlanSubject.Citizen, held, null, true), clause.Words)
            && held == Titles.Of(PlanSubject.Citizen)
        )
        {
            return new(PlanSubject.CitizenWithTitle, null, held, true);
        }

        if (parent is not null && (clause.GoesOn || (!whom.Found && (clause.OfParent || IsGrade(clause) || (clause.Trailing && !whom.IsUnknown)))))
        {
            return new(parent.Subject, clause.OfParent || IsGrade(clause) ? null : parent.Title, parent.TitleContext, true);
        }

        if (JoinedWords.Whom(sentence, clauses, k, whom, parent) is { } joined)
        {
            return joined;
        }

        var before = sentence.Slice(k == 0 ? 0 : Math.Min(clauses[k - 1].End, clause.Figure.Start), clause.Figure.Start);
        before = before.Slice(Stop.Match(before.Folded).Length);
        if (clause.Figure.Unit != "count")
        {
            whom = whom.Found || (whom.IsUnknown && !Where.IsMatch(clause.Words.Folded)) ? whom : Elsewhere(sentence, clauses, k, parent, before, whom);
            whom = SetAgainst.Whom(sentence, clause, before, whom, parent);
        }

        return whom is { Found: true, Title: null, Context: null } ? whom with { Title = ClauseTitle.Of(sentence, clauses, k, whom, parent) } : whom;
    }

    /// <summary>"Kết quả xếp loại: tốt 40 %": nobody is named, the grades are of those counted last.</summary>
    public static bool IsGrade(TargetClause clause) => clause.Trailing && clause.Figure.Unit == "%" && BareGrade.IsMatch(clause.Words.Folded) && !OwnWords.Whom(clause).Found;

    /// <summary>The places for which the clause says anew what was said before it, or null.</summary>
    public static string? Harder(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanTarget? parent) =>
        k > 0 && parent is { Unit: "%" } ? HarderPlaces.Of(sentence, clauses, k, OwnWords.Whom(clauses[k]), parent) : null;

    private static bool IsPartOf(TargetClause clause, WhomCounted whom) =>
        clause.Trailing && clause.Figure.Unit != "count" && !clause.OfParent && PartOf.IsMatch(clause.Words.Folded) && whom is { Title: null, Context: null };

    /// <summary>The clause has no noun of its own.</summary>
    private static WhomCounted Elsewhere(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, PlanTarget? parent, MappedText before, WhomCounted own)
    {
        var clause = clauses[k];
        if (!clause.Trailing && Measures.InParts(before) is { Found: true } named)
        {
            // "Những người được công nhận “Công dân học tập”: 65 % có kỹ năng số": what they do shows that holders are counted.
            return TargetWords.AreHolders(named, clause.Words)
                ? new(PlanSubject.CitizenWithTitle, null, named.Title, true)
                : named with
                {
                    Title = named.Title ?? TargetWords.TitleFor(named.Subject, clause.Words),
                };
        }

        // "60 % xếp loại tốt, 30 % xếp loại khá": grades of those counted before; "và 30 % đạt chuẩn mức độ 3": the same again.
        if (parent is not null && (own.Head == HeadKind.Predicate || Where.IsMatch(clause.Words.Folded) || Grade.IsMatch(clause.Words.Folded)))
        {
            // "75 % dòng họ học tập, 70 % đạt danh hiệu cộng đồng học tập": the title tells whom.
            return
                TargetWords.TitleFor(parent.Subject, clause.Words) is var title
                && title is not null
                && Titles.Of(parent.Subject) is { } usual
                && usual != title
                && Measures.OneTitle(clause.Words) is { } holder
                ? holder
                : new(parent.Subject, title, parent.TitleContext, true);
        }

        if (k + 1 < clauses.Count && parent is null && Whom(sentence, clauses, k + 1, null) is { Found: true } next)
        {
            return next;
        }

        // "70 % (năm 2027) và 80 % (năm 2030) gia đình": whom stands behind the bracket.
        return clause.Trailing && Bracket.Match(sentence.Folded[clause.Figure.End..]) is { Success: true } bracket
            ? TargetWords.Whom(sentence.Slice(clause.Figure.End + bracket.Length))
            : own;
    }
}
