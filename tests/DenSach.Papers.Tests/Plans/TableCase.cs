using System.Globalization;
using System.Text.Json;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>
/// One table described once, with what it says. In the description "&lt;" is a cell merged with the one to its left, "^" with the one above.
/// </summary>
public sealed record TableCase
{
    public required string Name { get; init; }

    /// <summary>How the plan names its years in its title.</summary>
    public string Title { get; init; } = "giai đoạn 2026-2030";

    /// <summary>Year of issue.</summary>
    public int Issued { get; init; } = 2026;

    /// <summary>Each figure must carry a doubt of this code, or null.</summary>
    public string? Doubt { get; init; }

    /// <summary>Lines between the section's heading and the table.</summary>
    public required IReadOnlyList<string> Above { get; init; }

    public required IReadOnlyList<string[]> Head { get; init; }

    public required IReadOnlyList<string[]> Rows { get; init; }

    /// <summary>Targets (year, value, subject, title, scope), agencies that lead, what is to come of their work, deadlines: each as one line.</summary>
    public required IReadOnlyList<string> Answer { get; init; }

    public override string ToString() => Name;

    /// <summary>The cases of a file, see <c>tables.txt</c>: parted by empty lines; name, settings, head, "---", rows, "===", answer.</summary>
    public static IReadOnlyList<TableCase> Load(string file) =>
        [
            .. File.ReadAllText(file)
                .ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(c => Of(c.Split('\n', StringSplitOptions.RemoveEmptyEntries))),
        ];

    /// <summary>What a reading says, in the words of <see cref="Answer"/>.</summary>
    public static IReadOnlyList<string> Said(ExtractedPlan plan) =>
        [
            .. plan.TableTargets.Select(t => FormattableString.Invariant($"{t.Year} | {t.Value:0.##} | {JsonSerializer.Serialize(t.Subject).Trim('"')} | {t.Title} | {t.Scope}")),
            .. plan.Tasks.Where(t => t.FromTable).Select(t => $"lead | {t.Lead}"),
            .. plan.Tasks.Where(t => t.Product is not null).Select(t => $"product | {t.Lead} | {t.Product}"),
            .. plan
                .Deadlines.Where(d => d.FromTable)
                .Select(d => FormattableString.Invariant($"due | {d.Day} | {d.Month} | {d.Quarter} | {d.Year} | {d.Relation} | {d.Recurrence}")),
        ];

    /// <summary>A plan that holds nothing but the table.</summary>
    public string PlanWith(string written) =>
        $"""
            ỦY BAN NHÂN DÂN XÃ TÂN AN
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: 15/KH-UBND
            Tân An, ngày 05 tháng 01 năm {Issued}
            KẾ HOẠCH
            Xây dựng xã hội học tập {Title} trên địa bàn xã Tân An
            Ủy ban nhân dân xã Tân An ban hành Kế hoạch như sau:
            I. MỤC TIÊU
            1. Mục tiêu chung
            Nâng cao chất lượng các mô hình học tập.
            2. Mục tiêu cụ thể
            {string.Join('\n', Above)}
            {written}
            II. TỔ CHỨC THỰC HIỆN
            1. Hội Khuyến học xã
            - Theo dõi việc thực hiện.
            Nơi nhận:
            - Lưu: VT.
            """;

    private static TableCase Of(string[] lines)
    {
        var (head, body) = (Array.IndexOf(lines, "---"), Array.IndexOf(lines, "==="));
        var settings = lines[1..head].TakeWhile(l => l.IndexOf(':', StringComparison.Ordinal) is > 0 and < 7).ToList();
        var plan = Setting("plan").SingleOrDefault()?.Split(" | ");
        return new()
        {
            Name = lines[0].TrimStart('#', ' '),
            Title = plan?[0] ?? "giai đoạn 2026-2030",
            Issued = plan is null ? 2026 : int.Parse(plan[1], CultureInfo.InvariantCulture),
            Doubt = Setting("doubt").SingleOrDefault(),
            Above = [.. Setting("above")],
            Head = [.. lines[(1 + settings.Count)..head].Select(Cells)],
            Rows = [.. lines[(head + 1)..body].Select(Cells)],
            Answer = [.. lines[(body + 1)..].Select(l => string.Join(" | ", Cells(l)))],
        };

        IEnumerable<string> Setting(string name) => settings.Where(s => s.StartsWith(name + ":", StringComparison.Ordinal)).Select(s => s[(name.Length + 1)..].Trim());
        static string[] Cells(string line) => [.. line.Split('|').Select(c => c.Trim())];
    }
}
