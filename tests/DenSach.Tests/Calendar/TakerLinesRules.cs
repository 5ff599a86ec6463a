using DenSach.Modules.Calendar;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Plans;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Calendar;

/// <summary>What a hamlet took over from the commune stands in its calendar once, and for the time it took it over.</summary>
public sealed class TakerLinesRules
{
    private static readonly DeadlineContent Yearly = new()
    {
        Relation = "before",
        Recurrence = "yearly",
        Day = 5,
        Month = 12,
        What = "Các bản nộp danh sách thử",
        SentTo = "UBND xã",
    };

    private static Plan Confirmed(int firstYear, int lastYear, PlanLevel? level, Action<Plan> fill, Plan? plan = null)
    {
        var facts = new PlanFacts
        {
            Title = "Kế hoạch thử",
            Level = level,
            FirstYear = firstYear,
            LastYear = lastYear,
        };
        plan ??= Plan.Write(facts, 2001, 2001, null, null, PlantedPlans.At, Guid.CreateVersion7());
        fill(plan);
        plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
        return plan;
    }

    private static Plan Commune(DeadlineContent content) => Confirmed(2026, 2030, PlanLevel.Commune, plan => plan.Add(content));

    private static Plan Hamlet(Plan commune, int firstYear, int lastYear, Func<DeadlineContent, DeadlineContent> changed) =>
        Confirmed(
            firstYear,
            lastYear,
            null,
            plan =>
            {
                plan.CopyFrom(commune);
                plan.Deadlines[0].Correct(changed(plan.Deadlines[0].Content));
            }
        );

    private static bool Shows(Plan commune, Plan hamlet, int year, int month = 12, int day = 4) =>
        new TakerLines(Taker.Hamlet, [hamlet], [commune]).Concern(commune, commune.Deadlines[0], new DateOnly(year, month, day));

    [Fact]
    public void Taken_over_for_one_year_it_comes_from_the_commune_again_in_the_next()
    {
        var commune = Commune(Yearly);
        var hamlet = Hamlet(commune, 2026, 2026, c => c with { Recurrence = "once", Year = 2026 });
        Shows(commune, hamlet, 2026).ShouldBeFalse();
        Shows(commune, hamlet, 2027).ShouldBeTrue();
        Shows(commune, hamlet, 2028).ShouldBeTrue();
    }

    [Fact]
    public void Taken_over_for_the_years_of_a_plan_it_is_hidden_in_each_of_them()
    {
        var commune = Commune(Yearly);
        var hamlet = Hamlet(commune, 2027, 2028, c => c with { Day = 20, Month = 11 });
        Enumerable.Range(2026, 4).Select(year => Shows(commune, hamlet, year)).ShouldBe([true, false, false, true]);
    }

    [Fact]
    public void What_comes_once_may_be_set_to_the_year_before()
    {
        var commune = Commune(Yearly with { Recurrence = "once", Day = 10, Month = 1, Year = 2027 });
        Shows(commune, Hamlet(commune, 2026, 2026, c => c with { Day = 20, Month = 12, Year = 2026 }), 2027, 1, 9).ShouldBeFalse();
    }

    [Fact]
    public void What_is_asked_for_some_day_is_hidden_by_the_same()
    {
        var commune = Commune(Yearly with { Recurrence = "on_request", Day = null, Month = null });
        Shows(commune, Hamlet(commune, 2026, 2030, c => c with { SentTo = "Hội Khuyến học xã" }), 2026).ShouldBeFalse();
    }

    [Fact]
    public void A_reading_that_the_commune_corrected_before_the_hamlet_took_it_over_is_seen_once()
    {
        const string Text = """
            ỦY BAN NHÂN DÂN
            XÃ BÌNH LƯ
            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030
            II. TỔ CHỨC THỰC HIỆN
            1. Các bản báo cáo kết quả về UBND xã trước ngày 15/11 hằng năm.
            """;
        var read = Plan.Of(PlanReader.Read(Text), Text, 2001, 2001, PlantedPlans.At, Guid.CreateVersion7());
        var commune = Confirmed(2026, 2030, null, plan => plan.Deadlines[0].Correct(plan.Deadlines[0].Content with { Day = 5, Month = 12 }), read);
        commune.Deadlines[0].ReadAs.ShouldNotBeNull();
        Shows(commune, Hamlet(commune, 2026, 2030, c => c with { Day = 1 }), 2026).ShouldBeFalse("changed by the hamlet");
        Shows(commune, Confirmed(2026, 2030, null, plan => plan.CopyFrom(commune)), 2026).ShouldBeFalse("as the commune has it");
        Shows(commune, Confirmed(2026, 2030, null, plan => plan.Add(Yearly)), 2026).ShouldBeTrue("another line");
    }
}
