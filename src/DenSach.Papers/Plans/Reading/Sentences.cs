namespace DenSach.Papers.Plans.Reading;

/// <summary>Cuts a paragraph into sentences: a stop, a blank, a capital. Quotes and brackets are not looked into.</summary>
internal static class Sentences
{
    // No sentence of a paper is so long; a damaged text without stops must not make the reading slow.
    private const int Longest = 4000;

    /// <summary>What stands with a stop before a name: "TP. Huế", "TS. Vũ Hà". Other capitals end a sentence as words do: "phổ cập THCS. Đến năm 2030".</summary>
    private static readonly HashSet<string> BeforeNames = ["TP", "TX", "TT", "TTr", "TS", "ThS", "PGS", "GS", "BS", "KS", "KT", "TM", "TL", "TUQ", "ĐC"];

    public static IEnumerable<MappedText> Of(MappedText block)
    {
        var start = 0;
        for (var i = 1; i + 2 < block.Length; i++)
        {
            if (i - start > Longest && block.Text[i] == ' ')
            {
                yield return block.Slice(start, i);
                start = i + 1;
            }
            else if (
                block.Text[i] is '.' or '!' or '?'
                && block.Text[i + 1] == ' '
                && (char.IsUpper(block.Text[i + 2]) || char.IsAsciiDigit(block.Text[i + 2]))
                && !IsShortened(block.Text, i)
            )
            {
                yield return block.Slice(start, i + 1);
                start = i + 2;
            }
        }

        if (start < block.Length)
        {
            yield return block.Slice(start);
        }
    }

    private static bool IsShortened(string text, int stop)
    {
        var start = stop;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return (stop - start == 1 && char.IsUpper(text[start])) || BeforeNames.Contains(text[start..stop]);
    }
}
