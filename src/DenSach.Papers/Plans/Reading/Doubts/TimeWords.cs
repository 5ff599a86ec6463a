using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>
/// Everything in a text that speaks of a time. Wider than <see cref="Years"/> on purpose: that one looks for years it can use, this one for whatever could
/// make a year wrong. Only dates of cited papers, names in closed quotes and the plan's own period say nothing.
/// </summary>
internal static class TimeWords
{
    private const int Near = 60;
    private const string Count = "(mot|hai|ba|bon|nam|sau|[1-9]|0[1-9]|1[0-9])";

    private static readonly Pattern YearForm = Pattern.Of(@"\b(19|20)\d{2}\b");
    private static readonly Pattern ComparedLead = Pattern.Of(@"\bso voi[a-z ]{0,25}$|\btu \d{1,3}([.,]\d{1,2})? ?%[ (]*(cuoi |dau )?(nam )?$");
    private static readonly Pattern KeptLead = Pattern.Of(@"\b(duy tri|giu vung|giu on dinh|on dinh)\b[a-z ]{0,30}\b(den|toi|trong)( het| cuoi)?( nam)? $");
    private static readonly Pattern YearlyForm = Pattern.Of(@"\b(moi|hang|tung|theo tung|binh quan) nam\b|/ ?nam\b");
    private static readonly Pattern[] VagueForms =
    [
        Pattern.Of($@"\b(cac|nhung|may|vai|nhieu|{Count}) nam (tiep theo|ke tiep|tiep|sau( do)?|toi|con lai|cuoi|dau|truoc|qua|gan day)\b", "nam"),
        Pattern.Of(@"\bnam (sau|truoc|toi|nay|dau( tien)?|cuoi( cung)?|ngoai|tiep theo|ke tiep|lien ke|hien tai|thu (nhat|hai|ba|tu|nam|\d)|ket thuc|hoc)\b", "nam "),
        Pattern.Of(@"\b(hien nay|hien tai|den nay|truoc mat|truoc day|tinh den|thoi diem|cung ky|tro di|tro ve sau|ve sau|lau dai)\b"),
        Pattern.Of(
            @"\b(giai doan|thoi ky|ky|chang|dot|buoc) (dau( tien)?|sau|toi|tiep theo|ke tiep|nay|truoc|mot|hai|ba|\d|i{1,3}|cuoi)\b",
            "giai doan",
            "ky",
            "chang",
            "dot",
            "buoc"
        ),
        Pattern.Of(
            @"\b(cuoi|dau|giua|het|ket thuc) (ky|giai doan|nhiem ky|ky ke hoach|ke hoach|thoi ky|lo trinh|de an|chuong trinh)\b|\bnhiem ky\b",
            "ky",
            "giai doan",
            "ke hoach",
            "lo trinh",
            "de an",
            "chuong trinh"
        ),
        Pattern.Of($@"\b{Count} nam\b|\bsau do\b|\btruoc do\b", "nam", "sau do", "truoc do"),
        Pattern.Of(@"\bnua (dau|cuoi|sau)\b|\b(den|vao|het|cuoi|dau|truoc) nam [2-9]\d\b|\b(19|20)\d{2} ?[-/] ?\d{2}\b", "nua ", "nam ", "19", "20"),
    ];

    // "năm 203O", "năm 20230", "nãm 2o28": a year spoilt by typing or by reading the scan.
    private static readonly Pattern SpoiltForm = Pattern.Of(@"\bnam (20\d|2\d{4}|[12]\d*[oil][0-9oil]*)\b|\b(20\d[oil]|2o[0-9oil]{2}|20[oil]\d)\b");

    public static List<TimeWord> In(MappedText text, YearRange? planPeriod)
    {
        var folded = text.Folded;
        var silent = Citations.In(text).Select(c => (c.Start, c.End)).Concat(ClosedQuotes(text.Text)).ToList();
        var found = new List<TimeWord>();
        foreach (var (range, start, end, _) in Years.Ranges(text).Where(r => IsFree(r.Start, r.End)))
        {
            silent.Add((start, end));
            if (range != planPeriod)
            {
                found.Add(Word(range.To, start, end, TimeKind.Phase));
            }
        }

        foreach (var year in YearForm.Matches(folded).Where(m => !IsPartOfANumber(folded, m)))
        {
            var lead = folded[Math.Max(0, year.Index - Near)..year.Index];
            var kind =
                ComparedLead.IsMatch(lead) ? TimeKind.Compared
                : KeptLead.IsMatch(lead) && found.Exists(w => w.Kind == TimeKind.Year) ? TimeKind.KeptUntil
                : TimeKind.Year;
            Add(year, int.Parse(year.ValueSpan, System.Globalization.CultureInfo.InvariantCulture), kind);
        }

        foreach (var yearly in YearlyForm.Matches(folded))
        {
            Add(yearly, null, TimeKind.Yearly);
        }

        foreach (var vague in VagueForms.SelectMany(f => f.Matches(folded)).Concat(SpoiltForm.Matches(folded)).Where(m => !IsPartOfANumber(folded, m)))
        {
            Add(vague, null, TimeKind.Vague);
        }

        // "Giai đoạn I (2026-2028)": the bracket names what the words before it tell.
        found.RemoveAll(w =>
            w.Kind == TimeKind.Vague && found.Exists(n => n.Year is not null && n.Start > w.End && folded[w.End..n.Start].Trim(' ', ':', '-', ',') is "(" or "( tu")
        );
        return [.. found.OrderBy(w => w.Start)];

        void Add(Match match, int? year, TimeKind kind)
        {
            if (IsFree(match.Index, match.Index + match.Length))
            {
                found.Add(Word(year, match.Index, match.Index + match.Length, kind));
            }
        }

        TimeWord Word(int? year, int start, int end, TimeKind kind) => new(year, start, end, text.Text[start..end], kind);

        bool IsFree(int start, int end) => !silent.Any(s => start < s.Item2 && s.Item1 < end);
    }

    /// <summary>"2000 %", "1.2025", "2025,5".</summary>
    private static bool IsPartOfANumber(string folded, Match match)
    {
        var end = match.Index + match.Length;
        var before = match.Index > 1 && folded[match.Index - 1] is '.' or ',' && char.IsAsciiDigit(folded[match.Index - 2]);
        var after = end + 1 < folded.Length && folded[end] is '.' or ',' && char.IsAsciiDigit(folded[end + 1]);
        return before || after || folded.AsSpan(end).TrimStart(' ').StartsWith("%");
    }

    /// <summary>A quote that does not close hides nothing.</summary>
    private static IEnumerable<(int Start, int End)> ClosedQuotes(string text)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '“' || (text[i] == '"' && open < 0))
            {
                open = i;
            }
            else if (open >= 0 && text[i] is '”' or '"')
            {
                yield return (open, i + 1);
                open = -1;
            }
        }
    }
}
