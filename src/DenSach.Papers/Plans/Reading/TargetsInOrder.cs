namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Figures that are put together with measures or years by their order: "tỷ lệ gia đình, dòng họ lần lượt đạt 80 % và 75 %", "các năm 2026, 2027 lần lượt là
/// 65 %, 68 %", "các tỷ lệ nêu trên tương ứng là 60 % và 50 %". A person looks at each, but where the sentence itself names the years and says "lần lượt".
/// </summary>
internal sealed class TargetsInOrder(WarningList warnings)
{
    private static readonly Pattern Respectively = Pattern.Of(@"\b(tuong ung|lan luot|cac (ty le|con so|chi tieu|muc) (nay|tren|do|neu tren))\b");
    private static readonly Pattern RespectivelyBehind = Pattern.Of(@"^ ?(cac |so )?(chi tieu|ty le|ti le|muc|noi dung)?( tren| nay)? tuong ung\b");
    private static readonly Pattern Announced = Pattern.Of(@"\b(tuong ung|lan luot|cac (ty le|con so|chi tieu|muc) (nay|tren|do|neu tren))\b[^;%]{0,40}\d{1,3}([.,]\d{1,2})? ?%");

    // "Tỷ lệ gia đình, dòng họ đạt các danh hiệu nêu trên lần lượt là …": what they hold was said before.
    private static readonly Pattern OfBefore = Pattern.Of(@"\b(danh hieu|ty le|ti le|chi tieu|mo hinh)\b[^;.%]{0,80}\b(neu tren|o tren|da neu|tren day|noi tren)\b");

    private static readonly Pattern Parting = Pattern.Of(", | va ");
    private static readonly Pattern Several = Pattern.Of(@"\b(cac (do tuoi|nhom tuoi|nhom|muc do|cap hoc|bac hoc|khu vuc|vung)|muc do 1 va( muc do)? 2)\b");

    private IReadOnlyList<StatedYear> _years = [];

    /// <summary>"lần lượt là 70 %".</summary>
    public static bool IsAnnounced(MappedText sentence) => Announced.IsMatch(sentence.Folded);

    /// <summary>The years of a sentence go on in its later parts, not in the next sentence.</summary>
    public void ForgetYears() => _years = [];

    /// <returns>Whether the figures stand in such an order and were read by it.</returns>
    public bool Read(
        MappedText sentence,
        MappedText? label,
        IReadOnlyList<TargetClause> clauses,
        List<YearReading> years,
        bool inGoals,
        IReadOnlyList<StatedYear> above,
        ReadTargets targets
    )
    {
        if (Respectively.Match(sentence.Folded[..clauses[0].Figure.Start]) is { Success: true } word && !NamesEach(clauses))
        {
            var before = sentence.Slice(0, word.Index);
            if (!ReadYearByYear(sentence, label, clauses, before, [], targets))
            {
                ReadByMeasure(sentence, clauses, years, before, targets);
            }

            return true;
        }

        if (FigureRow.Is(sentence, clauses) && RespectivelyBehind.IsMatch(sentence.Folded[clauses[^1].Figure.End..]))
        {
            ReadByMeasure(sentence, clauses, years, sentence.Slice(0, clauses[0].Figure.Start), targets);
            return true;
        }

        return inGoals && FigureRow.Is(sentence, clauses) && ReadYearByYear(sentence, label, clauses, sentence.Slice(0, clauses[0].Figure.Start), above, targets);
    }

    /// <summary>"Các chỉ tiêu này lần lượt là: 60 % người lớn, 80 % cán bộ đạt danh hiệu …": each figure names whom it counts, and the last says what of: the order says nothing more.</summary>
    private static bool NamesEach(IReadOnlyList<TargetClause> clauses) =>
        clauses.Count > 1 && clauses.All(c => !c.Trailing && Subjects.Opening(c.Words, true) is not null) && clauses[^1].HasVerb;

