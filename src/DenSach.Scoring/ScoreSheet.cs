namespace DenSach.Scoring;

/// <summary>
/// The result of one assessment, line by line. Guarantees: never changes; sentences are composed when read, in
/// Vietnamese; <see cref="Total"/>, <see cref="Outcome"/> and <see cref="Band"/> are those of the fast path.
/// </summary>
public sealed class ScoreSheet
{
    private readonly ScoringForm form;
    private readonly ScoreSummary summary;
    private readonly Verdict[] verdicts;
    private IReadOnlyList<ScoredLine>? lines;

    internal ScoreSheet(ScoringForm form, Facts facts, Answers answers, ScoreSummary summary, Verdict[] verdicts) =>
        (this.form, Facts, Answers, this.summary, this.verdicts) = (form, facts, answers, summary, verdicts);

    /// <summary>The set scored by; keep its id, version and <see cref="CriteriaSet.ContentHash"/> with the assessment.</summary>
    public CriteriaSet Set => form.Set;

    /// <summary>Level, area and groups scored for.</summary>
    public Subject Subject => form.Subject;

    /// <summary>The facts given.</summary>
    public Facts Facts { get; }

    /// <summary>The answers given.</summary>
    public Answers Answers { get; }

    /// <summary>Points so far; open lines count as none. Zero in a set without points.</summary>
    public Points Total => summary.Total;

    /// <summary>The points of the set; null in a set without points.</summary>
    public Points? Max => (Set.Combination as SumOfPoints)?.Max;

    /// <summary>Met, not met, or not decided yet.</summary>
    public Outcome Outcome => summary.Outcome;

    /// <summary>The class of a passing total.</summary>
    public Band? Band => summary.BandIndex < 0 ? null : ((SumOfPoints)Set.Combination).Bands[summary.BandIndex];

    /// <summary>Points missing to the least passing total; zero when reached, and in a set without points.</summary>
    public Points ShortBy => summary.ShortBy;

    /// <summary>The lines of this subject's form, in order.</summary>
    public IReadOnlyList<ScoredLine> Lines => lines ??= Compose();

    /// <summary>The lines by section; sections without a line on this form are left out.</summary>
    public IReadOnlyList<ScoredSection> Sections =>
        [.. Set.Sections.Select(section => new ScoredSection(section, [.. Lines.Where(line => section.Lines.Contains(line.Line))])).Where(section => section.Lines.Count > 0)];

    /// <summary>The lines that keep the title away, the hard reasons first. Empty when the outcome is met.</summary>
    public IReadOnlyList<ScoredLine> Blocking =>
        Outcome == Outcome.Met ? [] : [.. Lines.Where(line => line.Blocks != BlockReason.None).OrderByDescending(Weight).ThenByDescending(line => line.Lost)];

    /// <summary>How the total came about where lines do not apply: full points, none, or stretched; null otherwise.</summary>
    public string? TotalNote => Wording.HowTotal(this);

    /// <summary>One or two sentences: total, what is missing, which lines block.</summary>
    public string Summary => Wording.Sheet(this);

    /// <summary>The line of an id; null where it is not on this form.</summary>
    public ScoredLine? this[string lineId] => Lines.FirstOrDefault(line => line.Line.Id == lineId);

    private static int Weight(ScoredLine line) =>
        line.Blocks switch
        {
            BlockReason.KnockOut => 4,
            BlockReason.Required => 3,
            BlockReason.BelowLowest => 2,
            BlockReason.Open => 1,
            _ => 0,
        };

    private ScoredLine[] Compose()
    {
        var composed = new ScoredLine[verdicts.Length];
        for (var i = 0; i < composed.Length; i++)
        {
            var (entry, verdict) = (form.Entries[i], verdicts[i]);
            var block = Tally.BlockOf(entry, verdict);
            if (block == BlockReason.None && Outcome == Outcome.Incomplete && Decides(entry.Line, verdict))
                block = BlockReason.Open;
            if (block == BlockReason.None && Outcome != Outcome.Met && Loses(entry.Line, verdict))
                block = BlockReason.LostPoints;
            composed[i] = new ScoredLine(this, entry.Line, entry.Rule, verdict, block);
        }
        return composed;
    }

    private bool Decides(Line line, Verdict verdict) => verdict.State == LineState.Unanswered && (line.Role != LineRole.Bonus || ShortBy > Points.Zero);

    private bool Loses(Line line, Verdict verdict) =>
        ShortBy > Points.Zero
        && verdict.State != LineState.NotApplicable
        && (line.Role == LineRole.Scored && verdict.Points < line.Points || line.Role == LineRole.Deduction && verdict.State == LineState.NotMet);
}

/// <summary>A section of the sheet.</summary>
/// <param name="Section">The section of the set.</param>
/// <param name="Lines">Its lines on this form.</param>
public sealed record ScoredSection(LineGroup Section, IReadOnlyList<ScoredLine> Lines)
{
    /// <summary>Points of the section, bonus and deductions included.</summary>
    public Points Points => Lines.Aggregate(Points.Zero, (sum, line) => sum + line.Points);

    /// <summary>Whether every line that applies is met (TT 24/2023, điều 9.4).</summary>
    public bool AllMet => Lines.All(line => line.State is LineState.Met or LineState.NotApplicable);
}
