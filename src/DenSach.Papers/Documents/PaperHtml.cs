using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DenSach.Papers.Documents;

/// <summary>
/// A paper as HTML for screen and print. The fragment holds classes only, no style and no script, so that a strict
/// content security policy admits it; <see cref="Css"/> is served beside it. Everything that comes from the paper is escaped.
/// </summary>
public static class PaperHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The stylesheet for all papers: print layout with @page, and the sheet on a screen.</summary>
    public static string Css => PaperCss.Text;

    /// <summary>One self-contained <c>&lt;article class="paper" lang="vi"&gt;</c>.</summary>
    public static string Write(Paper paper)
    {
        var html = new Fragment();
        html.Open("article", paper.Mark is null ? "paper" : "paper paper-marked", " lang=\"vi\"");
        if (paper.Mark is { } mark)
        {
            html.Element("div", "paper-mark", mark);
        }

        Head(html, paper);
        Title(html, paper);
        for (var i = 0; i < paper.Bases.Count; i++)
        {
            html.Element("p", "paper-basis", PaperText.Basis(paper.Bases, i));
        }

        if (paper.Enacting is not null)
        {
            html.Element("p", "paper-enacting", paper.Enacting);
        }

        Blocks(html, paper.Body);
        Closing(html, paper);
        foreach (var appendix in paper.Appendices)
        {
            html.Open("section", "paper-appendix");
            html.Element("p", "paper-appendix-label", appendix.Label);
            html.Element("h2", "paper-appendix-title", appendix.Title);
            html.Ruled("p", "paper-appendix-reference", PaperText.Reference(paper));
            Blocks(html, appendix.Body);
            html.Close("section");
        }

        html.Close("article");
        return html.ToString();
    }

    private static void Head(Fragment html, Paper paper)
    {
        html.Open("header", "paper-head");
        html.Open("div", "paper-head-left");
        html.Element("p", "paper-parent", paper.ParentBody);
        foreach (var line in paper.IssuingBody.SkipLast(1))
        {
            html.Element("p", "paper-issuer", line);
        }

        html.Ruled("p", "paper-issuer", paper.IssuingBody[^1]);
        html.Element("p", "paper-number", PaperText.NumberLine(paper));
        if (paper.Kind is null)
        {
            html.Element("p", "paper-subject", paper.Abstract);
        }

        html.Close("div");
        html.Open("div", "paper-head-right");
        html.Element("p", "paper-nation", PaperText.Nation);
        html.Ruled("p", "paper-motto", PaperText.Motto, whole: true);
        html.Element("p", "paper-date", PaperText.PlaceAndDate(paper));
        html.Close("div");
        html.Close("header");
    }

    private static void Title(Fragment html, Paper paper)
    {
        if (paper.Kind is not null)
        {
            html.Element("h1", "paper-kind", paper.Kind);
            html.Ruled("p", "paper-abstract", paper.Abstract);
        }

        html.Element("p", "paper-authority", paper.Authority);
    }

    private static void Blocks(Fragment html, IReadOnlyList<PaperBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case PaperArticle article:
                    html.Open("p", article.TextIsHeading ? "paper-text paper-article-heading" : "paper-text");
                    html.Element("b", "paper-article", PaperText.ArticleNumber(article));
                    html.Words(" " + article.Text);
                    html.Close("p");
                    Blocks(html, article.Blocks);
                    break;
                case PaperHeading heading:
                    html.Element(heading.Depth == 1 ? "h2" : "h3", heading.Depth == 1 ? "paper-section" : "paper-section paper-section-inner", heading.Text);
                    break;
                case PaperParagraph paragraph:
                    html.Element("p", "paper-text", paragraph.Text);
                    break;
                case PaperLine line:
                    html.Element("p", line.IsName ? "paper-line-name" : "paper-text paper-line", line.Text);
                    break;
                case PaperCode code:
                    html.Code(code);
                    break;
                case PaperList list:
                    for (var i = 0; i < list.Items.Count; i++)
                    {
                        html.Element("p", "paper-text paper-item", $"{PaperText.Marker(list.Style, i)} {list.Items[i]}");
                    }

                    break;
                case PaperTable table:
                    PaperHtmlTable.Write(html, table);
                    break;
            }
        }
    }

    private static void Closing(Fragment html, Paper paper)
    {
        html.Open("footer", "paper-closing");
        html.Open("div", "paper-recipients-block");
        if (paper.Recipients.Count > 0)
        {
            html.Element("p", "paper-recipients-head", PaperText.RecipientsHead);
            for (var i = 0; i < paper.Recipients.Count; i++)
            {
                html.Element("p", "paper-recipients", PaperText.Recipient(paper.Recipients, i));
            }
        }

        html.Close("div");
        html.Open("div", "paper-signature-block");
        foreach (var line in PaperText.SignatureLines(paper.Signature))
        {
            html.Element("p", "paper-signature", line);
        }

        html.Element("p", "paper-signer", PaperText.Signer(paper.Signature));
        html.Close("div");
        html.Close("footer");
    }

    /// <summary>Writes elements and escapes words.</summary>
    internal sealed class Fragment
    {
        private readonly StringBuilder _html = new();

        public void Open(string tag, string cssClass, string attributes = "") =>
            _html.Append('<').Append(tag).Append(" class=\"").Append(cssClass).Append('"').Append(attributes).Append('>');

        public void Close(string tag) => _html.Append("</").Append(tag).Append(">\n");

        public void Words(string words) => _html.Append(Encoder.Encode(words));

        /// <summary>Nothing where there are no words.</summary>
        public void Element(string tag, string cssClass, string? words)
        {
            if (words is not null)
            {
                Open(tag, cssClass);
                Words(words);
                Close(tag);
            }
        }

        /// <summary>Words with a line drawn under them, a part of their length or the whole; it says nothing to a screen reader.</summary>
        public void Ruled(string tag, string cssClass, string words, bool whole = false)
        {
            Open(tag, cssClass);
            _html.Append("<span class=\"paper-ruled ").Append(whole ? "paper-ruled-whole" : "paper-ruled-part").Append("\">");
            Words(words);
            _html.Append("</span>");
            Close(tag);
        }

        /// <summary>The squares as one drawing, and the code in words beside it.</summary>
        public void Code(PaperCode code)
        {
            Open("figure", "paper-code");
            var size = code.Squares.Count;
            _html.Append(
                CultureInfo.InvariantCulture,
                $"<svg class=\"paper-qr\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"{PaperText.CodeName}\"><path d=\""
            );
            for (var y = 0; y < size; y++)
            {
                for (var x = 0; x < code.Squares[y].Count; x++)
                {
                    if (code.Squares[y][x])
                    {
                        _html.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                    }
                }
            }

            _html.Append("\"/></svg>\n");
            Element("figcaption", "paper-code-text", code.Text);
            Close("figure");
        }

        public override string ToString() => _html.ToString();
    }
}
