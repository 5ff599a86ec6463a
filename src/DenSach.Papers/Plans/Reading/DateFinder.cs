using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Finds what may be a deadline in a text: windows, days, quarters, months, and years in which something is to be finished.</summary>
internal static class DateFinder
{
    internal const string Relations = "truoc|(?:cham|muon) nhat(?: la| vao| den| cuoi)*|khong (?:qua|muon hon|cham hon)|den het|han cuoi|tu|trong|vao|cuoi|dau|xong|den|het";
    internal const string YearTail = @"(?: ?(?:/+|-|,? ?nam) ?((?:19|20)\d{2}))?";
    internal const string Hour = @"(?:\d{1,2} ?(?:gio|h|g)(?: ?\d{2})?(?: phut)?,? )?";
    private static readonly Pattern DayForm = Pattern.Of(
        $@"(?:\b({Relations}) )?{Hour}(?:(?:vao|la|het) )?ngay (?:mung |mong )?(\d{{1,2}}) ?(?:/+|-|thang) ?(\d{{1,2}}){YearTail}\b",
        "ngay "
    );

    // "định kỳ ngày 25 hằng tháng", "trước ngày 20 của tháng cuối quý": a day of every month or quarter.
    private static readonly Pattern EachTimeForm = Pattern.Of(
        $@"(?:\b({Relations}) )?(?:(?:vao|la|het) )?ngay (\d{{1,2}})( ?,?(?: cua)? (?:(?:hang|moi|tung) (thang)|(?:hang|moi|tung) quy|thang cuoi(?: cua)?(?: moi| hang)? quy))\b",
        "ngay "
    );

    // "hằng tháng báo cáo tiến độ trước ngày 28": the month is said before.
    private static readonly Pattern EachMonthForm = Pattern.Of(
        @"\b(?:hang|moi|tung) thang\b[^.;/0-9]{0,80}?\b((truoc|cham nhat|vao|den) ngay (\d{1,2}))(?:[ ]?[.;,)]|$| (?:ve|cho|gui|de)\b)",
        "thang"
    );
    private static readonly Pattern QuarterForm = Pattern.Of($@"(?:\b({Relations}) )?\bquy (iii|iv|ii|i|[1-4])\b{YearTail}", "quy ");

    // "quý III, IV/2026", "quý II - III".
    private static readonly Pattern QuartersForm = Pattern.Of($@"(?:\b({Relations}) )?\bquy (iii|iv|ii|i) ?(,|va|-|den) ?(iii|iv|ii|i)\b{YearTail}", "quy ");
    private static readonly Pattern MonthForm = Pattern.Of(
        $@"(?:\b({Relations}|trong tuan thu (?:nhat|hai|ba|tu)|(?:thuong|trung|ha) tuan)(?: cua)? )?\bthang (\d{{1,2}})\b{YearTail}",
        "thang "
    );

    // "Q4/2028", "T9/2028".
    private static readonly Pattern ShortForm = Pattern.Of($@"(?:\b({Relations}) )?\b(?:q\.?(iii|iv|ii|i|[1-4])|t\.?(\d{{1,2}})) ?[/.-] ?((?:19|20)\d{{2}})\b", "q", "t");

    // "Tháng 9 - 10: …", "từ tháng 3 đến tháng 5/2026": it begins in the one month and ends with the other.
    private static readonly Pattern MonthsForm = Pattern.Of(
        $@"(?:\b({Relations}) )?\bthang (\d{{1,2}})(?: ?/ ?((?:19|20)\d{{2}}))? ?(?:-|den|toi) ?(?:het |cuoi )?(?:thang )?(\d{{1,2}}){YearTail}( ?[/%]|\d)?",
        "thang "
    );

    private static readonly Pattern YearForm = Pattern.Of(@"\b(?:(vao|trong|truoc|den het|het|cuoi|dau) )?(?:(?:cuoi|dau|giua) )?nam ((?:19|20)\d{2})\b", "nam ");

    // "xong trước 11/2027", and in a cell "11/2027".
    private static readonly Pattern MonthOfAYearForm = Pattern.Of($@"(?:\b({Relations}) |^|[ (,;-])(\d{{1,2}}) ?/ ?((?:19|20)\d{{2}})\b( ?[/-]\d)?", "/");

