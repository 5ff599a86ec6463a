using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>What stands behind the signature is read as an appendix, also where it does not call itself one; what is not read is told.</summary>
public sealed class ScheduleTests
{
    private static string Plan(string behind) =>
        $"""
            ỦY BAN NHÂN DÂN
            THỊ XÃ AN LƯƠNG
            Số: 44/KH-UBND
            An Lương, ngày 19 tháng 02 năm 2024
            KẾ HOẠCH
            Xây dựng xã hội học tập năm 2024
            I. MỤC TIÊU
            - 80% gia đình đạt danh hiệu “Gia đình học tập”.
            Nơi nhận:
            - UBND tỉnh;
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Vũ Đình Thử
            {behind}
            """;

    private const string Rows = """
        TT | Xã, phường | Gia đình học tập (%)
        1 | Phường Bình Lương | 86
        2 | Xã Phú Hòa | 75,5
        """;

    [Theory]
    [InlineData("BIỂU GIAO CHỈ TIÊU NĂM 2024")]
    [InlineData("CHỈ TIÊU GIAO CHO CÁC XÃ, PHƯỜNG")]
    [InlineData("Mức phấn đấu của từng xã, phường\n(Kèm theo Kế hoạch số 44/KH-UBND ngày 19/02/2024)")]
    public void A_schedule_behind_the_signature_is_an_appendix(string head)
    {
        var plan = PlanReader.Read(Plan($"{head}\n{Rows}"));
        plan.TableTargets.Select(t => (t.Year, t.Value, t.Scope)).ShouldBe([(2024, 86m, "Phường Bình Lương"), (2024, 75.5m, "Xã Phú Hòa")]);
        plan.Recipients.ShouldBe(["UBND tỉnh", "Lưu: VT"]);
        plan.Signer!.Name.ShouldBe("Vũ Đình Thử");
    }

    [Fact]
    public void Figures_behind_the_signature_that_belong_to_nothing_known_are_told()
    {
        var plan = PlanReader.Read(Plan("Ghi thêm của văn phòng\nPhường Bình Lương phấn đấu 86% gia đình học tập"));
        plan.Warnings.ShouldContain(w => w.Code == "unread");
        plan.Targets.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_time_in_an_appendix_of_which_nothing_was_made_is_told()
    {
        var plan = PlanReader.Read(Plan("PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\nPhòng Văn hóa    Tổ chức tuần lễ học tập    trước ngày 30/4/2024"));
        (plan.Deadlines.Count > 0 || plan.Warnings.Any(w => w.Code == "appendix")).ShouldBeTrue();
        PlanReader.Read(Plan("PHỤ LỤC\nHọp giao ban ở xã trong tháng 5/2024, cùng các bản")).Warnings.ShouldContain(w => w.Code == "appendix");
    }

    [Fact]
    public void A_signature_alone_is_no_schedule() => PlanReader.Read(Plan("")).Warnings.ShouldNotContain(w => w.Code == "unread");

    [Fact]
    public void A_table_of_work_without_lines_is_told_where_its_rows_cannot_be_told_apart()
    {
        var plan = PlanReader.Read(
            Plan(
                """
                PHỤ LỤC
                TT          Nhiệm vụ             Cơ quan chủ     Cơ quan phối       Thời gian      Sản
                                                     trì             hợp           hoàn thành     phẩm
                   Tuyên truyền các văn bản     Trung tâm       Ủy ban MTTQ        Thường       Tin, bài
                   của Trung ương, của tỉnh     Cung ứng dịch   Việt Nam xã; các   xuyên
                   Tổ chức Tuần lễ hưởng        Phòng Văn hóa Hội Khuyến học Trước ngày         Kế
                   ứng học tập suốt đời năm     - Xã hội      xã, các trường học 10/10/2026     hoạch;
                """
            )
        );
        plan.Tasks.ShouldBeEmpty();
        plan.Warnings.ShouldContain(w => w.Code == "appendix" && w.Message.StartsWith("Bảng nhiệm vụ từ đây"));
    }

    [Fact]
    public void A_row_of_work_that_names_nobody_is_told()
    {
        var plan = PlanReader.Read(
            Plan(
                """
                PHỤ LỤC
                | TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |
                | I | Công tác tuyên truyền | | |
                | 1 | Tuyên truyền trên đài | Hội Khuyến học xã | Tháng 3/2024 |
                | 2 | Kiểm tra các bản | | Tháng 9/2024 |
                | | và báo cáo kết quả | | |
                """
            )
        );
        plan.Tasks.ShouldHaveSingleItem().Lead.ShouldBe("Hội Khuyến học xã");
        plan.Warnings.Where(w => w.Code == "task").Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("PHỤ LỤC\nBẢNG PHÂN CÔNG NHIỆM VỤ\nNội dung và người làm")]
    [InlineData("BẢNG PHÂN CÔNG NHIỆM VỤ\nTT Nhiệm vụ Cơ quan chủ trì Thời gian 1 Mở lớp Trường Tiểu học Quý II/2024")]
    public void What_stands_under_a_heading_behind_the_last_agency_is_no_work_of_that_agency(string behind)
    {
        var plan = PlanReader.Read(Plan("").Replace("Nơi nhận:", $"II. TỔ CHỨC THỰC HIỆN\n1. Hội Khuyến học\n- Theo dõi việc thực hiện.\n{behind}\nNơi nhận:"));
        plan.Tasks.Where(t => !t.FromTable).ShouldHaveSingleItem().What.ShouldBe("Theo dõi việc thực hiện.");
        plan.Warnings.ShouldContain(w => w.Code == "task");
    }
}
