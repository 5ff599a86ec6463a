namespace DenSach.Papers.Plans.Reading;

/// <summary>Whom the words of a clause name by themselves: past who aims, what is done beside, a label, and the places it is about.</summary>
internal static class OwnWords
{
    private static readonly Pattern Aim = Pattern.Of(" phan dau | co (ty le|ti le) |, ?rieng |, ?(va )?(xay dung|nang ty le|nang|dua ty le|van dong|huy dong|phat trien) ");
    private static readonly Pattern Deed = Pattern.Of("^[^a-z]*(nang|cao|tang cuong|cung co|day manh|tiep tuc|mo rong|kien toan|tap trung|thuc hien|hoan thanh|doi moi)\\b");

    public static WhomCounted Whom(TargetClause clause)
    {
        if (clause.Trailing && HarderPlaces.Before(clause.Words) is { } behind)
        {
            clause = clause with { Words = behind.Words };
        }

        var whom =
            clause.Trailing && BehindColon(clause.Words) is { Found: true } labelled ? labelled
            : clause.Trailing && BehindAim(clause.Words) is { Found: true } aimed ? aimed
            : TargetWords.Whom(clause.Words, !clause.Trailing);
        whom =
            whom.Found || !clause.Trailing ? whom
            : Measures.InParts(clause.Words) is { Found: true } part ? part
            : whom;
        // "công nhận thêm 3 % gia đình học tập, nâng tỷ lệ lên 78 %": the words go past a figure that is none of the plan's.
        return !whom.Found && clause.Words.Folded.LastIndexOf('%') is >= 0 and var passed ? TargetWords.Whom(clause.Words.Slice(passed + 1)) : whom;
    }

    /// <summary>"Các cấp hội phấn đấu tỷ lệ gia đình học tập đạt 50 %", "Củng cố chi hội, xây dựng đơn vị học tập đạt 90 %": who aims, or what is done beside, is not who is counted.</summary>
    private static WhomCounted BehindAim(MappedText words) =>
        Aim.Matches(words.Folded) is [.., var aim] && (aim.Value[0] != ',' || aim.Value.EndsWith("rieng ", StringComparison.Ordinal) || Deed.IsMatch(words.Folded))
            ? TargetWords.Whom(words.Slice(aim.Index + aim.Length))
            : default;

    /// <summary>"Công dân học tập: người lao động 60 %": the colon parts a label from whom the figure counts.</summary>
    private static WhomCounted BehindColon(MappedText words) =>
        words.Folded.LastIndexOf(':') is > 0 and var colon && TargetWords.Whom(words.Slice(colon + 1)) is { Found: true } whom ? whom : default;
}
