using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static DenSach.Papers.Documents.PaperDocxWords;

namespace DenSach.Papers.Documents;

/// <summary>
/// The styles of a Word paper: one paragraph style for each kind of words of <see cref="Nd30Layout"/>, under the same name. Change one in Word, and every such
/// part of the paper follows.
/// </summary>
internal static class PaperDocxStyles
{
    public const string SectionInner = "section-inner";
    public const string ArticleText = "article-text";
    public const string ArticleHeading = "article-heading";
    public const string ArticleNumber = "article-number";
    public const string Line = "line";
    public const string LineName = "line-name";
    public const string Code = "code";
    public const string CodeDrawing = "code-drawing";
    public const string Caption = "caption";
    public const string CellHead = "cell-head";
    public const string CellCentre = "cell-centre";
    public const string CellFigure = "cell-figure";
    public const string Rule = "rule";
    public const string Tail = "tail";
    public const string PageNumber = "page-number";
    public const string Mark = "mark";
    public const string Frame = "frame";
    public const string Grid = "grid";

    public static Styles Build()
    {
        var styles = new Styles(Defaults(), Normal());
        foreach (var part in Nd30Layout.Parts.Where(p => p.Name != "article"))
        {
            styles.Append(Style(part.Name, NameOf(part), PropertiesOf(part.Name), Letters(part), isHeading: part.Name is "section" or "kind"));
        }

        var (text, cell, section) = (Nd30Layout.Part("text"), Nd30Layout.Part("cell"), Nd30Layout.Part("section"));
        var article = Nd30Layout.Part("article");
        styles.Append(
            Style(SectionInner, "heading 2", Running(PaperArrangement.GapBeforeSection, level: 1), Letters(section), isHeading: true),
            Style(ArticleText, NameOf(article), Running(gap: null, level: 0, keepNext: false), Letters(text)),
            Style(ArticleHeading, $"{NameOf(article)} có tên", Running(gap: null, level: 0), Letters(article)),
            Style(Line, "NĐ30 dòng giữa", Centred(PaperArrangement.GapBeforeLine), Letters(text)),
            Style(
                LineName,
                "NĐ30 tên người nhận",
                Centred(PaperArrangement.GapAroundName, after: PaperArrangement.GapAroundName),
                Letters(text with { SizePt = PaperArrangement.NamePt, Bold = true })
            ),
            Style(CodeDrawing, "NĐ30 mã QR", Placed(JustificationValues.Left, PaperArrangement.GapBeforeCode, keepNext: true), Letters(text)),
            Style(Code, "NĐ30 lời mã QR", Placed(JustificationValues.Left, 0), Letters(text with { SizePt = PaperArrangement.CodePt })),
            Style(Caption, "caption", Centred(PaperArrangement.GapBeforeTable, keepNext: true), Letters(cell with { Bold = true })),
            Style(CellHead, "NĐ30 đầu bảng", Centred(0), Letters(cell with { Bold = true })),
            Style(CellCentre, "NĐ30 ô giữa", Centred(0), Letters(cell)),
            Style(CellFigure, "NĐ30 ô số", Placed(JustificationValues.Right, 0), Letters(cell)),
            Style(Rule, "NĐ30 đường kẻ", RuleProperties(), Letters(text with { SizePt = 2 })),
            Style(Tail, "NĐ30 cuối phần", Tight(2), Letters(text with { SizePt = 1 })),
            Style(PageNumber, "header", Centred(0), Letters(text with { SizePt = Nd30Layout.PageNumberPt.Value })),
            Style(Mark, "NĐ30 dấu bản mẫu", Centred(0), Coloured(Letters(text with { SizePt = PaperArrangement.MarkPt, Bold = true }))),
            ArticleNumberStyle(article)
        );
        styles.Append(PaperDocxTable.Styles());
        return styles;
    }

