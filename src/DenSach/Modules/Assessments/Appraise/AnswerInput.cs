using DenSach.Modules.Assessments.Sheets;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>How a line is asked in the appraisal's column: as on the sheet, but narrow enough to stand beside two others.</summary>
public sealed record AnswerInput(ScoredLine Line, string? Code, IReadOnlyList<FactInput> Facts)
{
    public string Name => SheetFields.Answer(Line.Line.Id);

    /// <summary>An id that stands in an address and a label.</summary>
    public string Id => "a-" + Line.Line.Id.Replace('.', '-');

    public bool Is(string code) => Code == code;

    public bool IsTicked(string item) => Code?.Split('+').Contains(item) == true;
}

/// <summary>A figure typed on the sheet beside the first line that reads it.</summary>
/// <param name="Known">What the registry says; then the figure is typed only where the registry is wrong, with a reason.</param>
/// <param name="Why">Why it differs.</param>
public sealed record FactInput(FactDefinition Fact, string? Code, Quantity? Known = null, string? Why = null)
{
    public string Name => SheetFields.Fact(Fact.Name);

    public string WhyName => SheetFields.Fact(FactReasons.NameOf(Fact.Name));

    public string Id => "f-" + Fact.Name.Replace('_', '-');
}
