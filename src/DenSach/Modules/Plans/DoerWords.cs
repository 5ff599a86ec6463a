namespace DenSach.Modules.Plans;

/// <summary>
/// Who is to do what a deadline names, in the words of its own sentence: "Hằng năm, các thôn, bản báo cáo UBND xã" names "các thôn, bản". Whoever stands behind what is to be done
/// gets it, or is spoken of.
/// </summary>
public static class DoerWords
{
    private static readonly char[] Clauses = [',', ';', ':', '.'];

    /// <summary>They tell a time or ask before anybody is named.</summary>
    private static readonly HashSet<string> Before = Words(
        "trước sau ngày tháng năm quý hằng hàng định kỳ kì vào đầu cuối mỗi chậm nhất muộn trong từ đến hạn yêu cầu đề nghị phân công giao và tại là i ii iii iv"
    );

    /// <summary>Behind a name they tell when or how, and no further name.</summary>
    private static readonly HashSet<string> Behind = Words("trước sau vào hằng hàng định chậm muộn đến từ khi có phải cần sẽ được ngày năm quý mỗi theo");

    /// <summary>Who gives it out stands before these, who does it behind them.</summary>
    private static readonly string[] Given = [" giao ", " phân công ", " yêu cầu ", " đề nghị "];

    /// <summary>Null where the sentence names nobody before it says what to do.</summary>
    public static string? Of(string sentence)
    {
        var named = AgencyWords.BeforeTheVerb(sentence);
        if (!Names(named))
        {
            return null;
        }
        var text = Head(sentence, named);
        var given = Given.Max(word => text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + word.Length : 0);
        var clauses = ClausesOf(text[given..]).SkipWhile(clause => !Names(NamedWords.Of(clause))).Reverse().SkipWhile(clause => !Names(NamedWords.Of(clause))).Reverse().ToList();
        if (clauses.Count == 0)
        {
            return null;
        }
        clauses[0] = WithoutLeadIn(clauses[0]);
        clauses[^1] = UpToTheTime(clauses[^1]);
        var doer = string.Concat(clauses).Trim([' ', .. Clauses]);
        return doer.Length > 0 ? doer : null;
    }

    private static bool Names(NamedWords words) => AgencyWords.NamesAnybody(words) || AgencyWords.NamesEverybody(words);

    /// <summary>The sentence as it is written, up to the end of what is looked at.</summary>
    private static string Head(string sentence, NamedWords named)
    {
        var text = sentence.Normalize(System.Text.NormalizationForm.FormC);
        var left = named.Text.AsSpan(0, named.End).Count(' ');
        var at = 0;
        for (var inWord = false; at < text.Length; at++)
        {
            var letter = char.IsLetterOrDigit(text[at]);
            if (letter && !inWord && left-- == 0)
            {
                break;
            }
            inWord = letter;
        }
        return text[..at];
    }

    /// <summary>Each with the sign that ends it.</summary>
    private static IEnumerable<string> ClausesOf(string text)
    {
        for (var from = 0; from < text.Length; )
        {
            var end = text.IndexOfAny(Clauses, from) is >= 0 and var sign ? sign + 1 : text.Length;
            yield return text[from..end];
            from = end;
        }
    }

    private static string WithoutLeadIn(string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile((word, i) => TellsTime(word, Before) && !IsOneOfMany(words, i) || word is "học" && i > 0 && words[i - 1] is "năm"));
    }

    private static string UpToTheTime(string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (clause.StartsWith(' ') ? " " : "") + string.Join(' ', words.TakeWhile((word, i) => !TellsTime(word, Behind) || IsOneOfMany(words, i)));
    }

    private static bool TellsTime(string word, HashSet<string> words) => words.Contains(word.Trim(Clauses).ToLowerInvariant()) || char.IsDigit(word[0]);

    /// <summary>"Mỗi thôn" is somebody, "mỗi năm" is a time.</summary>
    private static bool IsOneOfMany(string[] words, int at) =>
        words[at].Equals("mỗi", StringComparison.OrdinalIgnoreCase) && at + 1 < words.Length && !TellsTime(words[at + 1], Before);

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];
}
