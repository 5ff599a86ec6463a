namespace DenSach.Papers.Plans.Reading;

/// <summary>What the headings above a paragraph say about it.</summary>
internal static class Sections
{
    private const int LongestHeading = 160;
    private static readonly Pattern Goals = Pattern.Of(@"\b(muc tieu|chi tieu)\b");
    private static readonly Pattern OpensGoals = Pattern.Of(
        @"^[^a-z]*((cac|nhung|mot so|ve|den nam \d{4}|nam \d{4}|phan dau|dat|hoan thanh|thuc hien)[ ,:]+)*(muc tieu|chi tieu)\b"
    );
    private static readonly Pattern Past = Pattern.Of(
        @"^((tom tat|danh gia|so ket|tong ket|diem lai) )?(mot so |nhung |tinh hinh, )?(ket qua|thuc trang|tinh hinh|dac diem tinh hinh|viec da lam( duoc)?|uu diem|thuan loi|ton tai|han che|kho khan|danh gia (tinh hinh|ket qua|chung|thuc trang))\b",
        "ket qua",
        "thuc trang",
        "tinh hinh",
        "viec da lam",
        "uu diem",
        "thuan loi",
        "ton tai",
        "han che",
        "kho khan",
        "danh gia"
    );

    /// <summary>Under "Mục tiêu" or "Chỉ tiêu". A long paragraph that mentions goals somewhere is no goal heading.</summary>
    public static bool AreGoals(Block block) => (block.Ancestors.Any(a => Goals.IsMatch(Head(a))) || (block.IsHeading ? Goals : OpensGoals).IsMatch(Head(block))) && !IsPast(block);

    /// <summary>Under "Kết quả năm 2025", "Thực trạng", "Đánh giá tình hình".</summary>
    public static bool IsPast(Block block) =>
        block.Ancestors.Prepend(block).Any(a => a.Depth <= Marker.Arabic && a.Content.Length <= LongestHeading && Past.IsMatch(a.Content.Folded));

    private static string Head(Block block) => block.Content.Folded.Length <= LongestHeading ? block.Content.Folded : block.Content.Folded[..30];
}
