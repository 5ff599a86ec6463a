using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Appraise;

/// <summary>How a line is asked in the form: fields <c>Answers[2.1]</c> and <c>Facts[books]</c>, several of one name for ticks.</summary>
public sealed record AnswerInput(ScoredLine Line, string? Code, IReadOnlyList<FactInput> Facts)
{
    public string Name => $"Answers[{Line.Line.Id}]";

    /// <summary>An id that stands in an address and a label.</summary>
    public string Id => "a-" + Line.Line.Id.Replace('.', '-');

    public bool Is(string code) => Code == code;

    public bool IsTicked(string item) => Code?.Split('+').Contains(item) == true;

    /// <summary>Reads what was posted: ticks of one line come joined, an empty list of ticks is an answer too.</summary>
    public static (IReadOnlyDictionary<string, string?> Answers, IReadOnlyDictionary<string, string?> Facts) Read(IFormCollection form) =>
        (Under(form, "Answers"), Under(form, "Facts"));

    private static Dictionary<string, string?> Under(IFormCollection form, string name)
    {
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, values) in form.Where(f => f.Key.StartsWith(name + "[", StringComparison.Ordinal) && f.Key.EndsWith(']')))
        {
            var said = values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToList();
            // "no_evidence" and "not_applicable" say all; "none" is the hidden field that ticks come on top of.
            var whole = said.FirstOrDefault(v => v is "no_evidence" or "not_applicable");
            var ticks = said.Where(v => v != "none").ToList();
            read[key[(name.Length + 1)..^1]] = whole ?? (ticks.Count > 0 ? string.Join('+', ticks) : said.FirstOrDefault());
        }
        return read;
    }
}

/// <summary>A figure that the registry does not hold, typed on the sheet beside the first line that reads it.</summary>
public sealed record FactInput(FactDefinition Fact, string? Code)
{
    public string Name => $"Facts[{Fact.Name}]";

    public string Id => "f-" + Fact.Name.Replace('_', '-');
}
