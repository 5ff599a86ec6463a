using System.Text.RegularExpressions;
using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Some places for which a figure of their own is set, mostly because it is harder there: "riêng 06 xã khu vực III đạt 92 %". They are its scope, not whom it counts.</summary>
internal static class HarderPlaces
{
    private const string Kind = "(?<kind>dia phuong|vung|khu vuc|khu pho|noi|xa|phuong|thi tran|huyen|tinh|thon|ban|ap|buon|to dan pho)";
    private const string Such =
        "(?:co dieu kien|vung|khu vuc|mien nui|thuoc|bien gioi|dac biet|kho khan|con|ngheo|dao|ven bien|nong thon|do thi|trong diem|thuan loi|trung tam|noi thi|noi thanh|ngoai thanh)";

    // Some of them: by their number or by what they are. "Các xã" alone are all.
    private const string Some = $@"(?:(?:cac|nhung|mot so) {Kind} {Such}\b|\d{{1,3}} {Kind}\b)[^,;:%.]{{0,60}}?";

    private static readonly Pattern Behind = Pattern.Of(
        $@"[;,(.] ?(?:va )?(?:rieng (?:doi voi |o |tai )?|doi voi |con )(?<place>(?:cac |nhung |mot so |\d{{1,3}} )?{Kind}(?: {Such}\b[^;:%]*)?)(?: ?(?:, )?(?:dat|la|phan dau|tu|it nhat|toi thieu|tren| )*)$"
    );

    // Before whom they count: "Riêng 03 huyện vùng cao, tỷ lệ biết chữ của …".
    private static readonly Pattern Opening = Pattern.Of($"^[ +-]*(?:rieng(?: doi voi| o| tai)?|doi voi|o|tai) (?<place>{Some}),");

    // As what a sentence speaks of: "Các xã vùng cao, biên giới phấn đấu đạt lần lượt …", "Ở các xã đặc biệt khó khăn, các tỷ lệ này …".
    private static readonly Pattern Spoken = Pattern.Of(
        $@"^[ +-]*(?:rieng(?: doi voi| o| tai)?|doi voi|o|tai)? ?(?<place>{Some}(?:,[^,;:%.]{{0,40}}?)?),? (?:thi )?(?:phan dau|dat|cac (?:ty le|chi tieu|con so|muc)|ty le|chi tieu|lan luot|tuong ung)\b"
    );
    private static readonly string[] Kinds =
    [
        "địa phương",
        "vùng",
        "khu vực",
        "khu phố",
        "nơi",
        "xã",
        "phường",
        "thị trấn",
        "huyện",
        "tỉnh",
        "thôn",
        "bản",
        "ấp",
        "buôn",
        "tổ dân phố",
    ];
    private static readonly Pattern Trimmed = Pattern.Of(@"( (dat|la|phan dau|tu|it nhat|toi thieu|tren))+ ?$");

    /// <summary>
    /// "30 % học sinh … học nghề; đối với các địa phương khó khăn đạt ít nhất 25 %", "(riêng các xã vùng cao 80 %)": what is said before, for these places; null where
    /// the words say anything else of whom they count.
    /// </summary>
    public static string? Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom, PlanTarget parent)
    {
        var isTheirs = whom is { Title: null, Context: null } && !(whom.Found && whom.Subject == parent.Subject) && (clauses[k].Trailing || !whom.Found);
        return isTheirs ? Words(sentence.Slice(Math.Min(clauses[k - 1].Figure.End, clauses[k].Figure.Start), clauses[k].Figure.Start), Behind) : null;
    }

    /// <summary>The places that open the words of a figure, with what stands behind their comma; null where no noun that is counted follows.</summary>
    public static (string Place, MappedText Words)? Before(MappedText words)
    {
        if (Words(words, Opening) is not { } place)
        {
            return null;
        }

        // "Riêng các xã vùng cao, biên giới, tỷ lệ …": the places may be a list.
        for (var comma = words.Folded.IndexOf(','); comma >= 0; comma = words.Folded.IndexOf(',', comma + 1))
        {
            if (Subjects.Find(words.Slice(comma + 1)) is { Kind: HeadKind.Known, Subject: not (PlanSubject.Hamlet or PlanSubject.Commune or PlanSubject.District) })
            {
                return (place, words.Slice(comma + 1));
            }
        }

        return null;
    }

    /// <summary>The places of which a sentence repeats the figures of others, or null.</summary>
    public static string? In(MappedText sentence) => Words(sentence, Spoken);

    private static string? Words(MappedText text, Pattern form)
    {
        if (form.Match(text.Folded) is not { Success: true } match || !Kinds.Contains(Written(text, match.Groups["kind"]).ToLowerInvariant()))
        {
            return null;
        }

        var place = match.Groups["place"];
        var end = Trimmed.Match(place.Value) is { Success: true } verbs ? verbs.Index : place.Length;
        return text.Text.Substring(place.Index, end).Trim(' ', ',');
    }

    private static string Written(MappedText text, Group part) => text.Text.Substring(part.Index, part.Length);
}
