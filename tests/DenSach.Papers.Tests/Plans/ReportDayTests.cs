using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Days of reports: a report on half a year that has one day comes once in the year, a day of every month is known by what stands before it.</summary>
public sealed class ReportDayTests
{
    private static ExtractedPlan Read(string task, string title = "giai đoạn 2026-2030") =>
        PlanReader.Read(
            $"""
            ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN
            Số: 15/KH-UBND
            Tân An, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Xây dựng xã hội học tập {title} trên địa bàn phường Tân An
            I. TỔ CHỨC THỰC HIỆN
            1. Phòng Văn hóa - Xã hội
            - {task}
            Nơi nhận:
            - Lưu: VT.
            """
        );

    private static string Said(ExtractedPlan plan) => string.Join(" / ", plan.Deadlines.Select(d => $"{d.Day}.{d.Month} {d.Year} {d.Relation} {d.Recurrence}"));

    [Fact]
    public void A_report_on_half_a_year_with_one_day_comes_once_a_year_and_is_doubted()
    {
        var plan = Read("Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12.");
        Said(plan).ShouldBe("10.6  before yearly / 5.12  before yearly");
        plan.Warnings.ShouldContain(w => w.Code == "recurrence" && w.Span.Overlaps(plan.Deadlines[0].Span));
        Said(Read("Báo cáo 6 tháng trước ngày 10/6.", "năm 2026")).ShouldBe("10.6 2026 before once");
        Read("Báo cáo 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 05/12 hằng năm.").Warnings.ShouldNotContain(w => w.Code == "recurrence");
    }

    [Theory]
    [InlineData("Hằng tháng báo cáo tiến độ trước ngày 28.", "28.  before monthly")]
    [InlineData("Ra quyết định công nhận chậm nhất vào 25/11 hằng năm.", "25.11  by yearly")]
    public void A_day_is_read_where_the_month_or_the_year_is_said_beside_it(string task, string said) => Said(Read(task)).ShouldBe(said);

    [Theory]
    [InlineData("Dữ liệu cập nhật trước ngày 18 của tháng cuối quý.", "18.  before quarterly")]
    [InlineData("Dữ liệu cập nhật đến ngày 18/6/2027 được gửi kèm.", "")]
    [InlineData("Việc kiện toàn hoàn thành trong năm 2027.", ". 2027 in once")]
    [InlineData("Sơ kết vào năm 2028, tổng kết vào quý II năm 2030.", ". 2028 in once / . 2030 in once")]
    public void Each_event_has_its_own_time_and_the_day_of_the_figures_is_none(string task, string said) => Said(Read(task)).ShouldBe(said);

    [Fact]
    public void A_report_without_a_day_is_read_beside_another_date()
    {
        var found = Read("Kiện toàn chi hội trong quý I năm 2026; báo cáo kết quả 06 tháng, năm cho Ủy ban nhân dân phường.").Deadlines;
        found.Select(d => d.Recurrence).ShouldBe(["once", "half_yearly", "yearly"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Định kỳ 6 tháng (trước 12/6), năm (trước 08/12) báo cáo kết quả về phường.", "12.6  before half_yearly / 8.12  before yearly")]
    [InlineData("Báo cáo gửi trước 16h30 ngày 09 tháng 6 (báo cáo 6 tháng) và ngày 07 tháng 12 (báo cáo năm).", "9.6  before yearly / 7.12  before yearly")]
    [InlineData("Hạn chót nộp hồ sơ: 17 giờ 00 ngày 22/11/2026.", "22.11 2026 by once")]
    [InlineData("Năm 2028 sơ kết giữa kỳ; năm 2030 tổng kết việc thực hiện.", ". 2028 in once / . 2030 in once")]
    [InlineData("Trình quyết định công nhận trong tuần thứ hai của tháng 12 hằng năm.", ".12  in yearly")]
    [InlineData("Tuyên truyền cao điểm trong tháng 9 và tháng 10 hằng năm.", ".9  in yearly / .10  in yearly")]
    [InlineData("Định kỳ hằng quý, 6 tháng, năm báo cáo Ban Chỉ đạo.", ".   quarterly / .   half_yearly / .   yearly")]
    [InlineData("Trước 25/01 hằng năm xây dựng kế hoạch; trước 14/6 sơ kết; trước 09/12 tổng kết.", "25.1  before yearly / 14.6  before yearly / 9.12  before yearly")]
    [InlineData("Tăng số khu phố có tủ sách từ 7/12 lên 10/12.", "")]
    public void Hours_brackets_weeks_and_years_that_open_a_sentence_are_read(string task, string said) => Said(Read(task)).ShouldBe(said);

    [Theory]
    [InlineData("Các khu phố gửi báo cáo chậm nhất ngày cuối tháng.")]
    [InlineData("Sau 15 ngày kể từ ngày kết thúc đợt đánh giá, các khu phố gửi hồ sơ.")]
    [InlineData("Gửi giấy mời trước 05 ngày làm việc.")]
    public void A_time_that_is_no_day_of_the_calendar_is_told(string task)
    {
        var plan = Read(task);
        plan.Deadlines.ShouldBeEmpty();
        plan.Warnings.ShouldContain(w => w.Code == "date");
    }

    [Theory]
    [InlineData("Kiểm tra các khu phố trong quý III, IV/2026.", "3 in / 4 in")]
    [InlineData("Mở các lớp chuyên đề từ quý II - IV/2026.", "2 from / 4 by")]
    public void Quarters_in_a_list_are_each_read(string task, string said)
    {
        var deadlines = Read(task).Deadlines;
        string.Join(" / ", deadlines.Select(d => $"{d.Quarter} {d.Relation}")).ShouldBe(said);
        deadlines.ShouldAllBe(d => d.Year == 2026 && d.Recurrence == "once");
    }

    [Fact]
    public void The_point_in_a_number_ends_no_sentence()
    {
        var due = Read("Vận động quỹ, tối thiểu 20.000 đồng mỗi hộ, hoàn thành trước ngày 30/8/2027.").Deadlines.Single();
        due.What.ShouldStartWith("Vận động quỹ, tối thiểu 20.000 đồng");
        (due.Day, due.Month, due.Year).ShouldBe((30, 8, 2027));
    }

    [Fact]
    public void A_day_of_the_year_after_is_told_where_the_plan_runs_for_years()
    {
        var plan = Read("Quyết toán quỹ trước ngày 31/01 năm sau.");
        plan.Deadlines.Single().Recurrence.ShouldBe("yearly");
        plan.Warnings.ShouldContain(w => w.Message.StartsWith("“Năm sau”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Báo cáo UBND xã kết quả thực hiện trước ngày 15/6 hằng năm.", "UBND xã")]
    [InlineData("Gửi Phòng Văn hóa - Xã hội trong quý IV hằng năm.", "Phòng Văn hóa - Xã hội")]
    [InlineData("Báo cáo Ủy ban nhân dân phường tình hình triển khai trước ngày 10/12 hằng năm.", "Ủy ban nhân dân phường")]
    public void To_whom_it_goes_ends_where_what_is_sent_begins(string task, string to) => Read(task).Deadlines.Single().To.ShouldBe(to);
}
