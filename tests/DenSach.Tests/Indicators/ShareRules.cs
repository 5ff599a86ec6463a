using DenSach.Modules.Indicators;
using DenSach.Papers.Plans;

namespace DenSach.Tests.Indicators;

/// <summary>Shares, gaps and the line to a target, reckoned without rounding.</summary>
public sealed class ShareRules
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Theory]
    [InlineData(0, 387, 0.0)]
    [InlineData(1, 3, 33.3)]
    [InlineData(2, 3, 66.7)]
    [InlineData(1, 2000, 0.1)]
    [InlineData(1, 2001, 0.0)]
    [InlineData(387, 387, 100.0)]
    public void A_share_is_shown_to_one_decimal_half_up(long numerator, long denominator, decimal percent) => new Share(numerator, denominator).Percent.ShouldBe(percent);

    [Fact]
    public void Of_nothing_there_is_no_share() => new Share(0, 0).Percent.ShouldBeNull();

    [Fact]
    public void The_gap_is_the_smallest_number_that_brings_the_target()
    {
        var random = new Random(20260301);
        for (var i = 0; i < 2000; i++)
        {
            var denominator = random.Next(1, 5000);
            var share = new Share(random.Next(0, denominator + 1), denominator);
            var target = random.Next(0, 1001) / 10m;
            var comparator = new TargetComparator?[] { null, TargetComparator.AtLeast, TargetComparator.MoreThan, TargetComparator.About }[random.Next(4)];
            if (share.Gap(target, comparator) is not { } gap)
            {
                new Share(denominator, denominator).Reaches(target, comparator).ShouldBeFalse($"{share} {comparator} {target}: all of them would do");
                continue;
            }
            new Share(share.Numerator + gap, denominator).Reaches(target, comparator).ShouldBeTrue($"{share} {comparator} {target}: {gap}");
            if (gap > 0)
            {
                new Share(share.Numerator + gap - 1, denominator).Reaches(target, comparator).ShouldBeFalse($"{share} {comparator} {target}: {gap} is not the smallest");
            }
        }
    }

    [Fact]
    public void A_share_that_looks_reached_but_lacks_one_family_says_so()
    {
        var share = new Share(79_999, 100_000);
        share.Percent.ShouldBe(80.0m);
        share.Reaches(80, null).ShouldBeFalse();
        share.Gap(80, null).ShouldBe(1);
    }

    [Fact]
    public void Four_fifths_of_387_families_are_310() => new Share(0, 387).Gap(80, null).ShouldBe(310);

    [Fact]
    public void More_than_half_is_not_half()
    {
        new Share(50, 100).Reaches(50, TargetComparator.MoreThan).ShouldBeFalse();
        new Share(50, 100).Gap(50, TargetComparator.MoreThan).ShouldBe(1);
        new Share(50, 100).Gap(50, TargetComparator.AtMost).ShouldBeNull("less is asked for");
        new Share(1, 100).Gap(100, TargetComparator.MoreThan).ShouldBeNull("no number does");
    }

    [Fact]
    public void The_line_goes_from_nought_at_the_start_to_the_target_at_the_end_of_its_year()
    {
        Share.NeededOn(Start, Start, 2030, 80).ShouldBe(0);
        Share.NeededOn(new DateOnly(2030, 12, 31), Start, 2030, 80).ShouldBe(80);
        Share.NeededOn(new DateOnly(2031, 5, 1), Start, 2030, 80).ShouldBe(80);
        Share.NeededOn(new DateOnly(2025, 5, 1), Start, 2030, 80).ShouldBe(0);
        // 324 of 1825 days.
        Math.Round(Share.NeededOn(new DateOnly(2026, 11, 21), Start, 2030, 80), 1).ShouldBe(14.2m);
    }

    [Fact]
    public void A_target_is_reached_on_track_behind_or_missed()
    {
        var day = new DateOnly(2026, 11, 21);
        var needed = Share.NeededOn(day, Start, 2030, 80);
        new Share(0, 0).StateOf(80, null, 2030, needed, day).ShouldBe(TargetState.NoData);
        new Share(320, 400).StateOf(80, null, 2030, needed, day).ShouldBe(TargetState.Reached);
        new Share(57, 400).StateOf(80, null, 2030, needed, day).ShouldBe(TargetState.OnTrack);
        new Share(56, 400).StateOf(80, null, 2030, needed, day).ShouldBe(TargetState.Behind);
        new Share(319, 400).StateOf(80, null, 2025, 80, day).ShouldBe(TargetState.Missed);
        new Share(319, 400).StateOf(80, null, null, null, day).ShouldBe(TargetState.NotYet);
    }
}
