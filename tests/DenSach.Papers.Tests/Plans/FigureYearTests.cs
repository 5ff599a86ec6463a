using DenSach.Papers.Plans;
using static DenSach.Papers.Tests.Plans.WardPlan;

namespace DenSach.Papers.Tests.Plans;

/// <summary>For which year a figure is: its own words say it, those before it or the heading; where two could be meant, a person is shown it.</summary>
public sealed class FigureYearTests
{
    [Fact]
    public void A_year_behind_its_own_figure_leaves_the_figure_before_to_the_heading()
    {
        var plan = Read("- 40% gia đình đạt danh hiệu “Gia đình học tập” và phải đạt 60% vào năm 2030.", "2. Mục tiêu đến năm 2028");
        plan.Targets.Select(t => (t.Year, t.Value, t.Subject)).ShouldBe([(2028, 40m, PlanSubject.Household), (2030, 60m, PlanSubject.Household)]);
        plan.Warnings.ShouldContain(w => w.Code == "year");
    }

    [Fact]
    public void Years_that_lead_their_figures_hold_until_the_next_year() =>
        Keys(
                Read(
                    "- Đến năm 2028, 60% gia đình đạt danh hiệu “Gia đình học tập”, 50% dòng họ đạt danh hiệu “Dòng họ học tập”; đến năm 2030, 80% gia đình đạt danh hiệu “Gia đình học tập”.",
                    "2. Mục tiêu cụ thể"
                )
            )
            .ShouldBe([
                (2028, 60m, PlanSubject.Household, "Gia đình học tập"),
                (2028, 50m, PlanSubject.Clan, "Dòng họ học tập"),
                (2030, 80m, PlanSubject.Household, "Gia đình học tập"),
            ]);

