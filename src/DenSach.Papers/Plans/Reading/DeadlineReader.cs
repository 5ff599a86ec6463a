using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Dates, months, quarters and years by which something is due. Dates of cited documents are no deadlines, nor what
/// a section about past results tells.
/// </summary>
internal sealed class DeadlineReader(WarningList warnings, int? onlyYear)
{
    private const string Relations = "truoc|cham nhat|muon nhat|den het|han cuoi|tu|trong|vao|cuoi|dau|xong|den|het";
    private const string YearTail = @"(?: ?(?:/+|-|,? ?nam) ?((?:19|20)\d{2}))?";

    private static readonly Pattern WindowForm = Pattern.Of($@"\b(tu) (?:ngay )?(\d{{1,2}}) (?:den|-) (?:het )?(?:ngay )?(?:\d{{1,2}}) ?(?:/+|-|thang) ?(\d{{1,2}}){YearTail}\b");
    private static readonly Pattern DayForm = Pattern.Of($@"(?:\b({Relations}) )?(?:(?:vao|la|het) )?ngay (\d{{1,2}}) ?(?:/+|-|thang) ?(\d{{1,2}}){YearTail}\b");
    private static readonly Pattern BareDayForm = Pattern.Of(
        $@"\b(truoc|cham nhat(?: la)?|muon nhat(?: la)?|den het|tu|den) (?:ngay )?(\d{{1,2}})(?: ?/ ?| thang )(\d{{1,2}}){YearTail}(?: |$|[;.,)])"
    );
    private static readonly Pattern QuarterForm = Pattern.Of($@"(?:\b({Relations}) )?\bquy (iii|iv|ii|i|[1-4])\b{YearTail}");
    private static readonly Pattern MonthForm = Pattern.Of($@"(?:\b({Relations}) )?\bthang (\d{{1,2}})\b{YearTail}");
    private static readonly Pattern YearForm = Pattern.Of(@"\b(?:(vao|trong|truoc|den het|het|cuoi|dau) )?(?:(?:cuoi|dau|giua) )?nam ((?:19|20)\d{2})\b");
    private static readonly Pattern LooseDay = Pattern.Of(@"\bngay (\d{1,2})\b");
    private static readonly Pattern Event = Pattern.Of(@"\b(so ket|tong ket|hoan thanh|ket thuc|cong bo|ban hanh)\b");
    private static readonly Pattern EventAtOnce = Pattern.Of(@"\b(so|tong) ket( [^q.;,][^.;,]{0,11})? ?$");
    private static readonly Pattern UpTo = Pattern.Of(@"\b(tinh|cap nhat|thong ke) $");
    private static readonly Pattern BetweenList = Pattern.Of("^( ?(,|va|-|hoac))+ ?$");
    private static readonly Pattern OpensList = Pattern.Of(@"^(thang \d{1,2}( ?/ ?\d{4})? ?(,|va|-)? ?)*$");
    private static readonly Pattern OpensWithYear = Pattern.Of(@"^(trong )?nam ((?:19|20)\d{2}) ?[:,]");
    private static readonly Pattern Recipient = Pattern.Of(
        @"\b(?:(?:bao cao|gui)\b.{0,120}?\b(?:ve|cho|den|toi)|bao cao|gui) ((?:uy ban nhan dan|ubnd|hoi|hkh|phong|so|ban|thuong truc|bo|van phong|huyen uy|tinh uy|dang uy|chu tich|co quan thuong truc)\b.{2,120}?)(?: truoc| de | cham nhat|;|\.|,| vao|$| qua | theo )"
    );

    private readonly List<PlanDeadline> _deadlines = [];

    public IReadOnlyList<PlanDeadline> Read(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.Where(b => !Sections.IsPast(b)))
        {
            Read(block.Content, (deadline, _) => deadline, atLeast: block.Content);
        }

