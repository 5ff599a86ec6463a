using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Targets in prose: every figure of the goal sections, and what looks like a target elsewhere.</summary>
internal sealed class TargetReader(WarningList warnings, YearRange? period, int? issueYear)
{
    private const int LongestMeasure = 220;
    private const int MostFiguresBeforeATitle = 6;

    private static readonly Pattern GoalHeading = Pattern.Of(@"\b(muc tieu|chi tieu)\b");
    private static readonly Pattern GoalWords = Pattern.Of(@"\b(phan dau|it nhat|toi thieu|dat|bao dam|dam bao|den nam)\b");
    private static readonly Pattern PastWords = Pattern.Of(@"\b(da dat|dat duoc|hien nay|hien co|tinh den|ket qua dat|da co|thuc trang)\b");
    private static readonly Pattern Respectively = Pattern.Of(@"\b(tuong ung|lan luot)\b");
    private static readonly Pattern Relative = Pattern.Of(@"\b(thap hon|cao hon|tang( them| len)?|giam( con| them| xuong)?)( binh quan| tu| it nhat| khoang| duoi| tren)? ?$");
    private static readonly Pattern CountLead = Pattern.Of(@"\b(it nhat|toi thieu|phan dau|co|dat|xay dung( duoc)?|to chuc|thanh lap|moi nam|hang nam)( duoc)? ?$");
    private static readonly Pattern NotACount = Pattern.Of(@"(\b(muc do|nam|lop|cap|khoa|so|dieu|thang|ngay|giai doan|quy) ?|[/-] ?)$");

    private readonly List<PlanTarget> _targets = [];

    public IReadOnlyList<PlanTarget> Read(Block body)
    {
        foreach (var block in body.Descendants)
        {
            var inGoals = block.Ancestors.Prepend(block).Any(a => GoalHeading.IsMatch(Head(a)));
            var before = _targets.Count;
            foreach (var sentence in Sentences.Of(block.Content))
            {
                ReadSentence(sentence, block, inGoals, _targets.Count - before);
            }
        }

        return _targets;
    }

    /// <summary>A long paragraph that mentions goals somewhere is no goal heading.</summary>
    private static string Head(Block block) => block.Content.Folded.Length <= 160 ? block.Content.Folded : block.Content.Folded[..30];

    private void ReadSentence(MappedText sentence, Block block, bool inGoals, int inThisBlock)
    {
        var figures = TargetFigure.Percentages(sentence);
        if (inGoals)
        {
            ReadCounts(sentence, figures, block);
        }

        if (figures.Count == 0 || (!inGoals && PastWords.IsMatch(sentence.Folded)))
        {
            return;
        }

        if (!inGoals && !GoalWords.IsMatch(sentence.Folded))
        {
            figures.ForEach(f => warnings.Add("percentage", "Có tỷ lệ phần trăm ngoài mục tiêu, chưa rõ có phải chỉ tiêu không.", sentence.Span(f.Start, f.End)));
            return;
        }

        var context = YearContext.Of(block, period);
        var clauses = TargetClause.Of(sentence, figures);
        var years = TargetYears.Of(sentence, clauses, context);
        if (Respectively.IsMatch(sentence.Folded[..figures[0].Start]))
        {
            ReadRespectively(sentence, clauses, years, inThisBlock);
            return;
        }

        var read = new List<PlanTarget?>();
        for (var k = 0; k < clauses.Count; k++)
        {
            var parent = k > 0 ? read[k - 1] : _targets.LastOrDefault();
            read.Add(ReadClause(sentence, clauses, k, years[k], k > 0 || clauses[k].OfParent ? parent : null));
            if (!inGoals && read[k] is { } outside)
            {
                warnings.Add("outside_goals", "Chỉ tiêu đọc được ngoài mục “Mục tiêu”, cần kiểm tra.", outside.Span);
            }
        }

        _targets.AddRange(read.OfType<PlanTarget>());
    }

