using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Every time that a plan speaks of is a deadline or is told to a person, and a figure is neither: the cases of days.txt.</summary>
public sealed class DayTests
{
    private static readonly IReadOnlyList<string[]> All =
    [
        .. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "days.txt")).ReplaceLineEndings("\n").Trim('\n').Split("\n\n").Skip(1).Select(c => c.Split('\n')),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_time_is_dropped_in_silence(int number)
    {
        var text = Plan(All[number][0]);
        var plan = PlanReader.Read(text);
        var told = plan.Warnings.Where(w => w.Code is "date" or "recurrence").Select(w => $"? {w.Span.Of(text)}");
        plan.Deadlines.Select(Line).Concat(told).ShouldBe(All[number][1..], ignoreOrder: true, All[number][0]);
    }

    private static string Line(PlanDeadline d)
    {
        var month = d.Quarter is { } quarter ? $"q{quarter}" : $"{d.Day}.{d.Month}";
        return string.Join(
            ' ',
            new[] { "=", month, d.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), d.Relation, d.Recurrence ?? "-" }.Where(p => p is not null)
        );
    }

    private static string Plan(string task) =>
        $"""
            ỦY BAN NHÂN DÂN XÃ BÌNH LƯ
            Số: 214/KH-UBND
            Bình Lư, ngày 20 tháng 11 năm 2026
            KẾ HOẠCH
            Xây dựng xã hội học tập trên địa bàn xã Bình Lư giai đoạn 2027-2030
            I. TỔ CHỨC THỰC HIỆN
            1. Hội Khuyến học xã
            - {task}
            Nơi nhận:
            - Lưu: VT.
            """;
}
