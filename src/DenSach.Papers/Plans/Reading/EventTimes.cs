namespace DenSach.Papers.Plans.Reading;

/// <summary>Times that are no day of the calendar: "chậm nhất ngày cuối tháng", "sau 15 ngày kể từ …", "trước khi kết thúc năm học", "vào dịp Tết Nguyên đán", "cuối năm".</summary>
internal static class EventTimes
{
    private const int Near = 12;
    private static readonly Pattern Form = Pattern.Of(
        @"\b(?:ngay|tuan) (?:cuoi|dau)(?: cung| tien)?(?: cua)? (?:moi |hang )?(?:thang|quy|nam)\b|\bthang (?:dau|cuoi|giua)(?: cua)?(?: moi| hang)? quy\b|\bngay (?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)(?: [a-z]+){0,4} (?:hang|moi) (?:thang|quy)\b|\b(?:sau|trong(?: vong| thoi han)?|cham nhat(?: la| sau)?|truoc) \d{1,3} ngay(?: lam viec)?\b",
        "ngay",
        "tuan",
        "thang "
    );
    private static readonly Pattern Event = Pattern.Of(
        @"\b(?:truoc|sau|vao|nhan|dip|den|khi|nam)(?: khi| dip| ngay| ky)* (?:ket thuc (?:nam hoc|hoc ky|nam|giai doan|nhiem ky)|khai giang|be giang|khai truong|tet|nghi he|he|nam hoc moi|nghi tet|dai hoi|ky hop|\d{1,2} tet|ram|trung thu|gio to)\b|\bdip le\b|\bhoc ky (?:i|ii|1|2)\b|\b(?:dau|cuoi|giua|trong|het) nam hoc (?:19|20)\d{2}\b",
        "ket thuc ",
        "khai ",
        "be giang",
        "tet",
        "nghi he",
        " he",
        "nam hoc ",
        "dai hoi",
        "ky hop",
        " ram",
        "trung thu",
        "gio to",
        "dip le",
        "hoc ky "
    );
    private static readonly Pattern Part = Pattern.Of(
        @"\b(?:(?:vao|truoc|den|tu) )?(?:cuoi|dau|giua) (?:moi |hang )?(?:thang|quy|nam hoc|nam|hoc ky|hoc ki)\b( ?(?:\d|iv|i{1,3}\b))?",
        "cuoi ",
        "dau ",
        "giua "
    );
    private static readonly Pattern Summer = Pattern.Of(@"\bhe (?:nam )?20\d{2}\b", "he ");

    // "xong trong 6 tháng kể từ 01/01/2027": the day that is read is where it begins.
    private static readonly Pattern Span = Pattern.Of(
        @"\b(?:trong(?: vong| thoi han)?|sau) (?:\d{1,3}|mot|hai|ba|sau) (?:ngay|tuan|thang|nam)(?: lam viec)? (?:ke )?(?:tu|sau)\b",
        "trong ",
        "sau "
    );

    // The week is no time of the contract.
    private static readonly Pattern Weekly = Pattern.Of(@"\b(?:bao cao|hop|giao ban|cap nhat|gui|tong hop)\b[^.;]{0,60}\b(?:hang|moi|tung) tuan\b", " tuan");
    private static readonly Pattern OfHalf = Pattern.Of(@"\b(thang|quy) $");

    /// <summary>Their places, where none of <paramref name="dates"/> stands beside.</summary>
    public static IEnumerable<(int Start, int End)> In(MappedText text, IReadOnlyList<FoundDate> dates) =>
        Form.Matches(text.Folded)
            .Concat(Event.Matches(text.Folded))
            .Concat(Summer.Matches(text.Folded).Where(m => text.Text[m.Index + 1] is 'è' or 'È'))
            .Concat(Part.Matches(text.Folded).Where(m => !m.Groups[1].Success && !OfHalf.IsMatch(text.Before(m.Index)) && !Strives(text, m)))
            .Where(m => !dates.Any(d => m.Index < d.End && d.Start < m.Index + m.Length + Near))
            .Concat(Weekly.Matches(text.Folded))
            .Concat(Span.Matches(text.Folded))
            .OrderBy(m => m.Index)
            .Select(m => (m.Index, m.Index + m.Length))
            .DistinctBy(p => p.Item1);

    /// <summary>"phấn đấu hằng năm" speaks of no beginning.</summary>
    private static bool Strives(MappedText text, System.Text.RegularExpressions.Match m) => text.Text.AsSpan(m.Index, m.Length).Contains("đấu", StringComparison.OrdinalIgnoreCase);
}
