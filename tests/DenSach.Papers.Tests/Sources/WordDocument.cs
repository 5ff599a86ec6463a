using System.IO.Compression;
using System.Security;
using System.Text;

namespace DenSach.Papers.Tests.Sources;

/// <summary>Makes small Word documents for tests, part by part.</summary>
internal static class WordDocument
{
    private const string Space =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    public static string Paragraph(string words, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(words)}</w:t></w:r></w:p>";

    public static string Listed(string words, int list, int level = 0) => Paragraph(words, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Cell(string words, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(words)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static byte[] Of(string body, params (string Part, string Xml)[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, xml) in parts.Prepend(("word/document.xml", $"<w:document {Space}><w:body>{body}</w:body></w:document>")))
            {
                using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
                writer.Write(
                    xml.Replace("<w:numbering>", $"<w:numbering {Space}>", StringComparison.Ordinal).Replace("<w:footnotes>", $"<w:footnotes {Space}>", StringComparison.Ordinal)
                );
            }
        }

        return file.ToArray();
    }

    /// <summary>A plan as a secretary types it: each line of the text a paragraph.</summary>
    public static byte[] FromLines(string text) => Of(string.Concat(text.Split('\n').Select(l => Paragraph(l.TrimEnd('\r').Replace('\f', ' ')))));
}
