using System.Globalization;
using System.Text;

namespace DenSach.Papers.Documents;

/// <summary>How wide words are in Times New Roman, for lines that are a share of them: Word cannot draw such a line by itself.</summary>
internal static class LetterWidths
{
    // Thousandths of the letter size, bold, from the space to "z"; the slanted face is less than a tenth narrower. Marks over and under a letter add nothing.
    private const int FirstLetter = ' ';
    private static readonly short[] Bold =
    [
        .. (ReadOnlySpan<short>)[250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278],
        .. (ReadOnlySpan<short>)[500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500],
        .. (ReadOnlySpan<short>)[930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778],
        .. (ReadOnlySpan<short>)[611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500],
        .. (ReadOnlySpan<short>)[333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500],
        .. (ReadOnlySpan<short>)[556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444],
    ];

    public static decimal Points(string words, PartStyle part)
    {
        var clean = PaperDocxWords.Clean(words);
        var shown = part.Capitals ? clean.ToUpperInvariant() : clean;
        var thousandths = shown.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Sum(Of);
        return thousandths * part.SizePt / 1000;
    }

    private static int Of(char c) =>
        c switch
        {
            'đ' => Of('d'),
            'Đ' => Of('D'),
            '\u00A0' => Of(' '),
            _ when c - FirstLetter is >= 0 and var i && i < Bold.Length => Bold[i],
            _ => Of('0'),
        };
}