    // "sơ kết (2028) và tổng kết (năm 2030)".
    private static readonly Pattern EventYearForm = Pattern.Of(@"\b(?:so|tong) ket ?\( ?(?:nam )?((?:19|20)\d{2}) ?\)", "(");
    private static readonly Pattern Event = Pattern.Of(@"\b(so ket|tong ket|hoan thanh|ket thuc|cong bo|ban hanh)\b");
    private static readonly Pattern EventAtOnce = Pattern.Of(@"\b(so|tong) ket( [^q.;,][^.;,]{0,11})? ?$");
    private static readonly Pattern OpensEvent = Pattern.Of(@"^ ?[:,]? ?(tien hanh |to chuc )?(so|tong) ket\b");

    // "tăng từ 9/12 lên 12/12 thôn": how many of how many.
    private static readonly Pattern FromTo = Pattern.Of(@"\btu \d{1,3}/(\d{1,3})\b[^;.%]{0,40}\b(?:len|xuong)( den| it nhat| toi thieu)* \d{1,3}/(\d{1,3})\b", "/");
    private static readonly Pattern AfterAMonth = Pattern.Of(@"\b(truoc|trong|vao|tu|den|cuoi|dau) thang \d{1,2} ?(,|va|hoac) ?$", "thang ");
    private static readonly Pattern OpensList = Pattern.Of(@"^(thang \d{1,2}( ?/ ?\d{4})? ?(,|va|-)? ?)*$");

    // "trong 02 tháng đầu năm 2027": no date of the contract says which part of the year.
    private static readonly Pattern OfAPart = Pattern.Of(@"\b(\d{1,2}|hai|ba|sau|may) thang( dau)?( cua)? ?$|\bnua( dau)?( cua)? ?$", "thang", "nua");

    /// <summary>The dates in their order, and what speaks of a day, a month or a quarter and fits no form.</summary>
    /// <param name="text">A paragraph or the cell of a table.</param>
    /// <param name="inCell">A month needs no word before it.</param>
    public static (List<FoundDate> Dates, List<(int Start, int End)> Loose) In(MappedText text, bool inCell)
    {
        var taken = Citations.In(text).Select(c => (c.Start, c.End)).Concat(Years.Ranges(text).Select(r => (r.Start, r.End))).ToList();
        if (text.Folded.Contains('/', StringComparison.Ordinal))
        {
            taken.AddRange(FromTo.Matches(text.Folded).Where(m => m.Groups[1].Value == m.Groups[3].Value).Select(m => (m.Index, m.Index + m.Length)));
        }

        var hasDigits = text.Folded.AsSpan().ContainsAnyInRange('0', '9');
        var found = hasDigits ? DayWindows.In(text, taken) : [];
        found.AddRange(Free(DayForm, text, taken).Select(m => FoundDate.Of(m, Day(m), isDay: true)));
        found.AddRange(Free(MonthsForm, text, taken, m => AreMonths(m) && (m.Groups[5].Success || IsMonth(text, m, inCell))).SelectMany(Months));
        found.AddRange(hasDigits ? BareDays.In(text, taken, inCell) : []);
        found.AddRange(Free(EachTimeForm, text, taken, m => Dates.Number(m.Groups[2].Value) is >= 1 and <= 31).Select(EachTime));
        found.AddRange(EachMonth(text, taken));
        found.AddRange(MonthLists.In(text, taken));
        found.AddRange(Free(QuartersForm, text, taken, m => IsQuarter(text, m) && char.IsUpper(text.Text[m.Groups[4].Index])).SelectMany(Quarters));
        found.AddRange(
            Free(QuarterForm, text, taken, m => IsQuarter(text, m))
                .Select(m => FoundDate.Of(m, new() { Quarter = Dates.Roman(m.Groups[2].Value), Year = Dates.Number(m.Groups[3].Value) }))
        );
        found.AddRange(Free(ShortForm, text, taken, m => IsShort(text, m)).Select(Short));
        found.AddRange(
            Free(MonthForm, text, taken, m => IsMonth(text, m, inCell))
                .Select(m => FoundDate.Of(m, new() { Month = Dates.Number(m.Groups[2].Value), Year = Dates.Number(m.Groups[3].Value) }))
        );
        found.AddRange(
            Free(MonthOfAYearForm, text, taken, m => !m.Groups[4].Success && (inCell || m.Groups[1].Success) && Dates.Number(m.Groups[2].Value) is >= 1 and <= 12)
                .Select(m => FoundDate.Of(m, new() { Month = Dates.Number(m.Groups[2].Value), Year = Dates.Number(m.Groups[3].Value) }))
        );
        found.AddRange(
            Free(EventYearForm, text, taken).Select(m => new FoundDate(m.Groups[1].Index, m.Index + m.Length, "", new() { Year = Dates.Number(m.Groups[1].Value) }, IsDay: false))
        );

        // "sơ kết Đề án vào năm 2025": a year alone is a deadline only where something is to be finished in it.
        var years = Free(
            YearForm,
            text,
            taken,
            m =>
                IsEvent(text, m)
                && !found.Any(f => FoundDate.ClauseStart(text, f.Start) == FoundDate.ClauseStart(text, m.Index) && f.Start > m.Index && !IsOfAnotherEvent(text, m, f))
        );
        found.AddRange(years.Select(m => FoundDate.Of(m, new() { Year = Dates.Number(m.Groups[2].Value) })));
        var loose = StrayTimes.In(text, taken);
        var lunar = LunarDays.Among(found, text);
        found.RemoveAll(lunar.Contains);
        return (WithEnds(text, [.. found.OrderBy(f => f.Start).ThenBy(f => f.End)]), [.. loose.Concat(lunar.Select(f => (f.Start, f.End))).OrderBy(p => p.Start)]);
    }

