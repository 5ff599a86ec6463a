namespace DenSach.Papers.Plans.Reading;

/// <summary>Cuts a paragraph into sentences: a stop, a blank, a capital. Quotes and brackets are not looked into.</summary>
internal static class Sentences
{
    // No sentence of a paper is so long; a damaged text without stops must not make the reading slow.
    private const int Longest = 4000;

    public static IEnumerable<MappedText> Of(MappedText block)
    {
        var start = 0;
        for (var i = 1; i + 2 < block.Length; i++)
        {
            var abbreviation = char.IsUpper(block.Text[i - 1]); // "TP. Huế", "TT. Đảng ủy"
            if (i - start > Longest && block.Text[i] == ' ')
            {
                yield return block.Slice(start, i);
                start = i + 1;
            }
            else if (block.Text[i] is '.' or '!' or '?' && !abbreviation && block.Text[i + 1] == ' ' && (char.IsUpper(block.Text[i + 2]) || char.IsAsciiDigit(block.Text[i + 2])))
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
}
