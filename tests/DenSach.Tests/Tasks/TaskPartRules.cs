using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Tasks;

/// <summary>How the part of one who holds a yearly task with others stands beside the whole.</summary>
public sealed class TaskPartRules
{
    private static readonly DateOnly Day = new(2026, 11, 29);
    private readonly TaskFollowed whole = new()
    {
        RegisterId = 2001,
        PlanId = Guid.Empty,
        Place = 1,
    };

    public TaskPartRules() => whole.Give(null, null, null, Day, yearly: true);

    private TaskCase On(DateOnly today, TaskStanding part)
    {
        var plan = Plan.Write(new PlanFacts { Title = "Kế hoạch thử", LastYear = 2030 }, 2001, 2001, null, null, PlantedPlans.At, Guid.CreateVersion7());
        return new TaskCase(plan, plan.Add(new TaskContent { Lead = "Các bản", What = "việc thử" }), whole, null, true, today, part);
    }

    private TaskStanding Told(TaskStanding part, TaskState state, DateOnly today) => part.Told(state, whole.Times(), today);

    [Fact]
    public void Done_in_time_it_is_due_again_the_next_year_though_others_are_late()
    {
        var part = Told(TaskStanding.NotBegun, TaskState.Done, new DateOnly(2026, 11, 20));
        var december = On(new DateOnly(2026, 12, 5), part);
        (december.State, december.IsLate, december.Due, december.Whole).ShouldBe((TaskState.Done, false, new DateOnly(2027, 11, 29), TaskState.NotStarted));
        On(new DateOnly(2027, 3, 1), part).State.ShouldBe(TaskState.NotStarted);
    }

    [Fact]
    public void Of_a_year_for_which_the_whole_was_told_done_nothing_more_is_asked_of_a_part()
    {
        whole.Stand(TaskState.Done, new DateOnly(2026, 12, 10));
        var next = On(new DateOnly(2027, 3, 1), TaskStanding.NotBegun);
        (next.IsPart, next.State, next.IsLate, next.Due).ShouldBe((true, TaskState.NotStarted, false, new DateOnly(2027, 11, 29)));
    }

    [Fact]
    public void While_the_whole_is_over_no_part_is_spoken_of()
    {
        whole.Stand(TaskState.Done, new DateOnly(2026, 11, 20));
        var now = On(new DateOnly(2026, 11, 21), TaskStanding.NotBegun);
        (now.IsPart, now.State).ShouldBe((false, TaskState.Done));
        whole.Stand(TaskState.Stopped, new DateOnly(2026, 11, 21));
        On(new DateOnly(2026, 11, 22), TaskStanding.NotBegun).State.ShouldBe(TaskState.Stopped);
    }

    [Fact]
    public void Told_done_after_the_whole_was_it_is_done_for_that_same_time_and_not_for_the_next()
    {
        whole.Stand(TaskState.Done, new DateOnly(2026, 12, 10));
        var late = On(new DateOnly(2026, 12, 15), TaskStanding.NotBegun);
        var part = late.ToldPart(TaskStanding.NotBegun, TaskState.Done);
        (part.State, part.DoneFor).ShouldBe((TaskState.Done, Day));
        late.StateOfPart(part).ShouldBe(TaskState.Done);
        var next = On(new DateOnly(2027, 11, 30), part);
        (next.IsLate, next.StateOfPart(part)).ShouldBe((true, TaskState.NotStarted), "of the next year nothing was told");
    }

    [Fact]
    public void What_the_whole_was_done_for_is_not_kept_as_done_by_a_part()
    {
        whole.Stand(TaskState.Done, new DateOnly(2026, 12, 10));
        var part = On(new DateOnly(2026, 12, 15), TaskStanding.NotBegun).ToldPart(TaskStanding.NotBegun, TaskState.Doing);
        (part.State, part.DoneFor).ShouldBe((TaskState.Doing, null));
        whole.Stand(TaskState.Doing, new DateOnly(2026, 12, 16));
        On(new DateOnly(2026, 12, 17), part).Due.ShouldBe(Day, "taken back, the part waits for the same day");
    }

    [Fact]
    public void Done_in_time_a_part_stays_done_for_that_time_until_the_whole_is_told()
    {
        var part = Told(TaskStanding.NotBegun, TaskState.Done, new DateOnly(2026, 11, 20));
        var january = On(new DateOnly(2027, 1, 5), part);
        (january.WholeDue, january.StateOfPart(part)).ShouldBe((Day, TaskState.Done));
        january.State.ShouldBe(TaskState.NotStarted, "he himself looks at the next year");
    }

    [Fact]
    public void A_part_that_told_nothing_for_the_time_of_which_the_whole_was_told_done_is_not_shown_as_done()
    {
        var part = Told(TaskStanding.NotBegun, TaskState.Done, new DateOnly(2026, 11, 20));
        whole.Stand(TaskState.Done, new DateOnly(2026, 11, 25));
        whole.Stand(TaskState.Doing, new DateOnly(2027, 2, 1));
        whole.Stand(TaskState.Done, new DateOnly(2027, 11, 25));
        On(new DateOnly(2027, 11, 26), part).StateOfPart(part).ShouldBe(TaskState.NotStarted);
    }
}
