using System.Globalization;
using System.Text;

namespace DenSach.Papers.Documents;

/// <summary>The stylesheet, written from <see cref="Nd30Layout"/>: no measure of the decree stands here.</summary>
internal static class PaperCss
{
    public static string Text => field ??= Build();

    private static string Build()
    {
        var css = new StringBuilder();
        var fonts = string.Join(", ", Nd30Layout.Fonts.Select(f => $"\"{f}\"")) + ", serif";
        var (top, right, bottom, left) = (Of(Nd30Layout.TopMm), Of(Nd30Layout.RightMm), Of(Nd30Layout.BottomMm), Of(Nd30Layout.LeftMm));
        css.Append(
            CultureInfo.InvariantCulture,
            $$"""
            /* {{Nd30Layout.Source}} */
            @page {
              size: {{Nd30Layout.PageMm.Width}}mm {{Nd30Layout.PageMm.Height}}mm;
              margin: {{top}} {{right}} {{bottom}} {{left}};
              @top-center { content: counter(page); font: {{Of(Nd30Layout.PageNumberPt)}} {{fonts}}; color: #000; }
            }
            @page :first { @top-center { content: none; } }
            .paper { color: #000; background: #fff; font-family: {{fonts}}; line-height: {{Of(Nd30Layout.LineHeight)}}; font-variant-numeric: lining-nums; }
            .paper p, .paper h1, .paper h2, .paper h3 { margin: 0; font-weight: normal; font-family: inherit; line-height: inherit; color: inherit; letter-spacing: normal; }
            .paper .paper-text { margin-top: {{Of(Nd30Layout.ParagraphGapPt)}}; text-align: justify; text-indent: {{Of(Nd30Layout.FirstLineMm)}}; orphans: 2; widows: 2; }
            .paper .paper-basis { margin-top: {{Of(Nd30Layout.ParagraphGapPt)}}; text-align: justify; text-indent: {{Of(Nd30Layout.FirstLineMm)}}; }

            """
        );
        foreach (var part in Nd30Layout.Parts)
        {
            var style = (part.Bold ? " font-weight: bold;" : "") + (part.Italic ? " font-style: italic;" : "") + (part.Capitals ? " text-transform: uppercase;" : "");
            css.Append(CultureInfo.InvariantCulture, $".paper .paper-{part.Name} {{ font-size: {part.SizePt}pt;{style} }} /* {part.Clause} */\n");
        }

        Rule(css, "paper-ruled-part", Nd30Layout.RuleShare);
        Rule(css, "paper-ruled-whole", Nd30Layout.MottoRuleShare);
        for (var share = 5; share <= 100; share += 5)
        {
            css.Append(CultureInfo.InvariantCulture, $".paper .paper-share-{share} {{ width: {share}%; }}\n");
        }

        return css.Append(Arrangement).ToString();
    }

    /// <summary>The line is drawn on the box of the words themselves, so its share is of them and not of the column.</summary>
    private static void Rule(StringBuilder css, string name, Measure share) =>
        css.Append(CultureInfo.InvariantCulture, $".{name}::after {{ left: {(100 - share.Value) / 2}%; width: {share.Value}%; }} /* {share.Clause} */\n");

    private static string Of(Measure measure) => measure.Value.ToString(CultureInfo.InvariantCulture) + measure.Unit;

