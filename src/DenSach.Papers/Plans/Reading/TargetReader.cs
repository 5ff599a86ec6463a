namespace DenSach.Papers.Plans.Reading;

/// <summary>Targets in prose: every figure of the goal sections, and what looks like a target elsewhere.</summary>
internal sealed class TargetReader(WarningList warnings, PlanYears plan)
{
    private static readonly Pattern GoalWords = Pattern.Of(@"\b(phan dau|it nhat|toi thieu|dat|bao dam|dam bao|den nam)\b");
    private static readonly Pattern PastWords = Pattern.Of(
        @"\b(da dat|dat duoc|hien (nay|co|moi|chi)|tinh den|ket qua dat|da (co|khen|mo|to chuc|ket nap|cong nhan|huy dong|van dong)|thuc trang)\b"
    );

    // A semicolon before words; one before the next figure of a row parts nothing.
    private static readonly Pattern NextPart = Pattern.Of(@";[ -]*(?:\d{1,3}(?:[.,]\d{1,2})? ?%)? ?([a-z]+)");

    private static readonly Pattern Another = Pattern.Of(@" ?, ?(phan dau|dong thoi|ngoai ra)( phan dau)?( co| dat)? \d{1,3}(?:[.,]\d{1,2})? ?%");
    private static readonly Pattern OfToday = Pattern.Of(@"^([^:%.]{1,40}: ?)?[ -]*(hien (nay|co|tai|toan)|den nay|tinh den (nay|cuoi|het|thang|ngay))\b");

    // "Năm học 2023-2024 huyện đã mở 12 lớp": what was done, in a sentence that sets nothing.
    private static readonly Pattern Done = Pattern.Of(@"^[^%;:]{0,80}\bda (phe duyet|mo|to chuc|thanh lap|ban hanh|huy dong|van dong)\b");

    private static readonly Pattern AimWords = Pattern.Of(@"\b(phan dau|muc tieu|chi tieu|se|den (het |cuoi )?nam|tro len|nang [^;%]{0,80} len)\b");
    private const int LongestLabel = 60;

    private readonly ReadTargets _targets = new();
    private MappedText? _label;
    private readonly TargetsInOrder _inOrder = new(warnings);
    private readonly ClauseTarget _clauses = new(warnings, plan);

    public IReadOnlyList<PlanTarget> Read(Block body)
    {
        (Block? Block, StatedYear? Year) last = default;
        foreach (var block in body.Descendants)
        {
            var inGoals = Sections.AreGoals(block);
            _targets.Open(block);
            var before = YearHandedOn.IsTakenUp(block, last.Block) ? last.Year : null;
            var carried = before?.From.Span;
            _label = LabelOf(block.Content);
            foreach (var sentence in Sentences.Of(block.Content))
            {
                _inOrder.ForgetYears();
                ReadSentence(sentence, block, inGoals, before);
                before = YearHandedOn.By(sentence) ?? before;
            }

            foreach (var target in _targets.Here.Where(t => carried is { } words && t.YearFrom.Span == words))
            {
                warnings.Add("year", "Năm lấy từ đoạn trước: cần kiểm tra năm của chỉ tiêu.", target.Span);
            }

            last = (block, before);
        }

        return _targets.All;
    }

    /// <summary>"Dòng họ học tập: Hiện có … Phấn đấu năm 2026 đạt 84 %": the title that opens a paragraph is what all its sentences speak of.</summary>
    private static MappedText? LabelOf(MappedText paragraph)
    {
        var colon = paragraph.Folded.IndexOf(':', StringComparison.Ordinal);
        var label = colon is > 0 and < LongestLabel ? paragraph.Slice(0, colon) : null;
        return Measures.OneTitle(label) is null ? null : label;
    }

    /// <summary>"Năm 2027, số thôn đã tổ chức lớp đạt 90 %" of a plan of 2026 is what shall be.</summary>
    private bool NamesAYearToCome(MappedText sentence) => (plan.Issued ?? plan.Period?.From) is { } now && Years.Mentions(sentence).Any(y => y.Year > now);

