namespace DenSach.Papers.Plans.Reading;

/// <summary>Whom a figure counts that has no noun of its own, where grammar joins it to its neighbour.</summary>
internal static class JoinedWords
{
    private static readonly Pattern AndReaches = Pattern.Of(@"^( tro len)?[ )]*,? ?va (cung |deu )?(duoc|hoan thanh|dat (chuan|tieu chuan|tieu chi|danh hieu|yeu cau|loai|muc))\b");

    private static readonly Pattern WhoHas = Pattern.Of(
        @"\b(toan )?(xa|phuong|thi tran|huyen|tinh|thanh pho|thi xa|thon|ban)( ta)?,? (se |phai |phan dau )*co( tren| it nhat| khoang| tu)* ?$"
    );

    // "Về kỹ năng nghề, phấn đấu …": what the figures are about.
    private static readonly Pattern Topic = Pattern.Of("^[^a-z]*ve [^:;%]*$");

    /// <summary>
    /// A verb that "và" joins to the words of the figure before has its subject: "60 % số xã … và đạt chuẩn mức độ 3 (năm 2030 là 80 %)". "Về tay nghề, phấn đấu năm 2028
    /// đạt 60 %, năm 2030 đạt 80 % thợ thủ công": two years of one share, and the noun behind the second.
    /// </summary>
    public static WhomCounted? Whom(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, WhomCounted own, PlanTarget? parent)
    {
        if (
            k == 0
            && clauses.Count > 1
            && own is { Title: null, Subject: PlanSubject.Commune or PlanSubject.District or PlanSubject.Province or PlanSubject.Hamlet }
            && clauses[0] is { Trailing: true, Figure.Unit: "%" }
            && WhoHas.IsMatch(sentence.Folded[..clauses[0].Figure.Start])
            && clauses[1] is { Trailing: false, Figure.Unit: "%" } behind
            && TargetClause.IsLedByAYear(sentence.Folded[clauses[0].Figure.End..Math.Max(clauses[0].Figure.End, behind.Figure.Start)])
        )
        {
            return OwnWords.Whom(behind); // "đến năm 2027 xã có 80 %, đến năm 2030 có 92 % hộ dân …"
        }

        if (clauses[k] is not { Trailing: true, Figure.Unit: "%" } || (own.Found && !(own.Subject == PlanSubject.Other && Topic.IsMatch(clauses[k].Words.Folded))))
        {
            return null;
        }

        if (k > 0 && parent is not null && AndReaches.IsMatch(sentence.Folded[clauses[k - 1].Figure.End..Math.Max(clauses[k - 1].Figure.End, clauses[k].Figure.Start)]))
        {
            return new(parent.Subject, TargetWords.TitleFor(parent.Subject, clauses[k].Words), parent.TitleContext, true);
        }

        return
            k + 1 < clauses.Count
            && clauses[k + 1] is { Trailing: false, Figure.Unit: "%" } next
            && TargetClause.IsLedByAYear(sentence.Folded[clauses[k].Figure.End..Math.Max(clauses[k].Figure.End, next.Figure.Start)])
            && OwnWords.Whom(next) is { Found: true } whom
            ? whom
            : null;
    }
}
