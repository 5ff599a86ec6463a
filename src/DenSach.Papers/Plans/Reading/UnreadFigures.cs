namespace DenSach.Papers.Plans.Reading;

/// <summary>Numbers of a goal that have none of the forms of a figure ("Số gia đình học tập: 1.250", "tám mươi phần trăm số hộ"): each is told, so that no target is dropped in silence.</summary>
internal static class UnreadFigures
{
    private const int Near = 40;
    private static readonly Pattern Number = Pattern.Of(@"\b(?:\d{1,3}(?:\.\d{3})+|\d{1,6}(?:,\d{1,2})?)\b");
    private const string Part = @"\d{1,3}(?:[.,]\d{1,2})?";
    private static readonly Pattern InWords = Pattern.Of(@"\b(?:(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|mot tram|ruoi|phay) )+phan tram\b", "phan tram");

    // "70o/o", "7 0 %", "6O %", "55 - 60 - 65 (%)", "65%-70%-75%", "tăng 1,5 lần", "gấp đôi", "6/8 tiêu chí".
    private static readonly Pattern[] OddForms =
    [
        Pattern.Of(@"\b\d{1,3} ?o/[o0]\b", "o/"),
        Pattern.Of(@"(\b(?:muc do|cap do|muc|lop|cap|khu vuc|vung|loai|tuoi|thang|quy) )?\b\d{1,2} \d{1,2} ?%", "%"),
        Pattern.Of(@"\b(?:\d+[oil][oil0-9]*|[oil]+\d[oil0-9]*) ?%", "%"),
        Pattern.Of($@"\b{Part}(?: ?[-;,/] ?{Part})+ ?\( ?% ?\)|\b{Part} ?%?(?: ?- ?{Part} ?%?){{2,}} ?%", "%"),
        Pattern.Of($@"\b(?:tang|giam|gap)(?: it nhat| khoang| tren| hon| len)* {Part} lan\b|\bgap (?:doi|ruoi|ba|bon)\b", "lan", "gap "),
        Pattern.Of(@"\b\d{1,3}/\d{1,3} (?:tieu chi|chi tieu|noi dung|chi so|nhiem vu)\b", "/"),
    ];

    // What a number names, and does not count: "mức độ 2", "lớp 5", "Điều 3", "độ tuổi 15".
    private static readonly Pattern Named = Pattern.Of(
        @"(\b(muc do|cap do|muc|lop|cap|khoa|so|dieu|khoan|thang|ngay|giai doan|quy|tuoi|hoc ky|dot|buoc|nhom|loai|bac|hang|nam|gio|phu luc|bieu|thu|de an|chuong trinh|tieu chi|khu vuc|khu|thon|ban|ap|khom|buon|to|to dan pho|doi|muc tieu|chi tieu|k|ki|ky|quoc lo|vung|\d{4}) ?(so )?|[/.,0-9-] ?|\b\d{1,2} ?(-|den|va|,) ?|\b[a-z]\.?)$"
    );
    private static readonly Pattern NamedBehind = Pattern.Of(@"^( ?(-|den|/|h\b|gio|tuoi|tro len|thang|nam|ngay|tieng|tiet|phut|lan|nguoi/|\.\d|:\d|- ?\d)|[a-z])");

    /// <summary>Warns of each number that meets none of <paramref name="known"/>, the figures, sums and times of the sentence.</summary>
    public static void Report(MappedText sentence, IEnumerable<(int Start, int End)> known, WarningList warnings)
    {
        foreach (var share in InWords.Matches(sentence.Folded))
        {
            warnings.Add("number", "Có một tỷ lệ ghi bằng chữ: chưa đọc thành chỉ tiêu.", sentence.Span(share.Index, share.Index + share.Length));
        }

        var told = OddForms.SelectMany(f => f.Matches(sentence.Folded)).Where(m => !m.Groups[1].Success).Select(m => (Start: m.Index, End: m.Index + m.Length)).ToList();
        foreach (var (start, end) in told.Where(o => !known.Any(k => k.Start <= o.Start && o.End <= k.End)))
        {
            warnings.Add("number", "Có một con số trong mục tiêu viết theo lối chưa đọc được, cần xem lại.", sentence.Span(start, end));
        }

        var seen = known.Concat(told).ToList();
        var numbers = Number.Matches(sentence.Folded).Where(n => DateFinder.IsFree(n, seen) && !IsNamed(sentence, n.Index, n.Index + n.Length)).ToList();
        if (numbers.Count == 0)
        {
            return;
        }

        var taken = Citations.In(sentence).Select(c => (c.Start, c.End)).Concat(Years.Ranges(sentence).Select(r => (r.Start, r.End))).ToList();
        taken.AddRange(DateFinder.In(sentence, inCell: false).Dates.Select(d => (d.Start, d.End)));
        foreach (var number in numbers.Where(n => DateFinder.IsFree(n, taken)))
        {
            warnings.Add("number", "Có một con số trong mục tiêu chưa đọc thành chỉ tiêu, cần xem lại.", sentence.Span(number.Index, number.Index + number.Length));
        }
    }

    private static bool IsNamed(MappedText text, int start, int end) =>
        start == 0
        || (end - start == 4 && text.Folded[start] is '1' or '2' && text.Folded[start + 1] is '9' or '0')
        || Named.IsMatch(text.Folded[Math.Max(0, start - Near)..start])
        || NamedBehind.IsMatch(text.Behind(end));
}
