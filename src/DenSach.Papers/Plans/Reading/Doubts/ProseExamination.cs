namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>Why the years of the targets in one paragraph are in doubt.</summary>
internal sealed class ProseExamination(PlanYears plan, BlockTimes times)
{
    private readonly Way _way = new(times);
    private const int LongestApposition = 40;

    private sealed record Sentence(MappedText Text, List<TimeWord> Words, List<FigurePlace> Figures);

    public IEnumerable<(PlanTarget Target, string Doubt)> Of(Block block, IReadOnlyList<PlanTarget> targets)
    {
        var sentences = Sentences.Of(block.Content).Select(s => new Sentence(s, TimeWords.In(s, plan.Period), Places(s, targets))).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            // A sentence behind that holds no figure may speak of those before it: "Các chỉ tiêu trên hoàn thành trước năm 2028."
            var order = new FigureOrder(
                sentences[i].Text,
                [.. sentences[i].Figures.Where(f => f.Target.Recurrence is null)],
                [.. sentences[i].Words.Where(w => w.Kind == TimeKind.Year && !Explained.IsBaseline(w, plan))]
            );
            var around = sentences.Take(i).Concat(sentences.Skip(i + 1).Where(s => s.Figures.Count == 0)).SelectMany(s => s.Words).ToList();
            foreach (var figure in sentences[i].Figures)
            {
                var here = figure.Target.YearFrom.Span.Overlaps(sentences[i].Text.Span());
                if (
                    (
                        here
                            ? InSentence(sentences[i], figure, order)
                            : FromAbove(block, figure.Target, [.. sentences[i].Words.Where(w => !IsOfAnotherUnit(sentences[i].Text, w, figure.Target))], around)
                    ) is
                    { } doubt
                )
                {
                    yield return (figure.Target, doubt);
                }
            }
        }
    }

    private string? InSentence(Sentence sentence, FigurePlace figure, FigureOrder order)
    {
        var years = sentence.Words.Where(w => w.Kind == TimeKind.Year).ToList();
        return PlainLink.Doubt(sentence.Text, figure, years)
            ?? Explained.Not(
                sentence.Words.Where(w => w.Kind != TimeKind.Year && !IsSaidAnew(sentence.Text, w, figure.Target) && !IsOfAnotherUnit(sentence.Text, w, figure.Target)),
                figure.Target,
                plan,
                "Trong câu còn có"
            )
            ?? order.Doubt(figure);
    }

    private string? FromAbove(Block block, PlanTarget target, List<TimeWord> inSentence, List<TimeWord> around) =>
        (target.YearFrom.Kind == YearSource.Title && plan.Besides is { } besides ? $"Năm lấy từ tên kế hoạch, mà tên kế hoạch còn có “{besides}”" : null)
        ?? Explained.Not(inSentence, target, plan, "Năm lấy từ chỗ khác, mà trong câu có")
        ?? Explained.Not(around, target, plan, "Năm lấy từ chỗ khác, mà câu bên cạnh có")
        ?? Explained.Not(_way.To(target, block), target, plan, "Giữa chỉ tiêu và chỗ ghi năm còn có")
        ?? (Way.IsEndOfAPhase(target, block, plan) ? "Văn bản không ghi năm; lấy năm cuối của giai đoạn" : null);

    /// <summary>"Những năm tiếp theo, phấn đấu đến năm 2030 đạt 80 %": the figure's own year says what the words before it mean. "Tăng dần hằng năm: 2026 (45 %)" likewise.</summary>
    private static bool IsSaidAnew(MappedText sentence, TimeWord word, PlanTarget target)
    {
        var gap = target.YearFrom.Span.Start - sentence.Span(word.Start, word.End).End;
        return target.YearFrom.Kind == YearSource.OwnWords && (word.Kind == TimeKind.Yearly || gap is >= 0 and < LongestApposition);
    }

    /// <summary>"… 85 % người dùng thư viện; mỗi người đọc 4 cuốn sách/năm": a unit is that of the figure right before it.</summary>
    private static bool IsOfAnotherUnit(MappedText sentence, TimeWord word, PlanTarget target) =>
        word.Words[0] == '/' && !sentence.Span(word.Start, word.End).Overlaps(target.Span);

    private static List<FigurePlace> Places(MappedText sentence, IReadOnlyList<PlanTarget> targets)
    {
        var inside = sentence.Span();
        var figures = TargetFigure
            .Percentages(sentence)
            .Concat(TargetFigure.Counts(sentence))
            .OrderBy(f => f.Start)
            .Select(f => (Figure: f, Span: sentence.Span(f.Start, f.End)))
            .ToList();
        var places = new List<FigurePlace>();
        foreach (var target in targets.Where(t => inside.Start <= t.Span.Start && t.Span.Start < inside.End))
        {
            var k = figures.FindIndex(f => f.Figure.Value == target.Value && f.Span.Overlaps(target.Span));
            if (k >= 0)
            {
                places.Add(new(target, figures[k].Figure.Start, figures[k].Figure.End));
                figures.RemoveAt(k);
            }
        }

        return [.. places.OrderBy(p => p.Start)];
    }
}
