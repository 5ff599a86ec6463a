using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A number in a goal is a target, or is told to a person, or names something ("mức độ 2", "từ 15 đến 60 tuổi").</summary>
public sealed class UnreadFigureTests
{
    private static string Told(string goal)
    {
        var text = new SentenceCase("2. Mục tiêu cụ thể đến năm 2030", goal, []).Text;
        return string.Join(" / ", PlanReader.Read(text).Warnings.Where(w => w.Code == "number").Select(w => w.Span.Of(text)));
    }

    [Theory]
    [InlineData("- Tám mươi phần trăm hộ đạt danh hiệu “Gia đình học tập”.", "Tám mươi phần trăm")]
    [InlineData("- Số gia đình học tập: 1.250.", "1.250")]
    [InlineData("- Gia đình học tập: 1.250 hộ, dòng họ học tập: 24.", "24")]
    [InlineData("- GĐHT: 85; DHHT: 70; CĐHT: 90 (%).", "85 / 70 / 90")]
    [InlineData("- Số người tham gia học tập thường xuyên bằng 0,85 dân số.", "0,85")]
    [InlineData("- Trên hai phần ba số hộ đạt “Gia đình học tập”.", "hai phần ba số hộ")]
    [InlineData("- Đến năm 2028 có 6O% công dân đạt danh hiệu “Công dân học tập”.", "6O%")]
    [InlineData("- Gia đình học tập đạt 70o/o.", "70o/o")]
    [InlineData("- 15 - 20 hội viên/chi hội.", "15 - 20")]
    [InlineData("- Gia đình học tập: 55 - 60 - 65 - 70 (%) theo từng năm.", "55 - 60 - 65 - 70 (%)")]
    [InlineData("- 55-60-65-70% hộ đạt “Gia đình học tập”.", "55-60-65-70%")]
    [InlineData("- Tỷ lệ gia đình học tập tăng 1,5 lần so với năm 2025.", "tăng 1,5 lần")]
    [InlineData("- Gấp đôi số công dân học tập.", "Gấp đôi")]
    [InlineData("- Phấn đấu 6/8 tiêu chí đạt loại tốt.", "6/8 tiêu chí")]
    public void A_figure_without_the_form_of_one_is_told(string goal, string told) => Told(goal).ShouldBe(told);

    [Theory]
    [InlineData("- 98% người trong độ tuổi 15-60 biết chữ mức độ 2, 95% trẻ 5 tuổi ra lớp 1 (Điều 3 Thông tư số 22/2020/TT-BGDĐT ngày 06/8/2020).")]
    [InlineData("- Đến ngày 30/6/2028: 60% hộ tại khu vực 3 và thôn 7 đạt “Gia đình học tập”, mỗi năm 2 lần, trong 6 tháng.")]
    [InlineData("- Gia đình học tập: 5.120/6.240 hộ, đạt 82,05%.")]
    [InlineData("- Mức độ 2 60% xã, mức độ 3 40% xã.")]
    public void A_number_that_names_something_is_not(string goal) => Told(goal).ShouldBeEmpty();

    [Theory]
    [InlineData("- 80 ÷ 85% hộ đạt “Gia đình học tập”.", 80, 85, null)]
    [InlineData("- 80~85% hộ đạt “Gia đình học tập”.", 80, 85, null)]
    [InlineData("- Gia đình học tập > 80%.", 80, null, TargetComparator.MoreThan)]
    [InlineData("- Gia đình học tập >=80%.", 80, null, TargetComparator.AtLeast)]
    [InlineData("- Gia đình học tập <= 80%.", 80, null, TargetComparator.AtMost)]
    public void A_sign_before_a_figure_or_in_a_range_is_read(string goal, int value, int? to, TargetComparator? comparator)
    {
        var target = PlanReader.Read(new SentenceCase("2. Mục tiêu cụ thể đến năm 2030", goal, []).Text).Targets.ShouldHaveSingleItem();
        (target.Value, target.ValueTo, target.Comparator).ShouldBe((value, to, comparator));
    }

    [Theory]
    [InlineData("- Phường được xếp loại tốt vào năm 2027.", 2027)]
    [InlineData("- Giữ vững kết quả đã đạt năm 2024, được công nhận phường học tập năm 2027.", 2027)]
    [InlineData("- Được công nhận phường học tập năm 2027 và năm 2029.", null)]
    [InlineData("- Được công nhận phường học tập.", 2030)]
    public void A_target_without_a_number_has_the_year_of_its_own_words(string goal, int? year) =>
        PlanReader.Read(new SentenceCase("2. Mục tiêu cụ thể đến năm 2030", goal, []).Text).QualitativeTargets.ShouldHaveSingleItem().Year.ShouldBe(year);

    [Theory]
    [InlineData("- 60% gia đình đạt danh hiệu “Gia đình học tập”; xã được công nhận “Cộng đồng học tập” cấp xã.", "xã được công nhận “Cộng đồng học tập” cấp xã.")]
    [InlineData("- 60% gia đình đạt danh hiệu “Gia đình học tập”; 70% dòng họ đạt danh hiệu “Dòng họ học tập”.", "")]
    public void A_part_of_a_goal_without_a_figure_is_told(string goal, string told) => Told(goal).ShouldBe(told);

    [Theory]
    [InlineData("Mở ít nhất 12 lớp chuyên đề mỗi năm.", "12")]
    [InlineData("Phấn đấu xây dựng 5 tủ sách dòng họ.", "5")]
    [InlineData("Họp bình xét khi có ít nhất 20 hộ dự họp.", "")]
    [InlineData("Năm 2025 đã mở ít nhất 12 lớp.", "")]
    [InlineData("Thôn có 120 hộ.", "")]
    public void A_count_that_work_is_to_reach_is_told_where_it_stands_outside_the_goals(string task, string told)
    {
        var text = new SentenceCase("2. Mục tiêu cụ thể", "- 60% hộ đạt “Gia đình học tập”.", []).Text.Replace(
            "II. TỔ CHỨC THỰC HIỆN",
            $"II. TỔ CHỨC THỰC HIỆN\n1. Hội Khuyến học phường\n- {task}",
            StringComparison.Ordinal
        );
        string.Join(" / ", PlanReader.Read(text).Warnings.Where(w => w.Code == "outside_goals").Select(w => w.Span.Of(text))).ShouldBe(told);
    }
}
