namespace DenSach.Papers.Plans.Reading;

/// <summary>Text with, for each character, the stretch of the received document that it came from.</summary>
internal sealed class MappedText
{
    private readonly int[] _from;
    private readonly int[] _to;

    public MappedText(string text, int[] from, int[] to)
    {
        Text = text;
        Folded = Folding.Fold(text);
        _from = from;
        _to = to;
    }

    public static MappedText Empty { get; } = new("", [], []);

    public string Text { get; }

    /// <summary>Same length as <see cref="Text"/>, see <see cref="Folding"/>.</summary>
    public string Folded { get; }

    public int Length => Text.Length;

    /// <summary>Whether the source marks the line as a heading ("## …", or all of it bold), and how deep: 1 to 6, <see cref="Markdown.Bold"/>, 0 for no heading.</summary>
    public int Heading { get; private init; }

    public MappedText Slice(int start, int end) => new(Text[start..end], _from[start..end], _to[start..end]);

    public MappedText Slice(int start) => Slice(start, Length);

    /// <summary>The folded words that end at a place, no more than its neighbourhood: a long line is not copied again for each place in it.</summary>
    public string Before(int at) => Folding.Before(Folded, at);

    /// <summary>The folded words that begin at a place, no more than its neighbourhood.</summary>
    public string Behind(int at) => Folded[at..Math.Min(Length, at + Folding.Near)];

    /// <summary>Other words for <c>[start, end)</c>, each letter pointing at the whole stretch.</summary>
    public MappedText Replace(int start, int end, string words)
    {
        var (from, to) = (_from[start], _to[end - 1]);
        return new(
            string.Concat(Text.AsSpan(0, start), words, Text.AsSpan(end)),
            [.. _from[..start], .. Enumerable.Repeat(from, words.Length), .. _from[end..]],
            [.. _to[..start], .. Enumerable.Repeat(to, words.Length), .. _to[end..]]
        );
    }

    public MappedText AsHeading(int level) => level == Heading ? this : new(Text, _from, _to) { Heading = level };

    /// <summary>The text without the characters that <paramref name="drop"/> names by their place.</summary>
    public MappedText Without(Func<int, bool> drop)
    {
        var kept = Enumerable.Range(0, Length).Where(i => !drop(i)).ToArray();
        return kept.Length == Length ? this : new(string.Concat(kept.Select(i => Text[i])), [.. kept.Select(i => _from[i])], [.. kept.Select(i => _to[i])]);
    }

    /// <summary>With a blank before each of the places, which are in order; a blank stands between the letters beside it and is none of the source's.</summary>
    public MappedText WithBlanks(IReadOnlyList<int> places)
    {
        var text = new System.Text.StringBuilder(Text);
        var (from, to) = (_from.ToList(), _to.ToList());
        foreach (var place in places.Reverse())
        {
            text.Insert(place, ' ');
            from.Insert(place, _from[place]);
            to.Insert(place, _from[place]);
        }

        return new MappedText(text.ToString(), [.. from], [.. to]).AsHeading(Heading);
    }

    public MappedText Trim()
    {
        var (start, end) = (0, Length);
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return Slice(start, end);
    }

    /// <summary>The span of the received document behind <c>[start, end)</c>, blanks at both ends left out.</summary>
    public SourceSpan Span(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return Length == 0 ? default
            : start >= end ? new SourceSpan(_from[Math.Min(start, Length - 1)], _from[Math.Min(start, Length - 1)])
            : new SourceSpan(_from[start], _to[end - 1]);
    }

    public SourceSpan Span() => Span(0, Length);

    /// <summary>Lines to one line: each run of blanks becomes one blank.</summary>
    public static MappedText Join(IEnumerable<MappedText> lines)
    {
        var text = new System.Text.StringBuilder();
        var (from, to) = (new List<int>(), new List<int>());
        foreach (var line in lines)
        {
            if (text.Length > 0 && line.Length > 0)
            {
                Append(' ', to[^1], line._from[0]);
            }

            for (var i = 0; i < line.Length; i++)
            {
                var blank = char.IsWhiteSpace(line.Text[i]);
                if (!blank || (text.Length > 0 && text[^1] != ' '))
                {
                    Append(blank ? ' ' : line.Text[i], line._from[i], line._to[i]);
                }
            }
        }

        return new MappedText(text.ToString(), [.. from], [.. to]).Trim();

        void Append(char c, int start, int end)
        {
            if (c == ' ' && text.Length > 0 && text[^1] == ' ')
            {
                return;
            }

            text.Append(c);
            from.Add(start);
            to.Add(Math.Max(start, end));
        }
    }
}
