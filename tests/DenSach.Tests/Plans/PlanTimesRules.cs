using DenSach.Modules.Calendar;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;

namespace DenSach.Tests.Plans;

/// <summary>A plan holds from its date and runs from its first year: docs/decisions/0011.</summary>
public sealed class PlanTimesRules
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    /// <summary>Confirmed on 20/11/2026 unless another day is said.</summary>
    private static Plan Of(DateOnly? issuedOn, int? firstYear, int? lastYear = 2030, DateTime? confirmed = null)
    {
        var facts = new PlanFacts
        {
            Title = "Kế hoạch thử",
            IssuedOn = issuedOn,
            FirstYear = firstYear,
            LastYear = lastYear,
        };
        var plan = Plan.Write(facts, 2001, 2001, null, null, PlantedPlans.At, Guid.CreateVersion7());
        plan.Confirm(confirmed ?? PlantedPlans.At, Guid.CreateVersion7());
        return plan;
    }

    private static PlanDeadline Add(Plan plan, string? recurrence, int day, int month, int? year = null) =>
        plan.Add(
            new DeadlineContent
            {
                Relation = "by",
                Recurrence = recurrence,
                Day = day,
                Month = month,
                Year = year,
                What = "gửi báo cáo",
                SentTo = "UBND xã",
            }
        );

    [Fact]
    public void Issued_ahead_it_holds_from_its_date_and_runs_from_New_Year()
    {
        var plan = Of(new DateOnly(2026, 11, 5), 2027);
        plan.HoldsOn(new DateOnly(2026, 11, 4)).ShouldBeFalse();
        plan.HoldsOn(new DateOnly(2026, 11, 5)).ShouldBeTrue();
        plan.RunsOn(new DateOnly(2026, 12, 31)).ShouldBeFalse();
        plan.RunsOn(NewYear).ShouldBeTrue();
        plan.RunsOn(new DateOnly(2031, 1, 1)).ShouldBeFalse();
        plan.RunsFrom.ShouldBe(NewYear);
    }

    [Fact]
    public void Issued_in_its_first_year_it_runs_from_its_date() => Of(new DateOnly(2026, 3, 1), 2026).RunsFrom.ShouldBe(new DateOnly(2026, 3, 1));

    [Fact]
    public void Without_a_date_it_holds_from_the_day_it_was_confirmed_or_from_its_period_where_that_is_earlier()
    {
        var ahead = Of(null, 2027, 2027);
        ahead.HoldsOn(new DateOnly(2026, 11, 19)).ShouldBeFalse();
        ahead.HoldsOn(new DateOnly(2026, 11, 20)).ShouldBeTrue();
        ahead.RunsOn(new DateOnly(2026, 11, 20)).ShouldBeFalse();
        var begun = Of(null, 2026, 2026);
        begun.HoldsOn(new DateOnly(2026, 1, 1)).ShouldBeTrue("as at earlier days it asked what it asks");
        Of(null, null, null).RunsOn(new DateOnly(2026, 11, 20)).ShouldBeTrue();
    }

    [Fact]
    public void The_day_of_the_confirmation_is_that_of_Viet_Nam()
    {
        var plan = Of(null, 2027, confirmed: new DateTime(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc));
        plan.HoldsOn(new DateOnly(2026, 11, 20)).ShouldBeFalse("in Viet Nam it is one o'clock in the morning of the 21st");
        plan.HoldsOn(new DateOnly(2026, 11, 21)).ShouldBeTrue();
    }

    [Fact]
    public void What_recurs_comes_first_in_its_first_year_and_what_names_a_year_whenever_it_says()
    {
        var (plan, today) = (Of(new DateOnly(2026, 11, 5), 2027), new DateOnly(2026, 11, 20));
        plan.NextLastDay(Add(plan, "yearly", 30, 11), today).ShouldBe(new DateOnly(2027, 11, 30));
        plan.NextLastDay(Add(plan, "monthly", 10, 1), today).ShouldBe(new DateOnly(2027, 1, 10));
        plan.NextLastDay(Add(plan, "once", 15, 12, 2026), today).ShouldBe(new DateOnly(2026, 12, 15));
        plan.NextReport(today).ShouldBe(new DateOnly(2027, 11, 30));
        plan.NextReport(new DateOnly(2030, 12, 1)).ShouldBeNull("its period ends first");
    }

    [Fact]
    public void What_is_replaced_lasts_until_the_period_of_the_later_one_so_that_each_day_one_and_only_one_runs()
    {
        var random = new Random(20261105);
        for (var i = 0; i < 500; i++)
        {
            var earlier = Of(new DateOnly(2021, 2, 1), 2021);
            var issued = new DateOnly(2021, 2, 1).AddDays(random.Next(1, 3200));
            var later = Of(random.Next(3) == 0 ? null : issued, Math.Clamp(issued.Year + random.Next(-1, 3), 2022, 2030));
            later.Replace(earlier, new DateOnly(2026, 11, 20));
            earlier.EndedOn.ShouldBe(later.RunsFrom);
            for (var day = new DateOnly(2021, 2, 1); day.Year <= 2030; day = day.AddDays(13))
            {
                new[] { earlier, later }.Count(p => p.RunsOn(day)).ShouldBe(1, $"{later.IssuedOn} {later.FirstYear} {day}");
            }
            foreach (var day in new[] { earlier.EndedOn!.Value.AddDays(-1), earlier.EndedOn.Value })
            {
                (earlier.RunsOn(day), later.RunsOn(day)).ShouldBe((day < later.RunsFrom, day >= later.RunsFrom));
            }
        }
    }

    [Fact]
    public void The_last_report_of_a_replaced_plan_is_still_asked_and_what_it_names_further_ahead_is_not()
    {
        var earlier = Of(new DateOnly(2026, 3, 1), 2026, 2026);
        var (report, ahead, yearly) = (Add(earlier, "once", 10, 1, 2027), Add(earlier, "once", 31, 12, 2030), Add(earlier, "yearly", 15, 12));
        Of(new DateOnly(2026, 12, 20), 2027, 2027).Replace(earlier, new DateOnly(2026, 12, 20));
        (earlier.EndedOn, earlier.EndedHow).ShouldBe((NewYear, PlanEnd.Replaced));
        earlier.Asks(report, new DateOnly(2027, 1, 10)).ShouldBeTrue();
        earlier.NextLastDay(report, NewYear).ShouldBe(new DateOnly(2027, 1, 10));
        earlier.Asks(ahead, new DateOnly(2030, 12, 31)).ShouldBeFalse("the later one asks it");
        earlier.NextLastDay(ahead, NewYear).ShouldBeNull();
        (earlier.Asks(yearly, new DateOnly(2026, 12, 15)), earlier.Asks(yearly, new DateOnly(2027, 12, 15))).ShouldBe((true, false));
        earlier.Withdraw(new DateOnly(2026, 12, 21), "nạp nhầm");
        earlier.Asks(report, new DateOnly(2027, 1, 10)).ShouldBeFalse("a withdrawal wipes");
    }

    [Fact]
    public void Replaced_within_its_period_it_asks_nothing_after_its_end_as_the_later_one_covers_the_same_years()
    {
        var earlier = Of(new DateOnly(2026, 3, 1), 2026);
        var review = Add(earlier, "once", 15, 12, 2027);
        Of(new DateOnly(2026, 12, 20), 2027).Replace(earlier, new DateOnly(2026, 12, 20));
        earlier.Asks(review, new DateOnly(2027, 12, 15)).ShouldBeFalse();
        earlier.Asks(review, new DateOnly(2026, 12, 31)).ShouldBeTrue("it lasts until then");
    }

    [Fact]
    public void An_edition_for_the_same_years_to_come_ends_the_earlier_one_at_once()
    {
        var today = new DateOnly(2026, 11, 20);
        var earlier = Of(new DateOnly(2026, 11, 1), 2027);
        Of(new DateOnly(2026, 11, 10), 2027).Replace(earlier, today);
        earlier.EndedOn.ShouldBe(today, "it would never have run, and gave out the same work twice");
        earlier.HoldsOn(today).ShouldBeFalse();
        var running = Of(new DateOnly(2026, 3, 1), 2026);
        Of(new DateOnly(2026, 11, 10), 2027).Replace(running, today);
        running.EndedOn.ShouldBe(NewYear);
    }

    [Fact]
    public void What_is_the_next_day_of_a_deadline_and_of_the_task_that_says_it_and_is_asked_in_the_calendar_is_one()
    {
        var random = new Random(20270101);
        for (var i = 0; i < 300; i++)
        {
            var plan = Of(random.Next(3) == 0 ? null : new DateOnly(2026, 11, 1).AddDays(random.Next(60)), 2026 + random.Next(2), 2026 + random.Next(1, 4));
            var named = random.Next(2) == 0;
            var deadline = Add(plan, named ? "once" : "yearly", random.Next(1, 29), random.Next(1, 13), named ? 2026 + random.Next(5) : null);
            var task = plan.Add(
                new TaskContent
                {
                    Lead = "Hội Khuyến học xã",
                    What = "gửi báo cáo",
                    DeadlinePlace = deadline.Place,
                }
            );
            if (random.Next(3) is var end and > 0)
            {
                Of(new DateOnly(2026, 12, 1), 2027 + random.Next(3)).Replace(plan, new DateOnly(2026, 12, 1));
                if (end == 2)
                {
                    plan.Withdraw(new DateOnly(2026, 12, 20), "thử");
                }
            }
            var today = new DateOnly(2026, 11, 20);
            var asked = Enumerable.Range(2026, 8).SelectMany(deadline.LastDays).Where(day => day >= today && PlanDates.IsAskedOn(plan, deadline, day)).ToList();
            var said = SaidDay.Of(plan, task, [deadline], new HashSet<(Guid, int, string)>())!.Days;
            said.ShouldBe(asked, $"{deadline.Said} {plan.HoldsFrom} {plan.EndedOn} {plan.EndedHow}");
            plan.NextLastDay(deadline, today).ShouldBe(asked.Count == 0 ? null : asked[0], $"{deadline.Said} {plan.HoldsFrom} {plan.EndedOn} {plan.EndedHow}");
        }
    }
}