    private static readonly string Arrangement = string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        .paper-head { display: grid; grid-template-columns: {{PaperArrangement.HeadLeft}}% {{100 - PaperArrangement.HeadLeft}}%; text-align: center; line-height: 1.2; }
        .paper-head p { text-align: center; }
        .paper-head-left { padding-right: {{PaperArrangement.BetweenColumnsPt}}pt; }
        .paper .paper-issuer, .paper .paper-parent { font-variant-ligatures: none; }
        .paper .paper-nation, .paper .paper-motto { white-space: nowrap; }
        .paper-ruled { display: inline-block; position: relative; padding-bottom: 3pt; }
        .paper-ruled::after { content: ""; position: absolute; bottom: 0; border-top: {{PaperArrangement.LinePt}}pt solid #000; }
        .paper-appendix .paper-ruled { padding-bottom: 4pt; margin-bottom: 9pt; }
        .paper .paper-line { margin-top: {{PaperArrangement.GapBeforeLine}}pt; text-align: center; text-indent: 0; }
        .paper .paper-line-name { margin: {{PaperArrangement.GapAroundName}}pt 0; font-size: {{PaperArrangement.NamePt}}pt; font-weight: bold; text-align: center; }
        .paper-code { margin: {{PaperArrangement.GapBeforeCode}}pt 0 0; font-size: {{PaperArrangement.CodePt}}pt; line-height: 1.3; text-align: left; }
        .paper-qr { display: block; width: {{PaperArrangement.CodeMm}}mm; height: {{PaperArrangement.CodeMm}}mm; }
        .paper + .paper { break-before: page; }
        .paper-note { max-width: 210mm; margin: 0 auto 12px; padding: 8px 16px; }
        .paper .paper-number, .paper .paper-date { margin-top: {{PaperArrangement.GapBeforeNumber}}pt; }
        .paper .paper-kind { margin-top: {{PaperArrangement.GapBeforeKind}}pt; text-align: center; }
        .paper .paper-abstract { text-align: center; }
        .paper .paper-authority { margin: {{PaperArrangement.GapBeforeAuthority}}pt 0 {{PaperArrangement.GapAfterAuthority}}pt; text-align: center; }
        .paper .paper-enacting { margin-top: {{PaperArrangement.GapBeforeEnacting}}pt; text-align: center; break-after: avoid; }
                .paper .paper-article-heading { font-weight: bold; break-after: avoid; }
        .paper .paper-section { margin-top: {{PaperArrangement.GapBeforeSection}}pt; text-indent: {{Of(Nd30Layout.FirstLineMm)}}; break-after: avoid; }
        .paper-closing { display: grid; grid-template-columns: {{PaperArrangement.ClosingLeft}}% {{100
            - PaperArrangement.ClosingLeft}}%; margin-top: {{PaperArrangement.GapBeforeClosing}}pt; break-inside: avoid; line-height: 1.2; }
        .paper .paper-signature { text-align: center; }
        .paper .paper-signer { margin-top: {{PaperArrangement.GapBeforeSigner}}pt; text-align: center; }
        .paper-appendix { break-before: page; }
        .paper-appendix > p, .paper .paper-appendix-title { text-align: center; }
        .paper .paper-appendix > .paper-text { text-align: justify; }
        .paper-table { width: 100%; margin-top: {{PaperArrangement.GapBeforeTable}}pt; border-collapse: collapse; font-size: {{Nd30Layout.Part(
            "cell"
        ).SizePt}}pt; line-height: 1.2; color: #000; }
        .paper-table caption { caption-side: top; text-align: center; font-weight: bold; color: #000; }
        .paper-table thead { display: table-header-group; }
        .paper-table tr { break-inside: avoid; }
        .paper-table th, .paper-table td { padding: {{PaperArrangement.CellAbovePt}}pt {{PaperArrangement.CellBesidePt}}pt; border: {{PaperArrangement.LinePt}}pt solid #000; vertical-align: middle; }
        .paper-table th { font-weight: bold; text-align: center; }
        .paper-left { text-align: left; }
        .paper-centre { text-align: center; }
        .paper-figure { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
        .paper-mark { font-weight: bold; font-size: {{PaperArrangement.MarkPt}}pt; text-align: center; color: #{{PaperArrangement.MarkColour}}; }
        @media screen {
          .paper + .paper { margin-top: 12mm; }
          .paper { box-sizing: border-box; width: 100%; max-width: 210mm; margin: 0 auto; padding: 20mm 15mm 20mm 30mm; box-shadow: 0 1px 6px rgb(0 0 0 / 20%); overflow-wrap: break-word; }
          .paper-mark { position: sticky; top: 0; margin: -6mm 0 4mm; padding: 4pt; background: #fff; border: 1pt solid #{{PaperArrangement.MarkColour}}; }
          .paper-appendix { margin-top: 20mm; padding-top: 10mm; border-top: 1px dashed #999; }
        }
        @media screen and (max-width: 640px) {
          .paper { padding: 16px; }
          .paper-head, .paper-closing { grid-template-columns: 1fr; row-gap: 12px; }
          .paper .paper-nation { white-space: normal; }
          .paper-table { display: block; overflow-x: auto; }
        }
        /* A fixed box stands on every printed page; the empty footer group, repeated by the browser, keeps the words off it. */
        @media print {
          .paper-mark { position: fixed; bottom: 0; left: 0; right: 0; }
          .paper-note { display: none; }
          .paper-marked { display: table; width: 100%; table-layout: fixed; }
          .paper-marked::after { content: ""; display: table-footer-group; height: 9mm; break-inside: avoid; }
        }

        """
    );
}
