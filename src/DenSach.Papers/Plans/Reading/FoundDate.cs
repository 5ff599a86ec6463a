using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading;

/// <summary>A date, month, quarter or year found in a text.</summary>
/// <param name="Start">First character, the word before it ("trước") included.</param>
/// <param name="End">One past the last.</param>
/// <param name="Word">The folded word before it that tells the relation, or nothing.</param>
/// <param name="Written">What it says of itself.</param>
/// <param name="IsDay">It names a day.</param>
internal sealed record FoundDate(int Start, int End, string Word, PlanDeadline Written, bool IsDay)
{
    /// <summary>A clause reaches no farther from its date: a line of dates without a stop is not told once more for each of them.</summary>
    private const int LongestSide = 1000;

    /// <summary><see cref="Written"/>, with the year that its neighbours or the paragraph give it.</summary>
    public PlanDeadline Date { get; set; } = Written;

    /// <summary>How often it comes again, once that is known.</summary>
    public string? Again { get; set; }

    /// <summary>Neither "ngày" with its word nor anything else says that something is due on it: it may be in the name of a day ("Ngày Khuyến học Việt Nam 02/10").</summary>
    public bool IsBare { get; init; }

    /// <summary>Day and month exist.</summary>
    public bool Exists => !IsDay || (Date.Month is >= 1 and <= 12 && Date.Day >= 1 && Date.Day <= DateTime.DaysInMonth(2024, Date.Month.Value));

    /// <summary>"before", "by", "from", "in"; null where no word tells.</summary>
    public string? Relation =>
        Word.Split(' ')[0] switch
        {
            "truoc" => "before",
            "cham" or "muon" or "khong" or "han" or "xong" or "het" or "den" => "by",
            "tu" => "from",
            "" => null,
            _ => "in",
        };

    public static FoundDate Of(Match match, PlanDeadline date, bool isDay = false) => new(match.Index, match.Index + match.Length, match.Groups[1].Value, date, isDay);

    /// <summary>Where the clause begins that the place stands in; of one without an end in sight, a word not too far before.</summary>
    public static int ClauseStart(MappedText text, int at)
    {
        var first = Math.Max(0, at - LongestSide);
        for (var sign = at - 1; sign >= first; sign--)
        {
            if (text.Folded[sign] is ';' or '.' && !IsInNumber(text.Folded, sign))
            {
                return sign + 1;
            }
        }

        return first == 0 ? 0 : first + Math.Max(0, text.Folded.AsSpan(first, at - first).IndexOf(' '));
    }

    /// <summary>Where the clause of a place ends, at most at the end of the text; of one without an end in sight, behind a word not too far.</summary>
    public static int ClauseEnd(MappedText text, int from)
    {
        var last = Math.Min(text.Length, from + LongestSide);
        for (var at = from; at < last; at++)
        {
            if (text.Folded[at] is ';' or '.' && !IsInNumber(text.Folded, at))
            {
                return at;
            }
        }

        return last == text.Length ? last : Math.Max(from, from + text.Folded.AsSpan(from, last - from).LastIndexOf(' '));
    }

    /// <summary>The point of "20.000".</summary>
    private static bool IsInNumber(string folded, int at) =>
        folded[at] == '.' && at > 0 && at + 3 < folded.Length && char.IsAsciiDigit(folded[at - 1]) && folded.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
