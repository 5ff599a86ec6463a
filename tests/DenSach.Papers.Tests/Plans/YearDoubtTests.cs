using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>
/// A wrong year without a warning is the worst error of a reading. So a year goes without a doubt only where nothing else speaks of a time in the sentence,
/// beside it, or on the way to the words that gave it: whether these other words are understood or not.
/// </summary>
public sealed class YearDoubtTests
{
    private const string Share = "80% gia đình đạt danh hiệu “Gia đình học tập”";

    private static IReadOnlyList<string> Doubts(string goals, string heading = "2. Mục tiêu cụ thể đến năm 2030", string title = "giai đoạn 2026-2030")
    {
        var text = new SentenceCase(heading, goals, []).Text.Replace("giai đoạn 2026-2030", title, StringComparison.Ordinal);
        var plan = PlanReader.Read(text);
        var targets = plan.Targets.Concat(plan.TableTargets).ToList();
        targets.ShouldNotBeEmpty();
        return [.. plan.Warnings.Where(w => w.Code == "year" && targets.Exists(t => t.Span.Overlaps(w.Span))).Select(w => w.Message)];
    }

    [Theory]
    [InlineData(Share + ".")]
    [InlineData(Share + ", tăng 5% so với năm 2026.")]
    [InlineData("Đến năm 2028, " + Share + ".")]
    [InlineData(Share + " vào năm 2028.")]
    [InlineData("Tỷ lệ gia đình học tập năm 2028 đạt 80%.")]
    [InlineData("Thực hiện Quyết định số 387/QĐ-TTg ngày 25/3/2022, " + Share + ".")]
    [InlineData(Share + " theo Chương trình “Đẩy mạnh học tập giai đoạn 2021-2027”.")]
    public void A_plain_link_is_not_doubted(string goal) => Doubts("- " + goal).ShouldBeEmpty();

    [Theory]
    [InlineData("Các năm tiếp theo, " + Share + ".")]
    [InlineData(Share + " vào giữa kỳ.")]
    [InlineData(Share + " sau 02 năm thực hiện.")]
    [InlineData(Share + ", hiện nay là 62%.")]
    [InlineData(Share + " trong năm học 2027-2028.")]
    [InlineData("Mỗi năm " + Share + ".")]
    [InlineData(Share + " đến hết nhiệm kỳ.")]
    [InlineData("Năm thứ hai: " + Share + ".")]
    [InlineData("Đến năm 20З0 hoặc năm 203O: " + Share + ".")]
    [InlineData("Trên cơ sở kết quả năm 2026, " + Share + ".")]
    [InlineData("Từ năm 2028, " + Share + ".")]
    [InlineData("Năm 2027 hoàn thành khảo sát, " + Share + ".")]
    [InlineData("80% gia đình được công nhận năm 2026 giữ vững danh hiệu “Gia đình học tập”.")]
    [InlineData("Giai đoạn 2026-2028 xây dựng mô hình; " + Share + ".")]
    public void Another_time_in_the_sentence_is_a_doubt(string goal) => Doubts("- " + goal).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Năm 2028, 80% gia đình được công nhận “Gia đình học tập”.", "Năm 2028, 70% gia đình trên địa bàn xã đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("Năm 2028, 60% dòng họ của các xã đạt “Dòng họ học tập”.", "Năm 2028, 50% dòng họ được công nhận “Dòng họ học tập”.")]
    public void Two_figures_of_one_thing_in_one_year_are_doubted_however_they_are_worded(string one, string other) =>
        Doubts($"- {one}\n- {other}").ShouldContain(d => d.Contains("Cùng năm 2028"));

    [Theory]
    [InlineData("Đến năm 2028 hoàn thành bộ tiêu chí. " + Share + ".")]
    [InlineData(Share + ". Các chỉ tiêu trên hoàn thành trước năm 2028.")]
    public void Another_time_in_the_sentence_beside_is_a_doubt(string goals) => Doubts("- " + goals).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Các chỉ tiêu của năm 2028 gồm\n- " + Share + ".")]
    [InlineData("- Đến năm 2028:\n+ 60% dòng họ đạt danh hiệu “Dòng họ học tập”.\n- " + Share + ".")]
    [InlineData("- Đến năm 2028, 60% dòng họ đạt danh hiệu “Dòng họ học tập”;\n- " + Share + ".")]
    [InlineData("- " + Share + ".\n(Số liệu tính đến năm 2028)")]
    public void Another_time_between_the_target_and_its_heading_is_a_doubt(string goals) => Doubts(goals, "2. Mục tiêu cụ thể của năm 2030").ShouldNotBeEmpty();

    [Theory]
    [InlineData("2. Mục tiêu giai đoạn 2026-2028, định hướng đến năm 2030")]
    [InlineData("2. Mục tiêu năm 2028 và các năm tiếp theo")]
    [InlineData("2. Mục tiêu từ năm 2028")]
    public void A_heading_that_names_more_than_its_year_is_a_doubt(string heading) => Doubts($"- {Share}.", heading).ShouldNotBeEmpty();

    [Fact]
    public void A_title_for_one_year_and_those_after_is_a_doubt()
    {
        Doubts($"- {Share}.", "2. Mục tiêu cụ thể", "năm 2026").ShouldBeEmpty();
        Doubts($"- {Share}.", "2. Mục tiêu cụ thể", "năm 2026 và những năm tiếp theo").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Đến năm 2028, 60% gia đình đạt danh hiệu “Gia đình học tập” và 80% vào năm 2030.")]
    [InlineData("Tỷ lệ gia đình học tập năm 2028 đạt 60%, 80% năm 2030, dòng họ 70%.")]
    public void Years_and_figures_in_an_order_with_two_meanings_are_a_doubt(string goal) => Doubts("- " + goal).ShouldNotBeEmpty();

    [Fact]
    public void Two_figures_of_one_thing_in_one_year_and_a_fall_over_the_years_are_doubts()
    {
        Doubts($"- {Share}.\n- 70% gia đình đạt danh hiệu “Gia đình học tập”.").Count.ShouldBe(2);
        Doubts($"- Đến năm 2028, {Share}.\n- Đến năm 2030, 70% gia đình đạt danh hiệu “Gia đình học tập”.").Count.ShouldBe(2);
        Doubts($"- {Share}.\n- Vùng khó khăn: 70% gia đình đạt danh hiệu “Gia đình học tập”.").ShouldBeEmpty("a part has its own figure");
    }

    [Theory]
    [InlineData("| Chỉ tiêu | 2028 | Các năm tiếp theo |\n| Gia đình học tập | 60% | 80% |", 1)]
    [InlineData("| TT | Chỉ tiêu | Năm 2028 | Năm 2030 |\n| | | KH | TH | KH | TH |\n| 1 | Dòng họ học tập | 60% | 61% | 70% | 71% |", 0)]
    [InlineData("| TT | Chỉ tiêu | Năm 2028 | Năm 2030 |\n| | | KH | TH | KH | Cả kỳ |\n| 1 | Dòng họ học tập | 60% | 61% | 70% | 71% |", 4)]
    [InlineData("| Chỉ tiêu | Năm 2028 | Năm 2029 | Năm 2030 |\n| Gia đình học tập | 60% | 80% |", 2)]
    [InlineData("| Chỉ tiêu | Năm 2028 | Năm 2030 |\n| Gia đình học tập | 60% | 80% |", 0)]
    public void A_table_is_doubted_where_its_heads_do_not_settle_the_year(string table, int doubts) => Doubts(table).Count.ShouldBe(doubts);
}
