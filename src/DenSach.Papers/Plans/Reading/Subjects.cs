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
        (PlanSubject.AssociationLeader, "((pho )?chu tich( hoac pho chu tich|, pho chu tich| va pho chu tich)?|lanh dao) (hoi khuyen hoc|hkh)"),
        (PlanSubject.AssociationMember, "can bo,? (va )?hoi vien|hoi vien"),
        (PlanSubject.Official, "can bo|cong chuc|vien chuc|giao vien|dang vien|nha giao"),
        (PlanSubject.WorkingAge, "(nguoi( dan)?|dan so|lao dong) trong do tuoi lao dong|trong do tuoi lao dong"),
        (
            PlanSubject.Population15Plus,
            "(dan so|nguoi( dan)?) tu (du )?15 tuoi( tro len)?|(dan so|nguoi( dan)?) tu (du )?1[58] den (het )?\\d{2} tuoi|((nguoi|dan so) )?((biet|mu) chu )?(trong )?do tuoi( tu)? 1[58] ?(-|den) ?\\d{2}"
        ),
        (PlanSubject.Population, "dan so"),
        (PlanSubject.Adult, "nguoi lon|nguoi truong thanh"),
        (PlanSubject.Worker, "(nguoi|luc luong) lao dong|lao dong|cong nhan( lao dong)?|nong dan"),
        (PlanSubject.Citizen, "cong dan|nguoi dan|ca nhan"),
        (PlanSubject.Household, "(ho )?gia dinh|ho"),
        (PlanSubject.Clan, "dong ho|dong toc|toc ho"),
        (PlanSubject.LearningCentre, "trung tam hoc tap cong dong|tthtcd"),
        (PlanSubject.School, "(don vi )?truong hoc|nha truong|co so giao duc|cac truong|truong( pho thong| tieu hoc| trung hoc| mam non| thpt| thcs)?"),
        (PlanSubject.Hamlet, "cong dong|thon|ban|lang|ap|buon|khom|khu pho|khu dan cu|khu vuc (dat|duoc)|to dan pho"),
        (PlanSubject.Enterprise, "doanh nghiep|hop tac xa"),
        (PlanSubject.Commune, "don vi( hanh chinh)? cap xa"),
        (PlanSubject.District, "don vi( hanh chinh)? cap huyen"),
        (PlanSubject.Province, "don vi( hanh chinh)? cap tinh"),
        (PlanSubject.Organisation, "to chuc|co quan|don vi|phong, ban|so, ban|ban, nganh"),
        (PlanSubject.Pupil, "hoc sinh|sinh vien|tre em|tre|thanh thieu nien|thanh nien|hoc vien"),
        (PlanSubject.Commune, "(xa|phuong|thi tran|dac khu)"),
        (PlanSubject.District, "huyen|quan|thi xa|thanh pho"),
        (PlanSubject.Province, "tinh"),
    ];

    private static readonly (PlanSubject Subject, Pattern Form)[] Forms = [.. Nouns.Select(n => (n.Subject, Pattern.Of($"\\b({n.Words})\\b")))];
    private static readonly Pattern Leading = Pattern.Of(
        "^([ ,:\"]|cac|mo hinh|nhung|so|tong|nam|vao|het|khong|ty le|ti le|tro len|cua|trong|luot|la|toan the|it nhat|toi thieu|khoang|hon|tren|moi|nay|doi voi|rieng|o|co|con|ca|tat ca|phan dau|den|nang|giam|tang|huy dong|duy tri|dat|van dong|cong nhan|phat trien|ket nap|thu hut|toan (xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh)|[0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,5}(/[0-9]{1,5})?)*$"
    );

    private static readonly Pattern NoPlace = Pattern.Of("^ (hoi|uy|doan|phap|tac)\\b");
    private static readonly Pattern OtherUnion = Pattern.Of("^,? ?(hoi )?(lien hiep )?(phu nu|nong dan|cuu chien binh|cong doan|nguoi cao tuoi|thanh nien|chu thap do)\\b");

    /// <summary>Short nouns that are other words with another mark: "bản" is a hamlet, "ban" a committee; "tổ" and "tố", "hộ" and "hỗ".</summary>
    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal)
    {
        ["ban"] = "bản",
        ["ap"] = "ấp",
        ["lang"] = "làng",
        ["ho"] = "hộ",
        ["quan"] = "quận",
        ["tinh"] = "tỉnh",
        ["xa"] = "xã",
        ["tre"] = "trẻ",
        ["truong"] = "trường",
        ["phuong"] = "phường",
        ["thon"] = "thôn",
        ["buon"] = "buôn",
        ["huyen"] = "huyện",
        ["cong nhan"] = "công nhân",
    };

    /// <summary>The noun a phrase opens with and where it ends; null where it opens with none that is known.</summary>
    public static (PlanSubject Subject, int Start, int End)? Opening(MappedText phrase)
    {
        (PlanSubject Subject, int Start, int End)? best = null;
        foreach (var (subject, form) in Forms)
        {
            var match = form.Match(phrase.Folded);
            while (
                match.Success && (IsAnotherWord(phrase, match) || IsPeople(phrase, match) || IsWhole(phrase, match) || IsOfAnotherUnion(phrase, match) || IsSociety(phrase, match))
            )
            {
                match = form.Match(phrase.Folded, match.Index + 1);
            }

            if (match.Success && (best is null || match.Index < best.Value.Start))
            {
                best = (subject, match.Index, match.Index + match.Length);
            }
        }

        return best is { } found && Leading.IsMatch(phrase.Folded[..found.Start]) ? found : null;
    }

    private static bool IsAnotherWord(MappedText phrase, Match match) =>
        Spelled.TryGetValue(match.Value, out var word) && !phrase.Text.AsSpan(match.Index, match.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>"toàn xã có 70 % gia đình" says where, not whom.</summary>
    private static bool IsWhole(MappedText phrase, Match match) => phrase.Folded.AsSpan(0, match.Index).EndsWith("toan ");

    /// <summary>"xã hội", "huyện ủy" and "tỉnh đoàn" are no places.</summary>
    private static bool IsSociety(MappedText phrase, Match match) =>
        match.Value is "xa" or "huyen" or "tinh" or "phuong" && NoPlace.IsMatch(phrase.Folded[(match.Index + match.Length)..]);

    /// <summary>"hội viên phụ nữ" are no members of the Association for Promoting Education.</summary>
    private static bool IsOfAnotherUnion(MappedText phrase, Match match) =>
        match.Value.EndsWith("hoi vien", StringComparison.Ordinal) && OtherUnion.IsMatch(phrase.Folded[(match.Index + match.Length)..]);

    /// <summary>"người dân tộc thiểu số" are a part of the people, no citizens in general.</summary>
    private static bool IsPeople(MappedText phrase, Match match) =>
        match.Value.EndsWith("nguoi dan", StringComparison.Ordinal) && phrase.Folded.AsSpan(match.Index + match.Length).StartsWith(" toc");
}
