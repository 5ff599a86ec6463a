using System.Globalization;

namespace DenSach.Scoring.Tests;

public class NumberTests
{
    [Theory]
    [InlineData("10", 1000)]
    [InlineData("7,5", 750)]
    [InlineData("7.25", 725)]
    [InlineData("-3", -300)]
    [InlineData("0,05", 5)]
    public void Points_are_read_as_people_write_them(string text, int hundredths)
    {
        Points.TryParse(text, out var points).ShouldBeTrue();
        points.Hundredths.ShouldBe(hundredths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7,555")]
    [InlineData("1.234,5")]
    [InlineData("7,")]
    [InlineData(",5")]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData("99999999999999999999")]
    [InlineData("30000000")]
    public void What_is_no_number_of_points_is_refused(string text) => Points.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Points_never_overflow_silently()
    {
        var most = Points.FromHundredths(int.MaxValue);
        Should.Throw<OverflowException>(() => most + Points.FromHundredths(1));
        Should.Throw<OverflowException>(() => Points.FromHundredths(int.MinValue) - Points.FromHundredths(1));
        Should.Throw<OverflowException>(() => -Points.FromHundredths(int.MinValue));
        Should.Throw<OverflowException>(() => Points.Whole(int.MaxValue));
        Should.Throw<OverflowException>(() => Quantity.Whole(long.MaxValue));
        Should.Throw<OverflowException>(() => FactValue.Count(long.MaxValue));
    }

    [Fact]
    public void Bonuses_that_leave_the_range_stop_the_scoring_instead_of_wrapping()
    {
        Line Bonus(int i) =>
            new()
            {
                Id = "b" + i,
                Text = "Thưởng",
                Role = LineRole.Bonus,
                Points = Points.FromHundredths(int.MaxValue),
                Rule = new Judged([]),
            };
        Line scored = new()
        {
            Id = "a",
            Text = "A",
            Points = Points.Whole(1),
            Rule = new Judged([]),
        };
        var set = new CriteriaSet
        {
            Id = "tran",
            Title = "Tràn",
            Subject = SubjectKind.Household,
            Version = "1",
            Status = SetStatus.Sample,
            InForceFrom = new DateOnly(2026, 1, 1),
            Validity = Validity.OneYear,
            ContentHash = new string('0', 64),
            Sections = [new LineGroup("1", "Một", null, [scored, Bonus(1), Bonus(2)])],
            Combination = new SumOfPoints(Points.Whole(1), Points.Whole(1), NotApplicablePoints.Full, null, null, []),
        };
        var answers = Answers.None.With("a", Answer.Yes).With("b1", Answer.Yes).With("b2", Answer.Yes);
        Should.Throw<OverflowException>(() => Scorer.Score(set, Facts.None, answers));
    }

    [Theory]
    [InlineData("90%", 9, 10, true)]
    [InlineData("90%", 8999, 10000, false)]
    [InlineData("62,5%", 5, 8, true)]
    [InlineData("2/3", 2, 3, true)]
    [InlineData("2/3", 6666666666, 10000000000, false)]
    [InlineData("100%", 99, 100, false)]
    public void A_share_is_reached_exactly_or_not_at_all(string text, long part, long whole, bool reached)
    {
        Share.TryParse(text, out var share).ShouldBeTrue();
        (share.Compare(Quantity.Whole(part), Quantity.Whole(whole)) >= 0).ShouldBe(reached);
    }

    [Fact]
    public void How_many_are_missing_is_the_least_number_that_reaches_the_share()
    {
        for (var percent = 0; percent <= 100; percent++)
        for (var whole = 1; whole <= 60; whole++)
        {
            var share = Share.Percent(percent);
            var least = share.LeastOf(Quantity.Whole(whole));
            share.Compare(Quantity.Whole(least), Quantity.Whole(whole)).ShouldBeGreaterThanOrEqualTo(0);
            if (least > 0)
                share.Compare(Quantity.Whole(least - 1), Quantity.Whole(whole)).ShouldBeLessThan(0);
            share.Compare(Quantity.Whole(share.MostOf(Quantity.Whole(whole))), Quantity.Whole(whole)).ShouldBeLessThanOrEqualTo(0);
        }
    }

    [Fact]
    public void Text_of_numbers_does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Points.FromHundredths(-1_234_550).ToString().ShouldBe("-12.345,5");
            Quantity.FromThousandths(1_234_567).ToString().ShouldBe("1.234,567");
            Share.Percent(90).ToString().ShouldBe("90%");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
