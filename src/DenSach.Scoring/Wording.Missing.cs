namespace DenSach.Scoring;

internal static partial class Wording
{
    /// <summary>What keeps a line from its full result; null where nothing does.</summary>
    public static string? Missing(ScoredLine scored, ScoreSheet sheet)
    {
        var text = scored.State switch
        {
            LineState.Met or LineState.NotApplicable => null,
            LineState.Unanswered => Unknown(scored),
            LineState.NoEvidence => scored.Answer.Kind == AnswerKind.NoEvidence
                ? "không có minh chứng phù hợp"
                : $"còn thiếu minh chứng: {scored.Line.EvidenceText ?? "tệp hoặc ảnh"}",
            _ when scored.Line.Role == LineRole.KnockOut => "rơi vào điều kiện loại trừ",
            _ when scored.Line.Role == LineRole.Deduction => $"bị trừ {-scored.Points} điểm",
            _ => Short(scored, sheet),
        };
        return scored.Blocks == BlockReason.BelowLowest
            ? $"{text}; điểm thấp nhất cho phép của chỉ tiêu là {scored.Line.Lowest ?? ((SumOfPoints)sheet.Set.Combination).Lowest}"
            : text;
    }

    private static string Unknown(ScoredLine scored)
    {
        if (scored.Facts.Count == 0)
            return "chưa trả lời";
        if (scored.Rule is Ratio && scored.Facts is [{ Value.IsMissing: false } part, { Value.IsMissing: false } whole])
            return $"số liệu mâu thuẫn: {Lower(part.Definition.Title)} ({part.Value.Number}) lớn hơn {Lower(whole.Definition.Title)} ({whole.Value.Number}), hãy kiểm tra lại";
        return "chưa có số liệu: " + string.Join(", ", scored.Facts.Where(fact => fact.Value.IsMissing).Select(fact => Lower(fact.Definition.Title)));
    }

    private static string? Short(ScoredLine scored, ScoreSheet sheet)
    {
        var (line, facts) = (scored.Line, scored.Facts);
        switch (scored.Rule)
        {
            case Judged { Choices.Count: > 0 }:
                return $"còn thiếu {line.Points - scored.Points} điểm để đạt mức cao nhất";
            case Judged:
                return line.Role == LineRole.Bonus ? null : "người đánh giá kết luận chưa đạt";
            case Checklist list:
                var absent = list.Items.Where((_, i) => !scored.Answer.IsTicked(i)).ToList();
                var names = string.Join("; ", absent.Select(item => item.Text));
                return list.Need is { } need ? $"còn thiếu {need - (list.Items.Count - absent.Count)} mục trong: {names}" : $"chưa có: {names}";
            case Threshold threshold:
                var step = Next(threshold.Steps, scored);
                return Gap(
                    threshold.Comparison == Comparison.AtLeast ? step.Bound - facts[0].Value.Number : facts[0].Value.Number - step.Bound,
                    threshold.Comparison,
                    facts[0].Definition.Unit,
                    Goal(step.Points, line)
                );
            case Ratio when facts[1].Value.Number.Thousandths == 0:
                return "không có ai để tính tỷ lệ, bộ tiêu chí coi là chưa đạt";
            case Ratio ratio:
                var share = Next(ratio.Steps, scored);
                var (part, whole) = (facts[0].Value.Number, facts[1].Value.Number);
                return Gap(
                    ratio.Comparison == Comparison.AtLeast ? Quantity.Whole(share.Bound.LeastOf(whole)) - part : part - Quantity.Whole(share.Bound.MostOf(whole)),
                    ratio.Comparison,
                    facts[0].Definition.Unit,
                    Goal(share.Points, line)
                );
            case LevelReached level:
                var wanted = Next(level.Steps, scored);
                return $"{Value(facts[0].Definition, facts[0].Value)}, cần {Step(facts[0].Definition, sheet.Set.OrdinalOf(level.Fact, wanted.Bound))} {Goal(wanted.Points, line)}";
            case Change change:
                return $"năm trước {Value(facts[1].Definition, facts[1].Value)}, năm nay {Value(facts[0].Definition, facts[0].Value)}, cần {Way(change.Direction)}"
                    + (change.By > default(Quantity) ? $" ít nhất {Counted(change.By, facts[0].Definition.Unit)}" : "");
            case TitleHeld held:
                return Held(held, facts[0], sheet);
            default:
                return null;
        }
    }

    private static string Held(TitleHeld held, FactRead fact, ScoreSheet sheet)
    {
        if (fact.Value.Since is not { } since)
            return "chưa có danh hiệu";
        if (held.Level is { } level && fact.Value.Ordinal < sheet.Set.OrdinalOf(held.Fact, level))
            return $"mới ở {Step(fact.Definition, fact.Value.Ordinal)}, cần {Step(fact.Definition, sheet.Set.OrdinalOf(held.Fact, level))}";
        return $"giữ từ ngày {Day(since)}, đến ngày {Day(since.AddMonths(held.Months))} mới đủ {held.Months} tháng";
    }

    /// <summary>The nearest step that would give more than the line has now; steps run from best to weakest.</summary>
    private static Step<T> Next<T>(IReadOnlyList<Step<T>> steps, ScoredLine scored) => steps.LastOrDefault(step => (step.Points ?? scored.Line.Points) > scored.Points) ?? steps[0];

    private static string Goal(Points? points, Line line) => points is { } some && some < line.Points ? $"để được {some} điểm" : "để đạt";

    private static string Gap(Quantity gap, Comparison comparison, string? unit, string goal) =>
        comparison == Comparison.AtLeast ? $"còn thiếu {Counted(gap, unit)} {goal}" : $"vượt {Counted(gap, unit)}, cần bớt {goal}";
}
