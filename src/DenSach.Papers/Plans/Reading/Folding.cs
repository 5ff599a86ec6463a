using System.Globalization;
using System.Text;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// One letter for one letter: lower case, no tone, no mark, đ as d, all dashes and quotes alike. Folded text has the
/// length of its source, so a match in it is a match in the source; typing and OCR faults in marks fall away
/// ("Phần đầu" for "Phấn đấu", "hoà" for "hòa").
/// </summary>
internal static class Folding
{
    /// <summary>Farther away nothing speaks of a place.</summary>
    public const int Near = 200;

    private const int TableSize = 0x2100;
    private static readonly char[] Table = BuildTable();

    /// <summary>The neighbourhood before a place.</summary>
    public static string Before(string folded, int at) => folded[Math.Max(0, at - Near)..at];

    public static char Fold(char c) =>
        c < TableSize ? Table[c]
        : c is '％' or '﹪' ? '%'
        : char.ToLowerInvariant(c);

    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (folded, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    folded[i] = IsYSpeltI(source, i) ? 'y' : Fold(source[i]);
                }
            }
        );

    /// <summary>"quí" and "kì" are "quý" and "kỳ".</summary>
    private static bool IsYSpeltI(string text, int at) =>
        text[at] is 'í' or 'Í' or 'ì' or 'Ì'
        && (at + 1 == text.Length || !char.IsLetter(text[at + 1]))
        && (text[at] is 'í' or 'Í' ? IsWord(text, at, "qu") : IsWord(text, at, "k"));

    private static bool IsWord(string text, int end, string opening) =>
        end >= opening.Length
        && text.AsSpan(end - opening.Length, opening.Length).Equals(opening, StringComparison.OrdinalIgnoreCase)
        && (end == opening.Length || !char.IsLetter(text[end - opening.Length - 1]));

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            table[i] = FoldSlowly((char)i);
        }

        return table;
    }

    private static char FoldSlowly(char c) =>
        c switch
        {
            'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
            >= '\u2010' and <= '\u2015' or '\u2212' => '-',
            '“' or '”' or '„' or '«' or '»' => '"',
            '‘' or '’' => '\'',
            '\t' => ' ',
            _ when char.IsLetter(c) => char.ToLowerInvariant(
                c.ToString().Normalize(NormalizationForm.FormD).FirstOrDefault(x => CharUnicodeInfo.GetUnicodeCategory(x) != UnicodeCategory.NonSpacingMark, c)
            ),
            _ => c,
        };
}
