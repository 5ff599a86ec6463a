using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static DenSach.Papers.Documents.PaperDocxWords;

namespace DenSach.Papers.Documents;

/// <summary>Pages in Word: size, margins, the number in the top margin, the mark on every page, a new section for each appendix.</summary>
internal sealed class PaperDocxPages
{
    private const string FirstPage = "rIdFirstHeader";
    private const string OtherPages = "rIdHeader";

    // So far under the edge of the sheet that number and mark stand in the top margin and do not push the words down.
    private static readonly int HeaderFromEdge = TwipsOfMm(7);

    public PaperDocxPages(MainDocumentPart main, string? mark)
    {
        main.AddNewPart<HeaderPart>(OtherPages).Header = new Header([Number(), .. Mark(mark)]);
        main.AddNewPart<HeaderPart>(FirstPage).Header = new Header([Paragraph(PaperDocxStyles.PageNumber), .. Mark(mark)]);
    }

    /// <summary>Ends the pages so far; what follows begins on a new one.</summary>
    /// <param name="isFirst">True where the pages that end are those of the paper itself.</param>
    public Paragraph Break(bool isFirst)
    {
        var end = Paragraph(PaperDocxStyles.Tail);
        end.ParagraphProperties!.SectionProperties = Section(isFirst);
        return end;
    }

    public SectionProperties Section(bool isFirst)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = OtherPages },
            new HeaderReference { Type = HeaderFooterValues.First, Id = FirstPage },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize { Width = (uint)TwipsOfMm(Nd30Layout.PageMm.Width), Height = (uint)TwipsOfMm(Nd30Layout.PageMm.Height) },
            new PageMargin
            {
                Top = TwipsOfMm(Nd30Layout.TopMm.Value),
                Right = (uint)TwipsOfMm(Nd30Layout.RightMm.Value),
                Bottom = TwipsOfMm(Nd30Layout.BottomMm.Value),
                Left = (uint)TwipsOfMm(Nd30Layout.LeftMm.Value),
                Header = (uint)HeaderFromEdge,
                Footer = (uint)HeaderFromEdge,
                Gutter = 0,
            }
        );
        if (isFirst || Nd30Layout.AppendixNumberedApart)
        {
            section.Append(new PageNumberType { Start = 1 });
            section.Append(new TitlePage());
        }

        return section;
    }

    private static Paragraph Number()
    {
        var paragraph = Paragraph(PaperDocxStyles.PageNumber);
        paragraph.Append(new SimpleField(Run("1")) { Instruction = " PAGE " });
        return paragraph;
    }

    private static Paragraph[] Mark(string? mark) => mark is null ? [] : [Paragraph(PaperDocxStyles.Mark, mark)];
}
