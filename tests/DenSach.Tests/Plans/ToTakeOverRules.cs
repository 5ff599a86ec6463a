using DenSach.Modules.Plans;
using DenSach.Modules.Plans.Write;

namespace DenSach.Tests.Plans;

/// <summary>What a plan proposes to one that is written under it.</summary>
public sealed class ToTakeOverRules
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(15, 12, 2026, true)]
    [InlineData(30, 6, 2026, false)]
    [InlineData(30, 6, 2027, true)]
    public void What_comes_once_is_proposed_until_its_day_also_before_the_years_of_the_plan_that_is_written(int day, int month, int year, bool proposed)
    {
        var above = WrittenPlans.Asking(2027);
        var deadline = above.Add(
            new DeadlineContent
            {
                Relation = "before",
                Recurrence = "once",
                Day = day,
                Month = month,
                Year = year,
                What = "Các bản đăng ký mô hình thử",
            }
        );
        ToTakeOver.Of(above, Taker.Hamlet, Today, 2027).Proposed.Contains(new ItemRef(PlanItemKind.Deadline, deadline.Place)).ShouldBe(proposed);
    }
}
