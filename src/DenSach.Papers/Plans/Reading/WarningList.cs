namespace DenSach.Papers.Plans.Reading;

/// <summary>Doubts found on the way, each with a stable code and a sentence for a person.</summary>
internal sealed class WarningList
{
    private readonly List<PlanWarning> _warnings = [];

    public IReadOnlyList<PlanWarning> InOrder => [.. _warnings.Distinct().OrderBy(w => w.Span.Start).ThenBy(w => w.Code, StringComparer.Ordinal)];

    /// <summary>Whether somebody doubts the year of what stands there already.</summary>
    public bool Doubts(SourceSpan span) => _warnings.Exists(w => w.Code is "year" or "respectively" && w.Span.Overlaps(span));

    public void Add(string code, string message, SourceSpan span) => _warnings.Add(new(code, message, span));
}
