using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DenSach.Papers.Documents;

/// <summary>
/// A paper as a Word document, in the same layout as <see cref="PaperHtml"/>: real styles, lists, sections and repeated table heads, so that an officer edits it
/// without fighting it. The same paper gives the same bytes; nothing but the words of the paper and its title stands in them.
/// </summary>
public static class PaperDocx
{
    /// <summary>Media type of the bytes.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The document, ready to be saved as .docx. Characters that XML cannot hold are left out.</summary>
    public static byte[] Write(Paper paper)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(PaperDocxPackage.MainType, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = PaperDocxStyles.Build();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = PaperDocxPackage.Settings();
            var pages = new PaperDocxPages(main, paper.Mark);
            var blocks = new PaperDocxBlocks(main);
            main.Document = new Document(Body(paper, blocks, pages));
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = blocks.Lists.Build();
            PaperDocxPackage.Describe(package, PaperText.Title(paper));
        }

        return PaperDocxPackage.Settled(bytes.ToArray());
    }

    private static Body Body(Paper paper, PaperDocxBlocks blocks, PaperDocxPages pages)
    {
        var body = new Body();
        body.Append(PaperDocxFrame.Head(paper));
        body.Append(PaperDocxFrame.Title(paper));
        body.Append(paper.Bases.Select((_, i) => PaperDocxWords.Paragraph("basis", PaperText.Basis(paper.Bases, i))));
        if (paper.Enacting is not null)
        {
            body.Append(PaperDocxWords.Paragraph("enacting", paper.Enacting));
        }

        body.Append(blocks.Write(paper.Body));
        body.Append(PaperDocxFrame.Closing(paper));
        foreach (var appendix in paper.Appendices)
        {
            body.Append(pages.Break(isFirst: appendix == paper.Appendices[0]));
            body.Append(PaperDocxFrame.AppendixHead(paper, appendix));
            body.Append(blocks.Write(appendix.Body));
        }

        body.Append(PaperDocxWords.Paragraph(PaperDocxStyles.Tail));
        body.Append(pages.Section(isFirst: paper.Appendices.Count == 0));
        return body;
    }
}
