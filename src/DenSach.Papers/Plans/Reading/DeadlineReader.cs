namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Dates, months, quarters and years by which something is due, and reports that come again without a date. Dates of cited documents are no deadlines, nor what
/// a section about past results tells.
/// </summary>
internal sealed class DeadlineReader(WarningList warnings, PlanYears plan)
{
    private static readonly Pattern UpTo = Pattern.Of(@"\b(tinh|cap nhat|thong ke) $");
    private static readonly Pattern BetweenList = Pattern.Of(@"^( ?(,|va|-|hoac|\([^()]{1,30}\)))+ ?$");
    private static readonly Pattern DueBefore = Pattern.Of(@"\b(han chot|han cuoi( cung)?|han nop|han gui|thoi han( nop| gui| hoan thanh)?)\b[^;.0-9]{0,50}$");

    private static readonly Pattern DueThen = Pattern.Of(@"\b(so ket|tong ket|hoan thanh|ket thuc|nop|gui|bao cao|trinh|binh xet|cham diem|cong nhan)\b[^;.,0-9]{0,40}$");
    private static readonly Pattern NextYear = Pattern.Of(@"^ ?(cua )?nam (sau|ke tiep|lien ke|tiep theo|ke sau)\b");

    // "riêng năm 2027 là 30/6".
    private static readonly Pattern OfOneYear = Pattern.Of(@"\brieng(?: trong)? nam ((?:19|20)\d{2})\b[^;.0-9]{0,40}$", "rieng ");

    // "trước ngày 15/12 các năm 2027, 2028", "trước ngày 15/12/2027 và năm 2030".
    private static readonly Pattern ForMoreYears = Pattern.Of(
        @"^ ?(?:(?:cua |trong |vao )?cac nam (?:19|20)\d{2}\b|(?:,|va) ?(?:nam )?(?:19|20)\d{2}(?:$| ?[,;.)]| va\b))",
        "19",
        "20"
    );
    private static readonly Pattern OfAYear = Pattern.Of(@"^((vao|trong|cuoi|dau|giua|het|den|truoc|nam|[a-z]{2,8}) ){0,3}(?:19|20)\d{2}$|^(tu )?t\d{1,2}\b.*$", "19", "20", "t");
    private static readonly Pattern OpensWithYear = Pattern.Of(@"^(trong )?nam ((?:19|20)\d{2}) ?[:,]");
    private static readonly Pattern Recipient = Pattern.Of(
        @"\b(?:(?:bao cao|gui)\b.{0,120}?\b(?:ve|cho|den|toi)|bao cao|gui) ((?:uy ban nhan dan|ubnd|hoi|hkh|phong|so|ban|thuong truc|bo|van phong|huyen uy|tinh uy|dang uy|chu tich|co quan thuong truc)\b.{2,120}?)(?: truoc| de | cham nhat|;|\.|,| vao|$| qua | theo | ket qua| tinh hinh| trong (?:quy|thang|nam|tuan)| (?:hang|moi) | danh sach| ho so)"
    );

    private readonly List<PlanDeadline> _deadlines = [];

    public IReadOnlyList<PlanDeadline> Read(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.Where(b => !Sections.IsPast(b)))
        {
            Read(block.Content, d => d, inCell: false);
        }

