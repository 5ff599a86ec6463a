namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>
/// Asks of every target, however it was read, whether its year is beyond doubt, and doubts it where it is not. A year is beyond doubt only where it came by a
/// plain link (see <see cref="YearSource"/>) and nothing else that speaks of a time stands unexplained in the sentence, beside it in the paragraph, or on the
/// way to the words that gave it. That is a rule about what is not understood, so it holds for phrasings that nobody foresaw.
/// </summary>
internal sealed class YearExamination(WarningList warnings, PlanYears plan, string source)
{
    // "Từ năm 2028", "sau năm 2028", "trước năm 2028" name no year by which something is reached.
    private static readonly Pattern OpenEnded = Pattern.Of(@"^((ke )?tu|sau|ngoai|truoc nam)\b");

    public void OfProse(Block body, IReadOnlyList<PlanTarget> targets)
    {
        var prose = new ProseExamination(plan, new BlockTimes(plan));
        var at = 0;
        foreach (var block in body.Descendants.Where(b => b.Content.Length > 0))
        {
            var end = block.Content.Span().End;
            var from = at;
            while (at < targets.Count && targets[at].Span.Start < end)
            {
                at++;
            }

            var here = targets.Take(from..at).ToList();
            foreach (var (target, doubt) in here.Count > 0 ? prose.Of(block, here) : [])
            {
                Doubt(target, doubt);
            }
        }
    }

    public void OfTables(Block zone, IReadOnlyList<PlanTarget> targets)
    {
        var bySpan = targets.DistinctBy(t => t.Span).ToDictionary(t => t.Span);
        var tables = new TableExamination(plan, new Way(new BlockTimes(plan)));
        foreach (var (target, doubt) in zone.Descendants.Where(b => b.Table is not null).SelectMany(b => tables.Of(b, bySpan)))
        {
            Doubt(target, doubt);
        }
    }

    /// <summary>What holds for prose and tables alike.</summary>
    public void OfAll(IReadOnlyList<PlanTarget> targets)
    {
        foreach (var target in targets.Where(t => OpenEnded.IsMatch(Folding.Fold(t.YearFrom.Span.Of(source)))))
        {
            Doubt(target, $"“{target.YearFrom.Span.Of(source).ReplaceLineEndings(" ")}” không nói rõ năm phải đạt");
        }

        foreach (var (target, doubt) in Contradictions.In(targets, source))
        {
            Doubt(target, doubt);
        }
    }

    private void Doubt(PlanTarget target, string? why)
    {
        if (why is not null && target.Year is not null && !warnings.Doubts(target.Span))
        {
            warnings.Add("year", $"{why}: cần kiểm tra năm của chỉ tiêu.", target.Span);
        }
    }
}
