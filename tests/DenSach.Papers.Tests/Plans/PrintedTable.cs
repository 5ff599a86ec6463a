using System.Globalization;
using System.Text;
using DenSach.Papers.Sources.Pdf;

namespace DenSach.Papers.Tests.Plans;

/// <summary>
/// A table as a PDF shows it: its words at their places and its lines as drawn, in the forms that poppler writes both. Words wrap in narrow cells, stand above or in
/// the middle, and rows break over pages.
/// </summary>
public sealed record PrintedTable(IReadOnlyList<string[]> Head, IReadOnlyList<string[]> Rows)
{
    private const double Letter = 5;
    private const double Line = 14;
    private const double Left = 60;
    private const double Margin = 50;

    /// <summary>Words stand in the middle of their cell, not at its top.</summary>
    public bool Middle { get; init; }

    /// <summary>"boxes": each cell draws thin boxes of its own, as Word does; "strokes": lines under a transform, as LibreOffice does; "dots": lines of dots.</summary>
    public string Lines { get; init; } = "boxes";

    /// <summary>The widest a column may be, in letters.</summary>
    public int Widest { get; init; } = 22;

    /// <summary>So many rows of the body on a page, and the head on each; 0 for one page.</summary>
    public int RowsOnAPage { get; init; }

    /// <summary>The page ends behind the first line of a row where that can be told: rows are numbered and cells of one row only.</summary>
    public bool CutsRows { get; init; }

    private List<string[]> All => [.. Head, .. Rows];

    /// <summary>The text that is made of it.</summary>
    public string Written() =>
        PdfText.Of(
            Pages()
                .Select(p => (Page: PdfPage.Of(p.Words).Single(), p.Svg))
                .Select(p => (IReadOnlyList<PdfPart>)[.. RuledTable.On(p.Page, PdfRules.Of(p.Svg)).Select(t => new PdfPart("", t)), new("- 7 -\n")])
        );

    /// <summary>What pdftotext and pdftocairo would say of each page.</summary>
    public IEnumerable<(string Words, string Svg)> Pages()
    {
        if (RowsOnAPage == 0)
        {
            return [Page([.. All.Select((_, i) => (i, 0, int.MaxValue))])];
        }

        var pages = new List<List<(int Row, int From, int To)>> { new() };
        var mayCut = CutsRows && Head[0][0] is "TT" or "STT" && Rows.All(r => IsWritten(r[0]));
        for (var r = Head.Count; r < All.Count; r++)
        {
            var ends = pages[^1].Count >= RowsOnAPage && !All[r].Contains("^");
            if (ends && mayCut && !(r + 1 < All.Count && All[r + 1].Contains("^")) && !All[r].Contains("<") && LinesOf(r).Max(c => c.Count) > 1)
            {
                pages[^1].Add((r, 0, 1));
                pages.Add([(r, 1, int.MaxValue)]);
                continue;
            }

            if (ends)
            {
                pages.Add([]);
            }

            pages[^1].Add((r, 0, int.MaxValue));
        }

        return pages.Select(p => Page([.. Head.Select((_, i) => (i, 0, int.MaxValue)), .. p]));
    }

    private static bool IsWritten(string cell) => cell is not ("" or "<" or "^");

    private double[] Widths() =>
        [
            .. Enumerable
                .Range(0, Head[0].Length)
                .Select(c => (Math.Min(Widest, All.Select((r, i) => Reach(i, c, "<") == 1 && IsWritten(r[c]) ? r[c].Length : 2).Max()) * Letter) + 12),
        ];

    private int Reach(int row, int column, string sign)
    {
        var reach = 1;
        while (sign == "<" ? column + reach < All[row].Length && All[row][column + reach] == sign : row + reach < All.Count && All[row + reach][column] == sign)
        {
            reach++;
        }

        return reach;
    }

    private List<List<string>> LinesOf(int row)
    {
        var widths = Widths();
        return [.. All[row].Select((cell, c) => IsWritten(cell) ? Wrapped(cell, widths.Skip(c).Take(Reach(row, c, "<")).Sum() - 12) : [])];
    }

