namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Blanks that a copy has lost where a line of the page ended: "giaiđoạn2021-2030", "70%gia đình". A word of several syllables is parted where only one way leaves syllables
/// that plans are written with; a figure is parted from such a word beside it. Other words stay as they are.
/// </summary>
internal static class Spacing
{
    private const int MostSyllables = 4;
    private const int LongestSyllable = 7;
    private const string Vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

    private static readonly bool[] IsVowel = VowelTable();

    /// <summary>The line with its blanks put back.</summary>
    public static MappedText Mended(MappedText line)
    {
        var text = line.Text.AsSpan();
        List<int>? blanks = null;
        for (var i = 0; i < text.Length; )
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            var behindFigure = i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] == '%');
            var beforeFigure = end < text.Length && char.IsAsciiDigit(text[end]);
            var word = text[i..end];
            if ((behindFigure || beforeFigure || HasTwoVowels(word)) && Cuts(word) is { } cuts)
            {
                blanks ??= [];
                blanks.AddRange(behindFigure ? [i] : []);
                blanks.AddRange(cuts.Select(c => i + c));
                blanks.AddRange(beforeFigure ? [end] : []);
            }

            i = end;
        }

        return blanks is null ? line : line.WithBlanks(blanks);
    }

    /// <summary>Where a word is to be parted: nowhere if it is a syllable; null if it is none and there is no way, or more than one.</summary>
    private static IReadOnlyList<int>? Cuts(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > MostSyllables * LongestSyllable)
        {
            return null;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        for (var syllables = 1; syllables <= (HasTwoVowels(word) ? MostSyllables : 1); syllables++)
        {
            var ways = new List<int[]>();
            Part(lower, 0, syllables, [], ways);
            if (ways.Count > 0)
            {
                return ways is [var only] ? only : null;
            }
        }

        return null;
    }

    private static void Part(ReadOnlySpan<char> word, int start, int syllables, int[] cuts, List<int[]> ways)
    {
        if (syllables == 1)
        {
            if (word.Length - start > 1 && Syllables.Are(word[start..]))
            {
                ways.Add(cuts);
            }

            return;
        }

        for (var at = start + 2; at <= Math.Min(start + LongestSyllable, word.Length - 2); at++)
        {
            if (Syllables.Are(word[start..at]))
            {
                Part(word, at, syllables - 1, [.. cuts, at], ways);
            }
        }
    }

    /// <summary>Vowels with a consonant between them: no syllable has that.</summary>
    private static bool HasTwoVowels(ReadOnlySpan<char> word)
    {
        var groups = 0;
        for (var i = 0; i < word.Length; i++)
        {
            groups += IsVowelAt(word, i) && (i == 0 || !IsVowelAt(word, i - 1)) ? 1 : 0;
        }

        return groups > 1;
    }

    private static bool IsVowelAt(ReadOnlySpan<char> word, int at) => word[at] < IsVowel.Length && IsVowel[word[at]];

    private static bool[] VowelTable()
    {
        var table = new bool['\u1F00'];
        foreach (var vowel in Vowels)
        {
            table[vowel] = table[char.ToUpperInvariant(vowel)] = true;
        }

        return table;
    }
}
