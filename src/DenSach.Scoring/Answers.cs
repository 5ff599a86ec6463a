namespace DenSach.Scoring;

/// <summary>What a person said to a line.</summary>
public enum AnswerKind : byte
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Met; for a knock-out or deduction: it happened.</summary>
    Yes,

    /// <summary>Not met; for a knock-out or deduction: it did not happen.</summary>
    No,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>The ticked items of a checklist.</summary>
    Ticks,

    /// <summary>The line does not apply to this subject.</summary>
    NotApplicable,

    /// <summary>It cannot be shown: there is no fitting evidence.</summary>
    NoEvidence,
}

/// <summary>
/// The answer to one line. Guarantees: <c>default</c> is "no answer yet"; not applicable, no evidence and no are three
/// different answers. Lines judged by facts take only <see cref="NotApplicable"/>, <see cref="NoEvidence"/> or evidence.
/// </summary>
public readonly record struct Answer
{
    private Answer(AnswerKind kind, ulong value, bool hasEvidence) => (Kind, Value, HasEvidence) = (kind, value, hasEvidence);

    /// <summary>What was said.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Whether fitting evidence is attached, or was seen on the spot and noted.</summary>
    public bool HasEvidence { get; }

    internal ulong Value { get; }

    /// <summary>No answer yet.</summary>
    public static Answer None => default;

    /// <summary>Met; for a knock-out or deduction: it happened.</summary>
    public static Answer Yes => new(AnswerKind.Yes, 0, false);

    /// <summary>Not met; for a knock-out or deduction: it did not happen.</summary>
    public static Answer No => new(AnswerKind.No, 0, false);

    /// <summary>The line does not apply to this subject.</summary>
    public static Answer NotApplicable => new(AnswerKind.NotApplicable, 0, false);

    /// <summary>It cannot be shown.</summary>
    public static Answer NoEvidence => new(AnswerKind.NoEvidence, 0, false);

    /// <summary>The choice at a position, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative.</exception>
    public static Answer Choose(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return new Answer(AnswerKind.Choice, (ulong)position, false);
    }

    /// <summary>The ticked items by position, counted from 0; none is an answer too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position is not within 0 to 63.</exception>
    public static Answer Tick(params ReadOnlySpan<int> positions)
    {
        ulong ticks = 0;
        foreach (var position in positions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(position, 63);
            ticks |= 1UL << position;
        }
        return new Answer(AnswerKind.Ticks, ticks, false);
    }

    /// <summary>The same answer with evidence, or without.</summary>
    public Answer WithEvidence(bool has = true) => new(Kind, Value, has);

    /// <summary>Whether the item at a position is ticked.</summary>
    public bool IsTicked(int position) => Kind == AnswerKind.Ticks && position is >= 0 and < 64 && (Value >> position & 1) == 1;

    /// <summary>Position of the choice; -1 for other answers.</summary>
    public int ChoicePosition => Kind == AnswerKind.Choice ? (int)Value : -1;
}

/// <summary>The answers about one subject by line. Guarantees: never changes; a line that is not there has no answer yet.</summary>
public sealed class Answers
{
    private readonly Dictionary<string, Answer> byLine;

    /// <summary>Answers by line id; the last of a repeated line holds.</summary>
    public Answers(IEnumerable<KeyValuePair<string, Answer>> answers)
    {
        byLine = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var (line, answer) in answers)
            byLine[line] = answer;
    }

    /// <summary>Nothing is answered.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>The lines that are answered.</summary>
    public IReadOnlyCollection<string> LineIds => byLine.Keys;

    /// <summary>The answer to a line.</summary>
    public Answer this[string lineId] => byLine.GetValueOrDefault(lineId);

    /// <summary>These answers with one more, or another one for a line.</summary>
    public Answers With(string lineId, Answer answer) => new(byLine.Append(new(lineId, answer)));
}
