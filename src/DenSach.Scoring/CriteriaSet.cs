namespace DenSach.Scoring;

/// <summary>
/// One published version of the criteria of one title: what is asked, by which rules, how the lines are combined.
/// Guarantees: a value that never changes after it is made; the same set, facts and answers always give the same sheet.
/// Source: the YAML files of <c>content/criteria</c>, each naming its legal basis.
/// </summary>
public sealed class CriteriaSet
{
    private CompiledSet? compiled;

    /// <summary>Stable name of the set, such as "mau-gia-dinh-2026".</summary>
    public required string Id { get; init; }

    /// <summary>The title as people read it.</summary>
    public required string Title { get; init; }

    /// <summary>What is assessed.</summary>
    public required SubjectKind Subject { get; init; }

    /// <summary>Version of the text, "1", "2"...; a published version never changes.</summary>
    public required string Version { get; init; }

    /// <summary>How far the set may be relied on. Shown wherever a result of the set is shown.</summary>
    public required SetStatus Status { get; init; }

    /// <summary>The texts the set rests on; empty only for a sample.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary>First day on which the set may be used.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Last day on which the set may be used; null while it is in force.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Levels of the title from low to high; empty for a title without levels.</summary>
    public IReadOnlyList<Named> Levels { get; init; } = [];

    /// <summary>Conditions of the area that change lines or thresholds ("hard area").</summary>
    public IReadOnlyList<Named> Areas { get; init; } = [];

    /// <summary>Groups of people or kinds of organisation that change lines or thresholds.</summary>
    public IReadOnlyList<Named> Groups { get; init; } = [];

    /// <summary>Whether a subject belongs to exactly one group or to one or more.</summary>
    public GroupChoice GroupChoice { get; init; }

    /// <summary>The facts the rules read.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; init; } = [];

    /// <summary>The lines, in groups, in the order of the paper form.</summary>
    public IReadOnlyList<LineGroup> Sections { get; init; } = [];

    /// <summary>How lines become one result.</summary>
    public required Combination Combination { get; init; }

    /// <summary>How long a recognition under the set is valid.</summary>
    public required Validity Validity { get; init; }

    /// <summary>What a reader must know: what is invented, what is not found.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>SHA-256 of the canonical bytes of the source text, 64 lower-case hex digits; an assessment keeps it.</summary>
    public required string ContentHash { get; init; }

    /// <summary>All lines in order.</summary>
    public IEnumerable<Line> Lines => Sections.SelectMany(section => section.Lines);

    /// <summary>Whether a round may use the set at all; a partial draft waits until an administrator completes it.</summary>
    public bool IsUsable => Status != SetStatus.PartialDraft;

    /// <summary>Every fault of the set with its place; empty when the set can be scored.</summary>
    public IReadOnlyList<Fault> Check() => SetCheck.Run(this);

    /// <summary>The form made for scoring many subjects; made once and kept.</summary>
    /// <exception cref="CriteriaFaultException">The set has faults or has no lines.</exception>
    public CompiledSet Compile() => compiled ??= CompiledSet.From(this);

    /// <summary>Position of a step in the scale of a fact, counted from 1; 0 where it is not there.</summary>
    internal int OrdinalOf(string fact, string step)
    {
        var scale = Facts.FirstOrDefault(known => known.Name == fact)?.Scale ?? [];
        for (var i = 0; i < scale.Count; i++)
            if (scale[i].Id == step)
                return i + 1;
        return 0;
    }
}

/// <summary>What is wrong, in Vietnamese, and where: "chỉ tiêu 2.1", "câu trả lời 3.2", "bộ tiêu chí".</summary>
/// <param name="Place">The place in the words of the set.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="SourceLine">The line of the source file, counted from 1, where known.</param>
public sealed record Fault(string Place, string Sentence, int? SourceLine = null)
{
    /// <summary>One sentence with the place in front.</summary>
    public override string ToString() => SourceLine is { } line ? $"Dòng {line}, {Place}: {Sentence}" : $"{Place}: {Sentence}";
}

/// <summary>A set with faults was asked to score. The message lists every fault.</summary>
public sealed class CriteriaFaultException(string setId, IReadOnlyList<Fault> faults)
    : InvalidOperationException($"Bộ tiêu chí “{setId}” không chấm được: {string.Join(" ", faults)}")
{
    /// <summary>The faults, in the order of the set.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