    private void ReadByMeasure(MappedText sentence, IReadOnlyList<TargetClause> clauses, List<YearReading> years, MappedText before, ReadTargets targets)
    {
        var named = Measures.Listed(before);
        named = named.Count == clauses.Count ? named : Measures.Merged(before);
        named =
            named is [var one] && (Several.IsMatch(before.Folded) ? one.Words : AsManyThings(before, one.Words, clauses.Count)) is { } words
                ? [.. Enumerable.Repeat((one.Whom, words), clauses.Count)]
                : named;
        var here = named.Count == clauses.Count;
        if (
            here
            && named is [.., var closing]
            && named.SkipLast(1).All(n => n.Whom.Title is null)
            && closing.Whom.Title == Titles.Of(closing.Whom.Subject)
            && !TargetClause.Predicates(before).Any()
        )
        {
            named = named.ConvertAll(n => (n.Whom with { Title = closing.Whom.Title is null ? null : Titles.Of(n.Whom.Subject) }, n.Words)); // "gia đình, dòng họ, cộng đồng học tập"
        }

        var earlier = here ? [] : EarlierMeasures.Of(sentence, clauses, years, targets);
        for (var k = 0; k < clauses.Count; k++)
        {
            var figure = clauses[k].Figure;
            var span = sentence.Span(figure.Start, figure.End);
            if (!here && earlier.Count == 0)
            {
                warnings.Add("respectively", "Con số này ứng với các chỉ tiêu nêu trước, chưa ghép được chắc chắn.", span);
                continue;
            }

            var measure = here ? Named(named[k], figure, before) with { Year = years[k].Year, YearFrom = years[k].From } : earlier[k];
            if (measure is { Title: null } && OfBefore.IsMatch(before.Folded))
            {
                measure = measure with { Title = targets.All.LastOrDefault(t => t.Subject == measure.Subject)?.Title };
            }

            targets.Add(measure with { Value = figure.Value, ValueTo = figure.ValueTo, Comparator = figure.Comparator, Span = span });
            warnings.Add("respectively", $"Ghép theo thứ tự với “{measure.Measure}”, cần kiểm tra.", span);
        }
    }

    /// <summary>"người lao động được trang bị năng lực thông tin, kỹ năng sống đạt tương ứng là 72 % và 78 %": those counted are one, what they reach is as many as the figures.</summary>
    private static string? AsManyThings(MappedText before, string named, int figures)
    {
        var said = before.Slice(Math.Max(0, before.Text.IndexOf(named, StringComparison.Ordinal)));
        return TargetClause.Predicates(said).Any() && Parting.Matches(said.Folded.TrimEnd(' ', ',')).Count == figures - 1 ? said.Text : null;
    }

    private static PlanTarget Named((WhomCounted Whom, string Words) named, TargetFigure figure, MappedText before) =>
        new()
        {
            Subject = named.Whom.Subject,
            Title = named.Whom.Title ?? TargetWords.TitleFor(named.Whom.Subject, before),
            Unit = figure.Unit,
            Measure = MeasureWords.Of(named.Words),
        };

    /// <summary>
    /// "Tỷ lệ cộng đồng học tập các năm 2026, 2027, 2028 lần lượt là 65 %, 68 %, 71 %": one measure, a figure for each year in their order; "Gia đình học tập: 70 % và 80 %"
    /// under a heading that names two years.
    /// </summary>
    private bool ReadYearByYear(
        MappedText sentence,
        MappedText? label,
        IReadOnlyList<TargetClause> clauses,
        MappedText before,
        IReadOnlyList<StatedYear> above,
        ReadTargets targets
    )
    {
        var spoken = Distinct(before);
        var years =
            spoken.Count > 1 ? spoken
            : Distinct(sentence) is { Count: > 0 } all ? all
            : _years.Count > 0 ? _years
            : above;
        if (clauses.Count < 2 || years.Count != clauses.Count || (Measured(clauses, before, sentence) ?? Labelled(label)) is not { } named)
        {
            return false;
        }

        _years = years;
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
                Measure = MeasureWords.Of(named.Words),
                Span = sentence.Span(figure.Start, figure.End),
            };
            targets.Add(target);
            if (spoken.Count != clauses.Count || !IsAnnounced(sentence))
            {
                warnings.Add("respectively", $"Ghép con số với năm {year.Year} theo thứ tự, cần kiểm tra.", target.Span);
            }
        }

        return true;
    }

    /// <summary>The one measure that all figures tell of, named before them or behind the last.</summary>
    private static (WhomCounted Whom, string Words)? Measured(IReadOnlyList<TargetClause> clauses, MappedText before, MappedText sentence)
    {
        var listed = Measures.Listed(before);
        if (listed is [var named])
        {
            return named;
        }

        var behind = sentence.Slice(clauses[^1].Figure.End);
        return listed.Count == 0 && TargetWords.Whom(behind) is { Found: true } whom ? (whom, behind.Text) : null;
    }

    private static (WhomCounted Whom, string Words)? Labelled(MappedText? label) => Measures.OneTitle(label) is { } whom ? (whom, label!.Text) : null;

    private static List<StatedYear> Distinct(MappedText text) =>
        [.. Years.Written(text).DistinctBy(m => m.Year).Select(m => new StatedYear(m.Year, new(YearSource.Sentence, Years.Words(text, m))))];
}
