using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A task knows the dates that its own words, or its row of a table, name: what it is due by.</summary>
public sealed class TaskDeadlineTests
{
    private static ExtractedPlan Read(string tasks) =>
        PlanReader.Read(
            $"""
            ỦY BAN NHÂN DÂN XÃ TÂN AN
            Số: 15/KH-UBND
            Tân An, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030
            I. MỤC TIÊU
            - Đến năm 2030, 80% gia đình đạt danh hiệu “Gia đình học tập”.
            II. TỔ CHỨC THỰC HIỆN
            {tasks}
            Nơi nhận:
            - Lưu: VT.
            """
        );

    private static string? Due(ExtractedPlan plan, int task) =>
        plan.DueOf(plan.Tasks[task]) is { } d ? $"{d.Day}/{d.Month} q{d.Quarter} {d.Year} {d.Relation} {d.Recurrence}" : null;

    [Fact]
    public void The_date_in_the_words_of_a_task_is_its_own()
    {
        var plan = Read(
            """
            1. Phòng Văn hóa - Xã hội
            - Tham mưu tổ chức Tuần lễ học tập suốt đời.
            - Tổng hợp kết quả, báo cáo UBND xã trước ngày 30/11 hằng năm.
            2. Hội Khuyến học xã: chủ trì kiểm tra các thôn trong Quý II/2026.
            """
        );
        plan.Tasks.Select(t => t.Deadlines)
            .ShouldBe([
                [],
                [0],
                [1],
            ]);
        Due(plan, 0).ShouldBeNull();
        Due(plan, 1).ShouldBe("30/11 q  before yearly");
        Due(plan, 2).ShouldBe("/ q2 2026 in once");
    }

    [Fact]
    public void Of_several_dates_none_is_chosen_and_a_beginning_is_no_end()
    {
        var plan = Read(
            """
            1. Hội Khuyến học xã
            - Báo cáo UBND xã trước ngày 20/6 và trước ngày 10/12 hằng năm.
            - Tổ chức bình xét từ ngày 01/10/2026 đến ngày 15/10/2026.
            """
        );
        plan.Tasks[0].Deadlines.Count.ShouldBe(2);
        Due(plan, 0).ShouldBeNull();
        Due(plan, 1).ShouldBe("15/10 q 2026 by once");
    }

    [Theory]
    [InlineData("{0} | {1} | {2} | {3}")]
    [InlineData("| {0} | {1} | {2} | {3} |")]
    [InlineData("{0}\t{1}\t{2}\t{3}")]
    [InlineData("{0}\n{1}\n{2}\n{3}")]
    public void The_time_in_a_row_is_that_of_its_task(string row)
    {
        string[][] rows =
        [
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"],
            ["1", "Ban hành kế hoạch của xã", "Phòng Văn hóa - Xã hội", "Tháng 3/2026"],
            ["2", "Tuyên truyền trên đài truyền thanh", "Trung tâm Cung ứng dịch vụ công", "Thường xuyên"],
            ["3", "Tổng hợp, báo cáo kết quả trước ngày 30/11 hằng năm", "Hội Khuyến học xã", "Theo yêu cầu"],
        ];
        var plan = Read("Phân công cụ thể như sau:\n" + string.Join('\n', rows.Select(r => string.Format(System.Globalization.CultureInfo.InvariantCulture, row, r))));
        plan.Tasks.Select(t => t.Lead).ShouldBe(["Phòng Văn hóa - Xã hội", "Trung tâm Cung ứng dịch vụ công", "Hội Khuyến học xã"]);
        Due(plan, 0).ShouldBe("/3 q 2026 in once");
        Due(plan, 1).ShouldBeNull();
        Due(plan, 2).ShouldBe("30/11 q  before yearly");
    }

    [Fact]
    public void The_link_survives_the_JSON_form()
    {
        var plan = Read("1. Hội Khuyến học xã\n- Báo cáo UBND xã trước ngày 30/11 hằng năm.");
        var again = PlanJson.Read(PlanJson.Write(plan));
        again.DueOf(again.Tasks[0]).ShouldBe(plan.Deadlines[0]);
        PlanJson.Read("""{"tasks":[{"lead":"A","what":"B"}]}""").Tasks[0].Deadlines.ShouldBeEmpty();
        again.DueOf(again.Tasks[0] with { Deadlines = [7] }).ShouldBeNull();
    }

    [Fact]
    public void A_section_of_work_that_names_nobody_is_told_once_and_gives_no_task()
    {
        var text = """
            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030
            I. MỤC TIÊU
            - Đến năm 2030, 80% gia đình đạt danh hiệu “Gia đình học tập”.
            II. NHIỆM VỤ, GIẢI PHÁP
            1. Nhiệm vụ về tuyên truyền
            - Tuyên truyền trên hệ thống truyền thanh.
            - Tổ chức Tuần lễ học tập suốt đời trước ngày 10/10 hằng năm.
            2. Giải pháp về nguồn lực
            - Vận động Quỹ khuyến học.
            III. TỔ CHỨC THỰC HIỆN
            1. Hội Khuyến học xã
            - Theo dõi việc thực hiện.
            """;
        var plan = PlanReader.Read(text);
        plan.Tasks.ShouldHaveSingleItem().Lead.ShouldBe("Hội Khuyến học xã");
        plan.Deadlines.ShouldHaveSingleItem().Month.ShouldBe(10);
        plan.Warnings.Where(w => w.Code == "solutions").Select(w => w.Span.Of(text)).ShouldBe(["NHIỆM VỤ, GIẢI PHÁP"]);
    }

    [Fact]
    public void A_target_with_a_number_is_none_without_one_and_money_is_told()
    {
        var plan = PlanReader.Read(
            new SentenceCase(
                "2. Mục tiêu cụ thể đến năm 2030",
                "- 14/14 xã đạt “Cộng đồng học tập” cấp xã.\n- Mở ít nhất 24 lớp, chuyên đề.\n- Giữ vững chất lượng phổ cập giáo dục.\n- Quỹ khuyến học đạt trên 200 triệu đồng.",
                []
            ).Text
        );
        plan.Targets.Count.ShouldBe(2);
        plan.QualitativeTargets.Select(t => t.Text).ShouldBe(["Giữ vững chất lượng phổ cập giáo dục.", "Quỹ khuyến học đạt trên 200 triệu đồng."]);
        plan.Warnings.ShouldHaveSingleItem().Code.ShouldBe("number");
    }

    [Theory]
    [InlineData("11/2027", "/11 q 2027")]
    [InlineData("Tháng 3, 4/2027", "/3 q 2027; /4 q 2027")]
    [InlineData("Quí IV/2027", "/ q4 2027")]
    [InlineData("Cuối 2028", "?Cuối 2028")]
    [InlineData("2030", "?2030")]
    [InlineData("Đầu năm học", "?Đầu năm học")]
    [InlineData("Từ T9", "?Từ T9")]
    [InlineData("Thường xuyên", "")]
    [InlineData("Hằng năm", "")]
    [InlineData("2027-2030", "")]
    public void The_time_of_a_row_is_read_or_told(string time, string expected)
    {
        var table = $"""
            | TT | Nội dung | Thời gian | Chủ trì |
            |---|---|---|---|
            | 1 | Tập huấn cán bộ | {time} | Hội Khuyến học |
            """;
        var plan = Read(table);
        var text = plan.Deadlines.Select(d => $"{d.Day}/{d.Month} q{d.Quarter} {d.Year}").Concat(plan.Warnings.Where(w => w.Code == "date").Select(_ => $"?{time}"));
        string.Join("; ", text).ShouldBe(expected);
    }
}
