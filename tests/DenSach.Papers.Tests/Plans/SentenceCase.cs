using System.Globalization;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A case of sentences.txt or subjects.txt: a heading, the lines under it, and what is to be read of them.</summary>
public sealed record SentenceCase(string Heading, string Goals, IReadOnlyList<string> Expected)
{
    private const string UsualHeading = "2. Mục tiêu cụ thể đến năm 2030";

    public static IReadOnlyList<SentenceCase> All { get; } = [.. In("sentences.txt"), .. In("subjects.txt")];

    /// <summary>The lines as a plan of a ward.</summary>
    public string Text =>
        $"""
            ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN
            Số: 15/KH-UBND
            Tân An, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn phường Tân An
            Ủy ban nhân dân phường Tân An ban hành Kế hoạch như sau:
            I. MỤC TIÊU
            {Heading}
            {Goals}
            II. TỔ CHỨC THỰC HIỆN
            Nơi nhận:
            - Lưu: VT.
            """;

    /// <summary>What a reading says, in the words of the file: "=" and year, value, subject, title; "~" where the year is doubted.</summary>
    public static IEnumerable<string> Lines(DenSach.Papers.Plans.ExtractedPlan plan) =>
        plan
            .Targets.Concat(plan.TableTargets)
            .Select(t =>
            {
                var doubted = plan.Warnings.Any(w => w.Code is "year" or "respectively" && w.Span.Overlaps(t.Span));
                var subject = System.Text.Json.JsonSerializer.Serialize(t.Subject).Trim('"');
                return string.Create(CultureInfo.InvariantCulture, $"{(doubted ? '~' : '=')} {t.Year} {t.Value:0.##} {subject} {t.Title}").TrimEnd();
            });

    private static IEnumerable<SentenceCase> In(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).ReplaceLineEndings("\n").Trim('\n').Split("\n\n").Skip(1).Select(Of);

    private static SentenceCase Of(string lines)
    {
        var all = lines.Split('\n');
        var heading = all[0].StartsWith("# ", StringComparison.Ordinal) ? all[0][2..] : null;
        var expected = all.Where(l => l.StartsWith("= ", StringComparison.Ordinal) || l.StartsWith("~ ", StringComparison.Ordinal)).ToList();
        return new(heading ?? UsualHeading, string.Join('\n', all.Skip(heading is null ? 0 : 1).Except(expected)), expected);
    }
}
