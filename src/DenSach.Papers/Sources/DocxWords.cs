using System.Text;
using System.Xml;

namespace DenSach.Papers.Sources;

/// <summary>Walks the main part of a Word document once, from start to end, and writes its words as lines.</summary>
internal sealed class DocxWords(DocxLists lists, Dictionary<string, (string Number, int Level)> styles, int mostCharacters)
{
    private const int DeepestTable = 8;

    /// <summary>Tables of so few columns are layout (the heading block, the signature), their cells are lines.</summary>
    private const int WidestLayout = 2;

    private readonly StringBuilder _text = new();
    private int _left = mostCharacters;

    public string Read(Stream document, Stream? footnotes)
    {
        using (var xml = DocxFile.Xml(document))
        {
            Lines(xml, _text, 0);
        }

        if (footnotes is not null)
        {
            using var notes = DocxFile.Xml(footnotes);
            var written = new StringBuilder();
            Lines(notes, written, 0);
            if (!string.IsNullOrWhiteSpace(written.ToString()))
            {
                _text.Append("\nChú thích\n").Append(written);
            }
        }

        return _text.ToString();
    }

    /// <summary>Paragraphs and tables up to the end of the element the reader stands in.</summary>
    private void Lines(XmlReader xml, StringBuilder into, int tables)
    {
        var depth = xml.Depth;
        while (xml.Read() && (xml.Depth > depth || depth == 0))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "p":
                    Paragraph(xml, into, tables);
                    break;
                case "tbl":
                    Table(xml, into, tables + 1);
                    break;
                case "Fallback" or "sectPr" or "del":
                    Pass(xml);
                    break;
            }
        }
    }

    private void Paragraph(XmlReader xml, StringBuilder into, int tables)
    {
        var line = new StringBuilder();
        var boxes = new StringBuilder();
        (string Number, int Level)? list = null;
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "pStyle" when DocxLists.Value(xml, "val") is { } style && styles.TryGetValue(style, out var styled):
                    list ??= styled;
                    break;
                case "ilvl":
                    list = (list?.Number ?? "", DocxLists.Int(DocxLists.Value(xml, "val")) ?? 0);
                    break;
                case "numId":
                    list = (DocxLists.Value(xml, "val") ?? "", list?.Level ?? 0);
                    break;
                case "t":
                    Words(xml, line);
                    break;
                case "tab":
                    line.Append("    ");
                    break;
                case "br" or "cr":
                    line.Append('\n');
                    break;
                case "noBreakHyphen":
                    line.Append('-');
                    break;
                case "txbxContent":
                    Lines(xml, boxes, tables);
                    break;
                case "Fallback" or "del" or "instrText" or "tabs" or "pPrChange" or "rPrChange":
                    Pass(xml);
                    break;
            }
        }

        var mark = list is { } l && line.Length > 0 ? lists.Next(l.Number, l.Level) : "";
        into.Append(boxes).Append(mark).Append(line).Append('\n');
    }

    private void Words(XmlReader xml, StringBuilder line)
    {
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                if ((_left -= xml.Value.Length) < 0)
                {
                    throw new DocxFile.TooLargeException();
                }

                line.Append(xml.Value);
            }
        }
    }

    private sealed record Cell(string Lines, int Span, bool Continues);

    private void Table(XmlReader xml, StringBuilder into, int tables)
    {
        if (tables > DeepestTable)
        {
            Pass(xml);
            return;
        }

        var rows = new List<List<Cell>>();
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "tr")
            {
                rows.Add([]);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "tc" && rows.Count > 0)
            {
                rows[^1].Add(ReadCell(xml, tables));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Fallback" or "del")
            {
                Pass(xml);
            }
        }

        if (rows.Select(r => r.Sum(c => c.Span)).DefaultIfEmpty(0).Max() <= WidestLayout)
        {
            rows.SelectMany(r => r).ToList().ForEach(c => into.Append(c.Lines));
            return;
        }

        into.Append('\n');
        var above = new List<string>();
        foreach (var row in rows)
        {
            var cells = new List<string>();
            foreach (var cell in row)
            {
                // A cell merged downwards repeats its words; one merged to the right leaves blanks, as a head cell is spread.
                var words =
                    cell.Continues && cells.Count < above.Count
                        ? above[cells.Count]
                        : string.Join(' ', cell.Lines.Split((char[])['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
                cells.Add(words);
                cells.AddRange(Enumerable.Repeat("", cell.Span - 1));
            }

            above = cells;
            into.AppendJoin('\t', cells).Append('\n');
        }

        into.Append('\n');
    }

    private Cell ReadCell(XmlReader xml, int tables)
    {
        var (span, continues) = (1, false);
        var lines = new StringBuilder();
        var (depth, empty) = (xml.Depth, xml.IsEmptyElement);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "gridSpan":
                    span = Math.Clamp(DocxLists.Int(DocxLists.Value(xml, "val")) ?? 1, 1, 60);
                    break;
                case "vMerge":
                    continues = DocxLists.Value(xml, "val") is null or "continue";
                    break;
                case "p":
                    Paragraph(xml, lines, tables);
                    break;
                case "tbl":
                    Table(xml, lines, tables + 1);
                    break;
                case "Fallback" or "del":
                    Pass(xml);
                    break;
            }
        }

        return new(lines.ToString(), span, continues);
    }

    /// <summary>Goes to the end of the element the reader stands on, leaving its words out.</summary>
    private static void Pass(XmlReader xml)
    {
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            // nothing of it is wanted
        }
    }
}
