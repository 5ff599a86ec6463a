using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static DenSach.Papers.Documents.PaperDocxWords;

namespace DenSach.Papers.Documents;

/// <summary>Tables in Word: those of the paper, whose head stands again on each page, and frames without lines that hold two blocks beside each other.</summary>
internal static class PaperDocxTable
{
    // A column that asks for no share gets room by its longest words, within these bounds of letters.
    private const int LeastLetters = 4;
    private const int MostLetters = 40;

    /// <summary>Eighths of a point.</summary>
    public static readonly uint LineSize = (uint)(PaperArrangement.LinePt * 8);

    public static IEnumerable<OpenXmlElement> Write(PaperTable table)
    {
        if (table.Caption is not null)
        {
            yield return Paragraph(PaperDocxStyles.Caption, table.Caption);
        }
        else
        {
            var gap = Paragraph(PaperDocxStyles.Tail);
            gap.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Of(TwipsOfPt(PaperArrangement.GapBeforeTable)) };
            yield return gap;
        }

        var widths = Widths(table);
        var written = Empty(PaperDocxStyles.Grid, widths);
        written.Append(Row(widths, table.Columns.Select(c => (PaperDocxStyles.CellHead, c.Heading)), isHead: true));
        written.Append(table.Rows.Select(row => Row(widths, table.Columns.Select((c, i) => (StyleOf(c.Align), i < row.Count ? row[i] : "")), isHead: false)));
        yield return written;
    }

    public static Table Frame(params int[] widths) => Empty(PaperDocxStyles.Frame, widths);

    public static TableRow FrameRow(int leftWidth, IEnumerable<Paragraph> left, int rightWidth, IEnumerable<Paragraph> right)
    {
        var row = new TableRow { TableRowProperties = new TableRowProperties(new CantSplit()) };
        var first = Cell(leftWidth, left);
        first.TableCellProperties!.TableCellMargin = new TableCellMargin
        {
            RightMargin = new RightMargin { Width = Of(TwipsOfPt(PaperArrangement.BetweenColumnsPt)), Type = TableWidthUnitValues.Dxa },
        };
        row.Append(first, Cell(rightWidth, right));
        return row;
    }

    public static Style[] Styles() =>
        [
            Style(
                PaperDocxStyles.Grid,
                "NĐ30 bảng",
                PaperArrangement.CellAbovePt,
                PaperArrangement.CellBesidePt,
                new TableBorders(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>())
            ),
            Style(PaperDocxStyles.Frame, "NĐ30 khung", above: 0, beside: 0, borders: null),
        ];

    private static Table Empty(string style, int[] widths)
    {
        var table = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = style },
                TableWidth = new TableWidth { Width = Of(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableLook = new TableLook { Val = style == PaperDocxStyles.Grid ? "0020" : "0000", FirstRow = style == PaperDocxStyles.Grid },
            }
        );
        table.Append(new TableGrid(widths.Select(w => new GridColumn { Width = Of(w) })));
        return table;
    }

    private static TableRow Row(int[] widths, IEnumerable<(string Style, string Words)> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        var row = new TableRow { TableRowProperties = properties };
        row.Append(cells.Select((cell, i) => Cell(widths[i], [Paragraph(cell.Style, cell.Words)], TableVerticalAlignmentValues.Center)));
        return row;
    }

    private static TableCell Cell(int width, IEnumerable<Paragraph> paragraphs, TableVerticalAlignmentValues place = TableVerticalAlignmentValues.Top)
    {
        var cell = new TableCell
        {
            TableCellProperties = new TableCellProperties
            {
                TableCellWidth = new TableCellWidth { Width = Of(width), Type = TableWidthUnitValues.Dxa },
                TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = place },
            },
        };
        cell.Append(paragraphs);
        return cell;
    }

    private static Style Style(string id, string name, decimal above, decimal beside, TableBorders? borders)
    {
        var (high, wide) = (TwipsOfPt(above), TwipsOfPt(beside));
        return new Style
        {
            Type = StyleValues.Table,
            StyleId = id,
            CustomStyle = true,
            StyleName = new StyleName { Val = name },
            StyleTableProperties = new StyleTableProperties
            {
                TableBorders = borders,
                TableCellMarginDefault = new TableCellMarginDefault
                {
                    TopMargin = new TopMargin { Width = Of(high), Type = TableWidthUnitValues.Dxa },
                    TableCellLeftMargin = new TableCellLeftMargin { Width = (short)wide, Type = TableWidthValues.Dxa },
                    BottomMargin = new BottomMargin { Width = Of(high), Type = TableWidthUnitValues.Dxa },
                    TableCellRightMargin = new TableCellRightMargin { Width = (short)wide, Type = TableWidthValues.Dxa },
                },
            },
        };
    }

    private static T Edge<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = LineSize,
            Space = 0,
            Color = "000000",
        };

    /// <summary>Shares of the width between the margins; what is left goes to the columns without a share, by their words.</summary>
    private static int[] Widths(PaperTable table)
    {
        var asked = table.Columns.Sum(c => Math.Max(c.Share, 0));
        var letters = table.Columns.Select((c, i) => c.Share > 0 ? 0 : Letters(table, i)).ToArray();
        // Where the shares leave nothing for the others, all move together to make room.
        var whole = letters.Sum() == 0 ? asked : Math.Max(100, asked + (10 * letters.Count(l => l > 0)));
        var widths = table
            .Columns.Select((c, i) => TextWidth * (c.Share > 0 ? c.Share : (whole - asked) * letters[i] / (decimal)letters.Sum()) / whole)
            .Select(w => (int)w)
            .ToArray();
        widths[^1] += TextWidth - widths.Sum();
        return widths;
    }

    private static int Letters(PaperTable table, int column) =>
        Math.Clamp(table.Rows.Where(r => column < r.Count).Select(r => r[column].Length).Append(table.Columns[column].Heading.Length).Max(), LeastLetters, MostLetters);

    private static string StyleOf(PaperAlign align) =>
        align switch
        {
            PaperAlign.Centre => PaperDocxStyles.CellCentre,
            PaperAlign.Number => PaperDocxStyles.CellFigure,
            _ => "cell",
        };
}
