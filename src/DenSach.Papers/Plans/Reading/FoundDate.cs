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

    /// <summary>Where the clause begins that the place stands in.</summary>
    public static int ClauseStart(MappedText text, int at)
    {
        var sign = text.Folded.AsSpan(0, at).LastIndexOfAny(';', '.');
        while (sign >= 0 && IsInNumber(text.Folded, sign))
        {
            sign = text.Folded.AsSpan(0, sign).LastIndexOfAny(';', '.');
        }

        return sign + 1;
    }

    /// <summary>Where the clause of a place ends, at most at the end of the text.</summary>
    public static int ClauseEnd(MappedText text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text.Folded[at] is ';' or '.' && !IsInNumber(text.Folded, at))
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>The point of "20.000".</summary>
    private static bool IsInNumber(string folded, int at) =>
        folded[at] == '.' && at > 0 && at + 3 < folded.Length && char.IsAsciiDigit(folded[at - 1]) && folded.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
