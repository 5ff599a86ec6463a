using DenSach.Modules.Tasks;

namespace DenSach.Tests.Tasks;

/// <summary>When a task is due and when it is late.</summary>
public sealed class TaskStandingRules
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>What stands of one piece of work, as it is told of.</summary>
    private sealed class Work(TaskTimes times)
    {
        private TaskStanding standing = TaskStanding.NotBegun;

        public DateOnly? DoneFor => standing.DoneFor;

        public DateOnly? NextDue(DateOnly today) => standing.NextDue(times, today);

        public TaskState On(DateOnly today) => standing.On(times, today);

        public void Told(TaskState state, DateOnly today) => standing = standing.Told(state, times, today);
    }

    private static Work Given(DateOnly? due, bool yearly, SaidDay? said = null) => new(new TaskTimes(due, yearly, said));

    [Fact]
    public void Once_it_is_due_on_its_day_until_it_is_done_or_stopped()
    {
        var task = Given(new DateOnly(2026, 11, 1), yearly: false);
        task.NextDue(Today).ShouldBe(new DateOnly(2026, 11, 1));
        task.Told(TaskState.Doing, Today);
        task.NextDue(Today).ShouldBe(new DateOnly(2026, 11, 1));
        task.Told(TaskState.Done, Today);
        task.NextDue(Today).ShouldBeNull();
        task.Told(TaskState.Stopped, Today);
        task.NextDue(Today).ShouldBeNull();
    }

    [Fact]
    public void Yearly_and_done_this_year_it_is_due_again_next_year_and_begins_anew_then()
    {
        var task = Given(new DateOnly(2026, 12, 1), yearly: true);
        task.NextDue(Today).ShouldBe(new DateOnly(2026, 12, 1));
        task.Told(TaskState.Done, Today);
        task.NextDue(Today).ShouldBe(new DateOnly(2027, 12, 1));
        task.On(Today).ShouldBe(TaskState.Done);
        task.On(new DateOnly(2027, 1, 1)).ShouldBe(TaskState.NotStarted, "done in 2026 says nothing of 2027");
        task.NextDue(new DateOnly(2027, 12, 2)).ShouldBe(new DateOnly(2027, 12, 1), "and then it is late");
    }

    [Fact]
    public void Yearly_and_not_done_by_its_day_it_stays_late_into_the_next_year_and_the_next_one_is_not_lost()
    {
        var task = Given(new DateOnly(2026, 12, 30), yearly: true);
        var january = new DateOnly(2027, 1, 5);
        task.NextDue(january).ShouldBe(new DateOnly(2026, 12, 30), "late since a week");
        task.Told(TaskState.Done, january);
        task.NextDue(january).ShouldBe(new DateOnly(2027, 12, 30));
        task.On(january).ShouldBe(TaskState.Done);
        task.On(new DateOnly(2027, 6, 1)).ShouldBe(TaskState.NotStarted);
        task.NextDue(new DateOnly(2028, 1, 2)).ShouldBe(new DateOnly(2027, 12, 30));
    }

    [Fact]
    public void Said_twice_to_be_done_it_is_done_once()
    {
        var task = Given(new DateOnly(2026, 12, 1), yearly: true);
        task.Told(TaskState.Done, Today);
        task.Told(TaskState.Done, Today.AddDays(1));
        task.NextDue(Today).ShouldBe(new DateOnly(2027, 12, 1));
    }

    [Fact]
    public void Told_of_in_the_new_year_what_was_done_for_the_last_one_stays_done()
    {
        var task = Given(new DateOnly(2026, 11, 29), yearly: true);
        task.Told(TaskState.Done, Today);
        var march = new DateOnly(2027, 3, 1);
        foreach (var state in new[] { TaskState.Doing, TaskState.NotStarted, TaskState.Doing })
        {
            task.Told(state, march);
            task.On(march).ShouldBe(state);
            task.NextDue(march).ShouldBe(new DateOnly(2027, 11, 29));
            task.DoneFor.ShouldBe(new DateOnly(2026, 11, 29));
        }
        task.Told(TaskState.Stopped, march);
        task.DoneFor.ShouldBe(new DateOnly(2026, 11, 29), "given up, it was done all the same");
    }

    [Fact]
    public void Taken_back_it_waits_for_the_same_day_again_and_not_for_those_before()
    {
        var task = Given(new DateOnly(2025, 11, 29), yearly: true);
        task.Told(TaskState.Done, new DateOnly(2025, 11, 1));
        task.Told(TaskState.Doing, new DateOnly(2026, 6, 1));
        task.Told(TaskState.Done, Today);
        task.DoneFor.ShouldBe(new DateOnly(2026, 11, 29));
        task.Told(TaskState.Doing, Today);
        task.NextDue(Today).ShouldBe(new DateOnly(2026, 11, 29));
        task.DoneFor.ShouldBe(new DateOnly(2025, 11, 29));
    }

    [Fact]
    public void By_the_days_of_its_sentence_it_is_the_same()
    {
        var said = new SaidDay("trước 30/11 hằng năm", [new(2026, 11, 29), new(2027, 11, 29), new(2028, 11, 29)], EveryYear: true, Again: true);
        var task = Given(null, yearly: false, said);
        task.Told(TaskState.Done, Today);
        task.Told(TaskState.Doing, new DateOnly(2027, 3, 1));
        (task.DoneFor, task.NextDue(new DateOnly(2027, 3, 1))).ShouldBe((new DateOnly(2026, 11, 29), new DateOnly(2027, 11, 29)));
        task.Told(TaskState.Done, new DateOnly(2027, 11, 20));
        task.Told(TaskState.NotStarted, new DateOnly(2027, 11, 21));
        (task.DoneFor, task.NextDue(new DateOnly(2027, 11, 21))).ShouldBe((new DateOnly(2026, 11, 29), new DateOnly(2027, 11, 29)));
    }

    [Fact]
    public void Yearly_it_is_never_due_before_its_first_day() => Given(new DateOnly(2028, 12, 1), yearly: true).NextDue(Today).ShouldBe(new DateOnly(2028, 12, 1));

    [Fact]
    public void The_29th_of_February_is_the_28th_in_other_years() => Given(new DateOnly(2024, 2, 29), yearly: true).NextDue(Today).ShouldBe(new DateOnly(2026, 2, 28));

    [Fact]
    public void Without_a_day_nothing_is_late() => Given(null, yearly: false).NextDue(Today).ShouldBeNull();
}
