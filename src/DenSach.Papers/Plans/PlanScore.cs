namespace DenSach.Papers.Plans;

/// <summary>
/// How well readings meet their answers, added up over plans. A figure counts as found where year, value and subject
/// are right, in prose and tables alike; <see cref="PlanComparison"/> says whether one reading is the same as its answer.
/// </summary>
public sealed record PlanScore
{
    /// <summary>No plan yet.</summary>
    public static PlanScore None { get; } = new();

    /// <summary>Plans added.</summary>
    public int Plans { get; private init; }

    /// <summary>Figures by (year, value, subject).</summary>
    public Tally Figures { get; private init; }

    /// <summary>Deadlines by (day, month, quarter, year, relation, recurrence).</summary>
    public Tally Deadlines { get; private init; }

    /// <summary>Expected lead agencies: found, missing.</summary>
    public Tally Leads { get; private init; }

    /// <summary>Head fields (number, date, issuer, level, period) that differ.</summary>
    public int WrongFields { get; private init; }

    /// <summary>Figures with a wrong year that no warning touches.</summary>
    public IReadOnlyList<string> WrongYearsWithoutWarning { get; private init; } = [];

    /// <summary>How many figures carry a doubt about their year.</summary>
    public YearDoubts YearDoubts { get; private init; }

    /// <summary>Adds one plan.</summary>
    public PlanScore With(ExtractedPlan expected, ExtractedPlan actual)
    {
        var d = PlanComparison.Compare(expected, actual);
        return this with
        {
            Plans = Plans + 1,
            Figures = Figures + FiguresOf(expected, actual),
            Deadlines = Deadlines + d.Deadlines,
            Leads = Leads + new Difference(expected.Tasks.Count - d.MissingLeads.Count, d.MissingLeads, []),
            WrongFields = WrongFields + d.Fields.Count,
            YearDoubts = YearDoubts + YearDoubts.Of(expected, actual),
            WrongYearsWithoutWarning = [.. WrongYearsWithoutWarning, .. d.WrongYearsWithoutWarning],
        };
    }

    /// <summary>The figures of one plan by (year, value, subject).</summary>
    public static Difference FiguresOf(ExtractedPlan expected, ExtractedPlan actual) => Difference.Of(Keys(expected), Keys(actual));

    private static IEnumerable<string> Keys(ExtractedPlan plan) =>
        plan.Targets.Concat(plan.TableTargets).Select(t => FormattableString.Invariant($"{t.Year} {t.Value:0.##} {t.Subject}"));
}

/// <summary>Found, missed and invented items.</summary>
/// <param name="Found">In answer and reading.</param>
/// <param name="Missed">In the answer alone.</param>
/// <param name="Invented">In the reading alone.</param>
public readonly record struct Tally(int Found, int Missed, int Invented)
{
    /// <summary>Share of what was read that is right; 1 where nothing was read.</summary>
    public double Precision => Found + Invented == 0 ? 1 : (double)Found / (Found + Invented);

    /// <summary>Share of what is there that was read; 1 where nothing is there.</summary>
    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds one comparison.</summary>
    public static Tally operator +(Tally tally, Difference d) => new(tally.Found + d.Matched, tally.Missed + d.Missing.Count, tally.Invented + d.Extra.Count);
}
