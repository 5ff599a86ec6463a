namespace DenSach.Modules.Plans;

/// <summary>
/// Words that tell a time, ask or give out, beside the name of who is to do something. They are phrases: "phân công" gives out, "công an" is somebody; "quý IV" is a time,
/// "Quý Lộc" a place.
/// </summary>
internal static class TimeWords
{
    private static readonly string[] Calendar = ["ngày", "tháng", "quý", "năm", "tuần", "kỳ", "kì"];
    private static readonly string[] Terms = [.. Calendar, "học kỳ", "năm học"];
    private static readonly string[] Numerals = ["i", "ii", "iii", "iv"];

    private static readonly string[][] Times =
    [
        .. Phrases(from word in Split("hằng, hàng, mỗi, từng, đầu, giữa, cuối, trong, hết") from term in Terms select $"{word} {term}"),
        .. Phrases(Split("năm học, định kỳ, định kì, trước, sau, vào, chậm nhất, muộn nhất, đến hạn, đến hết, đến khi, đến ngày, từ ngày, từ nay, từ khi, từ đầu")),
    ];

    private static readonly string[][] Ahead = [.. Times, .. Phrases(Split("trong, từ, đến, tại, hạn, là, theo định kỳ, yêu cầu, đề nghị, phân công, giao"))];
    private static readonly string[][] After = [.. Times, .. Phrases(Split("khi, có, phải, cần, sẽ, được, theo, tự, là, để"))];

    /// <summary>They say of those they stand behind which ones, and end no name.</summary>
    private static readonly string[][] GoOn = [.. Phrases(Split("có liên quan"))];

    private static readonly string[][] Giving = [.. Phrases(Split("giao, phân công, yêu cầu, đề nghị"))];
    private static readonly string[][] NoGiving = [.. Phrases(Split("giao thông, giao dịch, giao lưu, giao ban"))];
    private static readonly string[] Given = ["được", "theo", "bàn", "chuyển", "đã"];

    /// <summary>So many words from the place on tell a time or ask before anybody is named; 0 where they do not.</summary>
    public static int AheadOfName(IReadOnlyList<string> words, int at) => Math.Max(LongestOf(Ahead, words, at), Counted(words, at));

    /// <summary>Whether from the place on it is told when or how, and the name before is at its end. A word in capitals goes on with the name.</summary>
    public static bool EndsName(IReadOnlyList<string> words, int at) =>
        Counted(words, at) > 0 || !char.IsUpper(words[at][0]) && LongestOf(After, words, at) > 0 && LongestOf(GoOn, words, at) == 0;

    /// <summary>So many words at the place give out what is to be done: who does it stands behind them.</summary>
    public static int GivesOut(IReadOnlyList<string> words, int at) =>
        at > 0 && (IsName(words, at) || Given.Contains(Plain(words[at - 1]))) || LongestOf(NoGiving, words, at) > 0 ? 0 : LongestOf(Giving, words, at);

    /// <summary>In capitals within a sentence: "xã Giao Thủy".</summary>
    private static bool IsName(IReadOnlyList<string> words, int at) => char.IsUpper(words[at][0]) && !DoerWords.Signs.Contains(words[at - 1][^1]);

    /// <summary>"Ngày" before a number, the number behind it, or a day in figures. "Năm bản" are five, and "thôn 5" is a name.</summary>
    private static int Counted(IReadOnlyList<string> words, int at) =>
        IsNumber(words[at]) ? (words[at].Contains('/') || at > 0 && IsTerm(words, at - 1) ? 1 : 0)
        : Calendar.Contains(Plain(words[at])) && at + 1 < words.Count && IsNumber(words[at + 1]) ? 1
        : 0;

    private static bool IsTerm(IReadOnlyList<string> words, int at) => Calendar.Contains(Plain(words[at])) || at > 0 && Plain(words[at]) == "học" && Plain(words[at - 1]) == "năm";

    private static bool IsNumber(string word) => char.IsDigit(word[0]) || Numerals.Contains(Plain(word));

    private static int LongestOf(string[][] phrases, IReadOnlyList<string> words, int at) =>
        phrases.Where(phrase => at + phrase.Length <= words.Count && !phrase.Where((word, i) => Plain(words[at + i]) != word).Any()).Max(phrase => (int?)phrase.Length) ?? 0;

    private static string Plain(string word) => word.Trim(DoerWords.Signs).ToLowerInvariant();

    private static string[] Split(string words) => words.Split(", ");

    private static IEnumerable<string[]> Phrases(IEnumerable<string> phrases) => phrases.Select(phrase => phrase.Split(' '));
}
