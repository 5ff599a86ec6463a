using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Dates, months, quarters and years by which something is due. Dates of cited documents are no deadlines.</summary>
internal sealed class DeadlineReader(WarningList warnings)
{
    private const string Relations = "truoc|cham nhat|muon nhat|den het|han cuoi|tu|trong|vao|cuoi|dau|xong";
    private const string YearTail = @"(?: ?(?:/+|-|nam|,? ?nam) ?((?:19|20)\d{2}))?";

    private static readonly Pattern DayForm = Pattern.Of($@"(?:\b({Relations}) )?(?:(?:vao|la|truoc) )?ngay (\d{{1,2}}) ?(?:/+|-|thang) ?(\d{{1,2}}){YearTail}\b");
    private static readonly Pattern BareDayForm = Pattern.Of($@"\b(truoc|cham nhat|muon nhat) (\d{{1,2}}) ?/ ?(\d{{1,2}}){YearTail}\b");
    private static readonly Pattern QuarterForm = Pattern.Of($@"(?:\b({Relations}) )?\bquy (iii|iv|ii|i|[1-4])\b{YearTail}");
    private static readonly Pattern MonthForm = Pattern.Of($@"\b({Relations}) thang (\d{{1,2}})\b{YearTail}");
    private static readonly Pattern YearForm = Pattern.Of(@"\b(vao|trong|truoc|den het) nam ((?:19|20)\d{2})\b");
    private static readonly Pattern Event = Pattern.Of(@"\b(so ket|tong ket|hoan thanh|ket thuc|cong bo|ban hanh)\b");
    private static readonly Pattern Recipient = Pattern.Of(
        @"\b(?:(?:bao cao|gui)\b.{0,120}?\b(?:ve|cho|den|toi)|bao cao|gui) ((?:uy ban nhan dan|ubnd|hoi|hkh|phong|so|ban|thuong truc|bo|van phong|huyen uy|tinh uy|dang uy|chu tich|co quan thuong truc)\b.{2,120}?)(?: truoc| de | cham nhat|;|\.|,| vao|$| qua | theo )"
    );

    private static readonly (Pattern Form, string Recurrence)[] Again =
    [
        (Pattern.Of(@"\b(hang|moi|tung|cac|cua) ?nam\b"), "yearly"),
        (Pattern.Of(@"\b(6|06|sau) thang( mot lan)?\b"), "half_yearly"),
        (Pattern.Of(@"\b(hang|moi|tung) quy\b"), "quarterly"),
        (Pattern.Of(@"\b(hang|moi|tung) thang\b"), "monthly"),
    ];

    private readonly List<PlanDeadline> _deadlines = [];

    public IReadOnlyList<PlanDeadline> Read(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            ReadBlock(block.Content);
        }

