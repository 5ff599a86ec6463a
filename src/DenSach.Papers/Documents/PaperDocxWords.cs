using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DenSach.Papers.Documents;

/// <summary>Paragraphs and runs of words, and the units that Word counts in.</summary>
internal static class PaperDocxWords
{
    public static Paragraph Paragraph(string style, string? words = null)
    {
        var paragraph = new Paragraph { ParagraphProperties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } } };
        if (words is not null)
        {
            paragraph.Append(Run(words));
        }

        return paragraph;
    }

    /// <summary>Words in the style of their paragraph, or in a character style of their own.</summary>
    public static Run Run(string words, string? style = null)
    {
        var run = new Run();
        if (style is not null)
        {
            run.RunProperties = new RunProperties { RunStyle = new RunStyle { Val = style } };
        }

        foreach (var (line, i) in Clean(words).Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Without what XML cannot hold: control characters, halves of a pair. A tab is a space, a line end stays one.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[i + 1], words[i]))
            {
                clean.Append(words[i]).Append(words[++i]);
            }
            else if (words[i] == '\t')
            {
                clean.Append(' ');
            }
            else if (words[i] != '\r' && XmlConvert.IsXmlChar(words[i]))
            {
                clean.Append(words[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>Twentieths of a point.</summary>
    public static int TwipsOfPt(decimal points) => (int)Math.Round(points * 20);

    public static int TwipsOfMm(decimal millimetres) => (int)Math.Round(millimetres * 1440 / 25.4m);

    /// <summary>The width between the margins.</summary>
    public static int TextWidth { get; } = TwipsOfMm(Nd30Layout.PageMm.Width - Nd30Layout.LeftMm.Value - Nd30Layout.RightMm.Value);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
