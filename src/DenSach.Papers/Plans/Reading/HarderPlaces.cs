using DenSach.Papers.Plans.Reading.Heads;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Some places for which a figure of their own is set, mostly because it is harder there: "riêng 06 xã khu vực III đạt 92 %". They are its scope, not whom it counts.</summary>
internal static class HarderPlaces
{
    private const string Some =
        @"(cac |nhung |mot so |\d{1,3} )?(dia phuong|vung|khu vuc|noi|xa|huyen|tinh|thon|ban|ap|buon)( (co dieu kien|vung|khu vuc|mien nui|thuoc|bien gioi|dac biet|kho khan|con)[^;:%]*)?";

    private static readonly Pattern Behind = Pattern.Of(
        $"[;,(.] ?(?:va )?(?:rieng (?:doi voi |o |tai )?|doi voi |con )(?<place>{Some})(?: ?(?:, )?(?:dat|la|phan dau|tu|it nhat|toi thieu|tren| )*)$"
    );

    // Before whom they count: "Riêng 03 huyện vùng cao, tỷ lệ biết chữ của …".
    private static readonly Pattern Opening = Pattern.Of(
        @"^[ +-]*(?:rieng(?: doi voi| o| tai)?|doi voi|o|tai) (?<place>(?:cac |nhung |mot so |\d{1,3} )(?:dia phuong|vung|khu vuc|noi|xa|huyen|tinh|thon|ban|ap|buon)\b[^,;:%]{0,60}), ?"
    );

    // As what a sentence speaks of: "Các xã vùng cao, biên giới phấn đấu đạt lần lượt …", "Ở các xã đặc biệt khó khăn, các tỷ lệ này …".
    private static readonly Pattern Spoken = Pattern.Of(
        @"^[ +-]*(?:rieng(?: doi voi| o| tai)?|doi voi|o|tai)? ?(?<place>(?:cac|nhung|mot so|\d{1,3}) (?:dia phuong|vung|khu vuc|noi|xa|huyen|tinh|thon|ban|ap|buon)\b[^;:%.]{0,80}?),? (?:thi )?(?:phan dau|dat|cac (?:ty le|chi tieu|con so|muc)|ty le|chi tieu|lan luot|tuong ung)\b"
    );
    private static readonly Pattern Trimmed = Pattern.Of(@"( (dat|la|phan dau|tu|it nhat|toi thieu|tren))+ ?$");

    /// <summary>
    /// "30 % học sinh … học nghề; đối với các địa phương khó khăn đạt ít nhất 25 %", "(riêng các xã vùng cao 80 %)": what is said before, for these places; null where
    /// the words say anything else of whom they count.
    /// </summary>
    public static string? Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, WhomCounted whom, PlanTarget parent)
    {
        var said = sentence.Slice(Math.Min(clauses[k - 1].Figure.End, clauses[k].Figure.Start), clauses[k].Figure.Start);
        return
            Behind.Match(said.Folded) is { Success: true } match
            && whom is { Title: null, Context: null }
            && !(whom.Found && whom.Subject == parent.Subject)
            && (clauses[k].Trailing || !whom.Found)
            ? Words(said, match)
            : null;
    }

    /// <summary>The places before a comma that open the words of a figure, with what stands behind them; null where whom it counts does not follow.</summary>
    public static (string Place, MappedText Words)? Before(MappedText words) =>
        Opening.Match(words.Folded) is { Success: true } match && Subjects.Find(words.Slice(match.Length)) is { Kind: HeadKind.Known }
            ? (Words(words, match), words.Slice(match.Length))
            : null;

    /// <summary>The places of which a sentence repeats the figures of others, or null.</summary>
    public static string? In(MappedText sentence) => Spoken.Match(sentence.Folded) is { Success: true } match ? Words(sentence, match) : null;

    private static string Words(MappedText text, System.Text.RegularExpressions.Match match)
    {
        var place = match.Groups["place"];
        var end = Trimmed.Match(place.Value) is { Success: true } verbs ? verbs.Index : place.Length;
        return text.Text.Substring(place.Index, end).Trim(' ', ',');
    }
}
