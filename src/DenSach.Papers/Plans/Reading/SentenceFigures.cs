namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// The figures of one sentence that are targets, in order: shares, growth a year, and in goal sections counted things.
/// What only compares with another figure, what was reached before and what cannot be told is a warning.
/// </summary>
internal static class SentenceFigures
{
    /// <summary>Longer than any words that lead a count: a long list is not read again from its beginning for each figure.</summary>
    private const int LongestLead = 200;

    private static readonly Pattern FromBaseline = Pattern.Of(
        @"\btu (\d{1,3}(?:[.,]\d{1,2})?) ?%[^;%]{0,60}?\b(len|xuong|con)( den| tren| duoi| it nhat| toi thieu| khoang| con)* ?\d"
    );
    private static readonly Pattern Increment = Pattern.Of(
        @"(\b(thap hon|cao hon|cong nhan them|co them|tang( them)?|giam( them| bot)?|(ty le|ti le)[^;,%]{0,60} them)( so voi)?( cung ky)?( nam (truoc|ngoai|lien truoc|(19|20)\d{2}))?( binh quan| tu| it nhat| khoang| duoi| tren)* ?|\bvuot\b[^%;]{0,60})$"
    );
    private static readonly Pattern FromSoMany = Pattern.Of(
        @"\btu (\d[0-9.]*) [^;%]{0,60}?\b(len|xuong|con)( den| tren| duoi| it nhat| toi thieu| khoang| con)* ?\d[0-9.]* [a-z]",
        "len ",
        "xuong ",
        "con "
    );

    private const string LevelAbove = "(ubnd |hdnd )?(tinh|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu)|cap tren|trung uong|chinh phu";
    private const string Gives = "giao( la| dat| tu| tren| toi thieu| it nhat|:)* ?$";

    // "81 % (kế hoạch huyện giao 80 %)", "82 % (xã giao tối thiểu 79 %)", "82 % (được giao 79 %)".
    private static readonly Pattern GivenFromAbove = Pattern.Of($@"\( ?((ke hoach|chi tieu|muc|so|phong|hoi|{LevelAbove})[^()%]{{0,40}} |duoc )?{Gives}", "giao");

    // "Chỉ tiêu huyện giao 70 %, xã phấn đấu 75 %"; "82 %, tỉnh giao 79 %".
    private static readonly Pattern GivenFirst = Pattern.Of($@"(^|[;,:.] ?)[ +-]*(ke hoach|chi tieu|muc|{LevelAbove})( [a-z]+){{0,4}} {Gives}", " giao");
    private static readonly Pattern GivenBeside = Pattern.Of($@"%[^%;,]{{0,80}}[;,] ?({LevelAbove})( [a-z]+){{0,2}} {Gives}", " giao");
    private static readonly Pattern NotLess = Pattern.Of(@"\bkhong (thap|it|cao|nhieu) hon( la| muc)? ?$");
    private static readonly Pattern ReachedAndPassed = Pattern.Of(@"\bdat( va|,| hoac)* vuot( muc| tren)? ?$");
    private static readonly Pattern Growth = Pattern.Of(
        @"\b(moi nam|hang nam|binh quan)\b[^;%]{0,80}\btang( them)?( binh quan| tu| it nhat| khoang| tren| moi nam)* ?$|\bmoi nam tang\b[^;%]{0,60}$"
    );
    private static readonly Pattern CountLead = Pattern.Of(
        @"((^|[;:,(]|\bva) ?|\b(it nhat|toi thieu|phan dau|co|dat|xay dung|to chuc|thanh lap|duy tri|moi nam|hang nam|mo|tren|hon|khoang|phat trien|huy dong|thu hut|ket nap|them|moi|tu|con|khong qua|ca|cho|trao|tang|cap|trong do|len|giup|tap huan|tro di|thi diem|nhan rong|ra mat|chon|toan bo|tat ca)( duoc| them| moi| tren| tu)? ?|[,;:] ?(thon|ban|lang|ap|buon|khom|khu pho|to dan pho|xa|phuong|thi tran)( so)? [^,;:.%]{1,25} )$"
    );
    private static readonly Pattern NotACount = Pattern.Of(
        @"(\b(muc do|nam|lop|cap|khoa|so|cung co|dieu|thang|ngay|giai doan|quy|tuoi|trong|tai|hoc ky|ky) ?|[0-9][/-] ?|[0-9][.,]|\d% ?)$"
    );
    private static readonly Pattern Money = Pattern.Of(@"\b[0-9]([0-9.,]*[0-9])? ?(trieu |ty |ti |nghin )?dong\b");
    private static readonly Pattern With = Pattern.Of(@"\b(voi|tu)( hon| tren| it nhat| khoang)? ?$");
    private static readonly Pattern People = Pattern.Of("^ ?(luot|nguoi|hoc vien|hoc sinh|hoi vien|doan vien|can bo)\\b");

