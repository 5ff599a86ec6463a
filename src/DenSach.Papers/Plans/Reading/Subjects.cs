using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Tells whom a phrase counts from its first noun: "cán bộ, công chức trong các đơn vị" counts officials, not units.</summary>
internal static class Subjects
{
    // Longer and more special names first: at one place the first that fits wins.
    private static readonly (PlanSubject Subject, string Words)[] Nouns =
    [
        (
            PlanSubject.CitizenWithTitle,
            $"(so |nhung )*(nguoi|ca nhan|cong dan)( da)?( duoc cong nhan)?( la)? ?(dat|duoc cong nhan|danh hieu)( dat)?( la)?( danh hieu)?( mo hinh)? *\"? *{Titles.Form}"
        ),
        (PlanSubject.PromotionStaff, "(can bo|doi ngu)( can bo)?( chuyen trach)?( lam| phu trach)?( cong tac)? khuyen hoc|can bo hoi khuyen hoc"),
        (PlanSubject.AssociationLeader, "(pho )?chu tich( hoac pho chu tich|, pho chu tich)? (hoi khuyen hoc|hkh)"),
        (PlanSubject.AssociationMember, "can bo,? (va )?hoi vien|hoi vien"),
        (PlanSubject.Official, "can bo|cong chuc|vien chuc|giao vien|dang vien|nha giao"),
        (PlanSubject.WorkingAge, "(nguoi|dan so|lao dong) trong do tuoi( lao dong)?"),
        (PlanSubject.Population15Plus, "(dan so|nguoi( dan)?) tu (du )?15 tuoi( tro len)?"),
        (PlanSubject.Population, "dan so"),
        (PlanSubject.Adult, "nguoi lon|nguoi truong thanh"),
        (PlanSubject.Worker, "(nguoi|luc luong) lao dong|lao dong"),
        (PlanSubject.Citizen, "cong dan|nguoi dan"),
        (PlanSubject.Household, "(ho )?gia dinh|so ho|ho dan"),
        (PlanSubject.Clan, "dong ho|dong toc|toc ho"),
        (PlanSubject.LearningCentre, "trung tam hoc tap cong dong|tthtcd"),
        (PlanSubject.School, "truong hoc|nha truong|co so giao duc|cac truong|truong"),
        (PlanSubject.Hamlet, "cong dong|thon|lang|ap|buon|khom|khu pho|khu dan cu|to dan pho"),
        (PlanSubject.Enterprise, "doanh nghiep|hop tac xa"),
        (PlanSubject.Organisation, "to chuc|co quan|don vi"),
        (PlanSubject.Pupil, "hoc sinh|sinh vien|tre em|tre|thanh thieu nien"),
        (PlanSubject.Commune, "(don vi cap )?(xa|phuong|thi tran|dac khu)"),
        (PlanSubject.District, "huyen|quan|thi xa|thanh pho"),
        (PlanSubject.Province, "tinh"),
    ];

    private static readonly (PlanSubject Subject, Pattern Form)[] Forms = [.. Nouns.Select(n => (n.Subject, Pattern.Of($"\\b({n.Words})\\b")))];
    private static readonly Pattern Leading = Pattern.Of("^( |,|cac|nhung|so|tong so|ty le|ti le|tro len|cua|trong so|luot|la|toan the|moi)*$");
    private static readonly Pattern HamletBan = Pattern.Of(@"\bban\b");

    /// <summary>The noun a phrase opens with and where it ends; null where it opens with none that is known.</summary>
    public static (PlanSubject Subject, int Start, int End)? Opening(MappedText phrase)
    {
        (PlanSubject Subject, int Start, int End)? best = null;
        foreach (var (subject, form) in Forms)
        {
            var match = form.Match(phrase.Folded);
            if (match.Success && (best is null || match.Index < best.Value.Start))
            {
                best = (subject, match.Index, match.Index + match.Length);
            }
        }

        // "bản" (a hamlet) and "ban" (a committee) differ by a mark only.
        var ban = HamletBan.Matches(phrase.Folded).FirstOrDefault(m => phrase.Text[m.Index + 1] is 'ả' or 'Ả');
        if (ban is not null && (best is null || ban.Index < best.Value.Start))
        {
            best = (PlanSubject.Hamlet, ban.Index, ban.Index + ban.Length);
        }

        return best is { } found && Leading.IsMatch(phrase.Folded[..found.Start]) ? found : null;
    }
}
