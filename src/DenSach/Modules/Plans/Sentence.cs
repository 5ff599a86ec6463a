using System.Text.RegularExpressions;

namespace DenSach.Modules.Plans;

/// <summary>The sentence around a stretch of a text: from where it begins to where it ends, lines joined. A very long one is cut between two words and says so by "…".</summary>
public static partial class Sentence
{
    /// <summary>How far before and behind the stretch its sentence is looked for.</summary>
    private const int Before = 500;

    private const int Behind = 200;

    public static string Around(string text, int start, int end)
    {
        var (first, whole) = (start, true);
        while (!Begins(text, first))
        {
            if (start - first >= Before)
            {
                whole = false;
                first = text.IndexOfAny([' ', '\n'], first) is var space && space >= 0 && space < start ? space + 1 : start;
                break;
            }
            first--;
        }
        var (last, ended) = (end, end >= text.Length || Ends(text, end));
        while (!ended && last - end < Behind && last < text.Length)
        {
            last++;
            ended = last >= text.Length || Ends(text, last);
        }
        if (!ended && text.LastIndexOf(' ', last - 1) is var cut && cut > end)
        {
            last = cut;
        }
        return (whole ? "" : "… ") + Spaces().Replace(text[first..last], " ").Trim() + (ended ? "" : " …");
    }

    /// <summary>A text, a paragraph or an item of a list begins here, or a sentence behind the end of another.</summary>
    private static bool Begins(string text, int at)
    {
        if (at == 0)
        {
            return true;
        }
        if (!char.IsWhiteSpace(text[at - 1]) || at >= text.Length || char.IsWhiteSpace(text[at]))
        {
            return false;
        }
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        if (end == 0)
        {
            return true;
        }
        var (last, lines) = (text[end - 1], text.AsSpan(end, at - end).Count('\n'));
        return lines > 0
            ? lines > 1 || ".;:!?”\"".Contains(last, StringComparison.Ordinal) || Item().IsMatch(text, at)
            : last == ';' || ".!?".Contains(last, StringComparison.Ordinal) && char.IsUpper(text[at]) && !Number().IsMatch(text[(text.LastIndexOf('\n', end - 1) + 1)..end]);
    }

    private static bool Ends(string text, int at) =>
        at > 0 && ".;!?".Contains(text[at - 1], StringComparison.Ordinal) && (at == text.Length || char.IsWhiteSpace(text[at])) || at < text.Length && Begins(text, at);

    /// <summary>"- …", "+ …", "a) …", "2. …", "IV. …".</summary>
    [GeneratedRegex(@"\G([-+*•–]|[0-9]{1,2}(\.[0-9]+)*[.)]|[a-zđ][.)]|[IVX]+\.)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    /// <summary>"2." at the beginning of a line ends no sentence; its heading begins with it.</summary>
    [GeneratedRegex(@"^\s*([0-9]{1,2}(\.[0-9]+)*|[IVX]+|[a-zđ])\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
