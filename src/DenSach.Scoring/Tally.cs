namespace DenSach.Scoring;

/// <summary>Turns the verdicts of lines into one result. Open lines are counted at their worst and at their best, so that
/// "met" and "not met" are said only when no open line could change them.</summary>
internal sealed class Tally(Combination combination)
{
    private readonly SumOfPoints? points = combination as SumOfPoints;
    private readonly bool fullWhenNotApplicable = combination is SumOfPoints { WhenNotApplicable: NotApplicablePoints.Full };

    /// <summary>Running figures of one subject, in hundredths of a point.</summary>
    public struct Sum
    {
        public long Earned,
            Stretch,
            Extra;
        public long OpenScored,
            OpenBonus,
            OpenDeduction,
            Max;
        public bool Blocked,
            Open,
            AnyApplies;
    }

    public void Add(ref Sum sum, FormEntry entry, Verdict verdict)
    {
        var applies = verdict.State != LineState.NotApplicable;
        var open = verdict.State == LineState.Unanswered;
        switch (entry.Role)
        {
            case LineRole.Scored:
                sum.AnyApplies |= applies && !open;
                sum.Max += entry.Size;
                if (applies)
                    sum.Stretch += entry.Size;
                else if (fullWhenNotApplicable)
                    sum.Earned += entry.Size;
                if (open)
                    sum.OpenScored += entry.Size;
                sum.Earned += verdict.Points.Hundredths;
                break;
            case LineRole.Required:
                sum.AnyApplies |= applies && !open;
                break;
            case LineRole.Bonus:
                sum.Extra += verdict.Points.Hundredths;
                if (open)
                    sum.OpenBonus += entry.Size;
                break;
            case LineRole.Deduction:
                sum.Extra += verdict.Points.Hundredths;
                if (open)
                    sum.OpenDeduction += entry.Size;
                break;
        }
        var block = BlockOf(entry, verdict);
        sum.Open |= block == BlockReason.Open;
        sum.Blocked |= block > BlockReason.Open;
    }

    public static BlockReason BlockOf(FormEntry entry, Verdict verdict)
    {
        if (verdict.State == LineState.NotApplicable)
            return BlockReason.None;
        var open = verdict.State == LineState.Unanswered;
        switch (entry.Role)
        {
            case LineRole.KnockOut:
                return open ? BlockReason.Open
                    : verdict.State == LineState.NotMet ? BlockReason.KnockOut
                    : BlockReason.None;
            case LineRole.Required:
                return open ? BlockReason.Open
                    : verdict.State == LineState.Met ? BlockReason.None
                    : BlockReason.Required;
            case LineRole.Scored when entry.Lowest > 0:
                return open ? BlockReason.Open
                    : verdict.Points.Hundredths < entry.Lowest ? BlockReason.BelowLowest
                    : BlockReason.None;
            default:
                return BlockReason.None;
        }
    }

    public ScoreSummary Close(in Sum sum)
    {
        if (points is null)
            return new ScoreSummary(
                Points.Zero,
                sum.Blocked ? Outcome.NotMet
                    : sum.Open || !sum.AnyApplies ? Outcome.Incomplete
                    : Outcome.Met,
                -1,
                Points.Zero
            );

        var total = Total(sum, sum.Earned, sum.Extra);
        var worst = Total(sum, sum.Earned, sum.Extra - sum.OpenDeduction);
        var best = Total(sum, sum.Earned + sum.OpenScored, sum.Extra + sum.OpenBonus);
        var outcome =
            sum.Blocked || best < points.PassAt ? Outcome.NotMet
            : sum.Open || worst < points.PassAt ? Outcome.Incomplete
            : Outcome.Met;
        // Nobody is recognised on a form none of whose lines applies.
        if (outcome == Outcome.Met && !sum.AnyApplies)
            outcome = Outcome.Incomplete;
        return new ScoreSummary(total, outcome, outcome == Outcome.Met ? BandOf(total) : -1, total < points.PassAt ? points.PassAt - total : Points.Zero);
    }

    private Points Total(in Sum sum, long earned, long extra)
    {
        // Cut downwards: a stretched total reaches the pass mark exactly when the fraction does.
        if (points!.WhenNotApplicable == NotApplicablePoints.Rescale)
            earned = sum.Stretch == 0 ? 0 : earned * sum.Max / sum.Stretch;
        var total = checked((int)Math.Max(0, earned + extra));
        var result = Points.FromHundredths(total);
        return points.Cap is { } cap && result > cap ? cap : result;
    }

    private int BandOf(Points total)
    {
        for (var i = 0; i < points!.Bands.Count; i++)
            if (total >= points.Bands[i].From)
                return i;
        return -1;
    }
}
