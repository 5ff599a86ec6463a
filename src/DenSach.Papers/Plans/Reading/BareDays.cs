using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>Days without the word for it: "chậm nhất 25/11", "dịp kỷ niệm Ngày Nhà giáo Việt Nam 20/11 hằng năm", "30.6.2027". "9/12 thôn" says how many of how many.</summary>
internal static class BareDays
{
    private const int Near = 80;
    private const int Lead = 40;
    private static readonly Pattern Form = Pattern.Of(@"\b(\d{1,2})( ?/ ?| thang |[.-])(\d{1,2})(?:(?: ?/+ ?|[.-]|,? nam )((?:19|20)\d{2}))?\b");
    private static readonly Pattern Before = Pattern.Of(
        $@"(?:\b(truoc|(?:cham|muon) nhat(?: la| vao| den)*|khong (?:qua|muon hon|cham hon)|den het|tu|den|vao dip|vao) )?{DateFinder.Hour}(ngay )?$"
    );
    private static readonly Pattern OfMonths = Pattern.Of("thang $", "thang ");
    private static readonly Pattern Ends = Pattern.Of(@"^ ?($|[;.,:)]|(va|hoac|den) |nam (sau|truoc)\b|\( ?[a-z]|(am|duong) lich\b|-)");
    private static readonly Pattern SpeaksOfDays = Pattern.Of(@"\b(thoi gian|thoi han|ngay|dip|ky niem|tuan le|khai giang|be giang|chao mung|le hoi)\b");

    public static List<FoundDate> In(MappedText text, List<(int Start, int End)> taken, bool inCell)
    {
        var found = new List<FoundDate>();
        foreach (var m in Form.Matches(text.Folded).Where(m => DateFinder.IsFree(m, taken)))
        {
            var near = Math.Max(0, m.Index - Lead);
            var lead = Before.Match(text.Folded[near..m.Index]);
            var (start, word) = (near + lead.Index, lead.Groups[1].Value);
            if (!IsDay(text, m, word, lead.Groups[2].Success, inCell) || taken.Exists(t => start < t.End && t.Start < m.Index))
            {
                continue;
            }

            var day = new PlanDeadline
            {
                Day = Dates.Number(m.Groups[1].Value),
                Month = Dates.Number(m.Groups[3].Value),
                Year = Dates.Number(m.Groups[4].Value),
            };
            taken.Add((start, m.Index + m.Length));
            found.Add(new(start, m.Index + m.Length, word, day, IsDay: true) { IsBare = word.Length == 0 });
        }

        return found;
    }

    /// <summary>Whether the words before [start, end) speak of days, and nothing that is counted follows.</summary>
    public static bool IsSpokenOf(MappedText text, int start, int end) =>
        Ends.IsMatch(text.Behind(end)) && SpeaksOfDays.IsMatch(text.Folded[Math.Max(FoundDate.ClauseStart(text, start), start - Near)..start]);

    private static bool IsDay(MappedText text, Match m, string word, bool isNamed, bool inCell)
    {
        var (day, month, end) = (Dates.Number(m.Groups[1].Value), Dates.Number(m.Groups[3].Value), m.Index + m.Length);
        var isPart = OfMonths.IsMatch(text.Before(m.Index)) || Touches(text, m.Index - 1) || (end < text.Length && text.Text[end] is '/' or '%');
        if (isPart || m.Groups[4].Success || month is not (>= 1 and <= 12) || day is not (>= 1 and <= 31) || ((day, month) is (24, 7) && word.Length == 0))
        {
            return !isPart && m.Groups[4].Success;
        }

        if (isNamed || Recurrences.IsYearlyAtOnce(text, end))
        {
            return true;
        }

        // "30.11" and "5-10" are numbers where nothing says that they are a day.
        var isSlash = m.Groups[2].Value.Contains('/', StringComparison.Ordinal);
        if (m.Groups[2].Value is "." or "-")
        {
            return false;
        }

        return word switch
        {
            "" => isSlash && !IsShare(text, m) && (inCell || (day > month && Ends.IsMatch(text.Behind(end))) || IsSpokenOf(text, m.Index, end)),
            "tu" or "den" or "vao" => !IsShare(text, m),
            _ => true,
        };
    }

    /// <summary>"Từ 2/3 số hộ", "đến 9/12 thôn"; "từ 01/10 người dân đăng ký" and "đến 5/9 tổ chức lễ" are days.</summary>
    private static bool IsShare(MappedText text, Match m)
    {
        var (day, month, end) = (m.Groups[1].Value, m.Groups[3].Value, m.Index + m.Length);
        if (Dates.Number(day) > Dates.Number(month) || end == text.Length || text.Text[end] != ' ')
        {
            return false;
        }

        var behind = text.Slice(end, Math.Min(text.Length, end + Near));
        return behind.Folded.StartsWith(" so ", StringComparison.Ordinal)
            || (day[0] != '0' && !behind.Folded.StartsWith(" to chuc ", StringComparison.Ordinal) && Subjects.Find(behind, behindFigure: true).Kind == Heads.HeadKind.Known);
    }

    private static bool Touches(MappedText text, int before) =>
        before >= 0 && text.Text[before] is '/' or '.' or ',' or '-' && before > 0 && char.IsAsciiDigit(text.Text[before - 1]);
}
