namespace DenSach.Papers.Plans.Reading;

/// <summary>What may be a goal and gave no target: a count that the work is to reach ("mở ít nhất 12 lớp chuyên đề"), and a part of a goal without a figure ("; xã được công nhận …").</summary>
internal static class UntoldGoals
{
    private static readonly string[] Words = ["it nhat", "toi thieu", "khong duoi", "khong it hon", "phan dau"];
    private static readonly Pattern Least = Pattern.Of($@"\b({string.Join('|', Words)})( (tu|co|mo|dat|to chuc|xay dung|thanh lap|ket nap))* ?$");

    // A vote, what each of many does, and how large they are.
    private static readonly Pattern Condition = Pattern.Of(@"^(luot |nguoi |thanh vien |ho |dai bieu )*[^;.]{0,30}\b(du hop|co mat|tan thanh|dong y|bieu quyet)\b|^(luot|lan)\b");
    private static readonly Pattern Reached = Pattern.Of(@"\b(duoc cong nhan|dat chuan|dat danh hieu|giu vung danh hieu|duy tri danh hieu)\b");

    /// <summary>Warns of counts outside the goals.</summary>
    public static void ReportCounts(MappedText sentence, WarningList warnings)
    {
        if (!Array.Exists(Words, word => sentence.Folded.Contains(word, StringComparison.Ordinal)))
        {
            return;
        }

        foreach (var count in TargetFigure.Counts(sentence).Where(c => Least.IsMatch(sentence.Before(c.Start)) && !Condition.IsMatch(sentence.Behind(c.End))))
        {
            warnings.Add("outside_goals", "Con số này đứng ngoài phần mục tiêu: nếu là chỉ tiêu thì thêm vào danh sách.", sentence.Span(count.Start, count.End));
        }
    }

    /// <summary>Warns of the parts between semicolons that speak of something to be reached and hold none of the figures.</summary>
    public static void ReportParts(MappedText sentence, IReadOnlyList<TargetFigure> figures, WarningList warnings)
    {
        for (var start = 0; start < sentence.Length; )
        {
            var stop = sentence.Folded.IndexOf(';', start) is >= 0 and var at ? at : sentence.Length;
            var part = sentence.Folded[start..stop];
            if (Reached.IsMatch(part) && !part.Contains('%') && !figures.Any(f => start <= f.Start && f.Start < stop))
            {
                warnings.Add("number", "Phần câu này không có con số nên chưa đọc thành chỉ tiêu.", sentence.Span(start, stop));
            }

            start = stop + 1;
        }
    }
}
