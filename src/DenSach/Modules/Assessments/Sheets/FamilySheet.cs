using DenSach.Platform.Errors;
using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>One family's form: facts from the registry as at the round's day, the rest typed by hand, answers as written, evidence as attached.</summary>
public sealed class FamilySheet(CaseFile file, CompiledSet compiled, Facts registry)
{
    public CriteriaSet Set => compiled.Set;

    private const int LongestReason = 300;

    /// <summary>What is wrong with figures typed against the registry's; null if nothing is.</summary>
    public Problem? Contradiction(AnswerCodes typed) => FactReasons.Fault(Set, registry, typed);

    /// <summary>What the registry knows.</summary>
    public Facts Registry => registry;

    /// <summary>Scores what is posted, or says with its place what does not fit the form.</summary>
    public Result<(Column Column, ScoreSheet Sheet)> Write(AnswerCodes answers, AnswerCodes typed)
    {
        if (Misfit(answers, typed) is { } misfit)
        {
            return misfit;
        }
        var facts = Facts(typed);
        var given = Given(answers);
        if (Form.Faults(facts, given) is [var fault, ..])
        {
            return Problem.Invalid("sheet", fault.ToString());
        }
        var sheet = Form.Score(facts, given);
        return (Column.Of(answers, typed, sheet), sheet);
    }

    /// <summary>The explained sheet of a column as it stands.</summary>
    public ScoreSheet Read(Column column) => Form.Score(Facts(column.Facts), Given(column.Answers));

    private ScoringForm Form => compiled.For(new Subject { AsAt = file.Round.FactsAsAt });

    private Answers Given(AnswerCodes answers)
    {
        var shown = file.Evidence.Select(e => e.LineId).ToHashSet(StringComparer.Ordinal);
        return new Answers(
            Set.Lines.Select(line => KeyValuePair.Create(line.Id, (line.ReadAnswer(answers[line.Id]) ?? Answer.None).WithEvidence(shown.Contains(line.Id))))
                .Where(pair => pair.Value != Answer.None)
        );
    }

    private Facts Facts(AnswerCodes typed) =>
        new(
            Set.Facts.Select(definition => KeyValuePair.Create(definition.Name, FactReasons.Choose(definition, registry[definition.Name], typed)))
                .Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))
        );

    private Problem? Misfit(AnswerCodes answers, AnswerCodes typed)
    {
        foreach (var (id, code) in answers.ByName)
        {
            if (Set.Lines.FirstOrDefault(l => l.Id == id)?.ReadAnswer(code) is null)
            {
                return Problem.Invalid("bad_answer", $"Chỉ tiêu {id}: câu trả lời “{code}” không có trong bộ tiêu chí.", $"Answers[{id}]");
            }
        }
        foreach (var (name, code) in typed.ByName)
        {
            var why = FactReasons.FactOf(name);
            var definition = Set.Facts.FirstOrDefault(f => f.Name == (why ?? name));
            if (why is not null && definition is not null)
            {
                if (code.Length > LongestReason)
                {
                    return Problem.Invalid("fact_reason", $"{definition.Title}: lý do dài quá {LongestReason} chữ cái.", SheetFields.Fact(name));
                }
                continue;
            }
            if (definition?.ReadValue(code) is null)
            {
                return Problem.Invalid("bad_fact", $"{definition?.Title ?? name}: “{code}” không hợp lệ, hãy nhập một số từ 0 trở lên.", $"Facts[{name}]");
            }
        }
        return null;
    }
}
