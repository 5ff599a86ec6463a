using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>A year that a sentence puts somewhere: "đến năm 2025".</summary>
internal sealed record YearMention(int Year, int Start, int End);

/// <summary>Finds years and ranges of years; dates of documents and quoted names of programmes are no years of the plan.</summary>
internal static class Years
{
    private const int Near = 40;
    private static readonly Pattern RangeForm = Pattern.Of(@"\b(tu )?(nam )?((19|20)\d{2}) ?(-|den) ?(nam )?((19|20)\d{2})\b", "19", "20");
    private static readonly Pattern YearForm = Pattern.Of(@"\b(?:nam|den|vao|truoc|toi|moc|het|cuoi) ((19|20)\d{2})\b", "19", "20");

    // "2026: 60 %; 2027: 62 %" and "60 % (2026)": the mark says that the year is the figure's.
    private static readonly Pattern LabelYearForm = Pattern.Of(@"(?:^|[;,:.+-]) ?((19|20)\d{2}) ?[:=(-] ?(?:[a-z]{1,4} ){0,2}\d{1,3}\b", "19", "20");
    private static readonly Pattern QuarterYearForm = Pattern.Of(@"\b(?:quy (?:[ivx]{1,3}|[1-4])|thang \d{1,2}) ?/ ?((19|20)\d{2})\b", "quy ", "thang ");
    private static readonly Pattern DayYearForm = Pattern.Of(@"\b(?:den|truoc|vao|toi|het|ngay) (?:het )?(?:ngay )?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?((19|20)\d{2})\b", "19", "20");
    private static readonly Pattern BracketYearForm = Pattern.Of(@"\(((19|20)\d{2})\)", "(19", "(20");
    private static readonly Pattern LeadForm = Pattern.Of(
        @"((\b(den|toi|vao|trong|truoc|het|cuoi|dau|tu|nam|moc|ngay|giai doan|quy [ivx]{1,3}|thang \d{1,2}|\d{1,2})\b ?[/.-]?)* ?)$"
    );
    private static readonly Pattern LooseYearForm = Pattern.Of(@"\b((19|20)\d{2})\b", "19", "20");
    private static readonly Pattern Compared = Pattern.Of(
        @"\b(so voi|bang muc|ngang muc|ngang voi|tuong duong muc)[a-z ]{0,25}$|\btu \d{1,3}([.,]\d{1,2})? ?%[ (]*(cuoi |dau )?(nam )?$"
    );
    private static readonly Pattern EndOfThePlan = Pattern.Of(
        @"\b((?:het|cuoi|ket thuc) (?:ky ke hoach|ke hoach|ky|nhiem ky|thoi ky ke hoach|giai doan))(?: ?[,;.:(]| (?:co|dat|la|phan dau|tren|it nhat)\b| ?$)",
        "ky",
        "ke hoach",
        "giai doan"
    );
    private static readonly Pattern SchoolYear = Pattern.Of(@"nam hoc $");

    public static IEnumerable<(YearRange Range, int Start, int End, bool Quoted)> Ranges(MappedText text)
    {
        var quoted = Quotes.Inside(text.Text);
        foreach (Match match in RangeForm.Matches(text.Folded))
        {
            var (from, to) = (Number(match.Groups[3]), Number(match.Groups[7]));
            if (from < to && to - from <= 50 && !SchoolYear.IsMatch(text.Before(match.Index)))
            {
                yield return (new YearRange(from, to), match.Index, match.Index + match.Length, quoted[match.Index]);
            }
        }
    }

