using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using Plan = DenSach.Modules.Plans.Plan;
using PlanDeadline = DenSach.Modules.Plans.PlanDeadline;
using PlanTask = DenSach.Modules.Plans.PlanTask;

namespace DenSach.Tests.Plans;

/// <summary>A task that is taken over from the plan above keeps who leads it and the deadline by which it is to be done.</summary>
public sealed class CopiedTaskRules
{
    private const string Text = """
        ỦY BAN NHÂN DÂN
        XÃ BÌNH LƯ
        KẾ HOẠCH
        Xây dựng xã hội học tập giai đoạn 2026-2030
        I. MỤC TIÊU
        Nâng cao chất lượng.
        II. TỔ CHỨC THỰC HIỆN
        1. Hội Khuyến học xã
        Tổng hợp, báo cáo kết quả về UBND xã trước ngày 15/11 hằng năm.
        2. Phòng Văn hóa - Xã hội
        Tham mưu UBND xã tổ chức sơ kết Đề án vào năm 2028, tổng kết vào năm 2030.
        """;

    private static readonly Plan Above = Plan.Of(PlanReader.Read(Text), Text, 2001, 2001, PlantedPlans.At, Guid.CreateVersion7());

    private static PlanTask Task(Plan plan, string lead) => plan.Tasks.Single(t => t.Lead == lead);

    private static Plan Under(params IEnumerable<PlanItem> without)
    {
        var plan = WrittenPlans.Asking(2026);
        plan.CopyFrom(Above, item => !without.Any(w => w.Place == item.Place && (w is PlanDeadline ? PlanItemKind.Deadline : PlanItemKind.Task) == item.Kind));
        return plan;
    }

    [Fact]
    public void It_keeps_its_lead_and_points_at_the_copied_deadline()
    {
        var plan = Under();
        var copy = Task(plan, "Hội Khuyến học xã");
        copy.Origin.ShouldBe(PlanItemOrigin.Copied);
        plan.DeadlineOf(copy)!.Said.ShouldBe("trước 15/11 hằng năm");
    }

    [Fact]
    public void Its_place_follows_where_earlier_deadlines_are_left()
    {
        var (yearly, reviews) = (Above.Deadlines[0], Above.Deadlines.Skip(1).ToList());
        reviews.Count.ShouldBe(2);
        var plan = Under(yearly, reviews[0]);
        plan.DeadlineOf(Task(plan, "Phòng Văn hóa - Xã hội"))!.Year.ShouldBe(2030, "of two that its sentence names only this one came along");
        plan.DeadlineOf(Task(plan, "Hội Khuyến học xã")).ShouldBeNull("its deadline was left");
    }

    [Fact]
    public void Of_several_that_come_along_a_person_must_choose()
    {
        var plan = Under();
        plan.DeadlineOf(Task(plan, "Phòng Văn hóa - Xã hội")).ShouldBeNull();
    }
}