    [Fact]
    public void A_line_that_ends_with_a_colon_gives_its_year_to_the_items_below()
    {
        var plan = Read(
            "- Đến năm 2028:\n+ 60% gia đình đạt danh hiệu “Gia đình học tập”.\n- Đến năm 2030:\n+ 80% gia đình đạt danh hiệu “Gia đình học tập”.",
            "2. Mục tiêu cụ thể"
        );
        plan.Targets.Select(t => t.Year).ShouldBe([2028, 2030]);
        plan.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_year_that_nothing_states_is_never_given_without_a_warning()
    {
        var plan = Read("- 80% gia đình đạt danh hiệu “Gia đình học tập”.", "2. Mục tiêu cụ thể");
        plan.Warnings.ShouldContain(w => w.Code == "year" && w.Span.Overlaps(plan.Targets.Single().Span));
    }

    [Theory]
    [InlineData("2. Mục tiêu đến năm 2028, tầm nhìn 2030", "- 80% gia đình đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("2. Mục tiêu đến năm 2030", "- 80% gia đình đạt danh hiệu “Gia đình học tập” (như kết quả 2028).")]
    [InlineData("2. Mục tiêu đến năm 2030", "- 80% gia đình đạt danh hiệu “Gia đình học tập” trong giai đoạn 2026-2028.")]
    [InlineData("2. Mục tiêu giai đoạn 2026-2028", "- 80% gia đình đạt danh hiệu “Gia đình học tập”.")]
    public void Two_years_that_could_both_be_meant_are_shown_to_a_person(string heading, string goals)
    {
        var plan = Read(goals, heading);
        plan.Warnings.ShouldContain(w => w.Code == "year" && w.Span.Overlaps(plan.Targets.Single().Span));
    }

    [Fact]
    public void Figures_listed_in_the_order_of_targets_before_take_their_measures_and_are_marked_for_checking()
    {
        var plan = Read(
            "- Đến năm 2028, 50% gia đình đạt danh hiệu “Gia đình học tập”, 40% dòng họ đạt danh hiệu “Dòng họ học tập”. Đến năm 2030 các tỷ lệ này tương ứng là 70% và 60%.",
            "2. Mục tiêu cụ thể"
        );
        Keys(plan)
            .ShouldBe([
                (2028, 50m, PlanSubject.Household, "Gia đình học tập"),
                (2028, 40m, PlanSubject.Clan, "Dòng họ học tập"),
                (2030, 70m, PlanSubject.Household, "Gia đình học tập"),
                (2030, 60m, PlanSubject.Clan, "Dòng họ học tập"),
            ]);
        plan.Warnings.Count(w => w.Code == "respectively").ShouldBe(2);
    }

    [Fact]
    public void A_figure_of_every_year_has_no_year_where_none_stands()
    {
        var plan = Read("- Hằng năm có trên 90% hộ gia đình đăng ký.", "2. Mục tiêu cụ thể");
        var target = plan.Targets.ShouldHaveSingleItem();
        target.ShouldSatisfyAllConditions(t => t.Year.ShouldBeNull(), t => t.Recurrence.ShouldBe("yearly"));
    }

    [Theory]
    [InlineData("Gia đình học tập: 2026: 70%; 2027: 73%; 2028: 76%.")]
    [InlineData("Gia đình học tập: 2026 (70%), 2027 (73%), 2028 (76%).")]
    [InlineData("Gia đình học tập: 70% (năm 2026), 73% (năm 2027), 76% (năm 2028).")]
    [InlineData("Nâng tỷ lệ Gia đình học tập từ 65% năm 2025 lên 70% năm 2026, 73% năm 2027 và 76% năm 2028.")]
    [InlineData("Tỷ lệ Gia đình học tập các năm 2026, 2027, 2028 lần lượt là 70%, 73% và 76%.")]
    public void Each_figure_of_a_row_of_years_has_its_own_year(string goal) =>
        Read("- " + goal)
            .Targets.Select(t => (t.Year, t.Value, t.Subject))
            .ShouldBe([(2026, 70m, PlanSubject.Household), (2027, 73m, PlanSubject.Household), (2028, 76m, PlanSubject.Household)]);

    [Fact]
    public void Figures_in_the_order_of_their_names_go_on_behind_a_semicolon_in_the_next_year()
    {
        var plan = Read("- Đến năm 2028, tỷ lệ gia đình, dòng họ đạt danh hiệu học tập lần lượt là 70%, 60%; đến năm 2030, các tỷ lệ này lần lượt là 80%, 70%.");
        plan.Targets.Select(t => (t.Year, t.Value, t.Subject))
            .ShouldBe([(2028, 70m, PlanSubject.Household), (2028, 60m, PlanSubject.Clan), (2030, 80m, PlanSubject.Household), (2030, 70m, PlanSubject.Clan)]);
        plan.Warnings.Count(w => w.Code == "respectively").ShouldBe(4, "a person looks at each");
    }

    [Fact]
    public void A_part_without_a_year_goes_on_in_the_year_before_it() =>
        Read("- Đến năm 2028, tỷ lệ gia đình, dòng họ đạt danh hiệu học tập lần lượt là 70%, 60%; 75% cộng đồng đạt danh hiệu “Cộng đồng học tập”.")
            .Targets.Select(t => t.Year)
            .ShouldBe([2028, 2028, 2028]);

    [Fact]
    public void A_year_behind_a_semicolon_belongs_to_the_figure_behind_it() =>
        Read("- Năm 2026: gia đình 70%, dòng họ 60%; năm 2027: gia đình 73%, dòng họ 62%.")
            .Targets.Select(t => (t.Year, t.Value))
            .ShouldBe([(2026, 70m), (2026, 60m), (2027, 73m), (2027, 62m)]);

    [Fact]
    public void Heads_in_the_middle_over_two_columns_give_their_year_to_both()
    {
        var plan = Read(
            """
                TT   Đơn vị              Năm 2028                        Năm 2030
                                    Gia đình    Cộng đồng         Gia đình    Cộng đồng
                                    học tập     học tập           học tập     học tập
                1    Xã Quế Tân      70%          65%               80%          75%
                2    Xã Quế Hiệp     68%          60%               78%          70%
            """
        );
        plan.TableTargets.Where(t => t.Scope == "Xã Quế Tân").Select(t => (t.Year, t.Value)).ShouldBe([(2028, 70m), (2028, 65m), (2030, 80m), (2030, 75m)]);
    }

    [Fact]
    public void These_figures_are_those_before_in_their_order()
    {
        var plan = Read("- Đến năm 2028 tỷ lệ gia đình học tập là 73%, dòng họ học tập là 62%; các con số này vào năm 2030 là 80% và 70%.");
        plan.Targets.Select(t => (t.Year, t.Value, t.Subject))
            .ShouldBe([(2028, 73m, PlanSubject.Household), (2028, 62m, PlanSubject.Clan), (2030, 80m, PlanSubject.Household), (2030, 70m, PlanSubject.Clan)]);
    }

    [Fact]
    public void Two_figures_of_the_same_in_one_year_are_doubted()
    {
        var plan = Read("- Tỷ lệ dòng họ đạt danh hiệu “Dòng họ học tập” lên 65% và 70%.");
        plan.Warnings.Count(w => w.Code == "year").ShouldBe(2);
    }

    [Theory]
    [InlineData("- Đến quý IV/2026 có 50% gia đình đạt danh hiệu “Gia đình học tập”.")]
    [InlineData("- Đến tháng 12/2026 có 50% gia đình đạt danh hiệu “Gia đình học tập”.")]
    public void A_year_behind_a_quarter_or_a_month_is_the_year(string goal) => Read(goal).Targets.Single().Year.ShouldBe(2026);
}
