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
    private readonly (Line Line, Judge Judge, Rule Rule)?[] lines;
    private readonly Tally tally;

    internal ScoringForm(CompiledSet compiled, Subject subject, SubjectMask mask)
    {
        (this.compiled, Subject, this.mask) = (compiled, subject, mask);
        tally = new Tally(compiled.Set.Combination);
        lines = [.. compiled.Lines.Select(Prepare)];
        Lines = [.. lines.Where(line => line is not null).Select(line => new FormLine(line!.Value.Line, line.Value.Rule))];
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
        var verdicts = new Verdict[given.Length];
        var summary = Run(values, given, verdicts);
        return new ScoreSheet(this, facts, answers, summary, verdicts);
    }

    /// <summary>What is wrong with facts and answers before they are scored, with places; empty when they fit.</summary>
    public IReadOnlyList<Fault> Faults(Facts facts, Answers answers) => InputCheck.Run(this, facts, answers);

    internal bool Fits(SubjectMask other, Subject subject) => other == mask && subject.AsAt == Subject.AsAt && subject.Sampled == Subject.Sampled && subject.FaultFor(Set) is null;

    internal Rule? RuleOf(int line) => lines[line]?.Rule;

    internal BlockReason BlockOf(Line line, Verdict verdict) => tally.BlockOf(line, verdict);

    private (Line, Judge, Rule)? Prepare(Line line)
    {
        if (!WhenMask.Of(Set, line.AppliesTo).Matches(mask))
            return null;
        var rule = line.Variants.FirstOrDefault(variant => WhenMask.Of(Set, variant.When).Matches(mask))?.Rule ?? line.Rule;
        return (line, Judge.For(rule, line, Set, compiled.FactIndex, Subject.AsAt), rule);
    }

    private ScoreSummary Run(ReadOnlySpan<FactValue> facts, ReadOnlySpan<Answer> answers, Span<Verdict> verdicts)
    {
        if (facts.Length != compiled.FactCount)
            throw new ArgumentException($"Cần đúng {compiled.FactCount} số liệu.", nameof(facts));
        if (answers.Length != compiled.LineCount)
            throw new ArgumentException($"Cần đúng {compiled.LineCount} câu trả lời.", nameof(answers));
        var sum = new Tally.Sum();
        for (var i = 0; i < lines.Length; i++)
        {
            var verdict = Verdict.NotApplicable;
            if (lines[i] is { } entry)
            {
                verdict = Decide(entry.Line, entry.Judge, facts, answers[i]);
                tally.Add(ref sum, entry.Line, verdict);
            }
            if (verdicts.Length > 0)
                verdicts[i] = verdict;
        }
        return tally.Close(sum);
    }

    private Verdict Decide(Line line, Judge judge, ReadOnlySpan<FactValue> facts, Answer answer)
    {
        switch (answer.Kind)
        {
            case AnswerKind.NotApplicable:
                return line.MayNotApply ? Verdict.NotApplicable : throw new ArgumentException($"Chỉ tiêu {line.Id} không được trả lời “không áp dụng”.", nameof(answer));
            case AnswerKind.NoEvidence:
                return Verdict.NoEvidence;
            case not AnswerKind.None when judge.Slots.Length > 0:
                throw new ArgumentException($"Chỉ tiêu {line.Id} chấm theo số liệu, không nhận câu trả lời {answer.Kind}.", nameof(answer));
        }
        var verdict = judge.Decide(facts, answer);
        if (line.Role is LineRole.KnockOut or LineRole.Deduction)
            return Fault(line, verdict);
        return verdict.IsInFavour && !answer.HasEvidence && AsksFile(line, judge, facts) ? Verdict.NoEvidence : verdict;
    }

    /// <summary>The rule of a knock-out or deduction holding is the fault itself.</summary>
    private static Verdict Fault(Line line, Verdict verdict) =>
        verdict.State switch
        {
            LineState.Met or LineState.Partly => new Verdict(LineState.NotMet, line.Role == LineRole.Deduction ? -verdict.Points : Points.Zero),
            LineState.NotMet => new Verdict(LineState.Met, Points.Zero),
            _ => verdict,
        };

    private bool AsksFile(Line line, Judge judge, ReadOnlySpan<FactValue> facts)
    {
        if (line.Evidence == EvidenceAsk.None || (line.Evidence == EvidenceAsk.WhenSampled && !Subject.Sampled))
            return false;
        if (judge.Slots.Length == 0)
            return true;
        foreach (var slot in judge.Slots)
            if (facts[slot].ByHand)
                return true;
        return false;
    }
}
