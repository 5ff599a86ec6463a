using System.Globalization;
using System.Text;

namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// The received text as lines: Unicode composed, odd blanks made plain, invisible characters and the signs of
/// <see cref="Markdown"/> dropped. Tabs and runs of blanks stay, they tell columns.
/// </summary>
internal static class SourceLines
{
    // More marks than any letter carries: the rest of such a pile is noise.
    private const int MostMarksOnALetter = 6;

    public static List<MappedText> Of(string source)
    {
        var lines = new List<MappedText>();
        var line = new LineBuilder();
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is '\r' or '\n' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                lines.Add(line.Finish());
                if (c == '\r' && i + 1 < source.Length && source[i + 1] == '\n')
                {
                    i++;
                }
            }
            else if (c == '*' && i + 1 < source.Length && source[i + 1] == '*')
            {
                line.Bold();
                i++;
            }
            else if (c == '\t' || char.IsWhiteSpace(c))
            {
                line.Add(c == '\t' ? c : ' ', i, i + 1);
            }
            else if (!IsInvisible(c))
            {
                i = AddLetter(source, i, line);
            }
        }

        lines.Add(line.Finish());
        return lines;
    }

    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u00AD' or '\uFEFF' || c is >= '\u200B' and <= '\u200F' || c is >= '\u202A' and <= '\u202E';

    /// <summary>Adds the character at <paramref name="i"/> with the marks that follow it; returns the last place used.</summary>
    private static int AddLetter(string source, int i, LineBuilder line)
    {
        if (char.IsSurrogate(source[i]))
        {
            var whole = i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]);
            line.Add('\uFFFD', i, whole ? i + 2 : i + 1);
            return whole ? i + 1 : i;
        }

        var end = i + 1;
        while (end < source.Length && CharUnicodeInfo.GetUnicodeCategory(source[end]) == UnicodeCategory.NonSpacingMark)
        {
            end++;
        }

        if (end == i + 1)
        {
            line.Add(source[i], i, end);
            return i;
        }

        var letter = source.Substring(i, Math.Min(end - i, 1 + MostMarksOnALetter)).Normalize(NormalizationForm.FormC);
        foreach (var c in letter)
        {
            line.Add(c, i, end);
        }

        return end - 1;
    }

    private sealed class LineBuilder
    {
        private readonly StringBuilder _text = new();
        private readonly List<int> _from = [];
        private readonly List<int> _to = [];
        private bool _opensBold;
        private int _boldEnd;

        /// <summary>A sign of bold stands here.</summary>
        public void Bold()
        {
            _opensBold |= _text.Length == 0;
            _boldEnd = _text.Length;
        }

        public void Add(char c, int from, int to)
        {
            _text.Append(c);
            _from.Add(from);
            _to.Add(to);
        }

        public MappedText Finish()
        {
            var line = new MappedText(_text.ToString(), [.. _from], [.. _to]);
            var bold = _opensBold && _boldEnd > 0 && line.Text.AsSpan(_boldEnd).Trim().IsEmpty;
            _text.Clear();
            _from.Clear();
            _to.Clear();
            (_opensBold, _boldEnd) = (false, 0);
            return Spacing.Mended(BrokenFigures.Mended(Markdown.Plain(line, bold)));
        }
    }
}
