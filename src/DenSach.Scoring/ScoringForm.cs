namespace DenSach.Scoring;

/// <summary>A line as it stands on the form of one kind of subject.</summary>
/// <param name="Line">The line.</param>
/// <param name="Rule">The rule that holds for this subject.</param>
public sealed record FormLine(Line Line, Rule Rule);

/// <summary>The result without explanations.</summary>
/// <param name="Total">Points so far; open lines count as none. Zero in a set without points.</param>
/// <param name="Outcome">Met, not met, or not decided yet.</param>
/// <param name="BandIndex">Position of the class of a passing total; -1 for none.</param>
/// <param name="ShortBy">Points missing to the least passing total; zero when reached.</param>
public readonly record struct ScoreSummary(Points Total, Outcome Outcome, int BandIndex, Points ShortBy);

/// <summary>The lines and rules of one kind of subject. Guarantees: safe to share between threads; scoring allocates nothing on the fast path.</summary>
public sealed class ScoringForm
{
    private readonly CompiledSet compiled;
    private readonly SubjectMask mask;
    private readonly FormEntry[] entries;
    private readonly Tally tally;

    internal ScoringForm(CompiledSet compiled, Subject subject, SubjectMask mask)
    {
        (this.compiled, Subject, this.mask) = (compiled, subject, mask);
        tally = new Tally(compiled.Set.Combination);
        entries = [.. compiled.Lines.Select(Prepare).OfType<FormEntry>()];
        Lines = [.. entries.Select(entry => new FormLine(entry.Line, entry.Rule))];
    }

    /// <summary>The set.</summary>
    public CriteriaSet Set => compiled.Set;

    /// <summary>The subject the form was made for.</summary>
    public Subject Subject { get; }

    /// <summary>The lines on this form, in order; lines of other levels, areas and groups are left out.</summary>
    public IReadOnlyList<FormLine> Lines { get; }

    /// <summary>The fast path: facts and answers by position, see <see cref="CompiledSet.FactIndex"/> and <see cref="CompiledSet.LineIndex"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ from the set, or an answer or fact is of the wrong kind.</exception>
    public ScoreSummary Evaluate(ReadOnlySpan<FactValue> facts, ReadOnlySpan<Answer> answers) => Run(facts, answers, []);

    /// <summary>The sheet that explains itself. Facts the set does not read are ignored.</summary>
    /// <exception cref="ArgumentException">An answer names no line of the set, or an answer or fact is of the wrong kind.</exception>
    public ScoreSheet Score(Facts facts, Answers answers)
    {
        var values = new FactValue[compiled.FactCount];
        for (var i = 0; i < values.Length; i++)
            values[i] = facts[Set.Facts[i].Name]?.Value ?? default;
        var given = new Answer[compiled.LineCount];
        foreach (var id in answers.LineIds)
        {
            var slot = compiled.LineIndex(id);
            if (slot < 0)
                throw new ArgumentException($"Bộ tiêu chí “{Set.Id}” không có chỉ tiêu “{id}”.", nameof(answers));
            given[slot] = answers[id];
        }
        var verdicts = new Verdict[entries.Length];
        var summary = Run(values, given, verdicts);
        return new ScoreSheet(this, facts, answers, summary, verdicts);
    }

    /// <summary>What is wrong with facts and answers before they are scored, with places; empty when they fit.</summary>
    public IReadOnlyList<Fault> Faults(Facts facts, Answers answers) => InputCheck.Run(this, facts, answers);

    internal bool Fits(SubjectMask other, Subject subject) =>
        ReferenceEquals(subject, Subject) || (other == mask && subject.AsAt == Subject.AsAt && subject.Sampled == Subject.Sampled && subject.FaultFor(Set) is null);

    internal IReadOnlyList<FormEntry> Entries => entries;

    private FormEntry? Prepare(Line line, int position)
    {
        if (!WhenMask.Of(Set, line.AppliesTo).Matches(mask))
            return null;
        var rule = line.Variants.FirstOrDefault(variant => WhenMask.Of(Set, variant.When).Matches(mask))?.Rule ?? line.Rule;
        var judge = Judge.For(rule, line, Set, compiled.FactIndex, Subject.AsAt);
        return new FormEntry(position, line, rule, judge, (Set.Combination as SumOfPoints)?.Lowest, Subject.Sampled);
    }

    private ScoreSummary Run(ReadOnlySpan<FactValue> facts, ReadOnlySpan<Answer> answers, Span<Verdict> verdicts)
    {
        if (facts.Length != compiled.FactCount)
            throw new ArgumentException($"Cần đúng {compiled.FactCount} số liệu.", nameof(facts));
        if (answers.Length != compiled.LineCount)
            throw new ArgumentException($"Cần đúng {compiled.LineCount} câu trả lời.", nameof(answers));
        var sum = new Tally.Sum();
        for (var i = 0; i < entries.Length; i++)
        {
            var verdict = entries[i].Decide(facts, answers[entries[i].Position]);
            tally.Add(ref sum, entries[i], verdict);
            if (verdicts.Length > 0)
                verdicts[i] = verdict;
        }
        return tally.Close(sum);
    }
}
