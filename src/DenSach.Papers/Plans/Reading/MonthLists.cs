using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Several months behind one "tháng": "Tháng 4, 10 hằng năm", "các tháng 3, 6, 9 và 12", "trong tháng 1, 2/2027". "Trong tháng 9, 12 thôn tổ chức" speaks of one.</summary>
internal static class MonthLists
{
    private static readonly Pattern Form = Pattern.Of(
        $@"(?:\b({DateFinder.Relations}) )?(?:\b(cac) )?\bthang (\d{{1,2}}(?: ?(?:,|va|hoac) ?\d{{1,2}})+)\b{DateFinder.YearTail}( ?[/%.]\d)?",
        "thang "
    );

    // What is done follows, or nothing, so that the last number counts no things.
    private static readonly Pattern EachYear = Pattern.Of(@"\b(hang|moi) nam,?( vao)? $");
    private static readonly Pattern GoesOn = Pattern.Of(
        @"^ ?([;.,:)]|$|(to chuc|hoan thanh|thuc hien|mo|ban hanh|tien hanh|phat dong|so ket|tong ket|kiem tra|binh xet|danh gia|bao cao|ra soat|cac)\b)"
    );
    private static readonly Pattern Month = Pattern.Of(@"\d{1,2}");

    /// <summary>Each month of the lists, and <paramref name="taken"/> grown by their places.</summary>
    public static List<FoundDate> In(MappedText text, List<(int Start, int End)> taken)
    {
        var lists = Form.Matches(text.Folded).Where(m => DateFinder.IsFree(m, taken) && IsList(text, m)).ToList();
        taken.AddRange(lists.Select(m => (m.Index, m.Index + m.Length)));
        return [.. lists.SelectMany(Months)];
    }

    private static bool IsList(MappedText text, Match m) =>
        !m.Groups[5].Success
        && Month.Matches(m.Groups[3].Value).All(n => Dates.Number(n.Value) is >= 1 and <= 12)
        && (
            m.Groups[2].Success
            || m.Groups[4].Success
            || Recurrences.IsYearlyAtOnce(text, m.Index + m.Length)
            || IsSaid(text.Before(m.Index), m.Groups[1].Success, text.Behind(m.Index + m.Length))
        );

    private static bool IsSaid(string before, bool led, string behind) => (led || before.Length == 0 || EachYear.IsMatch(before)) && GoesOn.IsMatch(behind);

    private static IEnumerable<FoundDate> Months(Match m)
    {
        var (at, year, start) = (m.Groups[3].Index, Dates.Number(m.Groups[4].Value), m.Index);
        var months = Month.Matches(m.Groups[3].Value);
        foreach (var month in months)
        {
            var end = month == months[^1] ? m.Index + m.Length : at + month.Index + month.Length;
            yield return new(start, end, m.Groups[1].Value, new() { Month = Dates.Number(month.Value), Year = year }, IsDay: false);
            start = end;
        }
    }
}