    // "riêng doanh nghiệp có từ 100 lao động trở lên là 50 %": how large they are.
    private static readonly Pattern Sized = Pattern.Of(
        @"\b(doanh nghiep|hop tac xa|co quan|don vi|co so|cong ty|truong|thon|ban|dong ho|xa|phuong|huyen|dia phuong) (co )?(tu|tren|duoi)( du)? ?$"
    );

    // "Duy trì … ở 101/101 xã", "nâng cao chất lượng 12/12 huyện đạt chuẩn": the deed is done in all of them.
    private static readonly Pattern InAll = Pattern.Of(
        @"\b(duy tri|giu vung|hoan thanh|dat|cung co|thanh lap|kien toan|mo|xay dung|trien khai|to chuc|pho cap|bo tri|trang bi)\b[^;%]{0,120}\b(o|tai|chat luong|ket qua|thanh qua)( ca| cua| o| tai)? ?$"
    );

    // "Toàn xã có 2.140 hộ, phấn đấu …": how many there are.
    private static readonly Pattern AllThere = Pattern.Of(
        @"(^|: ?)[ +-]*(hien nay |hien )?(toan )?(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|dia ban) (hien |hien nay )?co (tong so |tat ca )?\d[0-9.]* (ho|ho dan|ho gia dinh|nguoi|nhan khau|dong ho|thon|ban|ap|khom|khu pho|to dan pho|xa|phuong)( dan)? ?[,;.(]"
    );

    // "trên 2/3 số thôn", "một nửa số dòng họ"; "7/10 người lớn": as many of ten, no seven persons.
    private static readonly Pattern Fraction = Pattern.Of(
        @"\b[1-9]/[1-9] ((tong )?so|thanh vien|dai bieu|dang vien|nguoi|gia dinh|ho|can bo|giao vien|hoc sinh)\b|\b(mot nua|(mot|hai|ba|bon) phan (hai|ba|tu|nam)) (tong |cac |so )*(so|cac|gia dinh|ho|nguoi|dan|dong ho|thon|ban|ap|khu|xa|phuong|co quan|don vi|truong)\b"
    );
    private static readonly Pattern OfTen = Pattern.Of(
        @"^\d{1,2} ?/ ?(10|[2-9]) (nguoi|gia dinh|ho|cong dan|can bo|hoc sinh|hoi vien|lao dong|nong dan)\b|^\d{1,3} ?/ ?(10|100) diem\b"
    );

    // "Cứ 1.000 người dân có 310 hội viên".
    private static readonly Pattern ForSoMany = Pattern.Of(@"\b(cu|tinh tren|tren moi|moi) \d[0-9.]* (nguoi|dan|ho|gia dinh|hoc sinh)\b[^;%]{0,60}$");

