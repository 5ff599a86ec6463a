using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A blank inside a number is taken out where nothing else can be meant; what may be two numbers is told.</summary>
public sealed class BrokenFigureTests
{
    private static ExtractedPlan Read(string goal) => PlanReader.Read(new SentenceCase("2. Mục tiêu cụ thể đến năm 2030", goal, []).Text);

    [Theory]
    [InlineData("- Phấn đấu đạt 67, 50% gia đình học tập.")]
    [InlineData("- Gia đình học tập các mức 60, 5% và 62%.")]
    public void What_may_be_one_number_or_two_is_told(string goal)
    {
        var plan = Read(goal);
        plan.Targets.Where(t => !plan.Warnings.Any(w => w.Code == "value" && w.Span.Overlaps(t.Span)) && t.Value != 62).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- 60% hộ đạt danh hiệu “Gia đình học tập” vào năm 20\n28.", 2028, 60)]
    [InlineData("- 60% hộ đạt danh hiệu “Gia đình học tập” vào năm 2\n028.", 2028, 60)]
    [InlineData("- Có 67,\n5% hộ đạt danh hiệu “Gia đình học tập”.", 2030, 67.5)]
    public void A_number_broken_at_the_end_of_a_line_is_mended(string goal, int year, double value)
    {
        var target = Read(goal).Targets.ShouldHaveSingleItem();
        (target.Year, (double)target.Value).ShouldBe((year, value));
    }

    [Fact]
    public void Two_numbers_that_may_be_the_halves_of_a_share_are_told() =>
        Read("- Đến năm 2028, 6\n0% hộ đạt danh hiệu “Gia đình học tập”.").Warnings.ShouldContain(w => w.Code == "number");

    [Theory]
    [InlineData("- 88% xã đạt chuẩn mức độ 3, 5% xã đạt chuẩn mức độ 2.", new[] { 88, 5 })]
    [InlineData("- Với học sinh lớp 9, 7% học nghề.", new[] { 7 })]
    [InlineData("- Đến năm 2028, 61% gia đình đạt danh hiệu “Gia đình học tập”.", new[] { 61 })]
    public void Two_numbers_beside_each_other_stay_two(string goal, int[] values)
    {
        var plan = Read(goal);
        plan.Targets.Select(t => (int)t.Value).ShouldBe(values);
        plan.Warnings.ShouldNotContain(w => w.Code == "value");
    }

    [Fact]
    public void The_place_of_a_mended_number_is_that_of_the_paper()
    {
        var text = new SentenceCase("2. Mục tiêu cụ thể đến năm 2030", "- Phấn đấu 66 ,5 % gia đình đạt danh hiệu “Gia đình học tập”.", []).Text;
        var target = PlanReader.Read(text).Targets.ShouldHaveSingleItem();
        text[target.Span.Start..target.Span.End].ShouldContain("66 ,5 %");
    }

    [Theory]
    [InlineData("- Trên 2/3 số thôn đạt danh hiệu “Cộng đồng học tập”.")]
    [InlineData("- Một nửa số dòng họ đạt danh hiệu “Dòng họ học tập”.")]
    [InlineData("- Tối thiểu 7/10 người lớn đạt danh hiệu “Công dân học tập”.")]
    [InlineData("- Cứ 1.000 người dân có ít nhất 310 người là hội viên Hội Khuyến học.")]
    [InlineData("- Không dưới 2/3 thành viên Ban Giám đốc được bồi dưỡng.")]
    [InlineData("- Chỉ số học tập đạt 85/100 điểm.")]
    [InlineData("- Tỷ lệ sinh viên trên một vạn dân đạt 230.")]
    public void A_part_or_a_rate_that_is_no_share_and_no_number_of_things_is_told(string goal)
    {
        var plan = Read(goal);
        plan.Targets.ShouldBeEmpty();
        plan.Warnings.ShouldContain(w => w.Code == "number" || w.Code == "relative");
    }

    [Fact]
    public void A_number_alone_in_a_cell_of_a_table_is_mended()
    {
        var plan = Read(
            """
            | TT | Chỉ tiêu | Năm 20 26 | Năm 2 028 |
            |---|---|---|---|
            | 1 | Gia đình học tập (%) | 66 ,5 | 70, 5 |
            | 2 | Số hộ đạt Gia đình học tập (hộ) | 1 .250 | 1 480 |
            """
        );
        plan.TableTargets.Select(t => (t.Year, t.Value)).ShouldBe([(2026, 66.5m), (2028, 70.5m), (2026, 1250m), (2028, 1480m)], ignoreOrder: true);
    }
}
