using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>
/// Plans of our own writing, in families of phrasing and layout. Two are read as well as a person reads them;
/// one is kept aside and never fitted to, it only says how well unseen plans are read.
/// </summary>
public sealed class CorpusTests
{
    private static readonly IReadOnlyList<CorpusPlan> Plans = CorpusPlan.Load(Path.Combine(AppContext.BaseDirectory, "corpus"));

    [Fact]
    public void There_are_sixteen_families() =>
        Plans
            .CountBy(p => p.Family)
            .ShouldBe([
                new("a", 11),
                new("b", 11),
                new("c", 11),
                new("d", 5),
                new("e", 8),
                new("f", 9),
                new("g", 10),
                new("h", 12),
                new("i", 6),
                new("j", 8),
                new("k", 12),
                new("l", 9),
                new("m", 5),
                new("n", 9),
                new("q", 8),
                new("r", 4),
            ]);

    [Theory]
    [InlineData("a", 1.0, 1.0)]
    [InlineData("b", 1.0, 1.0)]
    [InlineData("d", 1.0, 0.94)]
    [InlineData("e", 1.0, 1.0)]
    [InlineData("f", 1.0, 1.0)]
    [InlineData("g", 1.0, 1.0)]
    [InlineData("h", 0.985, 1.0)]
    [InlineData("i", 1.0, 1.0)]
    [InlineData("j", 0.995, 1.0)]
    [InlineData("k", 0.995, 0.96)]
    [InlineData("l", 0.98, 0.96)]
    [InlineData("m", 0.95, 0.96)]
    [InlineData("n", 1.0, 1.0)]
    [InlineData("q", 0.97, 1.0)]
    [InlineData("r", 0.98, 1.0)]
    [InlineData(CorpusPlan.KeptAside, 0.97, 0.95)]
    public void Figures_deadlines_and_agencies_are_found(string family, double figures, double deadlines)
    {
        var score = Score(family);
        score.Figures.F1.ShouldBeGreaterThanOrEqualTo(figures);
        score.Deadlines.F1.ShouldBeGreaterThanOrEqualTo(deadlines);
        score.Leads.Recall.ShouldBeGreaterThanOrEqualTo(0.8);
        score.WrongFields.ShouldBe(0);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("d")]
    [InlineData("e")]
    [InlineData("f")]
    [InlineData("g")]
    [InlineData("h")]
    [InlineData("i")]
    [InlineData("j")]
    [InlineData("k")]
    [InlineData("l")]
    [InlineData("m")]
    [InlineData("n")]
    [InlineData("q")]
    [InlineData("r")]
    [InlineData(CorpusPlan.KeptAside)]
    public void No_year_is_wrong_without_a_warning(string family) => Score(family).WrongYearsWithoutWarning.ShouldBeEmpty();

    /// <summary>In families j, l, m and n more is asked than elsewhere: they were read for the first time not long ago, and a doubt is the price of no wrong year. Nothing is fitted to the one kept aside.</summary>
    [Theory]
    [InlineData("a", 0.15)]
    [InlineData("b", 0.15)]
    [InlineData("d", 0.15)]
    [InlineData("e", 0.15)]
    [InlineData("f", 0.15)]
    [InlineData("g", 0.15)]
    [InlineData("h", 0.15)]
    [InlineData("i", 0.15)]
    [InlineData("j", 0.2)]
    [InlineData("k", 0.15)]
    [InlineData("l", 0.2)]
    [InlineData("m", 0.2)]
    [InlineData("n", 0.2)]
    [InlineData("q", 0.2)]
    [InlineData("r", 0.2)]
    [InlineData(CorpusPlan.KeptAside, 0.2)]
    public void Warnings_stay_few_enough_to_be_read(string family, double most) => Score(family).YearDoubts.ForNothing.ShouldBeLessThanOrEqualTo(most);

    [Fact]
    public void A_year_that_is_wrong_and_not_doubted_is_counted()
    {
        var right = new ExtractedPlan
        {
            Targets =
            [
                new()
                {
                    Year = 2030,
                    Value = 80,
                    Subject = PlanSubject.Household,
                },
            ],
        };
        var wrong = right with { Targets = [right.Targets[0] with { Year = 2025, Span = new(10, 20) }] };
        PlanScore.None.With(right, wrong).WrongYearsWithoutWarning.Count.ShouldBe(1);
        PlanScore.None.With(right, wrong with { Warnings = [new("year", "", new(12, 14))] }).WrongYearsWithoutWarning.ShouldBeEmpty();
        PlanScore.None.With(right, right with { Warnings = [new("year", "", new(0, 1))] }).YearDoubts.ShouldBe(new(1, 0, 0), "it stands elsewhere");
        PlanScore.None.With(right, right).Figures.F1.ShouldBe(1);
    }

    [Fact]
    public void No_percentage_is_dropped_in_silence()
    {
        foreach (var plan in Plans)
        {
            var reading = PlanReader.Read(plan.Text);
            var seen = reading.Targets.Concat(reading.TableTargets).Select(t => t.Span).Concat(reading.Warnings.Select(w => w.Span)).ToList();
            var dropped = Enumerable
                .Range(0, plan.Text.Length)
                .Where(i => plan.Text[i] == '%' && i > 0 && char.IsAsciiDigit(plan.Text[i - 1]))
                .Where(i => !seen.Any(s => s.Start <= i && i < s.End));
            dropped.Select(i => plan.Text[Math.Max(0, i - 30)..(i + 1)]).ShouldBeEmpty($"{plan.Family}/{plan.Name}");
        }
    }

    private static PlanScore Score(string family) => Plans.Where(p => p.Family == family).Aggregate(PlanScore.None, (score, p) => score.With(p.Answer, PlanReader.Read(p.Text)));
}