    // "Tăng thêm 12 dòng họ học tập so với năm 2025".
    private static readonly Pattern Rise = Pattern.Of(@"\b(tang|giam)( them| bot)?( it nhat| khoang| tren| tu)* ?$");
    private static readonly Pattern SinceThen = Pattern.Of("^[^;.%]{0,60}\\bso voi\\b", "so voi");
    private static readonly Pattern ToEach = Pattern.Of("^[a-z ]{2,20}/ ?(dau |moi )?(nguoi|hoc sinh|ho|chi hoi|thon|ban|ap|to|lop|truong|xa|phuong|don vi|dong ho|trung tam)\\b");
    private static readonly Pattern YearAlone = Pattern.Of(@"^(19|20)\d{2}$");
    private static readonly Pattern Bare = Pattern.Of(
        @"\b(dat|len|con|xuong|khong duoi)( den| tren| duoi| it nhat| toi thieu| khoang| binh quan)* (\d{1,6}([.,]\d{1,3})?) ?([;,.]( |$)|$)"
    );
    private static readonly Pattern Points = Pattern.Of("^ ?diem (%|phan tram)");
    private static readonly Pattern ShareAside = Pattern.Of(
        @"^[^;.%,(]{0,80}\( ?(dat|chiem|bang|ty le|ti le)?( ty le)? ?\d{1,3}([.,]\d{1,2})? ?% ?\)|^[^;.%,(]{0,30}[,(] ?(dat|chiem|bang|ty le|ti le)?( ty le)? ?\d{1,3}([.,]\d{1,2})? ?%|^[^;.%,(]{0,80}(\( ?(vao |den )?(nam )?20\d{2} ?\))? ?, ?(bang|chiem|dat ty le|chiem ty le|tuong duong|tuong ung)( khoang| voi| ty le)* ?\d{1,3}([.,]\d{1,2})? ?%"
    );
    private static readonly Pattern ShareBehind = Pattern.Of(@"^[^;.%]{0,140}?([(,] ?(dat|chiem|ty le|ti le|dat ty le|tuong ung)?( ty le)? ?\d{1,3}([.,]\d{1,2})? ?%)");

    public static List<TargetFigure> In(MappedText sentence, bool inGoals, WarningList warnings)
    {
        var folded = sentence.Folded;
        var shares = TargetFigure.Percentages(sentence);
        var baselines = FromBaseline.Matches(folded).Select(m => m.Groups[1].Index).ToHashSet();
        var kept = new List<TargetFigure>();
        TargetFigure? money = null;
        foreach (var share in shares)
        {
            var lead = folded[..share.Start];
            if (BrokenFigures.MayBeBroken(lead[Math.Max(0, lead.Length - LongestLead)..]))
            {
                warnings.Add("value", "Có thể là một số bị tách đôi, cũng có thể là hai số: cần kiểm tra con số.", sentence.Span(Math.Max(0, share.Start - 5), share.End));
            }

            if (NoTarget.IsMoney(folded, share) || (money is not null && NoTarget.GoesOn(folded, share, money)))
            {
                money = share;
                warnings.Add("number", "Tỷ lệ này là của kinh phí: không đọc thành chỉ tiêu.", sentence.Span(share.Start, share.End));
            }
            else if (!inGoals && NoTarget.IsCondition(folded, share))
            {
                warnings.Add("percentage", "Tỷ lệ này là điều kiện hoặc nói về địa bàn: không đọc thành chỉ tiêu.", sentence.Span(share.Start, share.End));
            }
            else if (GivenFromAbove.IsMatch(lead) || (share != shares[^1] && GivenFirst.IsMatch(lead)) || GivenBeside.IsMatch(lead))
            {
                warnings.Add("relative", "Con số này là mức cấp trên giao, không phải chỉ tiêu của kế hoạch.", sentence.Span(share.Start, share.End));
            }
            else if (baselines.Contains(share.Start))
            {
                warnings.Add("past", "Con số này là mức đang có, không phải chỉ tiêu.", sentence.Span(share.Start, share.End));
            }
            else if (share.Unit == "%" && Growth.IsMatch(lead[Math.Max(0, lead.Length - 160)..]))
            {
                kept.Add(share with { Unit = "%/year" });
            }
            else if (share.Unit == "%" && Increment.IsMatch(lead[Math.Max(0, lead.Length - 80)..]) && !ReachedAndPassed.IsMatch(lead) && !NotLess.IsMatch(lead))
            {
                warnings.Add("relative", "Con số này so với một mức khác, chưa đọc được thành chỉ tiêu.", sentence.Span(Math.Max(0, share.Start - 15), share.End));
            }
            else
            {
                kept.Add(share);
            }
        }

        if (inGoals)
        {
            kept.AddRange(Counts(sentence, shares, warnings));
            kept.AddRange(TargetFigure.OutOf(sentence).Where(f => !ShareAside.IsMatch(folded[f.End..]) && !kept.Exists(o => o.Start < f.End && f.Start < o.End)));
            List<(int Start, int End)> known =
            [
                .. kept.Select(f => (f.Start, f.End)),
                .. shares.Select(f => (f.Start, f.End)),
                .. TargetFigure.Counts(sentence).Select(f => (f.Start, f.End)),
            ];
            foreach (var bare in Bare.Matches(folded).Select(m => m.Groups[3]).Where(g => !YearAlone.IsMatch(g.Value) && !kept.Exists(f => f.Start <= g.Index && g.Index < f.End)))
            {
                known.Add((bare.Index, bare.Index + bare.Length));
                warnings.Add("number", "Có một con số không ghi đơn vị trong mục tiêu: chưa đọc thành chỉ tiêu.", sentence.Span(bare.Index, bare.Index + bare.Length));
            }

            foreach (var part in Fraction.Matches(folded).Where(m => !kept.Exists(f => f.Start < m.Index + m.Length && m.Index < f.End)))
            {
                known.Add((part.Index, part.Index + part.Length));
                warnings.Add("number", "Có một phần ghi bằng phân số hoặc bằng chữ: chưa đọc thành chỉ tiêu.", sentence.Span(part.Index, part.Index + part.Length));
            }

            foreach (var sum in Money.Matches(folded).Where(m => sentence.Text[m.Index..(m.Index + m.Length)].EndsWith("đồng", StringComparison.OrdinalIgnoreCase)))
            {
                known.Add((sum.Index, sum.Index + sum.Length));
                warnings.Add("number", "Có một số tiền trong mục tiêu: không đọc thành chỉ tiêu, cần xem lại.", sentence.Span(sum.Index, sum.Index + sum.Length));
            }

            UnreadFigures.Report(sentence, known, warnings);
        }

        return [.. kept.OrderBy(f => f.Start)];
    }

