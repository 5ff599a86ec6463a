namespace DenSach.Papers.Plans.Reading;

/// <summary>"hằng năm", "định kỳ 6 tháng", "hằng quý": how often a date comes again.</summary>
internal static class Recurrences
{
    private const int Near = 40;
    private static readonly Pattern Yearly = Pattern.Of(@"\b(hang|moi|tung|cac|cua) ?nam\b");
    private static readonly Pattern AtOnce = Pattern.Of(@"^,? ?(hang|moi) nam\b");
    private static readonly Pattern OpensYearly = Pattern.Of(@"^[^a-z]*(hang|moi) nam ?[:,]");
    private static readonly Pattern EachHalf = Pattern.Of(@"\bdinh ky (6|06|sau) thang\b|\b(6|06|sau) thang (mot|1|01) lan\b");

    // "định kỳ 6 tháng (trước 10/6), năm (trước 10/12)": the second is that of the report on the year.
    private static readonly Pattern OfTheWholeYear = Pattern.Of(@"[,;)] ?(va )?(bao cao )?(hang |mot |ca )?nam\b");
    private static readonly Pattern Half = Pattern.Of(@"\b(6|06|sau) thang\b");
    private static readonly Pattern HalfAndWhole = Pattern.Of(
        @"\b(dinh ky|bao cao)[^.;0-9]{0,20}\b(6|06|sau) thang( dau nam| mot lan)?( ?,| ?va| ?,? ?(01|1|mot|hang|ca))+ ?nam\b",
        "thang"
    );
    private static readonly Pattern Report = Pattern.Of(@"\b(bao cao|so ket|danh gia|tong hop)\b");
    private static readonly Pattern OfTheYear = Pattern.Of(@"\bbao cao (tong ket )?nam( [^0-9]|[^0-9 ]|$)");
    private static readonly Pattern Written = Pattern.Of(@"\b(19|20)\d{2}\b");

    private static readonly (Pattern Form, string Recurrence)[] Other =
    [
        (Pattern.Of(@"\b(hang|moi|tung) quy\b"), "quarterly"),
        (Pattern.Of(@"\b(hang|moi|tung) thang\b"), "monthly"),
    ];

    /// <summary>"định kỳ 6 tháng, năm báo cáo UBND xã": a report twice a year and one for the year, without a day.</summary>
    public static IEnumerable<(string Recurrence, int Start, int Stop)> OfReports(MappedText text)
    {
        foreach (var match in HalfAndWhole.Matches(text.Folded))
        {
            var start = FoundDate.ClauseStart(text, match.Index);
            var close = text.Folded.AsSpan(match.Index + match.Length).IndexOfAny(';', '.');
            var stop = close < 0 ? text.Length : match.Index + match.Length + close;
            if (Report.IsMatch(text.Folded[start..stop]))
            {
                if (match.Value.Contains(" quy,", StringComparison.Ordinal))
                {
                    yield return ("quarterly", start, stop); // "định kỳ hằng quý, 6 tháng, năm"
                }

                yield return ("half_yearly", start, stop);
                yield return ("yearly", start, stop);
            }
        }
    }

    /// <summary>Whether "hằng năm" or "mỗi năm" follows at once behind a day or a month that ends at <paramref name="end"/>, a comma between or none: "20/11 hằng năm" is a day, "9/12 thôn" need not be.</summary>
    public static bool IsYearlyAtOnce(MappedText text, int end) => AtOnce.IsMatch(text.Behind(end));

    /// <summary>Whether "hằng năm" stands anywhere behind a date.</summary>
    public static bool SaysYearly(MappedText text, int end) => Yearly.IsMatch(text.Folded[end..]);

    /// <summary>Whether the words before a date speak of a report on half a year.</summary>
    public static bool IsOfHalf(MappedText text, int clause, int start) => Half.IsMatch(text.Folded[clause..start]);

    /// <summary>What stands right beside the date [start, end) in its clause, which ends at <paramref name="stop"/>.</summary>
    public static string? Beside(MappedText text, int start, int end, int stop)
    {
        var clause = text.Folded.AsSpan(0, start).LastIndexOfAny(';', '.') + 1;
        var lead = text.Folded[Math.Max(clause, start - Near)..start];
        var tail = text.Folded[end..Math.Min(end + 25, stop)];
        return EachHalf.Match(lead) is { Success: true } half
            ? OfTheWholeYear.IsMatch(lead[(half.Index + half.Length)..])
                ? "yearly"
                : "half_yearly"
            : Yearly.IsMatch(tail) || Yearly.IsMatch(lead)
                ? "yearly"
                : Other.Where(o => o.Form.IsMatch(tail) || o.Form.IsMatch(lead)).Select(o => o.Recurrence).FirstOrDefault();
    }

    /// <summary>
    /// What the rest of the paragraph says of a date without a year: "trước 20/6, … trước 10/12 hằng năm" speaks of
    /// both. A year written between ends the search. "Báo cáo 6 tháng trước ngày 10/6" is the report on one half of the year: where day and month are
    /// <paramref name="named"/> it comes once in it.
    /// </summary>
    public static string? Around(MappedText text, int clause, int end, bool named)
    {
        var behind = text.Folded[end..];
        var again = Yearly.Match(behind);
        if (again.Success && !Written.IsMatch(behind[..again.Index]) && !behind[..again.Index].Contains(". ", StringComparison.Ordinal))
        {
            return "yearly";
        }

        var before = text.Folded[clause..end];
        return Yearly.IsMatch(before) || OfTheYear.IsMatch(before) || OpensYearly.IsMatch(text.Folded) ? "yearly"
            : Half.IsMatch(before) && !named ? "half_yearly"
            : null;
    }
}
