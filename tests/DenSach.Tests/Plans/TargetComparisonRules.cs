using DenSach.Modules.Plans;
using DenSach.Modules.Plans.View;
using DenSach.Papers.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Own targets beside those of the level above.</summary>
public sealed class TargetComparisonRules
{
    private static Plan With(int? first, params (PlanSubject Subject, string? Title, string Measure, int? Year, decimal Value, string? Scope)[] targets) =>
        WrittenPlans.Asking(first, targets.Select(t => WrittenPlans.Target(t.Subject, t.Title, t.Measure, t.Year, t.Value, t.Scope)));

    private static IReadOnlyList<ComparedTarget> Of(Plan own, Plan above) => TargetComparison.Of(own.Targets, own.FirstYear, above.Targets);

    private static AgainstAbove Verdict(Plan own, Plan above) => Of(own, above).ShouldHaveSingleItem().Verdict;

    [Theory]
    [InlineData(75, 80, AgainstAbove.Lower)]
    [InlineData(80, 80, AgainstAbove.Same)]
    [InlineData(85, 80, AgainstAbove.Higher)]
    public void The_same_title_in_the_same_year_is_one_line(decimal own, decimal above, AgainstAbove verdict) =>
        Verdict(
                With(2026, (PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, own, null)),
                With(2022, (PlanSubject.Household, "Gia đình học tập", "hộ gia đình trên địa bàn", 2030, above, null))
            )
            .ShouldBe(verdict);

    [Fact]
    public void What_the_level_above_asks_and_nobody_took_is_missing() =>
        Verdict(With(2026), With(2022, (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", 2030, 75, null))).ShouldBe(AgainstAbove.Missing);

    [Fact]
    public void A_target_that_was_due_before_the_plan_began_is_none_of_its_business() =>
        Of(With(2026), With(2022, (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", 2025, 65, null))).ShouldBeEmpty();

    [Fact]
    public void Another_year_is_another_target()
    {
        var lines = Of(
            With(2022, (PlanSubject.Household, "Gia đình học tập", "gia đình", 2025, 70, null)),
            With(2022, (PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, 80, null))
        );
        lines.Select(l => l.Verdict).ShouldBe([AgainstAbove.Missing, AgainstAbove.OwnOnly]);
    }

    [Fact]
    public void Without_a_title_the_words_decide_whatever_their_figure() =>
        Verdict(
                With(2026, (PlanSubject.AssociationMember, null, "100% cán bộ, hội viên được quán triệt", 2030, 90, null)),
                With(2022, (PlanSubject.AssociationMember, null, "95% cán bộ, hội viên được quán triệt", 2030, 95, null))
            )
            .ShouldBe(AgainstAbove.Lower);

    [Fact]
    public void Figures_that_a_plan_only_quotes_are_no_targets_of_its_own() =>
        Of(
                With(2026, (PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, 80, "government")),
                With(2022, (PlanSubject.Household, "Gia đình học tập", "gia đình", 2030, 71, "achieved"))
            )
            .ShouldBeEmpty();

    private static void Count(Plan plan, decimal value, string unit = "count") =>
        plan.Add(WrittenPlans.Target(PlanSubject.LearningCentre, null, "trung tâm học tập cộng đồng hoạt động tốt", 2030, value, unit: unit));

    [Fact]
    public void Numbers_are_compared_with_numbers_and_shares_with_shares()
    {
        var (own, above) = (With(2026), With(2022));
        Count(own, 3);
        Count(above, 5);
        Verdict(own, above).ShouldBe(AgainstAbove.Lower);
        var share = With(2026);
        Count(share, 100, "%");
        Of(share, above).Select(l => l.Verdict).ShouldBe([AgainstAbove.Missing, AgainstAbove.OwnOnly], ignoreOrder: true);
    }

    [Fact]
    public void Nobody_took_what_concerns_somebody_below_and_stands_in_none_of_their_plans()
    {
        var asked = With(2022, (PlanSubject.Clan, "Dòng họ học tập", "dòng họ", 2025, 65, null), (PlanSubject.Household, "Gia đình học tập", "gia đình", 2025, 70, null));
        var took = With(2022, (PlanSubject.Household, "Gia đình học tập", "hộ gia đình", 2025, 60, null));
        var later = With(2026);
        string[] NobodyTook(params Plan[] below) =>
            [.. TargetComparison.NobodyTook(asked.Targets, [.. below.Select(b => (b.FirstYear, b.Targets.AsEnumerable()))]).Select(t => t.What)];
        NobodyTook(later).ShouldBeEmpty("it was over before that plan began");
        NobodyTook(later, took).ShouldBe(["Dòng họ học tập"]);
        NobodyTook(took, later).ShouldBe(["Dòng họ học tập"], "in whichever order they come");
        NobodyTook().ShouldBeEmpty("without a plan below nobody could");
    }
}
