using DenSach.Modules.Plans;

namespace DenSach.Tests.Plans;

/// <summary>What "in time" means in the words of plans.</summary>
public sealed class DeadlineRules
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static PlanDeadline Deadline(
        string? relation,
        int? day = null,
        int? month = null,
        int? quarter = null,
        int? year = null,
        string? again = "yearly",
        string what = "báo cáo"
    ) =>
        PlanDeadline.Of(
            new DeadlineContent
            {
                Relation = relation,
                Day = day,
                Month = month,
                Quarter = quarter,
                Year = year,
                Recurrence = again,
                What = what,
            },
            Plan.Write(new PlanFacts { Title = "Kế hoạch" }, 2001, 2001, null, null, DateTime.UnixEpoch, Guid.Empty),
            1,
            PlanItemOrigin.Added,
            default
        );

    [Fact]
    public void Before_a_day_means_the_day_before_is_the_last()
    {
        Deadline("before", 31, 12).LastDay(2026).ShouldBe(new DateOnly(2026, 12, 30));
        Deadline("before", 1, 1).LastDay(2027).ShouldBe(new DateOnly(2026, 12, 31));
        Deadline("before", 1, 3).LastDay(2028).ShouldBe(new DateOnly(2028, 2, 29));
        Deadline("before", month: 6).LastDay(2026).ShouldBe(new DateOnly(2026, 5, 31));
    }

    [Fact]
    public void At_the_latest_and_in_end_with_the_last_day_of_what_is_named()
    {
        Deadline("by", 31, 12).LastDay(2026).ShouldBe(new DateOnly(2026, 12, 31));
        Deadline(null, 15, 11).LastDay(2026).ShouldBe(new DateOnly(2026, 11, 15));
        Deadline("in", month: 2).LastDay(2028).ShouldBe(new DateOnly(2028, 2, 29));
        Deadline("in", quarter: 4).LastDay(2026).ShouldBe(new DateOnly(2026, 12, 31));
        Deadline("in", quarter: 1).LastDay(2026).ShouldBe(new DateOnly(2026, 3, 31));
        Deadline("in", year: 2030, again: "once").LastDay(2030).ShouldBe(new DateOnly(2030, 12, 31));
    }

    private const string Reviews =
        "Định kỳ tổ chức sơ kết việc triển khai thực hiện chương trình, tổ chức hội nghị sơ kết 5 năm và đại hội biểu dương các mô hình học tập tiêu biểu ở cấp xã vào quý II/2026, tổ chức hội nghị tổng kết 10 năm và đại hội biểu dương ở cấp xã giai đoạn 2021-2030 vào quý IV/2030";

    [Fact]
    public void A_long_sentence_is_shown_around_the_day_it_names()
    {
        DeadlineWords.ByThen(Deadline("in", quarter: 4, year: 2030, what: Reviews)).ShouldStartWith("… tổ chức hội nghị tổng kết 10 năm");
        var first = DeadlineWords.ByThen(Deadline("in", quarter: 2, year: 2026, what: Reviews));
        first.ShouldStartWith("… tổ chức hội nghị sơ kết 5 năm");
        PlanWords.Short(first, DeadlineWords.Line).ShouldContain("quý II/2026");
        var report = $"{string.Concat(Enumerable.Repeat("kiểm tra ", 40))}trước ngày 05 tháng 12 hằng năm gửi báo cáo";
        PlanWords.Short(DeadlineWords.ByThen(Deadline("before", 5, 12, what: report)), DeadlineWords.Line).ShouldContain("trước ngày 05 tháng 12");
        DeadlineWords.ByThen(Deadline("before", 25, 12, what: report)).ShouldBe(report, "another day is not taken for this one");
        DeadlineWords.ByThen(Deadline("before", 31, 12)).ShouldBe("báo cáo");
    }

    [Fact]
    public void From_a_day_on_there_is_no_last_day() => Deadline("from", 1, 9).LastDay(2026).ShouldBeNull();

    [Fact]
    public void A_deadline_that_comes_once_has_no_last_day_in_another_year()
    {
        Deadline("in", quarter: 2, year: 2026, again: "once").LastDay(2027).ShouldBeNull();
        Deadline("in", quarter: 2, year: 2026, again: "once").NextLastDay(Today).ShouldBeNull("it is over");
        Deadline("in", quarter: 2, year: 2030, again: "once").NextLastDay(Today).ShouldBe(new DateOnly(2030, 6, 30));
    }

    [Fact]
    public void The_29th_of_February_is_the_last_of_February_in_other_years() => Deadline("by", 29, 2).LastDay(2027).ShouldBe(new DateOnly(2027, 2, 28));

    [Fact]
    public void A_yearly_deadline_that_is_over_comes_again_next_year()
    {
        Deadline("before", 31, 12).NextLastDay(Today).ShouldBe(new DateOnly(2026, 12, 30));
        Deadline("before", 31, 12).NextLastDay(new DateOnly(2026, 12, 30)).ShouldBe(new DateOnly(2026, 12, 30));
        Deadline("before", 31, 12).NextLastDay(new DateOnly(2026, 12, 31)).ShouldBe(new DateOnly(2027, 12, 30));
        Deadline("before", 1, 1).NextLastDay(Today).ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public void Where_the_plan_tells_neither_year_nor_recurrence_nothing_is_guessed() => Deadline("before", 31, 12, again: null).NextLastDay(Today).ShouldBeNull();
}