    private void ReadSentence(MappedText sentence, Block block, bool inGoals, StatedYear? yearBefore)
    {
        if (!inGoals && !IsTarget(sentence, block))
        {
            return;
        }

        if (inGoals && (OfToday.IsMatch(sentence.Folded) || Done.IsMatch(sentence.Folded)) && !AimWords.IsMatch(sentence.Folded) && !NamesAYearToCome(sentence))
        {
            warnings.Add("past", "Câu này nêu kết quả đã đạt, không đọc thành chỉ tiêu.", sentence.Span());
            return;
        }

        if (TargetsInOrder.IsAnnounced(sentence) && PartBehindOrder(sentence) is { } stop)
        {
            // "… lần lượt là 70 %, 60 %; đến năm 2030 các tỷ lệ này là 80 %, 70 %": each part has its own order. A part without a year goes on in the one before.
            var first = sentence.Slice(0, stop);
            ReadSentence(first, block, inGoals, yearBefore);
            var said = Years.Written(first) is [.., var last] ? new StatedYear(last.Year, new(YearSource.Sentence, Years.Words(first, last))) : yearBefore;
            ReadSentence(sentence.Slice(stop + 1), block, inGoals, said);
            return;
        }

        var figures = SentenceFigures.In(sentence, inGoals, warnings);
        if (figures.Count == 0)
        {
            return;
        }

        if (inGoals)
        {
            UntoldGoals.ReportParts(sentence, figures, warnings);
        }

        var clauses = TargetClause.Of(sentence, figures);
        var context = YearContext.Of(block, plan);
        var years = TargetYears.Of(sentence, clauses, yearBefore is { } stated ? context with { Stated = stated } : context, plan);
        if (!_inOrder.Read(sentence, _label, clauses, years, inGoals, YearContext.SeveralAbove(block), _targets))
        {
            ReadClauses(sentence, clauses, years, block, inGoals);
        }
    }

    /// <summary>Whether a clause may be told of what was counted before: "trong đó …", grades, and the first place of "Cụ thể: thôn A 72 %, thôn B 68 %" behind the sentence that says what of.</summary>
    private bool IsOfTheOneBefore(MappedText sentence, IReadOnlyList<TargetClause> clauses, int k) =>
        k > 0 || clauses[k].OfParent || ClauseWords.IsGrade(clauses[k]) || (_targets.Here.Count > 0 && GivenTo.Of(sentence, clauses, k) is not null);

    /// <summary>Where a part of its own begins in a sentence that gives figures in an order: behind a semicolon, or at ", phấn đấu 50 % đơn vị …" behind the row.</summary>
    private static int? PartBehindOrder(MappedText sentence)
    {
        var behindStop = NextPart.Matches(sentence.Folded).FirstOrDefault(m => m.Groups[1].Value != "va")?.Index;
        var another = Another.Matches(sentence.Folded).FirstOrDefault(m => Subjects.Opening(sentence.Slice(m.Index + m.Length), true) is not null);
        var before = another is null ? null : sentence.Slice(0, another.Index);
        return before is not null && !before.Folded.Contains(';', StringComparison.Ordinal) && TargetsInOrder.IsAnnounced(before) ? another!.Index : behindStop;
    }

    private void ReadClauses(MappedText sentence, IReadOnlyList<TargetClause> clauses, List<YearReading> years, Block block, bool inGoals)
    {
        var read = new List<PlanTarget?>();
        for (var k = 0; k < clauses.Count; k++)
        {
            var parent = k > 0 ? read[k - 1] : _targets.All.LastOrDefault();
            var target = _clauses.Read(sentence, clauses, k, years[k], IsOfTheOneBefore(sentence, clauses, k) ? parent : null, _label ?? block.Parent?.Content);
            read.Add(SaidApart.Of(target, clauses[k], _targets.Here.Concat(read.OfType<PlanTarget>())));
            if (!inGoals && read[k] is { } outside)
            {
                warnings.Add("outside_goals", "Chỉ tiêu đọc được ngoài mục “Mục tiêu”, cần kiểm tra.", outside.Span);
            }
        }

        FigureRow.WarnOfTwins(sentence, clauses, read, warnings);
        _targets.Add(read.OfType<PlanTarget>());
    }

    /// <summary>Whether a sentence outside the goals sets one; what it says instead is a warning.</summary>
    private bool IsTarget(MappedText sentence, Block block)
    {
        var shares = TargetFigure.Percentages(sentence);
        if (shares.Count == 0)
        {
            if (!Sections.IsPast(block) && !PastWords.IsMatch(sentence.Folded))
            {
                UntoldGoals.ReportCounts(sentence, warnings);
            }

            return false;
        }

        if (Sections.IsPast(block) || PastWords.IsMatch(sentence.Folded))
        {
            warnings.Add("past", "Câu này nêu kết quả đã đạt, không đọc thành chỉ tiêu.", sentence.Span());
            return false;
        }

        var isGoal = GoalWords.IsMatch(sentence.Folded);
        foreach (var share in isGoal ? [] : shares)
        {
            warnings.Add("percentage", "Có tỷ lệ phần trăm ngoài mục tiêu, chưa rõ có phải chỉ tiêu không.", sentence.Span(share.Start, share.End));
        }

        return isGoal;
    }
}