        return [.. _deadlines.OrderBy(d => d.Span.Start)];
    }

    /// <summary>The time column of a table of work: a date there needs no word before it.</summary>
    /// <returns>Whether it named one.</returns>
    public bool ReadCell(MappedText cell, MappedText what)
    {
        var before = _deadlines.Count;
        Read(cell, d => d with { What = what.Text, FromTable = true }, inCell: true);
        if (_deadlines.Count == before && OfAYear.Match(cell.Folded) is { Success: true } year)
        {
            warnings.Add("date", "Ô thời gian này chỉ ghi năm hoặc ghi theo lối chưa đọc được: cần xem lại.", cell.Span(year.Index, year.Index + year.Length));
        }

        return _deadlines.Count > before;
    }

    /// <summary>The words of a task in a table whose row has no time of its own.</summary>
    public void ReadWork(MappedText what) => Read(what, d => d with { FromTable = true }, inCell: false);

    /// <summary>What is to come of a task, in a table. A month, a quarter or a year alone is part of its name ("Báo cáo quý I/2027"), no date by which it is due.</summary>
    public void ReadProduct(MappedText product) => Read(product, d => d with { FromTable = true }, inCell: false, d => d.IsDay || d.Relation is not null || d.Again is not null);

    private void Read(MappedText text, Func<PlanDeadline, PlanDeadline> finish, bool inCell, Predicate<FoundDate>? counts = null)
    {
        // From the last to the first, as a later one may give its year to those before it in a list.
        var (dates, loose) = DateFinder.In(text, inCell);
        dates.RemoveAll(d => counts?.Invoke(d) == false);
        for (var k = 1; k < dates.Count; k++)
        {
            // "trước ngày 20/6 và ngày 05/12": the word before the first holds for the list.
            var (one, two) = (dates[k - 1], dates[k]);
            if (
                (one.IsDay ? two is { IsDay: true, Word: "" } : one.Date.Month is not null && two is { IsDay: false, Word: "", Date.Month: not null })
                && BetweenList.IsMatch(text.Folded[Math.Min(one.End, two.Start)..two.Start])
            )
            {
                dates[k] = two with { Word = one.Word };
            }
        }

        var at = _deadlines.Count;
        for (var k = dates.Count - 1; k >= 0; k--)
        {
            var item = dates[k];
            var next = k + 1 < dates.Count && BetweenList.IsMatch(text.Folded[Math.Min(item.End, dates[k + 1].Start)..dates[k + 1].Start]) ? dates[k + 1] : null;
            if (Deadline(text, item, next, inCell) is { } deadline)
            {
                _deadlines.Insert(at, finish(deadline));
            }
        }

        // "Trước 31/01 hằng năm …; trước 15/6 …; trước 10/12 …": it is said once, and the later ones stay doubted.
        var yearly = _deadlines.FindIndex(at, d => d is { Recurrence: "yearly", Day: not null });
        for (var k = yearly; k >= 0 && k < _deadlines.Count; k++)
        {
            _deadlines[k] = _deadlines[k] is { Recurrence: null, Year: null, Day: not null } ? _deadlines[k] with { Recurrence = "yearly" } : _deadlines[k];
        }

        foreach (var (start, end) in loose)
        {
            warnings.Add("date", "Có một mốc thời gian trong văn bản chưa đọc được thành hạn, cần xem lại.", text.Span(start, end));
        }

        var reports = Recurrences.OfReports(text).Where(r => !dates.Any(d => r.Start <= d.Start && d.Start < r.Stop)).ToList();
        foreach (var (start, end) in inCell && dates.Count > 0 ? [] : EventTimes.In(text, dates).Where(e => !reports.Exists(r => r.Start <= e.Start && e.Start < r.Stop)))
        {
            warnings.Add("date", "Hạn này tính theo kỳ hoặc theo một việc khác, chưa đọc được thành ngày.", text.Span(start, end));
        }

        foreach (var (recurrence, start, stop) in reports)
        {
            _deadlines.Add(finish(Said(text, start, stop) with { Recurrence = recurrence }));
        }
    }

    private PlanDeadline? Deadline(MappedText text, FoundDate item, FoundDate? next, bool inCell)
    {
        if (!item.Exists)
        {
            warnings.Add("date", "Ngày tháng này không có thật, cần xem lại.", text.Span(item.Start, item.End));
            return null;
        }

        var start = FoundDate.ClauseStart(text, item.Start);
        var stop = FoundDate.ClauseEnd(text, item.End);
        // "cập nhật đến ngày 20/6" says of when the figures are, "cập nhật trước ngày 20" by when it is done.
        if (item.Relation != "before" && UpTo.Match(text.Folded[start..item.Start]) is { Success: true } upTo && text.Text[start + upTo.Index + 1] is not 'ỉ')
        {
            return null;
        }

        item = item is { IsDay: true, Word: "" } && DueBefore.IsMatch(text.Folded[start..item.Start]) ? item with { Word = "han" } : item;
        if (item.Date.Year is null && !NextYear.IsMatch(text.Folded[item.End..stop]) && OfOneYear.Match(text.Folded[start..item.Start]) is { Success: true } one)
        {
            item.Date = item.Date with { Year = Dates.Number(one.Groups[1].Value) };
        }

        if (ForMoreYears.IsMatch(text.Folded[item.End..stop]))
        {
            warnings.Add("recurrence", "Hạn này còn ghi những năm khác: cần kiểm tra hạn của từng năm.", text.Span(item.Start, stop));
        }

        item.Again ??= Recurrences.Beside(text, item.Start, item.End, stop);
        if (item.Date.Year is null && item.Again is null && next is not null)
        {
            (item.Date, item.Again) = (item.Date with { Year = next.Date.Year }, next.Again); // "quý II, quý III/2026"
        }

        if (item is { Again: null, Date.Year: null } && NextYear.IsMatch(text.Folded[item.End..stop]))
        {
            (item.Date, item.Again) = plan.OnlyYear is { } only ? (item.Date with { Year = only + 1 }, null) : (item.Date, "yearly");
            if (plan.OnlyYear is null)
            {
                warnings.Add("recurrence", "“Năm sau” là năm tiếp theo năm thực hiện, nên lần đầu không rơi vào năm đầu của giai đoạn: cần kiểm tra.", text.Span(item.Start, stop));
            }
        }

        item = item is { IsBare: true, Again: null, Word: "" } && DueThen.IsMatch(text.Folded[start..item.Start]) ? item with { Word = "vao" } : item;
        item.Again ??=
            item.Date.Year is null && !(item.IsBare && item.Word.Length == 0 && !inCell) ? Recurrences.Around(text, start, item.End, named: item.Date.Month is not null) : null;
        if (item.Relation is null && item.IsDay && item.Again is null && !inCell)
        {
            warnings.Add("date", "Có một ngày trong văn bản nhưng không rõ là hạn của việc gì.", text.Span(item.Start, item.End));
            return null;
        }

        if (item.Date.Year is null && item.Again is null)
        {
            item.Date = item.Date with { Year = plan.OnlyYear ?? OpeningYear(text) };
        }

        var said = Said(text, start, stop);
        var ofHalf = item is { IsDay: true, Date.Year: null } && Recurrences.IsOfHalf(text, start, item.Start);
        item.Again = ofHalf && item.Again is null ? "yearly" : item.Again;
        if (ofHalf && item.Again is "yearly" or "half_yearly" && !Recurrences.SaysYearly(text, item.End))
        {
            warnings.Add("recurrence", "Báo cáo 6 tháng này chỉ có một ngày: cần kiểm tra có phải mỗi năm một lần không, và hạn của kỳ còn lại.", said.Span);
        }

        if (item.Date.Year is null && item.Again is null)
        {
            warnings.Add("recurrence", "Hạn này không ghi năm, cũng không ghi “hằng năm”: cần kiểm tra.", said.Span);
        }

        if (item.Date.Year is { } year && plan.IsFarFrom(year))
        {
            warnings.Add("date", $"Năm {year} nằm xa kỳ kế hoạch: cần kiểm tra có ghi nhầm không.", text.Span(item.Start, item.End));
        }

        return item.Date with
        {
            Relation = item.Relation ?? "in",
            Recurrence = item.Date.Year is not null ? "once" : item.Again,
            What = said.What,
            To = said.To,
            Span = said.Span,
        };
    }

    /// <summary>What is due, to whom, and where that stands.</summary>
    private static PlanDeadline Said(MappedText text, int start, int stop)
    {
        var clause = text.Slice(start, stop);
        return new()
        {
            What = clause.Text.Trim(' ', ',', ';', '-'),
            To = To(clause),
            Span = text.Span(start, stop),
        };
    }

    /// <summary>"Năm 2023: thí điểm …, rút kinh nghiệm trong quý IV": the paragraph is about that year.</summary>
    private static int? OpeningYear(MappedText text) => OpensWithYear.Match(text.Folded) is { Success: true } opens ? Dates.Number(opens.Groups[2].Value) : null;

    private static string? To(MappedText clause)
    {
        var match = Recipient.Match(clause.Folded);
        return match.Success ? clause.Text.Substring(match.Groups[1].Index, match.Groups[1].Length).Trim() : null;
    }
}
