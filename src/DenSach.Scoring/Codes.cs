using System.Globalization;

namespace DenSach.Scoring;

/// <summary>
/// Answers and facts as short stable text, for forms, phones, storage and worked cases. Guarantees: reading what was
/// written gives the same value back (evidence is not part of an answer's text); the text does not depend on culture.
/// </summary>
public static class Codes
{
    private const string NotApplicable = "not_applicable";
    private const string NoEvidence = "no_evidence";

    internal static IReadOnlyList<string> Reserved { get; } = ["yes", "no", "none", NotApplicable, NoEvidence];

    /// <summary>Reads "yes", "no", "not_applicable", "no_evidence", the id of a choice, or ids of ticked items joined by "+"
    /// ("none" for none); an empty text is no answer. Null when the text does not fit the line.</summary>
    public static Answer? ReadAnswer(this Line line, string? code)
    {
        var text = code?.Trim() ?? "";
        return (text, line.Rule) switch
        {
            ("", _) => Answer.None,
            (NoEvidence, _) => Answer.NoEvidence,
            (NotApplicable, _) => line.MayNotApply ? Answer.NotApplicable : null,
            ("yes", Judged { Choices.Count: 0 }) => Answer.Yes,
            ("no", Judged { Choices.Count: 0 }) => Answer.No,
            (_, Judged judged) => Position(judged.Choices, choice => choice.Id == text) is var at and >= 0 ? Answer.Choose(at) : null,
            ("none", Checklist) => Answer.Tick(),
            (_, Checklist list) => Ticks(list, text.Split('+')),
            _ => null,
        };
    }

    /// <summary>The text of an answer to a line; empty for no answer.</summary>
    /// <exception cref="ArgumentException">The answer does not fit the line.</exception>
    public static string CodeOf(this Line line, Answer answer) =>
        (answer.Kind, line.Rule) switch
        {
            (AnswerKind.None, _) => "",
            (AnswerKind.Yes, Judged { Choices.Count: 0 }) => "yes",
            (AnswerKind.No, Judged { Choices.Count: 0 }) => "no",
            (AnswerKind.NotApplicable, _) => NotApplicable,
            (AnswerKind.NoEvidence, _) => NoEvidence,
            (AnswerKind.Choice, Judged judged) when answer.ChoicePosition < judged.Choices.Count => judged.Choices[answer.ChoicePosition].Id,
            (AnswerKind.Ticks, Checklist) when answer.Value == 0 => "none",
            (AnswerKind.Ticks, Checklist list) => string.Join('+', list.Items.Where((_, i) => answer.IsTicked(i)).Select(item => item.Id)),
            _ => throw new ArgumentException($"Câu trả lời {answer.Kind} không hợp với chỉ tiêu {line.Id}.", nameof(answer)),
        };

    /// <summary>Reads "4", "12.5", the id of a step of the scale, "2025-01-15" or "muc-1@2025-01-15" for a title, "none" for no
    /// step or title; an empty text is not known. Null when the text does not fit the fact.</summary>
    public static FactValue? ReadValue(this FactDefinition fact, string? code)
    {
        var text = code?.Trim() ?? "";
        if (text.Length == 0)
            return FactValue.Missing;
        switch (fact.Kind)
        {
            case FactKind.Count:
                return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= long.MaxValue / 1000 ? FactValue.Count(count) : null;
            case FactKind.Amount:
                return Quantity.TryParse(text, out var amount) ? FactValue.Amount(amount) : null;
            case FactKind.Level:
                if (text == "none")
                    return FactValue.Level(0);
                return Position(fact.Scale, step => step.Id == text) is var at and >= 0 ? FactValue.Level(at + 1) : null;
            default:
                if (text == "none")
                    return FactValue.NoTitle;
                var parts = text.Split('@');
                var level = parts.Length == 1 ? 0 : Position(fact.Scale, step => step.Id == parts[0]);
                if (parts.Length > 2 || level < 0 || (parts.Length == 1) != (fact.Scale.Count == 0))
                    return null;
                return DateOnly.TryParseExact(parts[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) ? FactValue.Title(since, level + 1) : null;
        }
    }

    /// <summary>The text of a fact's value; empty where it is not known.</summary>
    /// <exception cref="ArgumentException">The value does not fit the fact.</exception>
    public static string CodeOf(this FactDefinition fact, FactValue value) =>
        (fact.Kind, value.Holds) switch
        {
            (_, FactValue.Form.Missing) => "",
            (FactKind.Count or FactKind.Amount, FactValue.Form.Number) => value.Number.Code,
            (FactKind.Level or FactKind.Title, FactValue.Form.Level or FactValue.Form.Title) when value.Ordinal == 0 => "none",
            (FactKind.Level, FactValue.Form.Level) when value.Ordinal <= fact.Scale.Count => fact.Scale[value.Ordinal - 1].Id,
            (FactKind.Title, FactValue.Form.Title) when value.Ordinal <= Math.Max(1, fact.Scale.Count) => (fact.Scale.Count == 0 ? "" : fact.Scale[value.Ordinal - 1].Id + "@")
                + value.Since!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"Giá trị không hợp với số liệu {fact.Name}.", nameof(value)),
        };

    private static Answer? Ticks(Checklist list, string[] ids)
    {
        var positions = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
            if ((positions[i] = Position(list.Items, item => item.Id == ids[i])) < 0)
                return null;
        return Answer.Tick(positions);
    }

    private static int Position<T>(IReadOnlyList<T> list, Func<T, bool> wanted)
    {
        for (var i = 0; i < list.Count; i++)
            if (wanted(list[i]))
                return i;
        return -1;
    }
}
