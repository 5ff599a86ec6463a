namespace DenSach.Scoring;

/// <summary>One line of the form: what is asked, how it is judged, what it does to the result.</summary>
public sealed record Line
{
    /// <summary>Number or name of the line, unique in the set: "2.1".</summary>
    public required string Id { get; init; }

    /// <summary>The demand, in our words.</summary>
    public required string Text { get; init; }

    /// <summary>The plain question a hamlet head asks; null where the demand itself is the question.</summary>
    public string? Ask { get; init; }

    /// <summary>How to answer, what counts.</summary>
    public string? Help { get; init; }

    /// <summary>The clause the line restates, such as "Điều 6 khoản 2 điểm a"; null in samples.</summary>
    public string? Clause { get; init; }

    /// <summary>What the line does to the result.</summary>
    public LineRole Role { get; init; }

    /// <summary>Points to be had: the maximum of a scored line, the size of a bonus or deduction; zero for the others.</summary>
    public Points Points { get; init; }

    /// <summary>The lowest points allowed on this line; null to take the set's.</summary>
    public Points? Lowest { get; init; }

    /// <summary>Whether the assessor may say that the line does not apply.</summary>
    public bool MayNotApply { get; init; }

    /// <summary>For whom the line is on the form.</summary>
    public When AppliesTo { get; init; } = When.Always;

    /// <summary>Whether a file is asked.</summary>
    public EvidenceAsk Evidence { get; init; }

    /// <summary>What to attach: "ảnh chụp góc học tập".</summary>
    public string? EvidenceText { get; init; }

    /// <summary>The rule, unless a variant matches.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Other parameters for some levels, areas or groups; the first that matches is taken.</summary>
    public IReadOnlyList<RuleVariant> Variants { get; init; } = [];
}

/// <summary>What a line does to the result. In a knock-out or deduction the question asks for the bad thing: its rule holding is a fault.</summary>
public enum LineRole
{
    /// <summary>Gives points to a sum.</summary>
    Scored,

    /// <summary>Must be met, whatever the points.</summary>
    Required,

    /// <summary>When its rule holds, the title is lost whatever the points.</summary>
    KnockOut,

    /// <summary>Adds points beyond the maximum; not meeting it costs nothing.</summary>
    Bonus,

    /// <summary>Takes points away when its rule holds.</summary>
    Deduction,
}

/// <summary>Whether a line asks for a file. Facts of the registry or of an import are evidence themselves.</summary>
public enum EvidenceAsk
{
    /// <summary>No file.</summary>
    None,

    /// <summary>A file only where the case is drawn for a check.</summary>
    WhenSampled,

    /// <summary>A file whenever the line is answered or typed by hand in favour of the subject.</summary>
    File,
}

/// <summary>For which levels, areas and groups something holds. An empty list asks nothing; all lists must agree.</summary>
/// <param name="Levels">One of these levels is asked.</param>
/// <param name="Areas">The area has one of these conditions.</param>
/// <param name="Groups">The subject is in one of these groups.</param>
/// <param name="ExceptAreas">The area has none of these conditions.</param>
/// <param name="ExceptGroups">The subject is in none of these groups.</param>
public sealed record When(
    IReadOnlyList<string> Levels,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> ExceptAreas,
    IReadOnlyList<string> ExceptGroups
)
{
    /// <summary>Holds for everyone.</summary>
    public static When Always { get; } = new([], [], [], [], []);
}

/// <summary>Another rule of the same kind where <paramref name="When"/> holds.</summary>
/// <param name="When">Where it holds.</param>
/// <param name="Rule">The rule there.</param>
public sealed record RuleVariant(When When, Rule Rule);
