namespace DenSach.Scoring;

/// <summary>A line of one form with what the innermost loop needs at hand, in hundredths of a point.</summary>
internal sealed class FormEntry(int position, Line line, Rule rule, Judge judge, Points? lowestOfSet, bool sampled)
{
    /// <summary>Position of the line in the set.</summary>
    public int Position { get; } = position;

    public Line Line { get; } = line;

    public Rule Rule { get; } = rule;

    public Judge Judge { get; } = judge;

    public LineRole Role { get; } = line.Role;

    public int Size { get; } = line.Points.Hundredths;

    /// <summary>Lowest allowed points; zero for none.</summary>
    public int Lowest { get; } = line.Role == LineRole.Scored ? (line.Lowest ?? lowestOfSet ?? Points.Zero).Hundredths : 0;

    public bool ReadsFacts { get; } = judge.Slots.Length > 0;

    private bool AsksFile { get; } = line.Evidence == EvidenceAsk.File || (line.Evidence == EvidenceAsk.WhenSampled && sampled);

    public Verdict Decide(ReadOnlySpan<FactValue> facts, Answer answer)
    {
        switch (answer.Kind)
        {
            case AnswerKind.NotApplicable:
                return Line.MayNotApply ? Verdict.NotApplicable : throw new ArgumentException($"Chỉ tiêu {Line.Id} không được trả lời “không áp dụng”.", nameof(answer));
            case AnswerKind.NoEvidence:
                return Verdict.NoEvidence;
            case not AnswerKind.None when ReadsFacts:
                throw new ArgumentException($"Chỉ tiêu {Line.Id} chấm theo số liệu, không nhận câu trả lời {answer.Kind}.", nameof(answer));
        }
        var verdict = Judge.Decide(facts, answer);
        if (Role is LineRole.KnockOut or LineRole.Deduction)
            return Fault(verdict);
        return AsksFile && verdict.IsInFavour && !answer.HasEvidence && (!ReadsFacts || AnyByHand(facts)) ? Verdict.NoEvidence : verdict;
    }

    /// <summary>The rule of a knock-out or deduction holding is the fault itself.</summary>
    private Verdict Fault(Verdict verdict) =>
        verdict.State switch
        {
            LineState.Met or LineState.Partly => new Verdict(LineState.NotMet, Role == LineRole.Deduction ? -verdict.Points : Points.Zero),
            LineState.NotMet => new Verdict(LineState.Met, Points.Zero),
            _ => verdict,
        };

    /// <summary>Figures of the registry or of a file are evidence themselves; typed ones are not.</summary>
    private bool AnyByHand(ReadOnlySpan<FactValue> facts)
    {
        foreach (var slot in Judge.Slots)
            if (facts[slot].ByHand)
                return true;
        return false;
    }
}
