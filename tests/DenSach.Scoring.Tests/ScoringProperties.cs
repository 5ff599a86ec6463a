using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace DenSach.Scoring.Tests;

public class ScoringProperties
{
    [Fact]
    public void A_random_set_is_a_sound_set() => ForSeeds(seed => new RandomCase(seed).Set.Check().ShouldBeEmpty());

    [Fact]
    public void The_fast_path_gives_what_the_explained_sheet_says() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed);
            var compiled = random.Set.Compile();
            var facts = random.Set.Facts.Select(fact => random.Facts[fact.Name]?.Value ?? FactValue.Missing).ToArray();
            var answers = random.Set.Lines.Select(line => random.Answers[line.Id]).ToArray();
            var fast = compiled.For(random.Subject).Evaluate(facts, answers);
            var sheet = random.Score();
            (sheet.Total, sheet.Outcome, sheet.ShortBy).ShouldBe((fast.Total, fast.Outcome, fast.ShortBy));
            sheet.Total.ShouldBe(AddedUpAgain(sheet));
            (sheet.Outcome == Outcome.Met).ShouldBe(sheet.Blocking.Count == 0 && MetByItsLines(sheet), sheet.Summary);
        });

    [Fact]
    public void Every_line_of_every_sheet_can_explain_itself() =>
        ForSeeds(seed =>
        {
            var sheet = new RandomCase(seed).Score();
            sheet.Summary.ShouldNotBeNullOrWhiteSpace();
            foreach (var line in sheet.Lines)
            {
                line.Explanation.ShouldNotBeNullOrWhiteSpace();
                line.RuleText.ShouldNotBeNullOrWhiteSpace();
                line.Facts.ShouldAllBe(fact => fact.ToString().Length > 0);
                if (line.Blocks != BlockReason.None)
                    line.Missing.ShouldNotBeNullOrWhiteSpace(line.Explanation);
            }
            if (sheet.Outcome != Outcome.NotMet || !sheet.Lines.Any(line => line is { Line.Role: LineRole.Scored, State: not LineState.NotApplicable }))
                return;
            if (sheet.Blocking.Count > 0)
                return;
            // Every line that applies is met in full: those that do not apply keep the title away, and the sheet says so.
            sheet.Lines.ShouldAllBe(line => line.Lost == Points.Zero, sheet.Summary);
            sheet.Summary.ShouldContain("không áp dụng");
        });

    [Fact]
    public void All_met_but_what_does_not_apply_is_told_by_the_sheet()
    {
        var sheet = new RandomCase(500784).Score();
        sheet.Outcome.ShouldBe(Outcome.NotMet);
        sheet.Lines.ShouldAllBe(line => line.Lost == Points.Zero);
        sheet.Summary.ShouldContain("Chỉ tiêu không áp dụng (c1) không có điểm");
    }

    [Fact]
    public void Adding_a_met_line_never_lowers_a_sum() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed, allOf: false);
            var before = random.Score();
            var sum = (SumOfPoints)random.Set.Combination;
            var met = new Line
            {
                Id = "them-nua",
                Text = "Thêm",
                Role = LineRole.Scored,
                Points = Points.Whole(1 + Math.Abs(seed % 20)),
                Rule = new Judged([]),
            };
            var max = sum.Max + met.Points;
            var set = random.Build([.. random.Set.Lines, met], sum with { Max = max, Cap = sum.Cap is null ? null : max });
            var after = Scorer.Score(set, random.Subject, random.Facts, random.Answers.With(met.Id, Answer.Yes));
            after.Total.ShouldBeGreaterThanOrEqualTo(before.Total);
        });

    [Fact]
    public void Changing_one_no_into_yes_never_lowers_a_sum() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed, allOf: false);
            foreach (var line in random.Set.Lines)
                if (line is { Rule: Judged { Choices.Count: 0 }, Role: LineRole.Scored or LineRole.Bonus })
                {
                    var no = Scorer.Score(random.Set, random.Subject, random.Facts, random.Answers.With(line.Id, Answer.No));
                    var yes = Scorer.Score(random.Set, random.Subject, random.Facts, random.Answers.With(line.Id, Answer.Yes.WithEvidence()));
                    yes.Total.ShouldBeGreaterThanOrEqualTo(no.Total);
                }
        });

    [Fact]
    public void The_order_of_lines_and_sections_does_not_matter() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed);
            Line[] shuffled = [.. random.Set.Lines];
            new Random(seed).Shuffle(shuffled);
            var other = Scorer.Score(random.Build(shuffled, random.Set.Combination, sections: 3), random.Subject, random.Facts, random.Answers);
            var sheet = random.Score();
            (other.Total, other.Outcome, other.ShortBy).ShouldBe((sheet.Total, sheet.Outcome, sheet.ShortBy));
            other
                .Lines.Select(line => (line.Line.Id, line.State, line.Points, line.Blocks))
                .OrderBy(line => line.Id, StringComparer.Ordinal)
                .ShouldBe(sheet.Lines.Select(line => (line.Line.Id, line.State, line.Points, line.Blocks)).OrderBy(line => line.Id, StringComparer.Ordinal));
        });

    [Fact]
    public void A_line_that_does_not_apply_never_changes_an_all_of_outcome() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed, allOf: true);
            Line extra = new()
            {
                Id = "khong-ap-dung",
                Text = "Không áp dụng",
                Role = LineRole.Required,
                MayNotApply = true,
                Rule = new Judged([]),
            };
            Line elsewhere = extra with { Id = "nhom-khac", AppliesTo = new When([], [], [random.Subject.Groups.Single() == "g1" ? "g2" : "g1"], [], []) };
            var set = random.Build([extra, .. random.Set.Lines, elsewhere], random.Set.Combination);
            Scorer.Score(set, random.Subject, random.Facts, random.Answers.With(extra.Id, Answer.NotApplicable)).Outcome.ShouldBe(random.Score().Outcome);
        });

    [Fact]
    public void Met_and_not_met_are_said_only_when_no_open_line_can_change_them() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed);
            var sheet = random.Score();
            if (sheet.Outcome == Outcome.Incomplete)
                return;
            for (var i = 0; i < 5; i++)
            {
                var (facts, answers) = random.Completed();
                if (random.Set.Compile().For(random.Subject).Faults(facts, answers).Count > 0)
                    continue; // contradictory figures are sent back, not scored
                Scorer.Score(random.Set, random.Subject, facts, answers).Outcome.ShouldBe(sheet.Outcome, sheet.Summary);
            }
        });

    [Fact]
    public void Answers_and_facts_survive_being_written_and_read() =>
        ForSeeds(seed =>
        {
            var random = new RandomCase(seed);
            foreach (var line in random.Set.Lines)
                line.ReadAnswer(line.CodeOf(random.Answers[line.Id])).ShouldBe(random.Answers[line.Id].WithEvidence(false));
            foreach (var fact in random.Set.Facts)
            {
                var value = random.Facts[fact.Name]?.Value ?? FactValue.Missing;
                var read = fact.ReadValue(fact.CodeOf(value)).ShouldNotBeNull();
                (value.ByHand ? read.Typed() : read).ShouldBe(value);
            }
        });

    [Fact]
    public void Shares_are_compared_exactly_however_large_the_numbers() =>
        Prop.ForAll<(long, long, long, long)>(numbers =>
            {
                var (a, b, c, d) = numbers;
                var (part, whole) = (Quantity.FromThousandths(Clip(a)), Quantity.FromThousandths(Clip(b) + 1));
                var share = Share.Of(Clip(c), Clip(d) + 1);
                Math.Sign(share.Compare(part, whole)).ShouldBe(((BigInteger)part.Thousandths * share.Denominator).CompareTo((BigInteger)share.Numerator * whole.Thousandths));
            })
            .QuickCheckThrowOnFailure();

    private static long Clip(long value) => value == long.MinValue ? long.MaxValue - 1 : Math.Abs(value * 7_919_113 % (long.MaxValue - 1));

    private static void ForSeeds(Action<int> rule) => Prop.ForAll<int>(rule).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(1_000_000));

    /// <summary>The total once more from the lines of the sheet, in big whole numbers, knowing nothing of the engine.</summary>
    private static Points AddedUpAgain(ScoreSheet sheet)
    {
        if (sheet.Set.Combination is not SumOfPoints sum)
            return Points.Zero;
        BigInteger earned = 0,
            stretch = 0,
            extra = 0;
        foreach (var line in sheet.Lines)
        {
            if (line.Line.Role != LineRole.Scored)
            {
                extra += line.Points.Hundredths;
                continue;
            }
            if (line.State != LineState.NotApplicable)
                (earned, stretch) = (earned + line.Points.Hundredths, stretch + line.Line.Points.Hundredths);
            else if (sum.WhenNotApplicable == NotApplicablePoints.Full)
                earned += line.Line.Points.Hundredths;
        }
        if (sum.WhenNotApplicable == NotApplicablePoints.Rescale)
            earned = stretch == 0 ? 0 : earned * sum.Max.Hundredths / stretch;
        var total = BigInteger.Max(0, earned + extra);
        return Points.FromHundredths((int)(sum.Cap is { } cap ? BigInteger.Min(total, cap.Hundredths) : total));
    }

    private static bool MetByItsLines(ScoreSheet sheet) =>
        sheet.Lines.Any(line => line is { Line.Role: LineRole.Scored or LineRole.Required } && line.State is not (LineState.NotApplicable or LineState.Unanswered))
        && (sheet.Set.Combination is not SumOfPoints sum || sheet.Total >= sum.PassAt);
}