    private static DocDefaults Defaults()
    {
        var font = Nd30Layout.Fonts[0];
        var letters = new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts
            {
                Ascii = font,
                HighAnsi = font,
                EastAsia = font,
                ComplexScript = font,
            },
            FontSize = new FontSize { Val = HalfPoints(Nd30Layout.Part("text").SizePt) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(Nd30Layout.Part("text").SizePt) },
            Languages = new Languages
            {
                Val = "vi-VN",
                EastAsia = "vi-VN",
                Bidi = "ar-SA",
            },
        };
        return new DocDefaults(new RunPropertiesDefault(letters), new ParagraphPropertiesDefault());
    }

    private static Style Normal() =>
        new()
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
            StyleName = new StyleName { Val = "Normal" },
            PrimaryStyle = new PrimaryStyle(),
        };

    private static Style Style(string id, string name, StyleParagraphProperties place, StyleRunProperties letters, bool isHeading = false) =>
        new()
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = name.StartsWith("NĐ30", StringComparison.Ordinal) ? true : null,
            StyleName = new StyleName { Val = name },
            BasedOn = new BasedOn { Val = "Normal" },
            NextParagraphStyle = isHeading ? new NextParagraphStyle { Val = "text" } : null,
            PrimaryStyle = new PrimaryStyle(),
            StyleParagraphProperties = place,
            StyleRunProperties = letters,
        };

    private static Style ArticleNumberStyle(PartStyle article) =>
        new()
        {
            Type = StyleValues.Character,
            StyleId = ArticleNumber,
            CustomStyle = true,
            StyleName = new StyleName { Val = "NĐ30 số điều" },
            PrimaryStyle = new PrimaryStyle(),
            StyleRunProperties = Letters(article),
        };

    // Word's own names where it has them, so that its outline, its contents and its reader for the blind know the part. A comma would divide a name in two.
    private static string NameOf(PartStyle part) =>
        part.Name switch
        {
            "kind" => "Title",
            "section" => "heading 1",
            _ => "NĐ30 " + part.Clause[(part.Clause.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(",", "", StringComparison.Ordinal),
        };

    private static StyleParagraphProperties PropertiesOf(string part) =>
        part switch
        {
            "text" or "basis" => Running(gap: null, keepNext: false),
            "section" => Running(PaperArrangement.GapBeforeSection, level: 0),
            "number" or "date" => Centred(PaperArrangement.GapBeforeNumber),
            "kind" => Centred(PaperArrangement.GapBeforeKind, keepNext: true),
            "authority" => Centred(PaperArrangement.GapBeforeAuthority, after: PaperArrangement.GapAfterAuthority),
            "enacting" => Centred(PaperArrangement.GapBeforeEnacting, keepNext: true),
            "signer" => Centred(PaperArrangement.GapBeforeSigner),
            "appendix-title" => Centred(0, keepNext: true, level: 0),
            "cell" or "recipients" or "recipients-head" => Placed(JustificationValues.Left, 0),
            _ => Centred(0),
        };

    /// <summary>Running words: even edges, first line moved in, at least two lines on a page.</summary>
    private static StyleParagraphProperties Running(int? gap, int? level = null, bool keepNext = true)
    {
        var place = Placed(JustificationValues.Both, gap ?? Nd30Layout.ParagraphGapPt.Value, keepNext: keepNext, level: level);
        place.SpacingBetweenLines!.Line = Of((int)Math.Round(240 * Nd30Layout.LineHeight.Value / Nd30Layout.LineHeight.Least));
        place.SpacingBetweenLines.LineRule = LineSpacingRuleValues.Auto;
        place.Indentation = new Indentation { FirstLine = Of(TwipsOfMm(Nd30Layout.FirstLineMm.Value)) };
        place.WidowControl = new WidowControl();
        return place;
    }

    private static StyleParagraphProperties Centred(decimal before, decimal after = 0, bool keepNext = false, int? level = null) =>
        Placed(JustificationValues.Center, before, after, keepNext, level);

    private static StyleParagraphProperties Placed(JustificationValues edge, decimal before, decimal after = 0, bool keepNext = false, int? level = null) =>
        new()
        {
            KeepNext = keepNext ? new KeepNext() : null,
            SpacingBetweenLines = new SpacingBetweenLines { Before = Of(TwipsOfPt(before)), After = Of(TwipsOfPt(after)) },
            Justification = new Justification { Val = edge },
            OutlineLevel = level is { } depth ? new OutlineLevel { Val = depth } : null,
        };

    // The line is the upper edge of an empty paragraph; how wide, the paragraph says by its indents.
    private static StyleParagraphProperties RuleProperties()
    {
        var place = Tight(TwipsOfPt(4));
        place.SpacingBetweenLines!.Before = Of(TwipsOfPt(2));
        place.ParagraphBorders = new ParagraphBorders
        {
            TopBorder = new TopBorder
            {
                Val = BorderValues.Single,
                Size = PaperDocxTable.LineSize,
                Space = 0,
                Color = "000000",
            },
        };
        return place;
    }

    private static StyleParagraphProperties Tight(int twips) =>
        new()
        {
            SpacingBetweenLines = new SpacingBetweenLines
            {
                Before = "0",
                After = "0",
                Line = Of(twips),
                LineRule = LineSpacingRuleValues.Exact,
            },
        };

    private static StyleRunProperties Letters(PartStyle part) =>
        new()
        {
            Bold = part.Bold ? new Bold() : null,
            Italic = part.Italic ? new Italic() : null,
            Caps = part.Capitals ? new Caps() : null,
            FontSize = new FontSize { Val = HalfPoints(part.SizePt) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(part.SizePt) },
        };

    private static StyleRunProperties Coloured(StyleRunProperties letters)
    {
        letters.Color = new Color { Val = PaperArrangement.MarkColour.ToUpperInvariant() };
        return letters;
    }

    private static string HalfPoints(decimal points) => Of((int)(points * 2));
}