        return [.. _deadlines.OrderBy(d => d.Span.Start)];
    }

    /// <summary>The time column of a table of work: a date there needs no word before it.</summary>
    public void ReadCell(MappedText cell, MappedText what) => Read(cell, (deadline, _) => deadline with { What = what.Text, FromTable = true }, atLeast: null);

    private void Read(MappedText text, Func<PlanDeadline, SourceSpan, PlanDeadline> finish, MappedText? atLeast)
    {
        var inCell = atLeast is null;
        var taken = Citations.In(text).Select(c => (c.Start, c.End)).Concat(Years.Ranges(text).Select(r => (r.Start, r.End))).ToList();
        var windows = WindowForm.Matches(text.Folded).Where(m => IsFree(m, taken)).ToList();
        var found = new List<Found>(windows.Select(m => new Found(m, m.Index, m.Index + m.Groups[1].Length + 1, Day(m), true)));
        found.AddRange(Free(DayForm, text, taken).Concat(Free(BareDayForm, text, taken)).Select(m => new Found(m, Day(m), true)));
        found.AddRange(
            Free(QuarterForm, text, taken, m => IsQuarter(text, m))
                .Select(m => new Found(m, new() { Quarter = Dates.Roman(m.Groups[2].Value), Year = Dates.Number(m.Groups[3].Value) }, false))
        );
        found.AddRange(
            Free(MonthForm, text, taken, m => IsMonth(text, m, inCell))
                .Select(m => new Found(m, new() { Month = Dates.Number(m.Groups[2].Value), Year = Dates.Number(m.Groups[3].Value) }, false))
        );

        // "sơ kết Đề án vào năm 2025": a year alone is a deadline only where something is to be finished in it.
        var years = Free(YearForm, text, taken, m => IsEvent(text, m) && !found.Any(f => ClauseStart(text, f.Start) == ClauseStart(text, m.Index) && f.Start > m.Index));
        found.AddRange(years.Select(m => new Found(m, new() { Year = Dates.Number(m.Groups[2].Value) }, false)));

        // From the last to the first, as a later one may give its year to those before it in a list.
        var at = _deadlines.Count;
        var ordered = found.OrderBy(f => f.Start).ThenBy(f => f.End).ToList();
        for (var k = ordered.Count - 1; k >= 0; k--)
        {
            var item = ordered[k];
            var next = k + 1 < ordered.Count && BetweenList.IsMatch(text.Folded[Math.Min(item.End, ordered[k + 1].Start)..ordered[k + 1].Start]) ? ordered[k + 1] : null;
            Add(text, item, next, inCell, at, finish);
        }

        foreach (var day in LooseDay.Matches(text.Folded).Where(m => IsFree(m, taken)))
        {
            warnings.Add("date", "Có một ngày trong văn bản chưa đọc được thành hạn, cần xem lại.", text.Span(day.Index, day.Index + day.Length));
        }
    }

    private sealed record Found(Match Match, int Start, int End, PlanDeadline Date, bool IsDay)
    {
        public Found(Match match, PlanDeadline date, bool isDay)
            : this(match, match.Index, match.Index + match.Length, date, isDay) { }

        public string Word => Match.Groups[1].Value;

        public PlanDeadline Date { get; set; } = Date;

        public string? Again { get; set; }
    }

    private static PlanDeadline Day(Match m) =>
        new()
        {
            Day = Dates.Number(m.Groups[2].Value),
            Month = Dates.Number(m.Groups[3].Value),
            Year = Dates.Number(m.Groups[4].Value),
        };

    private void Add(MappedText text, Found item, Found? next, bool inCell, int at, Func<PlanDeadline, SourceSpan, PlanDeadline> finish)
    {
        var (day, month) = (item.Date.Day, item.Date.Month);
        if (item.IsDay && (day is null or < 1 or > 31 || month is null or < 1 or > 12 || day > DateTime.DaysInMonth(2024, month.Value)))
        {
            warnings.Add("date", "Ngày tháng này không có thật, cần xem lại.", text.Span(item.Start, item.End));
            return;
        }

        var start = ClauseStart(text, item.Start);
        var close = text.Folded.AsSpan(item.End).IndexOfAny(';', '.');
        var stop = close < 0 ? text.Length : item.End + close;
        var span = text.Span(start, stop);
        var lead = text.Folded[start..item.Start];
        if (UpTo.Match(lead) is { Success: true } upTo && text.Text[start + upTo.Index + 1] is not 'ỉ')
        {
            return;
        }

        var again = Recurrences.Beside(text, item.Start, item.End, stop);
        if (item.Date.Year is null && again is null && next is not null)
        {
            (item.Date, again) = (item.Date with { Year = next.Date.Year }, next.Again); // "quý II, quý III/2026"
        }

        again ??= item.Date.Year is null ? Recurrences.Around(text, start, item.End) : null;
        item.Again = again;
        var relation = Relation(item.Word);
        if (relation is null && item.IsDay && again is null && !inCell)
        {
            warnings.Add("date", "Có một ngày trong văn bản nhưng không rõ là hạn của việc gì.", text.Span(item.Start, item.End));
            return;
        }

        var date = item.Date.Year is null && again is null && (onlyYear ?? OpeningYear(text)) is { } year ? item.Date with { Year = year } : item.Date;
        item.Date = date;
        if (date.Year is null && again is null)
        {
            warnings.Add("recurrence", "Hạn này không ghi năm, cũng không ghi “hằng năm”: cần kiểm tra.", span);
        }

        var sentence = text.Slice(start, stop);
        var deadline = date with
        {
            Relation = relation ?? "in",
            Recurrence = date.Year is not null ? "once" : again,
            What = sentence.Text.Trim(' ', ',', ';', '-'),
            To = To(sentence),
            Span = span,
        };
        _deadlines.Insert(at, finish(deadline, span));
    }

    private static List<Match> Free(Pattern form, MappedText text, List<(int Start, int End)> taken, Func<Match, bool>? also = null)
    {
        var free = form.Matches(text.Folded).Where(m => IsFree(m, taken) && (also is null || also(m))).ToList();
        taken.AddRange(free.Select(m => (m.Index, m.Index + m.Length)));
        return free;
    }

    private static bool IsFree(Match m, List<(int Start, int End)> taken) => !taken.Any(t => m.Index < t.End && t.Start < m.Index + m.Length);

    private static string? Relation(string word) =>
        word.Split(' ')[0] switch
        {
            "truoc" => "before",
            "cham" or "muon" or "han" or "xong" or "het" or "den" => "by",
            "tu" => "from",
            "" => null,
            _ => "in",
        };

    /// <summary>"Năm 2023: thí điểm …, rút kinh nghiệm trong quý IV": the paragraph is about that year.</summary>
    private static int? OpeningYear(MappedText text) => OpensWithYear.Match(text.Folded) is { Success: true } opens ? Dates.Number(opens.Groups[2].Value) : null;

    private static string? To(MappedText clause)
    {
        var match = Recipient.Match(clause.Folded);
        return match.Success ? clause.Text.Substring(match.Groups[1].Index, match.Groups[1].Length).Trim() : null;
    }

    private static int ClauseStart(MappedText text, int at) => text.Folded.AsSpan(0, at).LastIndexOfAny(';', '.') + 1;

    private static bool IsEvent(MappedText text, Match match)
    {
        var before = text.Folded[ClauseStart(text, match.Index)..match.Index];
        return match.Groups[1].Success ? Event.IsMatch(before) : EventAtOnce.IsMatch(before);
    }

    /// <summary>"trong tháng 9", "Tháng 3/2026: …"; not "6 tháng", and a bare month only where it opens its paragraph.</summary>
    private static bool IsMonth(MappedText text, Match match, bool inCell)
    {
        var month = Dates.Number(match.Groups[2].Value) is >= 1 and <= 12;
        var opens = OpensList.IsMatch(text.Folded[..match.Index]);
        return month && (match.Groups[1].Success || match.Groups[3].Success || inCell || opens);
    }

    /// <summary>"quý" a quarter of the year, not "quy", "quỹ" or "quý" as in "quý vị".</summary>
    private static bool IsQuarter(MappedText text, Match match)
    {
        var word = match.Groups[2].Index - 4;
        return text.Text[match.Groups[2].Index..].Length > 0 && text.Text[word + 2] is 'ý' or 'í' or 'Ý' or 'y' && !char.IsLower(text.Text[match.Groups[2].Index]);
    }
}
