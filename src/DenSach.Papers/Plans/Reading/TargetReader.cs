using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Targets in prose: every figure of the goal sections, and what looks like a target elsewhere.</summary>
internal sealed class TargetReader(WarningList warnings, PlanYears plan)
{
    private const int LongestMeasure = 220;

    private static readonly Pattern GoalWords = Pattern.Of(@"\b(phan dau|it nhat|toi thieu|dat|bao dam|dam bao|den nam)\b");
    private static readonly Pattern PastWords = Pattern.Of(@"\b(da dat|dat duoc|hien nay|hien co|tinh den|ket qua dat|da co|thuc trang)\b");
    private static readonly Pattern Respectively = Pattern.Of(@"\b(tuong ung|lan luot|cac (ty le|con so|chi tieu|muc) (nay|tren|do|neu tren))\b");
    private static readonly Pattern InOrder = Pattern.Of(@"\b(tuong ung|lan luot|cac (ty le|con so|chi tieu|muc) (nay|tren|do|neu tren))\b[^;%]{0,40}\d{1,3}([.,]\d{1,2})? ?%");

    // A semicolon before words; one before the next figure of a row parts nothing.
    private static readonly Pattern NextPart = Pattern.Of(@";[ -]*(?:\d{1,3}(?:[.,]\d{1,2})? ?%)? ?([a-z]+)");
    private static readonly Pattern Row = Pattern.Of(@"^ ?(,|,? ?va)? ?$");

    private readonly List<PlanTarget> _targets = [];
    private IReadOnlyList<StatedYear> _yearsInOrder = [];

    public IReadOnlyList<PlanTarget> Read(Block body)
    {
        foreach (var block in body.Descendants)
        {
            var inGoals = Sections.AreGoals(block);
            var before = _targets.Count;
            foreach (var sentence in Sentences.Of(block.Content))
            {
                _yearsInOrder = [];
                ReadSentence(sentence, block, inGoals, _targets.Count - before);
            }
        }

        return _targets;
    }

    private void ReadSentence(MappedText sentence, Block block, bool inGoals, int inThisBlock, StatedYear? yearBefore = null)
    {
        if (!inGoals && TargetFigure.Percentages(sentence).Count == 0)
        {
            return;
        }

        if (!inGoals && (Sections.IsPast(block) || PastWords.IsMatch(sentence.Folded)))
        {
            warnings.Add("past", "Câu này nêu kết quả đã đạt, không đọc thành chỉ tiêu.", sentence.Span());
            return;
        }

        if (!inGoals && !GoalWords.IsMatch(sentence.Folded))
        {
            TargetFigure
                .Percentages(sentence)
                .ForEach(f => warnings.Add("percentage", "Có tỷ lệ phần trăm ngoài mục tiêu, chưa rõ có phải chỉ tiêu không.", sentence.Span(f.Start, f.End)));
            return;
        }

        if (InOrder.IsMatch(sentence.Folded) && NextPart.Matches(sentence.Folded).FirstOrDefault(m => m.Groups[1].Value != "va") is { Index: var stop })
        {
            // "… lần lượt là 70 %, 60 %; đến năm 2030 các tỷ lệ này là 80 %, 70 %": each part has its own order. A part without a year goes on in the one before.
            var (first, before) = (sentence.Slice(0, stop), _targets.Count);
            ReadSentence(first, block, inGoals, inThisBlock, yearBefore);
            ReadSentence(
                sentence.Slice(stop + 1),
                block,
                inGoals,
                inThisBlock + _targets.Count - before,
                Years.Written(first) is [.., var last] ? new StatedYear(last.Year, new(YearSource.Sentence, Years.Words(first, last))) : yearBefore
            );
            return;
        }

        var figures = SentenceFigures.In(sentence, inGoals, warnings);
        if (figures.Count == 0)
        {
            return;
        }

        var clauses = TargetClause.Of(sentence, figures);
        var context = YearContext.Of(block, plan);
        var years = TargetYears.Of(sentence, clauses, yearBefore is { } said ? context with { Stated = said } : context);
        if (Respectively.Match(sentence.Folded[..figures[0].Start]) is { Success: true } inOrder)
        {
            var before = sentence.Slice(0, inOrder.Index);
            if (!ReadYearByYear(sentence, clauses, before))
            {
                ReadRespectively(sentence, clauses, years, inThisBlock, before);
            }

            return;
        }

        if (inGoals && IsRow(sentence, figures) && ReadYearByYear(sentence, clauses, sentence.Slice(0, figures[0].Start)))
        {
            return;
        }

        var read = new List<PlanTarget?>();
        for (var k = 0; k < clauses.Count; k++)
        {
            var parent = k > 0 ? read[k - 1] : _targets.LastOrDefault();
            read.Add(ReadClause(sentence, clauses, k, years[k], k > 0 || clauses[k].OfParent ? parent : null, block.Parent?.Content));
            if (!inGoals && read[k] is { } outside)
            {
                warnings.Add("outside_goals", "Chỉ tiêu đọc được ngoài mục “Mục tiêu”, cần kiểm tra.", outside.Span);
            }
        }

        WarnOfTwins(sentence, figures, read);
        _targets.AddRange(read.OfType<PlanTarget>());
    }