    private static IEnumerable<TargetFigure> Counts(MappedText sentence, List<TargetFigure> shares, WarningList warnings)
    {
        var folded = sentence.Folded;
        var there = AllThere.Match(folded);
        foreach (var count in TargetFigure.Counts(sentence).Where(c => !shares.Any(p => c.Start < p.End && p.Start < c.End)))
        {
            var lead = folded[..count.Start];
            var near = lead[Math.Max(0, lead.Length - LongestLead)..];
            if (InAll.IsMatch(near) && folded[count.Start..count.End].Contains('/'))
            {
                yield return count;
                continue;
            }

            // "2.450 hộ, đạt tỷ lệ 81 %", "15/16 tổ dân phố … (đạt 93,75%)": the share says the same once more, and is the target.
            if (
                NotACount.IsMatch(near)
                || Sized.IsMatch(near)
                || NoTarget.IsOfEach(folded, count)
                || ShareAside.IsMatch(folded[count.End..])
                || (there.Success && count.Start > there.Index && count.Start < there.Index + there.Length)
                || (folded[count.Start..count.End].Contains('/') && ShareBehind.IsMatch(folded[count.End..]))
            )
            {
                continue;
            }

            if (FromSoMany.Matches(folded).Any(m => m.Groups[1].Index == count.Start))
            {
                warnings.Add("past", "Con số này là mức đang có, không phải chỉ tiêu.", sentence.Span(count.Start, count.End));
                continue;
            }

            if (
                (Rise.IsMatch(near) && SinceThen.IsMatch(folded[count.End..]))
                || Points.IsMatch(folded[count.End..])
                || ForSoMany.IsMatch(near)
                || OfTen.IsMatch(folded[count.Start..])
            )
            {
                warnings.Add("relative", "Con số này so với một mức khác, chưa đọc được thành chỉ tiêu.", sentence.Span(count.Start, count.End));
                continue;
            }

            var bracketed = lead.Count(c => c == '(') > lead.Count(c => c == ')') && !TargetFigure.IsInBracketOfAYear(near);
            if (!bracketed && !ToEach.IsMatch(folded[count.End..]) && (CountLead.IsMatch(near) || (With.IsMatch(near) && People.IsMatch(folded[count.End..]))))
            {
                yield return count;
            }
            else
            {
                warnings.Add("number", "Có một con số trong mục tiêu, chưa rõ có phải chỉ tiêu không.", sentence.Span(count.Start, count.End));
            }
        }
    }
}
