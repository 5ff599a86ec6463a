using System.Text;

namespace DenSach.Modules.Plans;

/// <summary>
/// Who is to do what a deadline names, in the words of its own sentence: "Hằng năm, các thôn, bản báo cáo UBND xã" names "các thôn, bản". Whoever stands behind what is to be done
/// gets it, or is spoken of. Names stand whole or not at all: where it is not plain who begins or ends the list, nobody is named.
/// </summary>
public static class DoerWords
{
    internal static readonly char[] Signs = [',', ';', ':', '.', '(', ')', '"', '“', '”'];

    private static readonly char[] Clauses = [',', ';', ':', '.'];

    /// <summary>Behind a comma they go on with a name: "Trung tâm Văn hóa, thể thao và truyền thông", "UBND các xã, phường".</summary>
    private static readonly string[] GoingOn = (
        "xã, phường, thị trấn, thị xã, quận, huyện, thành phố, tỉnh, "
        + "văn hóa, thể thao, thể dục, du lịch, thông tin, truyền thông, khoa học, gia đình, đô thị, hạ tầng, đào tạo, thương binh"
    ).Split(", ");

    /// <summary>Null where the sentence names nobody before it says what to do.</summary>
    public static string? Of(string sentence)
    {
        var named = AgencyWords.BeforeTheVerb(sentence);
        if (!Names(named))
        {
            return null;
        }
        var list = ListOf([.. ClausesOf(BehindWhoGivesItOut(Head(sentence, named)))]);
        if (list is not [var first, .. var others] || !BeginsAList(first) || !others.All(GoesOn))
        {
            return null;
        }
        list[^1] = UpToTheTime(list[^1]);
        return string.Concat(list).Trim([' ', '-', '–', .. Clauses]);
    }

    /// <summary>From the first clause that names somebody up to a colon, without what tells a time before and behind; null where somebody unknown begins the list.</summary>
    private static List<string>? ListOf(List<string> clauses)
    {
        var first = clauses.FindIndex(clause => Names(NamedWords.Of(clause)));
        if (first < 0 || clauses.Take(first).Any(clause => BeginsAList(WithoutLeadIn(clause))))
        {
            return null;
        }
        var colon = clauses.FindIndex(first, clause => clause.EndsWith(':'));
        List<string> list = [WithoutLeadIn(clauses[first]), .. clauses[(first + 1)..(colon < 0 ? clauses.Count : colon + 1)]];
        while (list.Count > 1 && TellsTime(list[^1]))
        {
            list.RemoveAt(list.Count - 1);
        }
        return list;
    }

    private static bool BeginsAList(string clause) => AgencyWords.BeginsWithSomebody(NamedWords.Of(clause));

    private static bool Names(NamedWords words) => AgencyWords.NamesAnybody(words) || AgencyWords.NamesEverybody(words);

    /// <summary>The sentence as it is written, up to the end of what is looked at.</summary>
    private static string Head(string sentence, NamedWords named)
    {
        var text = sentence.Normalize(NormalizationForm.FormC);
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

    private static string BehindWhoGivesItOut(string text)
    {
        var words = WordsOf(text);
        var last = Enumerable.Range(0, words.Length).LastOrDefault(at => TimeWords.GivesOut(words, at) > 0, -1);
        return last < 0 ? text : string.Join(' ', words[(last + TimeWords.GivesOut(words, last))..]);
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
        var words = WordsOf(clause);
        var from = 0;
        while (from < words.Length && TimeWords.AheadOfName(words, from) is > 0 and var told)
        {
            from += told;
        }
        return string.Join(' ', words[from..]);
    }

    private static string UpToTheTime(string clause)
    {
        var words = WordsOf(clause);
        return (clause.StartsWith(' ') ? " " : "") + string.Join(' ', words.TakeWhile((_, at) => at == 0 || !TimeWords.EndsName(words, at)));
    }

    /// <summary>It says when, and names nobody: "trước ngày 30/11".</summary>
    private static bool TellsTime(string clause) => WordsOf(clause) is not [_, ..] words || TimeWords.AheadOfName(words, 0) > 0 && !Names(NamedWords.Of(clause));

    /// <summary>It names further ones, or goes on with a name: "các bản Nà Từ, Phiêng Hoa".</summary>
    private static bool GoesOn(string clause)
    {
        var (words, named) = (WordsOf(clause), NamedWords.Of(clause));
        return TimeWords.AheadOfName(words, 0) == 0 && (char.IsUpper(words[0][0]) || char.IsDigit(words[0][0]) || Names(named) || GoingOn.Any(named.BeginsWith));
    }

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
