namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Figures told level by level: "tỷ lệ học sinh bỏ học còn 0,3 % ở tiểu học và 0,8 % ở trung học cơ sở", "trường đạt chuẩn: mầm non 80 %, tiểu học 90 %; cả hai cấp đạt 86 %". The
/// level alone says of which part; whom they count and what is measured was said before.
/// </summary>
internal static class SchoolLevels
{
    private const string Level =
        "(ca )?(giao duc )?(cap |bac )?(hoc )?(mam non|mau giao|nha tre|tieu hoc|trung hoc co so|thcs|trung hoc pho thong|thpt|(hai|ba|bon|[2-4]) (cap|bac)( hoc)?)";

    private static readonly Pattern Alone = Pattern.Of($"^[ ,;:]*(va |con )?(o |tai )?{Level}[ :]*$");
    private static readonly Pattern Leading = Pattern.Of($"^[ ,;:]*(va |con )?(o |tai )?{Level}( dat| la| con| tren| duoi| tu| it nhat| toi thieu| khoang|:)* ?$");
    private static readonly Pattern Closing = Pattern.Of($"[ ,:]+((o|tai) )?{Level}$");
    private static readonly Pattern OfPupils = Pattern.Of(@"\b(huy dong|ra lop|den truong|len lop|bo hoc|chuyen cap|nhap hoc|hoan thanh chuong trinh)\b");
    private static readonly Pattern Where = Pattern.Of("^(ở|tại) ");

    /// <summary>Whether the words before a figure name a level of schools and nothing else.</summary>
    public static bool Lead(TargetClause clause) => clause.Trailing && clause.Figure.Unit == "%" && Leading.IsMatch(clause.Words.Folded);

    /// <summary>"Tỷ lệ huy động: nhà trẻ 35 %": whom the label before the colon counts, where a level follows it; pupils where it says how many come, stay and finish.</summary>
    public static WhomCounted? Labelled(TargetClause clause)
    {
        var colon = clause.Trailing && clause.Figure.Unit == "%" ? clause.Words.Folded.LastIndexOf(':') : -1;
        if (colon <= 0 || !Leading.IsMatch(clause.Words.Folded[(colon + 1)..]))
        {
            return null;
        }

        return TargetWords.Whom(clause.Words.Slice(0, colon)) is { Found: true } whom ? whom
            : OfPupils.IsMatch(clause.Words.Folded[..colon]) ? new(PlanSubject.Pupil, null, null, true)
            : null;
    }

    /// <summary>The measure of a figure whose own words name only where: what stands before it, or what the figure before measures there; null where neither says.</summary>
    public static string? Measure(string own, string before, bool trailing, PlanTarget? parent)
    {
        var isLevel = Alone.IsMatch(Folding.Fold(own));
        if (!isLevel && !Where.IsMatch(own.ToLowerInvariant()))
        {
            return null;
        }

        if (!trailing && before.Length > 0)
        {
            return $"{before} {own}";
        }

        var whole = parent?.Measure ?? "";
        var cut =
            Closing.Match(Folding.Fold(whole)) is { Success: true } level ? level.Index
            : isLevel ? -1
            : whole.LastIndexOf(" ở ", StringComparison.Ordinal);
        return cut > 0 ? $"{whole[..cut]} {own}" : null;
    }
}
