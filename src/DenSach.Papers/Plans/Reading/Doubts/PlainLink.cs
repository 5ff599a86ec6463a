namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>
/// Whether a year that a sentence names speaks of the figure by plain grammar: it opens a part of the sentence ("đến năm 2028, 60 % …"), stands between what is
/// counted and its verb ("tỷ lệ gia đình học tập năm 2028 đạt 60 %"), or closes the words of the figure ("60 % … vào năm 2028;"). A year inside other words
/// ("trên cơ sở kết quả năm 2026, …", "số hộ được công nhận năm 2026 giữ vững …") may be the year of those.
/// </summary>
internal static class PlainLink
{
    private const int Reach = 120;
    private const string LeadWords =
        @"((phan dau|tang|nang|len|den|toi|vao|trong|het|cuoi|dau|truoc|tu|nam|moc|ngay|thang|quy|giai doan|cham nhat|muon nhat|tinh|rieng|cac|tai|thoi diem|[ivx]{1,3}|\d{1,2})\b ?[/.-]? ?)*$";
    private static readonly Pattern Opens = Pattern.Of($@"(^|[;,:.(+=-]|\b(va|con|roi|thi|sang|la|dat|duoc|phai|rang|sau|co|phan dau|muc tieu|chi tieu)) *{LeadWords}");
    private static readonly Pattern Likened = Pattern.Of(@"\b(nhu|bang|ngang|tuong duong|cua|voi|hon|kem|ke tu)( muc| ket qua| so| chi tieu)*( cua)?( cuoi| dau)?( nam)? $");
    private static readonly Pattern Until = Pattern.Of(@"\b(den|toi)( het| cuoi)?( nam)? $");
    private static readonly Pattern Reckoned = Pattern.Of(@"\b(ket qua|so lieu|thuc trang|thuc hien|tinh|uoc)\b[a-z ]{0,20} $");
    private static readonly Pattern BeforeVerb = Pattern.Of(
        @"^( nhu sau| cu the( nhu sau)?)? ?:|^(,? ?(va )?(nam )?20\d{2})*\)? ?[:=(-]? ?(phai |se |can |phan dau |duoc |deu |cung |van )*(dat|la|co|len|chiem|tren|hon|khoang|it nhat|toi thieu|duy tri|giu|con|xuong|bang|tang|giam|khong duoi|lan luot|tuong ung|\d)"
    );
    private static readonly Pattern Closes = Pattern.Of(
        @"^ ?($|[,;:.)(+\-/]|""|(va|thi|len|roi|con|so voi|la|dat|dong thoi|trong do|tro di|tro len|theo|tren|o|tai|cho|de|nham|phan dau|dinh huong)\b)"
    );

    /// <param name="sentence">The sentence.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="years">The years of the sentence; one of them gave the figure its year.</param>
    /// <returns>Why the year may speak of something else, or null.</returns>
    public static string? Doubt(MappedText sentence, FigurePlace figure, IEnumerable<TimeWord> years)
    {
        if (years.FirstOrDefault(y => sentence.Span(y.Start, y.End).Overlaps(figure.Target.YearFrom.Span)) is not { } year)
        {
            return null;
        }

        var behind = sentence.Folded[year.End..];
        if (Likened.IsMatch(Near(sentence.Folded, year.Start)))
        {
            return $"Năm {year.Year} có thể chỉ để so sánh";
        }

        var plain = year.Start < figure.Start ? Leads(Near(sentence.Folded, year.Start)) || BeforeVerb.IsMatch(behind) : Closes.IsMatch(behind);
        return plain ? null : $"Năm {year.Year} đứng trong cụm từ khác";
    }

    private static bool Leads(string before) => Opens.IsMatch(before) || (Until.IsMatch(before) && !Reckoned.IsMatch(before));

    /// <summary>The words before a place; where the sentence is cut, its beginning is no boundary.</summary>
    private static string Near(string folded, int end) => end <= Reach ? folded[..end] : "x" + folded[(end - Reach)..end];
}
