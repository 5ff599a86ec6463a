namespace DenSach.Papers.Plans.Reading.Heads;

/// <summary>
/// A body that issues plans beside the People's Committees, as the line of the head names it that it shares with its place: "HỘI KHUYẾN HỌC TỈNH LAI CHÂU".
/// </summary>
internal static class IssuingBody
{
    private static readonly string[] Names =
    [
        "Hội Khuyến học",
        "Ban Chỉ đạo xây dựng xã hội học tập",
        "Ban Chỉ đạo",
        "Sở Giáo dục và Đào tạo",
        "Phòng Giáo dục và Đào tạo",
        "Phòng Văn hóa - Xã hội",
        "Phòng Văn hóa và Thông tin",
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "Liên đoàn Lao động",
        "Hội Liên hiệp Phụ nữ",
        "Hội Nông dân",
        "Hội Cựu chiến binh",
        "Hội Cựu giáo chức",
        "Hội Người cao tuổi",
        "Đoàn TNCS Hồ Chí Minh",
        "Trung tâm học tập cộng đồng",
        "Trung tâm Văn hóa, Thể thao và Học tập cộng đồng",
    ];

    private static readonly (string Folded, string Name)[] Short =
    [
        ("ban chi dao xdxhht", "Ban Chỉ đạo xây dựng xã hội học tập"),
        ("uy ban mttq viet nam", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ];

    private static readonly (string Folded, string Name)[] ByLine = [.. Names.Select(n => (Folding.Fold(n), n)).Concat(Short).OrderByDescending(n => n.Item1.Length)];

    /// <summary>The body a folded line begins with, or null. "HỘI KHUYẾN HỌC VIỆT NAM" stands over the one that issues.</summary>
    public static string? Of(string foldedLine)
    {
        var line = foldedLine.Trim();
        return line.EndsWith(" viet nam", StringComparison.Ordinal) ? null : ByLine.Where(b => Begins(line, b.Folded)).Select(b => b.Name).FirstOrDefault();
    }

    /// <summary>Whether the ending of a number ("/KH-UBND") is that of a People's Committee.</summary>
    public static bool IsCommittee(string suffix) => Folding.Fold(suffix).Contains("ub", StringComparison.Ordinal);

    private static bool Begins(string line, string name) => line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || !char.IsLetter(line[name.Length]));
}