    /// <summary>"từ quý IV/2027 - quý I/2028": what stands behind the dash is where it ends.</summary>
    private static List<FoundDate> WithEnds(MappedText text, List<FoundDate> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (first, next) = (found[i - 1], found[i]);
            if (first.Relation == "from" && next.Word.Length == 0 && next.Start > first.End && text.Folded.AsSpan(first.End, next.Start - first.End).Trim(' ') is "-")
            {
                found[i] = next with { Word = "den" };
            }
        }

        return found;
    }

    private static List<FoundDate> EachMonth(MappedText text, List<(int Start, int End)> taken)
    {
        var days = EachMonthForm.Matches(text.Folded).Select(m => m.Groups).Where(g => Dates.Number(g[3].Value) is >= 1 and <= 31).ToList();
        var free = days.FindAll(g => !taken.Any(t => g[1].Index < t.End && t.Start < g[1].Index + g[1].Length));
        taken.AddRange(free.Select(g => (g[1].Index, g[1].Index + g[1].Length)));
        return free.ConvertAll(g => new FoundDate(g[1].Index, g[1].Index + g[1].Length, g[2].Value, new() { Day = Dates.Number(g[3].Value) }, IsDay: false) { Again = "monthly" });
    }

    private static PlanDeadline Day(Match m) =>
        new()
        {
            Day = Dates.Number(m.Groups[2].Value),
            Month = Dates.Number(m.Groups[3].Value),
            Year = Dates.Number(m.Groups[4].Value),
        };

    private static FoundDate EachTime(Match m) => FoundDate.Of(m, new() { Day = Dates.Number(m.Groups[2].Value) }) with { Again = m.Groups[4].Success ? "monthly" : "quarterly" };

    private static bool AreMonths(Match m) =>
        !m.Groups[6].Success
        && (Dates.Number(m.Groups[2].Value), Dates.Number(m.Groups[4].Value)) is (>= 1 and <= 12, >= 1 and <= 12)
        && (m.Groups[3].Success || Dates.Number(m.Groups[2].Value) < Dates.Number(m.Groups[4].Value));

    private static IEnumerable<FoundDate> Months(Match m)
    {
        var (first, last, until) = (m.Groups[2], m.Groups[4], Dates.Number(m.Groups[5].Value));
        yield return new(m.Index, first.Index + first.Length, "tu", new() { Month = Dates.Number(first.Value), Year = Dates.Number(m.Groups[3].Value) ?? until }, IsDay: false);
        yield return new(last.Index, m.Index + m.Length, "den", new() { Month = Dates.Number(last.Value), Year = until }, IsDay: false);
    }

    private static IEnumerable<FoundDate> Quarters(Match m)
    {
        var (first, last, year, window) = (m.Groups[2], m.Groups[4], Dates.Number(m.Groups[5].Value), m.Groups[3].Value is "-" or "den");
        var begins = window && Dates.Roman(first.Value) > Dates.Roman(last.Value) ? year - 1 : year; // "quý IV - I/2028"
        yield return new(m.Index, first.Index + first.Length, window ? "tu" : "trong", new() { Quarter = Dates.Roman(first.Value), Year = begins }, IsDay: false);
        yield return new(last.Index, m.Index + m.Length, window ? "den" : "trong", new() { Quarter = Dates.Roman(last.Value), Year = year }, IsDay: false);
    }

    private static FoundDate Short(Match m) =>
        FoundDate.Of(
            m,
            new()
            {
                Quarter = Dates.Roman(m.Groups[2].Value),
                Month = Dates.Number(m.Groups[3].Value),
                Year = Dates.Number(m.Groups[4].Value),
            }
        );

    private static bool IsShort(MappedText text, Match m) =>
        char.IsUpper(text.Text[m.Groups[2].Success ? m.Groups[2].Index - 1 : m.Groups[3].Index - 1]) && (m.Groups[2].Success || Dates.Number(m.Groups[3].Value) is >= 1 and <= 12);

    private static List<Match> Free(Pattern form, MappedText text, List<(int Start, int End)> taken, Func<Match, bool>? also = null)
    {
        var free = form.Matches(text.Folded).Where(m => IsFree(m, taken) && (also is null || also(m))).ToList();
        taken.AddRange(free.Select(m => (m.Index, m.Index + m.Length)));
        return free;
    }

    internal static bool IsFree(Match m, List<(int Start, int End)> taken) => !taken.Any(t => m.Index < t.End && t.Start < m.Index + m.Length);

    /// <summary>A share to be reached in a year is a target and no date: "90 % học sinh hoàn thành chương trình vào năm 2025".</summary>
    private static bool IsEvent(MappedText text, Match match)
    {
        var before = text.Folded[FoundDate.ClauseStart(text, match.Index)..match.Index];
        return !OfAPart.IsMatch(before)
            && (Opening(text, match).Success || (!before.Contains('%') && (match.Groups[1].Success ? Event.IsMatch(before) : EventAtOnce.IsMatch(before))));
    }

    /// <summary>"sơ kết vào năm 2026, tổng kết vào quý II năm 2030": the later date is that of the second.</summary>
    private static bool IsOfAnotherEvent(MappedText text, Match year, FoundDate later) =>
        Event.IsMatch(text.Folded[Math.Min(year.Index + year.Length + Opening(text, year).Length, later.Start)..later.Start]);

    /// <summary>"Năm 2028 sơ kết giữa kỳ": the event that the year opens its clause with.</summary>
    private static Match Opening(MappedText text, Match year) =>
        text.Folded.AsSpan(FoundDate.ClauseStart(text, year.Index), year.Index - FoundDate.ClauseStart(text, year.Index)).Trim("-+ ").IsEmpty
            ? OpensEvent.Match(text.Behind(year.Index + year.Length))
            : System.Text.RegularExpressions.Match.Empty;

    /// <summary>"trong tháng 9", "Tháng 3/2026: …"; not "6 tháng", and a bare month only where it opens its paragraph.</summary>
    private static bool IsMonth(MappedText text, Match match, bool inCell)
    {
        var month = Dates.Number(match.Groups[2].Value) is >= 1 and <= 12;
        var opens = match.Index < Folding.Near && OpensList.IsMatch(text.Before(match.Index));
        return month
            && (
                match.Groups[1].Success
                || AfterAMonth.IsMatch(text.Before(match.Index))
                || match.Groups[3].Success
                || inCell
                || opens
                || Recurrences.IsYearlyAtOnce(text, match.Index + match.Length)
            );
    }

    /// <summary>"quý" a quarter of the year, not "quy", "quỹ" or "quý" as in "quý vị".</summary>
    private static bool IsQuarter(MappedText text, Match match)
    {
        var word = match.Groups[2].Index - 4;
        return text.Text[match.Groups[2].Index..].Length > 0
            && (text.Text[word + 2] is 'ý' or 'í' or 'Ý' or 'Í' || (text.Text[word + 2] is 'y' or 'Y' && !char.IsLower(text.Text[match.Groups[2].Index])));
    }
}
