using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Tables that nobody wrote for people: the reader bounds its work on them, and says what it left.</summary>
public sealed class HostileTables
{
    private const string Above = "KẾ HOẠCH\nI. MỤC TIÊU đến năm 2030\n";

    /// <summary>Each is read within the moments that <see cref="MutationTests"/> allows.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "<table><tr>" + Repeated("<td>a", 120_000) + "</table>",
        Above + "<table><tr>" + Repeated("<td>a", 120_000) + "</table>",
        Above + "<table>" + Repeated("<tr><td colspan=60 rowspan=60>a", 20_000) + "</table>",
        Above + "<table><tr>" + Repeated("<td colspan=60>a", 40_000) + "</table>",
        Above + "<table>" + Repeated("<tr><td>a<td>b", 9_000) + Repeated("<tr><td>c<td>5%", 9_000) + "</table>",
        Repeated("TT\n", 5_000),
        "TT\nNhiệm vụ\nCơ quan\n" + Repeated("Tuyên truyền\n", 3_000),
        Repeated("TT\nNhiệm vụ\nA\n", 2_000),
        Repeated("TT\n", 29) + "A\n" + Repeated("nội dung\n", 3_000),
        Repeated("Thời gian\n", 12_000),
        Above + Repeated("Nhiệm vụ\nThời gian\n", 8_000),
        Above + Repeated(Repeated("Nhiệm vụ\nThời gian\n", 8) + "nội dung\n", 800),
        Above + Repeated("TT    Nhiệm vụ    Thời gian\na\nb\n", 3_000),
        Above + Repeated("TT    Nhiệm vụ    Chủ trì    Phối hợp    Thời gian\n1    Mở lớp    Hội    Các bản    Quý I/2026\n", 3_000),
        Above + "TT    Nhiệm vụ    Chủ trì    Phối hợp    Thời gian\n" + Repeated("I    Nhóm\n1    Mở lớp\n     tiếp    Hội    Các bản    Quý I/2026\n", 4_000),
        Above + "A  " + Repeated("A ", 20_000) + "\n" + Repeated("A  ", 15_000) + "\n1    80    90\n2    70    75\n",
        Above + Repeated("    nhãn\n1    80    90\n    nhãn\n", 8_000),
        "TT\nNhiệm vụ\nCơ quan\n1\nTuyên truyền\nHội\n2\nVận động\n" + Repeated("và tiếp theo\n", 3_000),
    ];

    /// <summary>A table larger than is read, by what its cells and their spans make of it.</summary>
    public static TheoryData<string> TooLarge() =>
        [
            Repeated("<tr><td>Gia đình học tập<td>5%", 12_000),
            Repeated("<tr><td>Gia đình học tập<td rowspan=60 colspan=60>5%", 10),
            "<tr><td>Gia đình học tập<td>5%<tr>" + Repeated("<td>6%", 400),
            "<tr><td>Gia đình học tập<td>5%<tr>" + Repeated("<td colspan=60>6%", 5),
        ];

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void What_is_left_of_a_table_too_large_is_told_with_its_place(string rows)
    {
        var text = $"{Above}<table><tr><td>Danh hiệu<td>Năm 2030{rows}<tr><td>Dòng họ học tập<td>77%</table>\nII. TỔ CHỨC THỰC HIỆN\n";
        var plan = PlanReader.Read(text);
        var last = text.IndexOf("77%", StringComparison.Ordinal);
        plan.Warnings.ShouldContain(w => w.Code == "table" && w.Message.StartsWith("Bảng quá lớn") && w.Span.Start <= last && last + 3 <= w.Span.End);
        plan.Targets.Concat(plan.TableTargets).ShouldAllBe(t => t.Value != 77);
    }

    [Fact]
    public void A_table_that_people_write_is_read_whole()
    {
        var rows = string.Concat(Enumerable.Range(1, 300).Select(i => $"<tr><td>{i}<td>Thôn {i}<td>{i % 100}%"));
        var plan = PlanReader.Read($"{Above}<table><tr><td>TT<td>Thôn<td>Gia đình học tập năm 2030 (%){rows}</table>\n");
        plan.TableTargets.Count.ShouldBe(300);
        plan.Warnings.ShouldAllBe(w => !w.Message.StartsWith("Bảng quá lớn"));
    }

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