    /// <summary>"năm 2025" outside quotes, ranges and document dates, in order.</summary>
    public static List<YearMention> Mentions(MappedText text)
    {
        var quoted = Quotes.Inside(text.Text);
        var taken = Ranges(text).Select(r => (r.Start, r.End)).Concat(Citations.In(text).Select(c => (c.Start, c.End))).ToList();
        return
        [
            .. YearForm
                .Matches(text.Folded)
                .Concat(LabelYearForm.Matches(text.Folded))
                .Concat(QuarterYearForm.Matches(text.Folded))
                .Concat(DayYearForm.Matches(text.Folded))
                .Concat(BracketYearForm.Matches(text.Folded))
                .Select(m => (Year: Number(m.Groups[1]), From: m.Index, Start: m.Groups[1].Index, End: m.Groups[1].Index + 4))
                .Where(m => !quoted[m.Start] && !Compared.IsMatch(text.Before(m.From)) && !taken.Any(t => m.Start < t.End && t.Start < m.End))
                .OrderBy(m => m.Start)
                .Select(m => new YearMention(m.Year, m.Start, m.End))
                .DistinctBy(m => m.Start),
        ];
    }

    /// <summary>"đến hết kỳ kế hoạch", "cuối nhiệm kỳ": where a sentence speaks of the end of the plan, as its last year.</summary>
    public static IEnumerable<YearMention> EndsOfThePlan(MappedText text, int lastYear) =>
        EndOfThePlan.Matches(text.Folded).Select(m => new YearMention(lastYear, m.Groups[1].Index, m.Groups[1].Index + m.Groups[1].Length));

    /// <summary>Every year written outside quotes, ranges, dates and cited documents, whatever word leads to it.</summary>
    public static List<int> All(MappedText text) => [.. Written(text).Select(m => m.Year).Distinct()];

    /// <summary>Where <see cref="All"/> finds its years, each as often as it stands.</summary>
    public static List<YearMention> Written(MappedText text)
    {
        var quoted = Quotes.Inside(text.Text);
        var taken = Ranges(text).Select(r => (r.Start, r.End)).Concat(Citations.In(text).Select(c => (c.Start, c.End))).ToList();
        return
        [
            .. LooseYearForm
                .Matches(text.Folded)
                .Where(m =>
                    !quoted[m.Index]
                    && !Compared.IsMatch(text.Before(m.Index))
                    && (m.Index == 0 || text.Text[m.Index - 1] != '/')
                    && !taken.Any(t => m.Index < t.End && t.Start < m.Index + m.Length)
                )
                .Select(m => new YearMention(Number(m.Groups[1]), m.Index, m.Index + m.Length)),
        ];
    }

    /// <summary>The place of a year with the words that lead to it: "đến hết năm 2025".</summary>
    public static SourceSpan Words(MappedText text, YearMention year) => Words(text, year.Start, year.End);

    /// <summary>The place of a range of years with the words that lead to it: "giai đoạn 2021-2025".</summary>
    public static SourceSpan Words(MappedText text, int start, int end)
    {
        var near = Math.Max(0, start - Near);
        return text.Span(near + LeadForm.Match(text.Folded[near..start]).Index, end);
    }

    /// <summary>The one year a heading puts its section under, or null where it names none or several.</summary>
    public static int? OfHeading(MappedText heading) => All(heading) is [var year] ? year : null;

    /// <summary>The one school year a heading names, where it names no other year: "Chỉ tiêu năm học 2026-2027".</summary>
    public static (YearRange Range, int Start, int End, bool Quoted)? SchoolYearOfHeading(MappedText heading)
    {
        if (!heading.Folded.Contains("nam hoc ", StringComparison.Ordinal))
        {
            return null;
        }

        var named = RangeForm.Matches(heading.Folded).Where(m => SchoolYear.IsMatch(heading.Folded[..m.Index])).ToList();
        return named is [var only] && new YearRange(Number(only.Groups[3]), Number(only.Groups[7])) is var range && range.To == range.From + 1 && All(heading).Count == 2
            ? (range, only.Index, only.Index + only.Length, false)
            : null;
    }

    /// <summary>The one phase a heading names ("giai đoạn 2021-2025"), or null.</summary>
    public static YearRange? PhaseOfHeading(MappedText heading)
    {
        var ranges = Ranges(heading).Where(r => !r.Quoted).Select(r => r.Range).Distinct().ToList();
        return ranges.Count == 1 && All(heading).Count == 0 ? ranges[0] : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
}