    /// <summary>"lên 65 % và 70 %" in one year: two figures of the same, with nothing between them, belong to two years or two subjects.</summary>
    private void WarnOfTwins(MappedText sentence, List<TargetFigure> figures, List<PlanTarget?> read)
    {
        for (var k = 1; k < read.Count; k++)
        {
            var gap = sentence.Folded[figures[k - 1].End..Math.Max(figures[k - 1].End, figures[k].Start)];
            if (read[k - 1] is { } one && read[k] is { } other && (one.Year, one.Subject) == (other.Year, other.Subject) && Row.IsMatch(gap))
            {
                warnings.Add("year", "Hai con số liền nhau cho cùng một đối tượng: cần kiểm tra năm và đối tượng.", one.Span);
                warnings.Add("year", "Hai con số liền nhau cho cùng một đối tượng: cần kiểm tra năm và đối tượng.", other.Span);
            }
        }
    }

    private PlanTarget? ReadClause(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k, YearReading year, PlanTarget? parent, MappedText? heading)
    {
        var clause = clauses[k];
        var span = sentence.Span(clause.Start, clause.End);
        if (year.Year is { } y && plan.IsPast(y))
        {
            warnings.Add("past", $"Con số của năm {y} đứng trước kỳ kế hoạch: coi là kết quả đã đạt, không phải chỉ tiêu.", span);
            return null;
        }

        var whom = ClauseWords.Whom(sentence, clauses, k, parent);
        whom = ClauseWords.OfPlace(sentence, clause, whom, heading, parent);
        if (!whom.Found && clause.Figure.Unit != "count")
        {
            warnings.Add("subject", "Không rõ chỉ tiêu này tính trên đối tượng nào.", span);
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
            Subject = whom.Subject,
            Title = whom.Title,
            TitleContext = whom.Context,
            OfParent = clause.OfParent,
            Span = span,
            YearFrom = year.From,
            Recurrence = clause.Figure.Unit == "%/year" || (year.Yearly && year.Year is null) ? "yearly" : null,
            Measure = Measure(clause.Words.Text),
        };
    }

    /// <summary>
    /// "các tỷ lệ này tương ứng là 60 %, 40 % và 50 %": the same measures again, in their order; or "tỷ lệ gia đình,
    /// dòng họ lần lượt đạt 80 % và 75 %", where the sentence names them itself.
    /// </summary>
    private void ReadRespectively(MappedText sentence, IReadOnlyList<TargetClause> clauses, List<YearReading> years, int inThisBlock, MappedText before)
    {
        var named = ClauseWords.Listed(before);
        var here = named.Count == clauses.Count;
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
            if (!here && (!plain || years[k].Year == earlier[k].Year))
            {
                warnings.Add("respectively", "Con số này ứng với các chỉ tiêu nêu trước, chưa ghép được chắc chắn.", span);
                continue;
            }

            var measure = here
                ? new PlanTarget
                {
                    Subject = named[k].Whom.Subject,
                    Title = named[k].Whom.Title ?? TargetWords.TitleFor(named[k].Whom.Subject, before),
                    Unit = figure.Unit,
                    Measure = Measure(named[k].Words),
                }
                : earlier[k];
            _targets.Add(
                measure with
                {
                    Value = figure.Value,
                    ValueTo = figure.ValueTo,
                    Comparator = figure.Comparator,
                    Year = years[k].Year,
                    YearFrom = years[k].From,
                    Span = span,
                }
            );
            warnings.Add("respectively", $"Ghép theo thứ tự với “{measure.Measure}”, cần kiểm tra.", span);
        }
    }

    /// <summary>"Tỷ lệ cộng đồng học tập các năm 2026, 2027, 2028 lần lượt là 65 %, 68 %, 71 %": one measure, a figure for each year in their order.</summary>
    private bool ReadYearByYear(MappedText sentence, IReadOnlyList<TargetClause> clauses, MappedText before)
    {
        var years = Distinct(before) is { Count: > 1 } spoken ? spoken : Distinct(sentence);
        years = years.Count == 0 ? _yearsInOrder : years;
        if (clauses.Count < 2 || years.Count != clauses.Count)
        {
            return false;
        }

        var behind = sentence.Slice(clauses[^1].Figure.End);
        if (ClauseWords.Listed(before) is not [var named])
        {
            named = (TargetWords.Whom(behind), behind.Text);
            if (ClauseWords.Listed(before).Count > 0 || !named.Whom.Found)
            {
                return false;
            }
        }

        _yearsInOrder = years;
        foreach (var (figure, year) in clauses.Select(c => c.Figure).Zip(years))
        {
            var target = new PlanTarget
            {
                Year = year.Year,
                YearFrom = year.From,
                Value = figure.Value,
                ValueTo = figure.ValueTo,
                Unit = figure.Unit,
                Comparator = figure.Comparator,
                Subject = named.Whom.Subject,
                Title = named.Whom.Title,
                TitleContext = named.Whom.Context,
                Measure = Measure(named.Words),
                Span = sentence.Span(figure.Start, figure.End),
            };
            _targets.Add(target);
            warnings.Add("respectively", $"Ghép con số với năm {year.Year} theo thứ tự, cần kiểm tra.", target.Span);
        }

        return true;
    }

    private static IReadOnlyList<StatedYear> Distinct(MappedText text) =>
        [.. Years.Written(text).DistinctBy(m => m.Year).Select(m => new StatedYear(m.Year, new(YearSource.Sentence, Years.Words(text, m))))];

    /// <summary>"50 % và 60 % công dân": figures with nothing between them.</summary>
    private static bool IsRow(MappedText sentence, List<TargetFigure> figures) =>
        figures.Count > 1 && figures.Zip(figures.Skip(1)).All(p => Row.IsMatch(sentence.Folded[p.First.End..Math.Max(p.First.End, p.Second.Start)]));

    private static string Measure(string words)
    {
        var trimmed = words.Trim(' ', ',', ';', '.', ':');
        return trimmed.Length <= LongestMeasure ? trimmed : trimmed[..LongestMeasure].TrimEnd() + "…";
    }
}