    private static List<string> Wrapped(string cell, double width)
    {
        var lines = new List<string>();
        foreach (var word in cell.Split(' '))
        {
            if (lines.Count == 0 || (lines[^1].Length + 1 + word.Length) * Letter > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += " " + word;
            }
        }

        return lines;
    }

    private (string Words, string Svg) Page(List<(int Row, int From, int To)> rows)
    {
        var (words, svg) = (new StringBuilder(), new StringBuilder());
        var widths = Widths();
        var texts = rows.ConvertAll(r => LinesOf(r.Row).ConvertAll(c => c.Skip(r.From).Take(r.To - r.From).ToList()));
        var heights = texts.Select(t => (Math.Max(1, t.Max(c => c.Count)) * Line) + 6).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var c = 0; c < widths.Length; c++)
            {
                var cell = All[rows[i].Row][c];
                if (cell is "<" or "^")
                {
                    continue;
                }

                var (across, down) = (Reach(rows[i].Row, c, "<"), Reach(rows[i].Row, c, "^"));
                var (x, y) = (Left + widths.Take(c).Sum(), Margin + heights.Take(i).Sum());
                var (width, height) = (widths.Skip(c).Take(across).Sum(), heights.Skip(i).Take(down).Sum());
                Border(svg, x, y, x + width, y + height);
                var at = y + 3 + (Middle ? (height - 6 - (texts[i][c].Count * Line)) / 2 : 0);
                foreach (var line in texts[i][c])
                {
                    var left = x + 5;
                    foreach (var word in line.Split(' '))
                    {
                        words.Append(
                            CultureInfo.InvariantCulture,
                            $"<word xMin=\"{left}\" yMin=\"{at}\" xMax=\"{left + (word.Length * Letter) - 1}\" yMax=\"{at + Line + 1}\">{word.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")}</word>\n"
                        );
                        left += (word.Length + 1) * Letter;
                    }

                    at += Line;
                }
            }
        }

        var bottom = Margin + heights.Sum() + 40;
        words.Append(CultureInfo.InvariantCulture, $"<word xMin=\"280\" yMin=\"{bottom}\" xMax=\"290\" yMax=\"{bottom + Line}\">7</word>\n");
        // A letter drawn as a shape and the white ground of the page are no lines of a table.
        return (
            $"<html><body><doc><page width=\"595\" height=\"842\">\n{words}</page></doc></body></html>",
            $"<svg xmlns=\"http://www.w3.org/2000/svg\"><defs><g id=\"glyph\"><path d=\"M 0 0 L 500 0 L 500 1 L 0 1 Z\"/></g></defs><g><path style=\"fill:rgb(100%,100%,100%);\" d=\"M 0 0 L 595 0 L 595 1 L 0 1 Z\"/>{svg}</g></svg>"
        );
    }

    private void Border(StringBuilder svg, double left, double top, double right, double bottom)
    {
        foreach (var (x, y, u, v) in new[] { (left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom) })
        {
            svg.Append(
                Lines switch
                {
                    // Turned over, as from a page whose height is counted from below.
                    "strokes" => string.Create(
                        CultureInfo.InvariantCulture,
                        $"<path style=\"fill:none;stroke:rgb(0%,0%,0%);\" d=\"M {x * 10} {(842 - y) * 10} L {u * 10} {(842 - v) * 10}\" transform=\"matrix(0.1,0,0,-0.1,0,842)\"/>\n"
                    ),
                    "dots" => string.Concat(Enumerable.Range(0, (int)((u - x + v - y) / 2)).Select(i => Box(u > x ? x + (2 * i) : x, u > x ? y : y + (2 * i), 0.5, 0.5))),
                    _ => Box(x, y, Math.Max(u - x, 0.48), Math.Max(v - y, 0.48)),
                }
            );
        }

        static string Box(double x, double y, double width, double height) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"<path fill=\"rgb(0%,0%,0%)\" d=\"M {x} {y} L {x + width} {y} L {x + width} {y + height} L {x} {y + height} Z M {x} {y} \"/>\n"
            );
    }
}