        return [.. _deadlines.OrderBy(d => d.Span.Start)];
    }

    private void ReadBlock(MappedText text)
    {
        var taken = Citations.In(text).Select(c => (c.Start, c.End)).ToList();
        foreach (var match in Free(DayForm, text, taken).Concat(Free(BareDayForm, text, taken)))
        {
            var (day, month) = (Dates.Number(match.Groups[2].Value), Dates.Number(match.Groups[3].Value));
            if (day is null or < 1 or > 31 || month is null or < 1 or > 12 || day > DateTime.DaysInMonth(2024, month.Value))
            {
                warnings.Add("date", "Ngày tháng này không có thật, cần xem lại.", text.Span(match.Index, match.Index + match.Length));
                continue;
            }

            Add(
                text,
                match,
                new PlanDeadline
                {
                    Day = day,
                    Month = month,
                    Year = Dates.Number(match.Groups[4].Value),
                },
                needsRelation: true
            );
        }

        foreach (var match in Free(QuarterForm, text, taken).Where(m => IsQuarter(text, m)))
        {
            Add(text, match, new PlanDeadline { Quarter = Dates.Roman(match.Groups[2].Value), Year = Dates.Number(match.Groups[3].Value) }, needsRelation: false);
        }

        foreach (var match in Free(MonthForm, text, taken).Where(m => Dates.Number(m.Groups[2].Value) is >= 1 and <= 12))
        {
            Add(text, match, new PlanDeadline { Month = Dates.Number(match.Groups[2].Value), Year = Dates.Number(match.Groups[3].Value) }, needsRelation: false);
        }

        // "sơ kết Đề án vào năm 2025": a year alone is a deadline only where something is to be finished in it.
        foreach (var match in Free(YearForm, text, taken).Where(m => Event.IsMatch(ClauseBefore(text, m.Index))))
        {
            Add(text, match, new PlanDeadline { Year = Dates.Number(match.Groups[2].Value) }, needsRelation: false);
        }
    }

    private static List<Match> Free(Pattern form, MappedText text, List<(int Start, int End)> taken)
    {
        var free = form.Matches(text.Folded).Where(m => !taken.Any(t => m.Index < t.End && t.Start < m.Index + m.Length)).ToList();
        taken.AddRange(free.Select(m => (m.Index, m.Index + m.Length)));
        return free;
    }

    private void Add(MappedText text, Match match, PlanDeadline deadline, bool needsRelation)
    {
        var end = match.Index + match.Length;
        var start = ClauseStart(text, match.Index);
        var close = text.Folded.AsSpan(end).IndexOfAny(';', '.');
        var stop = close < 0 ? text.Length : end + close;
        var span = text.Span(start, stop);
        var relation = Relation(match.Groups[1].Value);
        var tail = text.Folded[end..Math.Min(end + 25, stop)];
        var lead = text.Folded[Math.Max(start, match.Index - 40)..match.Index];
        var again = Again.Where(a => a.Form.IsMatch(tail) || a.Form.IsMatch(lead)).Select(a => a.Recurrence).FirstOrDefault();
        if (relation is null && needsRelation && again is null)
        {
            warnings.Add("date", "Có một ngày trong văn bản nhưng không rõ là hạn của việc gì.", text.Span(match.Index, end));
            return;
        }

        if (deadline.Year is null && again is null)
        {
            warnings.Add("recurrence", "Hạn này không ghi năm, cũng không ghi “hằng năm”: cần kiểm tra.", span);
        }

        var sentence = text.Slice(start, stop);
        _deadlines.Add(
            deadline with
            {
                Relation = relation ?? "in",
                Recurrence = deadline.Year is not null ? "once" : again,
                What = sentence.Text.Trim(' ', ',', ';', '-'),
                To = To(sentence),
                Span = span,
            }
        );
    }

    private static string? Relation(string word) =>
        word switch
        {
            "truoc" => "before",
            "cham nhat" or "muon nhat" or "den het" or "han cuoi" or "xong" => "by",
            "tu" => "from",
            "" => null,
            _ => "in",
        };

    private static string? To(MappedText clause)
    {
        var match = Recipient.Match(clause.Folded);
        return match.Success ? clause.Text.Substring(match.Groups[1].Index, match.Groups[1].Length).Trim() : null;
    }

    private static int ClauseStart(MappedText text, int at) => text.Folded.AsSpan(0, at).LastIndexOfAny(';', '.') + 1;

    private static string ClauseBefore(MappedText text, int at) => text.Folded[ClauseStart(text, at)..at];

    /// <summary>"quý" a quarter of the year, not "quy", "quỹ" or "quý" as in "quý vị".</summary>
    private static bool IsQuarter(MappedText text, Match match)
    {
        var word = match.Groups[2].Index - 4;
        return text.Text[match.Groups[2].Index..].Length > 0 && text.Text[word + 2] is 'ý' or 'í' or 'Ý' or 'y' && !char.IsLower(text.Text[match.Groups[2].Index]);
    }
}
