using System.Collections.Frozen;

namespace DenSach.Scoring;

/// <summary>
/// A checked set made ready: facts and lines by position. Guarantees: safe to share between threads; the fast path and
/// the explained sheet run the same code, so they cannot differ.
/// </summary>
public sealed class CompiledSet
{
    private readonly FrozenDictionary<string, int> factSlots;
    private readonly FrozenDictionary<string, int> lineSlots;
    private ScoringForm? latest;

    private CompiledSet(CriteriaSet set)
    {
        Set = set;
        Lines = [.. set.Lines];
        factSlots = set.Facts.Select((fact, i) => KeyValuePair.Create(fact.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
        lineSlots = Lines.Select((line, i) => KeyValuePair.Create(line.Id, i)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The set.</summary>
    public CriteriaSet Set { get; }

    internal Line[] Lines { get; }

    /// <summary>How many lines: the length of the answers of the fast path.</summary>
    public int LineCount => Lines.Length;

    /// <summary>How many facts: the length of the facts of the fast path.</summary>
    public int FactCount => Set.Facts.Count;

    /// <summary>Position of a fact for the fast path, or -1.</summary>
    public int FactIndex(string name) => factSlots.TryGetValue(name, out var slot) ? slot : -1;

    /// <summary>Position of a line for the fast path, or -1.</summary>
    public int LineIndex(string id) => lineSlots.TryGetValue(id, out var slot) ? slot : -1;

    /// <summary>The form of one kind of subject: its lines with the rules that hold for it. Make it once for many subjects.</summary>
    /// <exception cref="ArgumentException">The subject does not fit the set; the message says why in Vietnamese.</exception>
    public ScoringForm For(Subject subject)
    {
        var mask = SubjectMask.Of(Set, subject);
        var known = latest;
        if (known is not null && known.Fits(mask, subject))
            return known;
        if (subject.FaultFor(Set) is { } fault)
            throw new ArgumentException(fault, nameof(subject));
        return latest = new ScoringForm(this, subject, mask);
    }

    internal static CompiledSet From(CriteriaSet set)
    {
        var faults = set.Check();
        if (faults.Count == 0 && !set.Lines.Any())
            faults = [new Fault("bộ tiêu chí", "chưa có chỉ tiêu nào; cần quản trị viên nhập đủ trước khi dùng.")];
        return faults.Count > 0 ? throw new CriteriaFaultException(set.Id, faults) : new CompiledSet(set);
    }
}
