using DenSach.Modules.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Deadlines that come several times a year, and to whom a report goes.</summary>
public sealed class RecurringDeadlineRules
{
    private static PlanDeadline Deadline(string? relation, string? again, int? day = null, int? month = null, int? quarter = null, int? year = null, string? to = null) =>
        PlanDeadline.Of(
            new DeadlineContent
            {
                Relation = relation,
                Day = day,
                Month = month,
                Quarter = quarter,
                Year = year,
                Recurrence = again,
                What = "báo cáo",
                SentTo = to,
            },
            Plan.Write(new PlanFacts { Title = "Kế hoạch" }, 2001, 2001, null, null, DateTime.UnixEpoch, Guid.Empty),
            1,
            PlanItemOrigin.Added,
            default
        );

    private static IEnumerable<string> Days(PlanDeadline deadline, int year) =>
        deadline.LastDays(year).Select(d => d.ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Quarterly_ends_with_each_quarter_or_on_the_day_of_its_last_month()
    {
        Days(Deadline("by", "quarterly"), 2026).ShouldBe(["31/3/2026", "30/6/2026", "30/9/2026", "31/12/2026"]);
        Days(Deadline("before", "quarterly", day: 15), 2026).ShouldBe(["14/3/2026", "14/6/2026", "14/9/2026", "14/12/2026"]);
    }

    [Fact]
    public void A_task_is_due_by_the_end_of_the_months_that_its_row_names_not_by_their_beginning()
    {
        const string Text =
            "KẾ HOẠCH\nXây dựng xã hội học tập năm 2027\nI. MỤC TIÊU\nII. PHÂN CÔNG\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n| 1 | Mở lớp | Hội Khuyến học xã | Từ tháng 9 đến tháng 10/2027 |\n| 2 | Kiểm tra | Phòng Văn hóa - Xã hội | Thường xuyên |";
        var plan = Plan.Of(Papers.Plans.PlanReader.Read(Text), Text, 2001, 2001, DateTime.UnixEpoch, Guid.Empty);
        plan.Tasks.Select(t => plan.DeadlineOf(t)?.Said).ShouldBe(["chậm nhất tháng 10/2027", null]);
    }

    [Fact]
    public void The_day_of_each_month_or_quarter_is_said()
    {
        Deadline("before", "monthly", day: 25).Said.ShouldBe("trước ngày 25 hằng tháng");
        Deadline("before", "quarterly", day: 20).Said.ShouldBe("trước ngày 20 tháng cuối hằng quý");
    }

    [Fact]
    public void Half_yearly_ends_with_each_half_on_its_day_or_in_the_month_named_and_the_one_six_months_off()
    {
        Days(Deadline("by", "half_yearly"), 2026).ShouldBe(["30/6/2026", "31/12/2026"]);
        Days(Deadline("by", "half_yearly", day: 20), 2026).ShouldBe(["20/6/2026", "20/12/2026"], "never later than the plan says");
        Days(Deadline("before", "half_yearly", day: 10, month: 12), 2026).ShouldBe(["9/6/2026", "9/12/2026"]);
        Days(Deadline("by", "half_yearly", day: 31, month: 5), 2026).ShouldBe(["31/5/2026", "30/11/2026"]);
    }

    [Fact]
    public void Monthly_ends_with_the_month_or_on_its_day_where_the_month_has_it()
    {
        Days(Deadline("by", "monthly"), 2028).ShouldContain("29/2/2028");
        Days(Deadline("by", "monthly"), 2028).Count().ShouldBe(12);
        Days(Deadline("by", "monthly", day: 30), 2026).ShouldContain("28/2/2026");
        Days(Deadline("before", "monthly", day: 1), 2026).ShouldContain("31/12/2025", "before the first means the day before");
    }

    [Fact]
    public void From_a_day_on_begins_and_has_no_last_day()
    {
        var deadline = Deadline("from", "yearly", 1, 9);
        deadline.LastDays(2026).ShouldBeEmpty();
        deadline.FirstDay(2026).ShouldBe(new DateOnly(2026, 9, 1));
        Deadline("from", "once", month: 9, year: 2026).FirstDay(2027).ShouldBeNull();
        Deadline("by", "yearly", 1, 9).FirstDay(2026).ShouldBeNull();
    }

    [Fact]
    public void On_request_has_no_day() => Deadline("by", "on_request", 1, 9).LastDays(2026).ShouldBeEmpty();

    [Fact]
    public void The_next_one_is_of_this_year_or_the_next()
    {
        Deadline("by", "quarterly").NextLastDay(new DateOnly(2026, 11, 21)).ShouldBe(new DateOnly(2026, 12, 31));
        Deadline("before", "monthly", day: 5).NextLastDay(new DateOnly(2026, 12, 20)).ShouldBe(new DateOnly(2027, 1, 4));
        Deadline("before", "yearly", 1, 1).NextLastDay(new DateOnly(2026, 12, 31)).ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Theory]
    [InlineData("UBND tỉnh và Hội Khuyến học cấp trên", ReportLines.PeoplesCommittee | ReportLines.Association)]
    [InlineData("Ủy ban nhân dân xã", ReportLines.PeoplesCommittee)]
    [InlineData("HKH huyện", ReportLines.Association)]
    [InlineData("Phòng Giáo dục và Đào tạo (Thường trực Ban chỉ đạo)", ReportLines.Education | ReportLines.SteeringCommittee)]
    [InlineData("Phòng GD&ĐT", ReportLines.Education)]
    [InlineData("Sở Giáo dục", ReportLines.Education)]
    [InlineData("BCĐ tỉnh", ReportLines.SteeringCommittee)]
    [InlineData("Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên", ReportLines.None)]
    [InlineData("Ban quản lý ABCD", ReportLines.None)]
    [InlineData("Phòng Nội vụ", ReportLines.None)]
    [InlineData(null, ReportLines.None)]
    public void The_line_is_read_off_the_addressee(string? to, ReportLines lines) => Deadline("by", "yearly", 1, 9, to: to).Lines.ShouldBe(lines);
}
