using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static DenSach.Papers.Documents.PaperDocxWords;

namespace DenSach.Papers.Documents;

/// <summary>The blocks of a body in Word: every member of the family has its paragraph, list or table.</summary>
internal sealed class PaperDocxBlocks(MainDocumentPart main)
{
    private int codes;

    public PaperDocxLists Lists { get; } = new();

    public IEnumerable<OpenXmlElement> Write(IReadOnlyList<PaperBlock> blocks) => blocks.SelectMany(Write);

    private IEnumerable<OpenXmlElement> Write(PaperBlock block) =>
        block switch
        {
            PaperArticle article => [Article(article), .. Write(article.Blocks)],
            PaperHeading heading => [Paragraph(heading.Depth == 1 ? "section" : PaperDocxStyles.SectionInner, heading.Text)],
            PaperParagraph paragraph => [Paragraph("text", paragraph.Text)],
            PaperLine line => [Paragraph(line.IsName ? PaperDocxStyles.LineName : PaperDocxStyles.Line, line.Text)],
            PaperCode code => [Drawing(code), Paragraph(PaperDocxStyles.Code, code.Text)],
            PaperList list => Lists.Write(list),
            PaperTable table => PaperDocxTable.Write(table),
            _ => throw new InvalidOperationException($"No place in Word for {block.GetType().Name}."),
        };

    private static Paragraph Article(PaperArticle article)
    {
        var paragraph = Paragraph(article.TextIsHeading ? PaperDocxStyles.ArticleHeading : PaperDocxStyles.ArticleText);
        paragraph.Append(Run(PaperText.ArticleNumber(article), PaperDocxStyles.ArticleNumber), Run(" " + article.Text));
        return paragraph;
    }

    private Paragraph Drawing(PaperCode code)
    {
        var paragraph = Paragraph(PaperDocxStyles.CodeDrawing);
        paragraph.Append(new Run(PaperDocxCode.Draw(main, code, ++codes)));
        return paragraph;
    }
}
