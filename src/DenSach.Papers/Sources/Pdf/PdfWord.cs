using System.Globalization;
using System.Xml;

namespace DenSach.Papers.Sources.Pdf;

/// <summary>A word where it stands on its page, in points from the upper left corner.</summary>
public readonly record struct PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    internal double Middle => (Left + Right) / 2;

    internal double Height => (Top + Bottom) / 2;
}

/// <summary>The words of one page.</summary>
/// <param name="Width">Width of the page in points.</param>
/// <param name="Height">Height of the page in points.</param>
/// <param name="Words">In the order of the file.</param>
public sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfWord> Words)
{
    /// <summary>Reads what <c>pdftotext -bbox</c> writes, page by page; empty where it is not that.</summary>
    public static IReadOnlyList<PdfPage> Of(string bbox)
    {
        var pages = new List<PdfPage>();
        var words = new List<PdfWord>();
        try
        {
            using var xml = XmlReader.Create(new StringReader(bbox), new() { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false });
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "page" })
                {
                    words = [];
                    pages.Add(new(Number("width"), Number("height"), words));
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "word" } && pages.Count > 0)
                {
                    var (left, top, right, bottom) = (Number("xMin"), Number("yMin"), Number("xMax"), Number("yMax"));
                    xml.Read();
                    words.Add(new(xml.Value.Trim(), left, top, right, bottom));
                }
            }

            return pages;

            double Number(string name) => double.Parse(xml.GetAttribute(name) ?? "", NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return [];
        }
    }
}
