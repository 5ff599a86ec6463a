using DenSach.Modules.Plans;
using DenSach.Modules.Plans.View;
using DenSach.Papers.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Targets by subject and year: one row for what climbs, never two different things in one row.</summary>
public sealed class TargetGridRules
{
    private static TargetGrid? Grid(params (PlanSubject Subject, string? Title, string Measure, int? Year, decimal Value)[] targets) =>
        TargetGrid.Of(WrittenPlans.Asking(null, targets.Select(t => WrittenPlans.Target(t.Subject, t.Title, t.Measure, t.Year, t.Value))).Targets);

    private static string[] Written(TargetGrid grid) => [.. grid.Rows.Select(r => $"{r.First.Title ?? r.First.Measure}: {string.Join(" ", r.Cells.Select(c => c?.Asked ?? "–"))}")];

    [Fact]
    public void One_title_in_two_years_is_one_row()
    {
        var grid = Grid(
            (PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, 80),
            (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", 2030, 75),
            (PlanSubject.Household, "Gia đình học tập", "hộ gia đình của tỉnh", 2025, 75)
        );
        grid!.Years.ShouldBe([2025, 2030]);
        Written(grid).ShouldBe(["Gia đình học tập: 75% 80%", "Dòng họ học tập: – 75%"]);
    }

    [Fact]
    public void Measures_without_a_title_meet_by_their_words_not_by_their_order()
    {
        var grid = Grid(
            (PlanSubject.Commune, null, "số xã có trung tâm học tập cộng đồng hoạt động tốt", 2025, 70),
            (PlanSubject.Commune, null, "số xã đạt chuẩn xoá mù chữ mức độ 2", 2025, 90),
            (PlanSubject.Commune, null, "số xã đạt chuẩn xoá mù chữ mức độ 2", 2030, 100),
            (PlanSubject.Commune, null, "số xã có trung tâm học tập cộng đồng hoạt động tốt", 2030, 85)
        );
        grid!.Rows.Select(r => string.Join(" ", r.Cells.Select(c => c!.Asked))).ShouldBe(["70% 85%", "90% 100%"]);
    }

    [Fact]
    public void A_longer_sentence_that_begins_with_the_same_words_says_the_same()
    {
        var grid = Grid(
            (PlanSubject.AssociationMember, null, "cán bộ, hội viên của Hội Khuyến học tỉnh được học tập, quán triệt các chủ trương của Bộ Chính trị", 2025, 100),
            (PlanSubject.AssociationMember, null, "cán bộ, hội viên của Hội Khuyến học tỉnh được học tập mọi chính sách, nghị quyết mới về khuyến tài và học suốt đời", 2030, 100)
        );
        grid!.Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public void Of_two_rows_under_one_title_the_one_of_the_same_words_goes_on()
    {
        var grid = Grid(
            (PlanSubject.Household, "Gia đình học tập", "gia đình ở vùng thuận lợi", 2025, 70),
            (PlanSubject.Household, "Gia đình học tập", "gia đình ở vùng khó khăn", 2025, 40),
            (PlanSubject.Household, "Gia đình học tập", "gia đình ở vùng khó khăn", 2030, 60),
            (PlanSubject.Household, "Gia đình học tập", "gia đình ở vùng thuận lợi", 2030, 90)
        );
        grid!.Rows.Select(r => string.Join(" ", r.Cells.Select(c => c?.Asked))).ShouldBe(["70% 90%", "40% 60%"]);
    }

    [Fact]
    public void Two_figures_for_one_year_stand_in_two_rows()
    {
        var grid = Grid(
            (PlanSubject.Official, "Công dân học tập", "cán bộ", 2030, 60),
            (PlanSubject.Official, "Công dân học tập", "viên chức", 2030, 80),
            (PlanSubject.Official, "Công dân học tập", "cán bộ", 2025, 40)
        );
        grid!.Rows.Sum(r => r.Cells.Count(c => c is not null)).ShouldBe(3);
        grid.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void No_year_stands_last_and_one_year_makes_no_grid()
    {
        Grid((PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, 80), (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", null, 75)).ShouldBeNull();
        Grid(
            (PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, 80),
            (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", null, 75),
            (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", 2025, 70)
        )!
            .Years.ShouldBe([2025, 2030, null]);
    }
}
