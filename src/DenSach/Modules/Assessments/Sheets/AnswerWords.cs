using DenSach.Scoring;

namespace DenSach.Modules.Assessments.Sheets;

/// <summary>An answer as people say it, in the words of the set.</summary>
public static class AnswerWords
{
    public static string Of(Line line, Rule rule, Answer answer) =>
        (answer.Kind, rule) switch
        {
            (AnswerKind.None, _) => "chưa trả lời",
            (AnswerKind.NotApplicable, _) => "không áp dụng",
            (AnswerKind.NoEvidence, _) => "không có minh chứng",
            (AnswerKind.Yes, _) => AsksWhetherThere(line) ? "có" : "đạt",
            (AnswerKind.No, _) => AsksWhetherThere(line) ? "không" : "chưa đạt",
            (AnswerKind.Choice, Judged judged) when answer.ChoicePosition < judged.Choices.Count => judged.Choices[answer.ChoicePosition].Text,
            (AnswerKind.Ticks, Checklist list) => list
                .Items.Where((_, i) => answer.IsTicked(i))
                .Select(i => i.Text)
                .DefaultIfEmpty("không có mục nào")
                .Aggregate((a, b) => $"{a}; {b}"),
            _ => "",
        };

    /// <summary>Knock-outs, deductions and bonuses ask whether something is there, not whether it is met.</summary>
    public static bool AsksWhetherThere(Line line) => line.Role is LineRole.KnockOut or LineRole.Deduction or LineRole.Bonus;
}
