namespace DenSach.Scoring;

/// <summary>Whether facts and answers fit a form, said before they are scored or stored.</summary>
internal static class InputCheck
{
    public static IReadOnlyList<Fault> Run(ScoringForm form, Facts facts, Answers answers)
    {
        var faults = new List<Fault>();
        foreach (var definition in form.Set.Facts)
            if (facts[definition.Name]?.Value is { IsMissing: false } value && OfFact(definition, value) is { } sentence)
                faults.Add(new Fault($"số liệu “{definition.Title}”", sentence));
        foreach (var id in answers.LineIds)
        {
            var place = $"chỉ tiêu {id}";
            if (form.Set.Lines.All(line => line.Id != id))
                faults.Add(new Fault(place, "không có trong bộ tiêu chí này."));
            else if (form.Lines.FirstOrDefault(line => line.Line.Id == id) is { } line && OfAnswer(line, answers[id]) is { } sentence)
                faults.Add(new Fault(place, sentence));
        }
        foreach (var line in form.Lines)
            if (
                line.Rule is Ratio ratio
                && facts[ratio.Of]?.Value is { IsMissing: false } part
                && facts[ratio.In]?.Value is { IsMissing: false } whole
                && part.Number > whole.Number
            )
                faults.Add(new Fault($"chỉ tiêu {line.Line.Id}", $"số liệu mâu thuẫn: phần ({part.Number}) lớn hơn tổng ({whole.Number}); hãy kiểm tra lại."));
        return faults;
    }

    private static string? OfFact(FactDefinition definition, FactValue value) =>
        definition.Kind switch
        {
            FactKind.Count when value.Holds != FactValue.Form.Number => "phải là một số.",
            FactKind.Count when !value.Number.IsWhole || value.Number < default(Quantity) => "phải là số nguyên không âm.",
            FactKind.Amount when value.Holds != FactValue.Form.Number => "phải là một số.",
            FactKind.Level when value.Holds != FactValue.Form.Level => "phải là một mức trong thang đã khai báo.",
            FactKind.Title when value.Holds != FactValue.Form.Title => "phải là danh hiệu kèm ngày, hoặc chưa có.",
            FactKind.Level when value.Ordinal > definition.Scale.Count => "vượt quá thang đã khai báo.",
            FactKind.Title when value.Ordinal > Math.Max(1, definition.Scale.Count) => "vượt quá thang đã khai báo.",
            _ => null,
        };

    private static string? OfAnswer(FormLine line, Answer answer) =>
        (answer.Kind, line.Rule) switch
        {
            (AnswerKind.None or AnswerKind.NoEvidence, _) => null,
            (AnswerKind.NotApplicable, _) => line.Line.MayNotApply ? null : "không được trả lời “không áp dụng”.",
            (AnswerKind.Yes or AnswerKind.No, Judged { Choices.Count: 0 }) => null,
            (AnswerKind.Choice, Judged judged) when judged.Choices.Count > 0 => answer.ChoicePosition < judged.Choices.Count ? null : "chọn một mức không có trong danh sách.",
            (AnswerKind.Ticks, Checklist list) => list.Items.Count == 64 || answer.Value >> list.Items.Count == 0 ? null : "đánh dấu một mục không có trong danh sách.",
            (_, Judged or Checklist) => "câu trả lời không đúng kiểu của chỉ tiêu.",
            _ => "chấm theo số liệu, không nhận câu trả lời có hay không.",
        };
}
