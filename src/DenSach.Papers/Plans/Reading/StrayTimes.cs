namespace DenSach.Papers.Plans.Reading;

/// <summary>What speaks of a day, a month or a quarter, and no date was made of: each is told, so that no time of a plan is dropped in silence.</summary>
internal static class StrayTimes
{
    private static readonly Pattern[] Forms =
    [
        Pattern.Of(@"\bngay (?:(?:mung|mong) )?(?:\d{1,2}|(?:mung|mong) (?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi))\b( phut| gio| lan)?", "ngay "),
        Pattern.Of(@"\bngay (?:[oil]\d|\d[oil]) ?(?:/|-|thang )", "ngay "), // "ngày 2O/11": a letter for a digit
        Pattern.Of(@"\((?:1[0-2]|0?[1-9])/20\d{2}\)|\b(?:binh xet|hoan thanh|nop|gui|bao cao|trinh|so ket|tong ket|cong nhan|to chuc) (?:1[0-2]|0?[1-9])/20\d{2}\b", "/20"),
        Pattern.Of(@"\bt\d{1,2} ?(?:-|den\b)", "-", "den"), // "T3-T5/2027"
        Pattern.Of(@"\b(?:19|20)\d{2}-\d{1,2}-\d{1,2}\b", "-"),
        Pattern.Of(@"\b(?:ngay [a-z ]{2,20} )?thang (?:gieng|chap|muoi(?: mot| hai)?)\b", "thang "),
        Pattern.Of(@"\bquy (?:iii|iv|ii|i|[1-4]|mot|hai|ba|bon|tu|thu (?:nhat|hai|ba|tu))\b", "quy "),
    ];
    private static readonly Pattern Month = Pattern.Of(@"\bthang (?:\d{1,2}|mot|hai|ba|tu|nam|sau|bay|tam|chin)\b( (?:lan|mot))?", "thang ");

    /// <summary>Their places, in order; none of them meets one of <paramref name="taken"/>.</summary>
    public static List<(int Start, int End)> In(MappedText text, List<(int Start, int End)> taken)
    {
        var months = Month.Matches(text.Folded).Where(m => !m.Groups[1].Success && IsMonth(text, m.Index + 6));
        return
        [
            .. Forms
                .SelectMany(f => f.Matches(text.Folded))
                .Concat(months)
                .Where(m => !m.Groups[1].Success && DateFinder.IsFree(m, taken) && (m.Value[0] != 'q' || IsQuarter(text, m.Index)))
                .Select(m => (Start: m.Index, End: m.Index + m.Length))
                .OrderBy(p => p.Start)
                .DistinctBy(p => p.Start),
        ];
    }

    /// <summary>"tháng 7", and "tháng Năm" in capitals as names of months are; "hằng tháng, năm" is none.</summary>
    private static bool IsMonth(MappedText text, int name) =>
        char.IsAsciiDigit(text.Text[name]) || (char.IsUpper(text.Text[name]) && name + 1 < text.Length && char.IsLower(text.Text[name + 1]) && char.IsLower(text.Text[name - 2]));

    private static bool IsQuarter(MappedText text, int word) => text.Text[word + 2] is 'ý' or 'í' or 'Ý';
}
