using System.Text.RegularExpressions;

namespace DenSach.Papers.Sources.Pdf;

/// <summary>The words of one cell as one line.</summary>
internal static partial class CellWords
{
    public static string Joined(IReadOnlyList<PdfWord> words)
    {
        // Words of one line overlap in height by more than half; marks above and below letters make lines of one cell overlap too.
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(w => w.Height))
        {
            if (lines.Count > 0 && word.Height - lines[^1][0].Height < (word.Bottom - word.Top) / 2)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        var text = lines.ConvertAll(l => string.Join(' ', l.OrderBy(w => w.Left).Select(w => w.Text)));
        // "T" over "T": a column too narrow for its own head.
        return text.TrueForAll(l => l.Length == 1)
            ? string.Concat(text)
            : BrokenHyphen().Replace(BrokenYear().Replace(string.Join('\n', text), ""), "-").Replace('\n', ' ').Replace('|', '/');
    }

    /// <summary>"15-" over "60". Vietnamese parts no word, so a hyphen that hangs on one belongs to the next as well.</summary>
    [GeneratedRegex(@"(?<=\w)-\n(?=\w)")]
    private static partial Regex BrokenHyphen();

    /// <summary>"10/10/20" over "26", "Tháng 9/202" over "6": a date that the cell had no room for. Together, and only so, they are a year.</summary>
    [GeneratedRegex(
        @"(?<=(?:\b[0-9]{1,2}/[0-9]{1,2}|\b[Tt]háng [0-9]{1,2}|\b[Qq]uý [IV]{1,3})/(?:20[0-9]?|2))\n(?=[0-9]{1,3}\b)(?:(?<=/2\n)(?=[0-9]{3}\b)|(?<=/20\n)(?=[0-9]{2}\b)|(?<=/20[0-9]\n)(?=[0-9]\b))"
    )]
    private static partial Regex BrokenYear();
}
