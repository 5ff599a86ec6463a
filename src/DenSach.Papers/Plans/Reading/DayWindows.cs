using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Two days that a work lies between: "từ 01 đến 07/10", "15 - 30/9 hằng năm", "từ ngày 20/10 đến ngày 15/11/2027".</summary>
internal static class DayWindows
{
    // Both days are of the month that is said behind the second.
    private static readonly Pattern OfOneMonth = Pattern.Of(
        $@"(\btu )?\b(?:ngay )?(\d{{1,2}}) ?(?:den|-) ?(?:het )?(?:ngay )?(\d{{1,2}}) ?(?:/+|-|thang) ?(\d{{1,2}}){DateFinder.YearTail}\b",
        "tu ",
        "/",
        "thang "
    );
    private static readonly Pattern OfTwoMonths = Pattern.Of(
        $@"(\btu )?\b(?:ngay )?(\d{{1,2}})(?:/| thang )(\d{{1,2}})(?:/((?:19|20)\d{{2}}))? ?(?:den|-) ?(?:het )?(?:ngay )?(\d{{1,2}})(?:/| thang )(\d{{1,2}}){DateFinder.YearTail}\b",
        "/",
        "thang "
    );

    /// <summary>The first and the last day of each, and <paramref name="taken"/> grown by their places.</summary>
    public static List<FoundDate> In(MappedText text, List<(int Start, int End)> taken)
    {
        var found = new List<FoundDate>();
        foreach (var m in OfTwoMonths.Matches(text.Folded).Where(m => DateFinder.IsFree(m, taken) && IsWindow(text, m, m.Groups[7])))
        {
            var (until, from) = (Dates.Number(m.Groups[7].Value), Dates.Number(m.Groups[4].Value));
            Add(m, m.Groups[2], m.Groups[3], from ?? (IsAfter(m) ? until - 1 : until), m.Groups[5], m.Groups[6], until);
        }

        foreach (var m in OfOneMonth.Matches(text.Folded).Where(m => DateFinder.IsFree(m, taken) && IsWindow(text, m, m.Groups[5]) && Before(m.Groups[2], m.Groups[3])))
        {
            var year = Dates.Number(m.Groups[5].Value);
            Add(m, m.Groups[2], m.Groups[4], year, m.Groups[3], m.Groups[4], year);
        }

        return found;

        void Add(Match m, Group day, Group month, int? year, Group lastDay, Group lastMonth, int? lastYear)
        {
            taken.Add((m.Index, m.Index + m.Length));
            found.Add(Day(m.Index, lastDay.Index, "tu", day, month, year));
            found.Add(Day(lastDay.Index, m.Index + m.Length, "den", lastDay, lastMonth, lastYear));
        }
    }

    /// <summary>"từ" says so, or the year, or "hằng năm", or what they are the days of ("Tuần lễ … (01-07/10)"); "9/12 - 11/12 thôn" are figures.</summary>
    private static bool IsWindow(MappedText text, Match m, Group year) =>
        m.Groups[1].Success || year.Success || Recurrences.IsYearlyAtOnce(text, m.Index + m.Length) || BareDays.IsSpokenOf(text, m.Index, m.Index + m.Length);

    /// <summary>"Từ 15/12 đến 15/01/2028" begins in the year before.</summary>
    private static bool IsAfter(Match m) =>
        (Dates.Number(m.Groups[3].Value), Dates.Number(m.Groups[2].Value)) is var (month, day)
        && (month > Dates.Number(m.Groups[6].Value) || (month == Dates.Number(m.Groups[6].Value) && day > Dates.Number(m.Groups[5].Value)));

    private static bool Before(Group one, Group two) => Dates.Number(one.Value) < Dates.Number(two.Value);

    private static FoundDate Day(int start, int end, string word, Group day, Group month, int? year) =>
        new(
            start,
            end,
            word,
            new()
            {
                Day = Dates.Number(day.Value),
                Month = Dates.Number(month.Value),
                Year = year,
            },
            IsDay: true
        );
}
