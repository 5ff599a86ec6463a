using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static DenSach.Papers.Documents.PaperDocxWords;

namespace DenSach.Papers.Documents;

/// <summary>What stands around the words of a Word paper: the block over the title, the title, recipients and signature, heads of appendices.</summary>
internal static class PaperDocxFrame
{
    private static readonly int HeadLeft = TextWidth * PaperArrangement.HeadLeft / 100;
    private static readonly int ClosingLeft = TextWidth * PaperArrangement.ClosingLeft / 100;

    /// <summary>II.4: place and date stand on one line with the number, so the block has two rows.</summary>
    public static Table Head(Paper paper)
    {
        var table = PaperDocxTable.Frame(HeadLeft, TextWidth - HeadLeft);
        List<Paragraph> issuer = [];
        if (paper.ParentBody is not null)
        {
            issuer.Add(Paragraph("parent", paper.ParentBody));
        }

        issuer.AddRange(paper.IssuingBody.Select(line => Paragraph("issuer", line)));
        issuer.Add(Rule("issuer", paper.IssuingBody[^1], HeadLeft - TwipsOfPt(PaperArrangement.BetweenColumnsPt), Nd30Layout.RuleShare));
        Paragraph[] nation =
        [
            Paragraph("nation", PaperText.Nation),
            Paragraph("motto", PaperText.Motto),
            Rule("motto", PaperText.Motto, TextWidth - HeadLeft, Nd30Layout.MottoRuleShare),
        ];
        List<Paragraph> number = [Paragraph("number", PaperText.NumberLine(paper))];
        if (paper.Kind is null)
        {
            number.Add(Paragraph("subject", paper.Abstract));
        }

        table.Append(
            PaperDocxTable.FrameRow(HeadLeft, issuer, TextWidth - HeadLeft, nation),
            PaperDocxTable.FrameRow(HeadLeft, number, TextWidth - HeadLeft, [Paragraph("date", PaperText.PlaceAndDate(paper))])
        );
        return table;
    }

    public static IEnumerable<OpenXmlElement> Title(Paper paper)
    {
        if (paper.Kind is not null)
        {
            yield return Paragraph("kind", paper.Kind);
            yield return Paragraph("abstract", paper.Abstract);
            yield return Rule("abstract", paper.Abstract, TextWidth, Nd30Layout.RuleShare);
        }

        if (paper.Authority is not null)
        {
            yield return Paragraph("authority", paper.Authority);
        }
    }

    /// <summary>A paragraph keeps the block off the words above it; the block itself never stands on two pages.</summary>
    public static IEnumerable<OpenXmlElement> Closing(Paper paper)
    {
        var gap = Paragraph(PaperDocxStyles.Tail);
        gap.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Of(TwipsOfPt(PaperArrangement.GapBeforeClosing)) };
        yield return gap;
        List<Paragraph> recipients = [];
        if (paper.Recipients.Count > 0)
        {
            recipients.Add(Paragraph("recipients-head", PaperText.RecipientsHead));
            recipients.AddRange(paper.Recipients.Select((_, i) => Paragraph("recipients", PaperText.Recipient(paper.Recipients, i))));
        }
        else
        {
            recipients.Add(Paragraph("recipients"));
        }

        Paragraph[] signature = [.. PaperText.SignatureLines(paper.Signature).Select(line => Paragraph("signature", line)), Paragraph("signer", PaperText.Signer(paper.Signature))];
        var table = PaperDocxTable.Frame(ClosingLeft, TextWidth - ClosingLeft);
        table.Append(PaperDocxTable.FrameRow(ClosingLeft, recipients, TextWidth - ClosingLeft, signature));
        yield return table;
    }

    public static IEnumerable<OpenXmlElement> AppendixHead(Paper paper, PaperAppendix appendix)
    {
        if (appendix.Label is not null)
        {
            yield return Paragraph("appendix-label", appendix.Label);
        }

        yield return Paragraph("appendix-title", appendix.Title);
        yield return Paragraph("appendix-reference", PaperText.Reference(paper));
        yield return Rule("appendix-reference", PaperText.Reference(paper), TextWidth, Nd30Layout.RuleShare);
    }

    /// <summary>A line in the middle of its column, as long as its share of the words above it.</summary>
    private static Paragraph Rule(string part, string words, int column, Measure share)
    {
        var length = Math.Min(column, TwipsOfPt(LetterWidths.Points(words, Nd30Layout.Part(part)))) * share.Value / 100;
        var beside = Of((int)Math.Round((column - length) / 2));
        var rule = Paragraph(PaperDocxStyles.Rule);
        rule.ParagraphProperties!.Indentation = new Indentation { Left = beside, Right = beside };
        return rule;
    }
}