    private PlanTarget? ReadClause(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, YearReading year, PlanTarget? parent)
    {
        var clause = clauses[k];
        var span = sentence.Span(clause.Start, clause.End);
        var lead = sentence.Folded[Math.Max(0, clause.Figure.Start - 30)..clause.Figure.Start];
        if (clause.Figure.Unit == "%" && Relative.IsMatch(lead))
        {
            warnings.Add("relative", $"“{sentence.Text[clause.Start..clause.End].Trim()}” so với một mức khác, chưa đọc được thành chỉ tiêu.", span);
            return null;
        }

        if (year.Year is { } y && y < (period?.From ?? issueYear ?? y))
        {
            warnings.Add("past", $"Con số của năm {y} đứng trước kỳ kế hoạch: coi là kết quả đã đạt, không phải chỉ tiêu.", span);
            return null;
        }

        var (subject, title, titleContext, found) = TargetWords.Whom(clause.Words);
        if (!found && parent is not null && (clause.OfParent || clause.Trailing))
        {
            (subject, title, titleContext) = (parent.Subject, clause.OfParent ? null : parent.Title, parent.TitleContext);
        }
        else if (!found)
        {
            warnings.Add("subject", "Không rõ chỉ tiêu này tính trên đối tượng nào.", span);
        }

        var opening = Subjects.Opening(clause.Words);
        if (found && title is null && titleContext is null && k + 1 < clauses.Count && !clause.HasPredicate(opening?.End ?? 0))
        {
            // One title closes several figures: "60 % người lao động …, 80 % cán bộ … đạt danh hiệu …".
            title = clauses
                .Skip(k + 1)
                .Take(MostFiguresBeforeATitle)
                .Select(c => (Title: TargetWords.Whom(c.Words).Title, Says: c.HasPredicate(Subjects.Opening(c.Words)?.End ?? 0)))
                .FirstOrDefault(c => c.Says)
                .Title;
        }

        if (clause.Figure.Unit == "%" && (clause.Figure.Value > 100 || clause.Figure.ValueTo > 100))
        {
            warnings.Add("value", "Tỷ lệ trên 100 %, cần kiểm tra con số.", span);
        }

        if (year.Doubt is not null)
        {
            warnings.Add("year", $"{year.Doubt}: cần kiểm tra năm của chỉ tiêu.", span);
        }

        return new PlanTarget
        {
            Year = year.Year,
            Value = clause.Figure.Value,
            ValueTo = clause.Figure.ValueTo,
            Unit = clause.Figure.Unit,
            Comparator = clause.Figure.Comparator,
            Maintain = clause.Maintain,
            Subject = subject,
            Title = title,
            TitleContext = titleContext,
            OfParent = clause.OfParent,
            Span = span,
            Recurrence = clause.Figure.Unit == "%/year" ? "yearly" : null,
            Measure = Measure(clause.Words.Text),
        };
    }

    /// <summary>"các tỷ lệ này tương ứng là 60 %, 40 % và 50 %": the same measures again, in their order.</summary>
    private void ReadRespectively(MappedText sentence, IReadOnlyList<TargetClause> clauses, List<YearReading> years, int inThisBlock)
    {
        var earlier = _targets.TakeLast(clauses.Count).ToList();
        var plain =
            earlier.Count == clauses.Count
            && inThisBlock == clauses.Count
            && earlier.Select(t => t.Year).Distinct().Count() == 1
            && years.Select(y => y.Year).Distinct().Count() == 1;
        for (var k = 0; k < clauses.Count; k++)
        {
            var figure = clauses[k].Figure;
            var span = sentence.Span(figure.Start, figure.End);
            if (!plain || years[k].Year == earlier[k].Year)
            {
                warnings.Add("respectively", "Con số này ứng với các chỉ tiêu nêu trước, chưa ghép được chắc chắn.", span);
                continue;
            }

            _targets.Add(earlier[k] with { Value = figure.Value, ValueTo = figure.ValueTo, Comparator = figure.Comparator, Year = years[k].Year, Span = span });
            warnings.Add("respectively", $"Ghép theo thứ tự với chỉ tiêu “{earlier[k].Measure}”, cần kiểm tra.", span);
        }
    }

    private void ReadCounts(MappedText sentence, List<TargetFigure> percentages, Block block)
    {
        foreach (var count in TargetFigure.Counts(sentence).Where(c => !percentages.Any(p => c.Start < p.End && p.Start < c.End)))
        {
            var lead = sentence.Folded[Math.Max(0, count.Start - 200)..count.Start];
            if (NotACount.IsMatch(lead))
            {
                continue;
            }

            var clause = TargetClause.Of(sentence, [count])[0];
            var bracketed = lead.Count(c => c == '(') > lead.Count(c => c == ')');
            if (bracketed || !CountLead.IsMatch(lead))
            {
                warnings.Add("number", "Có một con số trong mục tiêu, chưa rõ có phải chỉ tiêu không.", sentence.Span(count.Start, count.End));
            }
            else if (ReadClause(sentence, [clause], 0, TargetYears.Of(sentence, [clause], YearContext.Of(block, period))[0], null) is { } target)
            {
                _targets.Add(target);
            }
        }
    }

    private static string Measure(string words)
    {
        var trimmed = words.Trim(' ', ',', ';', '.', ':');
        return trimmed.Length <= LongestMeasure ? trimmed : trimmed[..LongestMeasure].TrimEnd() + "…";
    }
}
