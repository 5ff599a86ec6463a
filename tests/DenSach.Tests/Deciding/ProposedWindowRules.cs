using DenSach.Modules.Rounds;

namespace DenSach.Tests.Deciding;

/// <summary>Windows are proposed backwards from a report, and never so that nobody could get in any more.</summary>
public sealed class ProposedWindowRules
{
    private static readonly DateOnly Due = new(2026, 11, 30);

    [Theory]
    [InlineData("2026-06-01")]
    [InlineData("2026-09-15")]
    public void In_time_they_end_the_day_before_the_report_each_with_its_full_length(string today)
    {
        var windows = ProposedWindows.Before(Due, Day(today));
        windows.Select(w => w.LastDay.DayNumber - w.From.DayNumber + 1).ShouldBe([30, 30, 14, 14, 7, 10]);
        windows[^1].LastDay.ShouldBe(Due.AddDays(-1));
    }

    [Theory]
    [InlineData("2026-09-16", true)]
    [InlineData("2026-10-19", true)]
    [InlineData("2026-10-20", false)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-12-05", false)]
    public void Where_the_registration_would_be_over_they_begin_today_and_come_too_late_for_the_report_only_if_six_weeks_are_not_left(string today, bool inTime)
    {
        var windows = ProposedWindows.Before(Due, Day(today));
        windows[0].From.ShouldBe(Day(today));
        windows.Select(w => w.Step).ShouldBe(Enum.GetValues<RoundStep>());
        windows.ShouldAllBe(w => w.LastDay.DayNumber - w.From.DayNumber >= 2, "a step of a day or two is none");
        windows.Zip(windows.Skip(1)).ShouldAllBe(w => w.Second.From == w.First.LastDay.AddDays(1));
        (windows[4].LastDay.DayNumber - windows[4].From.DayNumber + 1).ShouldBe(7);
        (windows[^1].LastDay < Due).ShouldBe(inTime);
        ProposedWindows.Fault(windows).ShouldBeNull();
    }

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
