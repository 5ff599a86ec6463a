using DenSach.Modules.Assessments.Evidence;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>A sheet to be filled in: what is typed so far, scored as far as it goes.</summary>
/// <param name="View">The family's sheet as it is kept.</param>
/// <param name="Answers">What stands in the form: kept before, or just typed and refused.</param>
/// <param name="Facts">Facts typed by hand.</param>
/// <param name="Kept">What somebody else wrote in the meantime, to be shown beside what is typed; null where nobody did.</param>
public sealed record SheetForm(SheetView View, AnswerCodes Answers, AnswerCodes Facts, Column? Kept = null)
{
    /// <summary>Facts already asked for further up: a fact two lines read is asked once.</summary>
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public ScoreSheet Sheet { get; } = View.Form.Read(new Column(Answers, Facts, null, null));

    /// <summary>Whether lines without an answer are marked: once somebody tried to hand in.</summary>
    public bool MarksUnanswered { get; init; }

    /// <summary>The lines that keep the sheet from being handed in, in the order of the form: no answer, or a figure that is missing.</summary>
    public IReadOnlyList<ScoredLine> Unanswered => [.. Sheet.Sections.SelectMany(s => s.Lines).Where(l => l.State == LineState.Unanswered)];

    public ILookup<string, EvidenceFile> Evidence { get; } = View.Evidence;

    public Guid AssessmentId => View.Assessment.Id;

    public bool IsFromRegistry(FactRead fact) => View.Form.Registry[fact.Definition.Name] is not null;

    public bool AskHere(FactRead fact) => asked.Add(fact.Definition.Name);

    public bool IsTicked(Line line, string item) => Answers[line.Id]?.Split('+').Contains(item) == true;

    /// <summary>What is kept for the line, in words, where it is not what is typed here.</summary>
    public string? OtherThanKept(ScoredLine line)
    {
        if (Kept is null || Kept.Answers[line.Line.Id] == Answers[line.Line.Id])
        {
            return null;
        }
        return AnswerWords.Of(line.Line, line.Rule, line.Line.ReadAnswer(Kept.Answers[line.Line.Id]) ?? Answer.None);
    }

    public string? OtherThanKept(FactRead fact)
    {
        var name = fact.Definition.Name;
        return Kept is null || Kept.Facts[name] == Facts[name] ? null : Kept.Facts[name] ?? "chưa nhập";
    }
}
