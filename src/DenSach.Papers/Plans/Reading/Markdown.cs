namespace DenSach.Papers.Plans.Reading;

/// <summary>The signs that a text brings along from a markdown editor or a web page: they say how words look, and nothing of what they say.</summary>
internal static class Markdown
{
    /// <summary>The <see cref="MappedText.Heading"/> of a line that is bold as a whole: it may be a heading of any depth.</summary>
    public const int Bold = 7;

    private static readonly Pattern Hash = Pattern.Of("^ {0,3}(#{1,6}) +");
    private static readonly Pattern Quote = Pattern.Of("^ {0,3}> ?");
    private static readonly Pattern Tag = Pattern.Of(@"</?(?i:b|i|u|em|strong|span|font|p|sup|sub)(?: [^<>]{0,200})?>|`");
    private static readonly Pattern Escape = Pattern.Of(@"\\[.\-*#_()\[\]+>`]");
    private static readonly Pattern Blank = Pattern.Of("(?i:<br ?/?>|&nbsp;)");

    /// <summary>The line without its signs; what they say about headings stands in <see cref="MappedText.Heading"/>.</summary>
    public static MappedText Plain(MappedText line, bool bold)
    {
        if (!bold && line.Text.AsSpan().IndexOfAny("#>`*\\<&") < 0)
        {
            return line;
        }

        var plain = Quote.Match(line.Text) is { Success: true } quote ? line.Slice(quote.Length) : line;
        var heading = bold ? Bold : 0;
        if (Hash.Match(plain.Text) is { Success: true } hash)
        {
            heading = hash.Groups[1].Length;
            plain = plain.Slice(hash.Length);
        }

        foreach (var blank in Blank.Matches(plain.Text).Reverse())
        {
            plain = plain.Replace(blank.Index, blank.Index + blank.Length, " ");
        }

        var dropped = Tag.Matches(plain.Text).SelectMany(m => Enumerable.Range(m.Index, m.Length)).ToHashSet();
        dropped.UnionWith(Escape.Matches(plain.Text).Select(m => m.Index));
        dropped.UnionWith(Italics(plain.Text));
        return (dropped.Count == 0 ? plain : plain.Without(dropped.Contains)).AsHeading(heading);
    }

    /// <summary>The stars of "*Tân An, ngày …*"; the star of a list item has a blank behind it, or no second star.</summary>
    private static IEnumerable<int> Italics(string text)
    {
        for (var open = text.IndexOf('*', StringComparison.Ordinal); open >= 0; open = text.IndexOf('*', open + 1))
        {
            var close = text.IndexOf('*', open + 1);
            var opens = open + 1 < text.Length && !char.IsWhiteSpace(text[open + 1]) && (open == 0 || !char.IsLetterOrDigit(text[open - 1]));
            if (opens && close > open + 1 && !char.IsWhiteSpace(text[close - 1]))
            {
                yield return open;
                yield return close;
                open = close;
            }
        }
    }
}
