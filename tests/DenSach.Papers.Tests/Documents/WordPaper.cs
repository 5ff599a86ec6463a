using System.Buffers.Binary;
using System.IO.Compression;
using DenSach.Papers.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DenSach.Papers.Tests.Documents;

/// <summary>A paper written as Word, opened again.</summary>
internal sealed class WordPaper : IDisposable
{
    private readonly MemoryStream stream;

    public WordPaper(Paper paper)
    {
        Bytes = PaperDocx.Write(paper);
        stream = new MemoryStream(Bytes);
        Package = WordprocessingDocument.Open(stream, isEditable: false);
    }

    public byte[] Bytes { get; }
    public WordprocessingDocument Package { get; }
    private MainDocumentPart Main => Package.MainDocumentPart!;
    public Body Body => Main.Document.Body!;
    public Styles Styles => Main.StyleDefinitionsPart!.Styles!;
    public IReadOnlyList<Paragraph> Paragraphs => [.. Body.Descendants<Paragraph>()];
    public IReadOnlyList<SectionProperties> Sections => [.. Body.Descendants<SectionProperties>()];
    public Table ListTable => Body.Descendants<Table>().First(t => t.Descendants<TableStyle>().Single().Val == "grid");

    public string?[] DefaultFont
    {
        get
        {
            var font = Styles.DocDefaults!.Descendants<RunFonts>().Single();
            return [font.Ascii?.Value, font.HighAnsi?.Value, font.EastAsia?.Value, font.ComplexScript?.Value];
        }
    }

    public static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!;

    public string[] Words(string style) => [.. Paragraphs.Where(p => StyleOf(p) == style).Select(p => p.InnerText)];

    public Style StyleById(string id) => Styles.Elements<Style>().Single(s => s.StyleId == id);

    public Letters LettersOf(string style)
    {
        var letters = StyleById(style).StyleRunProperties!;
        return new(int.Parse(letters.FontSize!.Val!.Value!) / 2m, letters.Bold is not null, letters.Italic is not null, letters.Caps is not null);
    }

    public Header Header(HeaderFooterValues type) => ((HeaderPart)Main.GetPartById(Sections[0].Elements<HeaderReference>().Single(r => r.Type! == type).Id!.Value!)).Header;

    public (NumberFormatValues Format, string Text) MarkerOf(int list)
    {
        var numbering = Main.NumberingDefinitionsPart!.Numbering!;
        var kind = numbering.Elements<NumberingInstance>().Single(n => n.NumberID! == list).AbstractNumId!.Val!.Value;
        var level = numbering.Elements<AbstractNum>().Single(a => a.AbstractNumberId! == kind).Elements<Level>().Single();
        return (level.NumberingFormat!.Val!.Value, level.LevelText!.Val!.Value!);
    }

    public int? RestartsAt(int list) =>
        Main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>()
            .Single(n => n.NumberID! == list)
            .Elements<LevelOverride>()
            .Single()
            .StartOverrideNumberingValue!.Val!.Value;

    public void Dispose()
    {
        Package.Dispose();
        stream.Dispose();
    }
}

internal sealed record Letters(decimal SizePt, bool Bold, bool Italic, bool Capitals);

/// <summary>Reads back the squares of a code.</summary>
internal static class Png
{
    private const int DotsOfSquare = 8;

    public static bool[][] Read(Stream stream)
    {
        using var file = new MemoryStream();
        stream.CopyTo(file);
        var bytes = file.ToArray();
        bytes[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var side = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16));
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(33));
        using var lines = new ZLibStream(new MemoryStream(bytes, 41, length), CompressionMode.Decompress);
        using var dots = new MemoryStream();
        lines.CopyTo(dots);
        var (squares, stride) = (side / DotsOfSquare, (side / 8) + 1);
        return [.. Enumerable.Range(0, squares).Select(y => Enumerable.Range(0, squares).Select(x => dots.GetBuffer()[(y * DotsOfSquare * stride) + 1 + x] == 0).ToArray())];
    }
}
