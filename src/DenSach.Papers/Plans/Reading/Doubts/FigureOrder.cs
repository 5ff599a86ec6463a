namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>A target at the place where its figure stands in its sentence.</summary>
internal sealed record FigurePlace(PlanTarget Target, int Start, int End);

/// <summary>
/// Whether years and figures of one sentence stand in an order that has one meaning. Where a sentence names several years only three orders do: each year
/// leads the figures behind it, each figure has its own year behind it, or each part between semicolons names one year. Anything else is a guess.
/// </summary>
internal sealed class FigureOrder(MappedText sentence, IReadOnlyList<FigurePlace> figures, IReadOnlyList<TimeWord> years)
{
    private static readonly Pattern Boundary = Pattern.Of(
        @"(^|[;,:.(+-]|\b(va|con|roi|thi|sang))[ -]*((phan dau|tang|nang|len|den|vao|trong|het|cuoi|dau|truoc|tu|nam|ngay|thang|quy|giai doan|[ivx]{1,3}|\d{1,2})\b ?[/-]? ?)*$"
    );
    private static readonly Pattern Deed = Pattern.Of(
        @"\b(hoan thanh|to chuc|ban hanh|trien khai|danh gia|so ket|tong ket|thi diem|ra soat|thanh lap|tien hanh|dieu chinh|xay dung xong|bat dau|khoi dong|chuan bi)\b[^%]*[,;]"
    );

    private static readonly Pattern Behind = Pattern.Of("^ ?(tro len )?\\(?((vao|den|trong|toi) )?((het|cuoi) )?(nam )?$");
    private static readonly Pattern Ahead = Pattern.Of("^ ?(la|dat|co|:|phai|se|can|len|tang|nang|it nhat|toi thieu|tren|khoang|tu|ty le| )*$");

    private readonly Lazy<bool> _settled = new(() =>
        years.Select(y => y.Year).Distinct().Count() < 2
        || EachLeads(sentence, figures, years)
        || EachFollows(sentence, figures, years)
        || AllInOrder(sentence, figures, years)
        || EachBeside(sentence, figures, years)
    );

    /// <summary>Why the order does not settle the year of <paramref name="figure"/>, or null where it does.</summary>
    public string? Doubt(FigurePlace figure)
    {
        if (IsOfADeed(figure))
        {
            return $"Năm {figure.Target.Year} trong câu có thể là năm của một việc khác";
        }

        if (_settled.Value)
        {
            return null;
        }

        var start = sentence.Folded.AsSpan(0, figure.Start).LastIndexOf(';') + 1;
        var stop = sentence.Folded.AsSpan(figure.End).IndexOf(';');
        var end = stop < 0 ? sentence.Length : figure.End + stop;
        var mine = years.Where(y => y.Start >= start && y.End <= end).ToList();
        var plain = mine.Count > 0 && mine.All(y => y.Year == figure.Target.Year);
        return plain ? null : $"Câu có nhiều năm ({string.Join(", ", years.Select(y => y.Year).Distinct())})";
    }

    /// <summary>"Năm 2027 hoàn thành khảo sát, 60 % gia đình …": the year may be that of the survey alone.</summary>
    private bool IsOfADeed(FigurePlace figure)
    {
        var lead = years.LastOrDefault(y => y.End <= figure.Start);
        var last = figures.LastOrDefault(f => f.End <= figure.Start);
        return lead is not null && lead.Year == figure.Target.Year && (last is null || last.End <= lead.Start) && Deed.IsMatch(sentence.Folded[lead.End..figure.Start]);
    }

    /// <summary>"Đến năm 2028, 60 % …, 50 % …; đến năm 2030, 80 % …".</summary>
    private static bool EachLeads(MappedText sentence, IReadOnlyList<FigurePlace> figures, IReadOnlyList<TimeWord> years)
    {
        if (figures.Count == 0 || years[0].Start > figures[0].Start || years[^1].Start > figures[^1].Start)
        {
            return false;
        }

        // A year right before another leads nothing: which of the two is meant?
        var paired = years.Zip(years.Skip(1)).Any(p => p.First.Year != p.Second.Year && !figures.Any(f => f.Start >= p.First.End && f.End <= p.Second.Start));
        return !paired
            && years.Skip(1).All(y => Boundary.IsMatch(sentence.Folded[(figures.LastOrDefault(f => f.End <= y.Start)?.End ?? 0)..y.Start]))
            && figures.All(f => years.Last(y => y.End <= f.Start) is var lead && f.Target.Year == lead.Year && Reaches(sentence.Folded, figures, lead, f));
    }

    /// <summary>"… năm 2030 đạt 90 %; 50 % B": a year that stands behind another figure of its part leads nothing past the semicolon.</summary>
    private static bool Reaches(string folded, IReadOnlyList<FigurePlace> figures, TimeWord year, FigurePlace figure)
    {
        var part = folded.AsSpan(0, year.Start).LastIndexOf(';') + 1;
        return !folded.AsSpan(year.End, figure.Start - year.End).Contains(';') || !figures.Any(f => f.Start >= part && f.End <= year.Start);
    }

    /// <summary>"các năm 2026, 2027, 2028 lần lượt là 65 %, 68 % và 71 %".</summary>
    private static bool AllInOrder(MappedText sentence, IReadOnlyList<FigurePlace> figures, IReadOnlyList<TimeWord> years) =>
        figures.Count == years.Count
        && years[^1].End <= figures[0].Start
        && TargetsInOrder.IsAnnounced(sentence)
        && figures.Zip(years).All(p => p.First.Target.Year == p.Second.Year);

    /// <summary>"đạt 92 % vào năm 2028, đến năm 2030 là 94 %": each figure has a year of its own right beside it, with no comma between.</summary>
    private static bool EachBeside(MappedText sentence, IReadOnlyList<FigurePlace> figures, IReadOnlyList<TimeWord> years) =>
        figures.Count == years.Count
        && figures.Zip(years).All(p => p.First.Target.Year == p.Second.Year)
        && figures
            .Zip(years)
            .All(p =>
                p.Second.Start >= p.First.End
                    ? Behind.IsMatch(sentence.Folded[p.First.End..p.Second.Start])
                    : p.Second.End <= p.First.Start && Ahead.IsMatch(sentence.Folded[p.Second.End..p.First.Start])
            );

    /// <summary>"60 % … năm 2028, 70 % … năm 2030".</summary>
    private static bool EachFollows(MappedText sentence, IReadOnlyList<FigurePlace> figures, IReadOnlyList<TimeWord> years) =>
        figures.Count == years.Count
        && figures
            .Select((f, k) => (Figure: f, Year: years[k], Next: k + 1 < figures.Count ? figures[k + 1].Start : sentence.Length))
            .All(p =>
                p.Figure.End <= p.Year.Start
                && p.Year.End <= p.Next
                && p.Figure.Target.Year == p.Year.Year
                && !sentence.Folded.AsSpan(p.Figure.End, p.Year.Start - p.Figure.End).Contains(';')
            );
}
