using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// "Hội viên chiếm 22 % dân số", "Công dân học tập: 45 % số người trong độ tuổi": what is to grow stands before the figure, behind it only what it is set against.
/// </summary>
internal static class SetAgainst
{
    private static readonly Pattern Makes = Pattern.Of(@"\bchiem( ty le| ti le| khoang| tren| it nhat| tu)* ?$");
    private static readonly Pattern Visits = Pattern.Of(@"\b(luot|luot nguoi|luot hoc vien)\b");
    private static readonly Pattern Members = Pattern.Of(@"\bhoi vien\b");
    private static readonly Pattern Bare = Pattern.Of(
        @"^( tro len)?( dia phuong)?( (toan|cua|trong|tren|o|tai) [^,;.%]{1,40}?| trong do tuoi[^,;.%]{0,40}?| tu \d{2} tuoi( tro len)?)?( ?\(|[,;.]| ?$|( (vao|den|trong)( cuoi| het)?)? nam\b| va\b)"
    );

    public static WhomCounted Whom(MappedText sentence, TargetClause clause, MappedText before, WhomCounted whom, PlanTarget? parent)
    {
        if (clause.Trailing)
        {
            return whom;
        }

        var head = Subjects.Find(clause.Words, behindFigure: true);
        var isPerson = whom.Found ? whom.Subject is PlanSubject.Population or PlanSubject.Citizen or PlanSubject.Population15Plus : whom.IsUnknown && IsPeople(clause.Words, head);
        var bare = head.Kind is HeadKind.Known or HeadKind.Unknown && Bare.IsMatch(clause.Words.Folded[head.End..]);
        if (whom is { Title: null, Context: null } && bare && (isPerson || whom.Subject == PlanSubject.Household))
        {
            // "Số lượt người học … đạt 50 % dân số": visits are no people.
            if (isPerson && Visits.IsMatch(before.Folded))
            {
                return new(PlanSubject.Other, null, null, true);
            }

            var makes = Makes.IsMatch(before.Folded);
            var grown = Measures.InParts(before);
            if (!grown.Found || (grown is { Title: null, Subject: not PlanSubject.AssociationMember } && Members.IsMatch(before.Folded)))
            {
                grown = Members.IsMatch(before.Folded) ? new(PlanSubject.AssociationMember, null, null, true) : grown;
            }

            if (
                grown.Subject == PlanSubject.AssociationMember
                || (grown is { Found: true, Title: not null } && grown.Subject == whom.Subject)
                || (isPerson && grown is { Found: true, Subject: PlanSubject.Citizen, Title: not null })
                || (isPerson && makes && grown is { Found: true, Subject: not PlanSubject.Other })
            )
            {
                return grown;
            }

            // "… 22 % dân số vào năm 2028, 26 % dân số vào năm 2030".
            if (!grown.Found && parent is { Subject: PlanSubject.AssociationMember } && whom.Subject == PlanSubject.Population)
            {
                return new(parent.Subject, null, null, true);
            }
        }

        // "Số gia đình được công nhận “Gia đình học tập” chiếm 75 % tổng số hộ": the title stands before, whom it is set against behind.
        return whom is { Found: true, Title: null, Context: null } && Makes.IsMatch(before.Folded) ? whom with { Title = Measures.InParts(before).Title } : whom;
    }

    private static bool IsPeople(MappedText words, Head head) => words.Folded[head.Start..head.End] == "nguoi";
}
