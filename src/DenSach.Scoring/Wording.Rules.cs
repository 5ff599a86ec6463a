namespace DenSach.Scoring;

internal static partial class Wording
{
    /// <summary>The rule in words, with its bounds and what each gives.</summary>
    public static string Rule(Rule rule, Line line, CriteriaSet set) =>
        rule switch
        {
            Judged { Choices.Count: 0 } => line.Role is LineRole.KnockOut or LineRole.Deduction
                ? "Người đánh giá kết luận có hay không"
                : "Người đánh giá kết luận đạt hay không đạt",
            Judged judged => "Chọn một mức: " + string.Join("; ", judged.Choices.Select(choice => $"{choice.Text} ({choice.Points} điểm)")),
            Checklist { Need: { } need } list => $"Có ít nhất {need} trong {list.Items.Count} mục: {Items(list)}",
            Checklist list => "Cộng điểm các mục có: " + string.Join("; ", list.Items.Select(item => $"{item.Text} ({item.Points} điểm)")),
            Threshold threshold => Bounded(Title(set, threshold.Fact), threshold.Comparison, threshold.Steps, bound => Counted(bound, Definition(set, threshold.Fact).Unit)),
            Ratio ratio => Bounded($"{Title(set, ratio.Of)} trên {Lower(Title(set, ratio.In))}", ratio.Comparison, ratio.Steps, bound => bound.ToString())
                + ratio.WhenEmpty switch
                {
                    WhenEmpty.NotApplicable => "; không có ai để tính thì không áp dụng",
                    WhenEmpty.Met => "; không có ai để tính thì coi là đạt",
                    _ => "; không có ai để tính thì coi là chưa đạt",
                },
            LevelReached level => Bounded(Title(set, level.Fact), null, level.Steps, bound => Step(Definition(set, level.Fact), set.OrdinalOf(level.Fact, bound))),
            Change change => $"{Title(set, change.Now)} {Way(change.Direction)} so với năm trước"
                + (change.By > default(Quantity) ? $", ít nhất {Counted(change.By, Definition(set, change.Now).Unit)}" : ""),
            TitleHeld held => $"{Title(set, held.Fact)}"
                + (held.Level is null ? ": có danh hiệu" : $": từ {Step(Definition(set, held.Fact), set.OrdinalOf(held.Fact, held.Level))} trở lên")
                + (held.Months > 0 ? $", đã giữ ít nhất {held.Months} tháng" : ""),
            _ => "",
        };

    private static string Bounded<T>(string what, Comparison? comparison, IReadOnlyList<Step<T>> steps, Func<T, string> write)
    {
        var side = comparison switch
        {
            Comparison.AtLeast => "ít nhất ",
            Comparison.AtMost => "không quá ",
            _ => "từ ",
        };
        return $"{what} " + string.Join("; ", steps.Select(step => $"{side}{write(step.Bound)}" + (steps.Count > 1 && step.Points is { } points ? $" ({points} điểm)" : "")));
    }

    private static string Way(Direction direction) =>
        direction switch
        {
            Direction.Up => "tăng",
            Direction.Down => "giảm",
            Direction.NotDown => "không giảm",
            _ => "không tăng",
        };

    private static string Items(Checklist list) => string.Join("; ", list.Items.Select(item => item.Text));

    private static FactDefinition Definition(CriteriaSet set, string fact) => set.Facts.First(known => known.Name == fact);

    private static string Title(CriteriaSet set, string fact) => Definition(set, fact).Title;

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
