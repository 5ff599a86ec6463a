using DenSach.Platform.Text;

namespace DenSach.Modules.Plans;

/// <summary>The lines up which the programme reports: a report may go up several at once.</summary>
[Flags]
public enum ReportLines
{
    /// <summary>The plan names nobody, or somebody on no line.</summary>
    None = 0,

    /// <summary>Ủy ban nhân dân.</summary>
    PeoplesCommittee = 1,

    /// <summary>Hội Khuyến học.</summary>
    Association = 2,

    /// <summary>Phòng, Sở, Bộ Giáo dục và Đào tạo.</summary>
    Education = 4,

    /// <summary>Ban chỉ đạo.</summary>
    SteeringCommittee = 8,
}

/// <summary>Reads the lines off the addressee's name, and says what they are called.</summary>
public static class ReportLineWords
{
    private static readonly (ReportLines Line, string Name, string[] Signs)[] Known =
    [
        (ReportLines.PeoplesCommittee, "Ủy ban nhân dân", ["ubnd", "uy ban nhan dan"]),
        (ReportLines.Association, "Hội Khuyến học", ["hoi khuyen hoc", "hkh"]),
        (ReportLines.Education, "Ngành giáo dục", ["phong giao duc", "so giao duc", "bo giao duc", "nganh giao duc", "giao duc va dao tao", "gd dt", "gddt", "phong gd", "so gd"]),
        (ReportLines.SteeringCommittee, "Ban chỉ đạo", ["ban chi dao", "bcd"]),
    ];

    public static IReadOnlyList<(ReportLines Line, string Name)> All { get; } = [.. Known.Select(k => (k.Line, k.Name))];

    public static ReportLines Of(string? addressee)
    {
        // Whole words: a "Trung tâm Giáo dục nghề nghiệp" is on no line, and a sign inside a longer word is none.
        var words = $" {SearchKey.Of(addressee ?? "")} ";
        return Known.Where(k => k.Signs.Any(sign => words.Contains($" {sign} ", StringComparison.Ordinal))).Aggregate(ReportLines.None, (lines, k) => lines | k.Line);
    }

    public static IEnumerable<string> NamesOf(ReportLines lines) => Known.Where(k => lines.HasFlag(k.Line)).Select(k => k.Name);
}
