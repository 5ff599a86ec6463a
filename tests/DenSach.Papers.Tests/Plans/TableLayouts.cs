using System.Text;
using DenSach.Papers.Sources;
using static DenSach.Papers.Tests.Sources.WordDocument;

namespace DenSach.Papers.Tests.Plans;

/// <summary>One table written as each of the ways that tables reach us in.</summary>
public static class TableLayouts
{
    private const int Between = 4;
    private const int Narrow = 22;

    public static IReadOnlyDictionary<string, Func<TableCase, string>> All { get; } =
        new Dictionary<string, Func<TableCase, string>>
        {
            ["bars"] = t => Lines(t, row => $"| {string.Join(" | ", row)} |"),
            ["bars between cells only"] = t => Grid(t).All(r => r.Length > 2) ? Lines(t, row => string.Join(" | ", row)) : Markdown(t),
            ["bars, merged cells once"] = t => string.Join('\n', Grid(t).Select((r, i) => $"| {string.Join(" | ", r.Where((c, k) => !IsLost(t, i, k)).Select(Plain))} |")),
            ["bars, head again"] = t =>
                string.Join(
                    '\n',
                    t.Head.Concat(t.Rows.Take(t.Rows.Count / 2)).Concat(t.Head).Concat(t.Rows.Skip(t.Rows.Count / 2)).Select(r => $"| {string.Join(" | ", r.Select(Plain))} |")
                ),
            ["markdown"] = Markdown,
            ["tabs"] = t => Lines(t, row => string.Join('\t', row)),
            ["html"] = Html,
            ["word"] = Word,
            ["blanks"] = t => Blanks(t, centred: false),
            ["blanks, heads in the middle"] = t => Blanks(t, centred: true),
            ["blanks, words broken"] = t => Blanks(t, centred: false, Narrow),
            ["printed with lines, words in the middle"] = t => new PrintedTable(t.Head, t.Rows) { Middle = true }.Written(),
            ["printed with lines, narrow"] = t => new PrintedTable(t.Head, t.Rows) { Widest = 11, Lines = "strokes" }.Written(),
            ["printed with lines over pages"] = t =>
                new PrintedTable(t.Head, t.Rows)
                {
                    RowsOnAPage = 2,
                    Lines = "dots",
                    Middle = true,
                }.Written(),
            ["printed with lines, rows cut by pages"] = t =>
                new PrintedTable(t.Head, t.Rows)
                {
                    RowsOnAPage = 1,
                    Widest = 14,
                    CutsRows = true,
                }.Written(),
            ["one cell a line, empty lines between"] = t => string.Join("\n\n", Grid(t).SelectMany(r => r).Where(IsWritten)),
            ["one cell a line"] = t => string.Join('\n', Grid(t).SelectMany(r => r).Where(IsWritten)),
            ["each cell closed by a bar on a line of its own"] = t =>
                string.Join('\n', Grid(t).SelectMany(r => r).Where(c => c is not ("<" or "^")).Select((c, i) => $"{(i == 0 ? c : Broken(c))}\n|")),
            ["one cell a line, rows apart"] = t => string.Join("\n\n", Grid(t).Select(r => string.Join('\n', r.Where(IsWritten)))),
        };

    private static IEnumerable<string[]> Grid(TableCase table) => table.Head.Concat(table.Rows);

    private static bool IsWritten(string cell) => cell is not ("" or "<" or "^");

    private static string Plain(string cell) => IsWritten(cell) ? cell : "";

    /// <summary>A cell over two lines.</summary>
    private static string Broken(string cell) => cell.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? $"{cell[..blank]}\n{cell[(blank + 1)..]}" : cell;

    private static string Lines(TableCase table, Func<IEnumerable<string>, string> line) => string.Join('\n', Grid(table).Select(r => line(r.Select(Plain))));

    private static string Markdown(TableCase table)
    {
        var rows = Grid(table).Select((r, i) => $"| {string.Join(" | ", r.Select(c => i == 0 && IsWritten(c) ? $"**{c}**" : Plain(c)))} |").ToList();
        rows.Insert(1, $"|{string.Concat(Enumerable.Repeat(":---:|", table.Head[0].Length))}");
        return string.Join('\n', rows);
    }

    /// <summary>In the head: a cell merged to the left, or one merged upwards under which nothing stands.</summary>
    private static bool IsLost(TableCase table, int row, int column) =>
        row < table.Head.Count && (table.Head[row][column] is "<" || (table.Head[row][column] is "^" && table.Head[row].Take(column).All(c => c is "^")));

    /// <summary>How many cells to the right, or below, a cell is merged with, itself among them.</summary>
    private static int Reach(List<string[]> grid, int row, int column, string sign)
    {
        var reach = 1;
        while (sign == "<" ? column + reach < grid[row].Length && grid[row][column + reach] == sign : row + reach < grid.Count && grid[row + reach][column] == sign)
        {
            reach++;
        }

        return reach;
    }

    private static string Html(TableCase table)
    {
        var grid = Grid(table).ToList();
        var html = new StringBuilder("<table border=\"1\">\n");
        for (var r = 0; r < grid.Count; r++)
        {
            html.Append("<tr>");
            for (var c = 0; c < grid[r].Length; c++)
            {
                if (grid[r][c] is not ("<" or "^"))
                {
                    html.Append($"<td colspan=\"{Reach(grid, r, c, "<")}\" rowspan=\"{Reach(grid, r, c, "^")}\"><p>{grid[r][c]}</p></td>");
                }
            }

            html.Append("</tr>\n");
        }

        return html.Append("</table>").ToString();
    }

    private static string Word(TableCase table)
    {
        var grid = Grid(table).ToList();
        var rows = grid.Select(
            (row, r) =>
                Row([
                    .. row.Select(
                            (cell, c) =>
                                cell switch
                                {
                                    "<" => "",
                                    "^" => Cell("", "<w:vMerge/>"),
                                    _ => Cell(cell, $"<w:gridSpan w:val=\"{Reach(grid, r, c, "<")}\"/>" + (Reach(grid, r, c, "^") > 1 ? "<w:vMerge w:val=\"restart\"/>" : "")),
                                }
                        )
                        .Where(c => c.Length > 0),
                ])
        );
        return DocxFile.Read("a.docx", Of($"<w:tbl>{string.Concat(rows)}</w:tbl>")).Text!.Trim('\n');
    }

    private static string Blanks(TableCase table, bool centred, int widest = int.MaxValue)
    {
        var grid = Grid(table).ToList();
        var widths = Enumerable.Range(0, grid[0].Length).Select(c => grid.Where((r, i) => Reach(grid, i, c, "<") == 1).Max(r => Math.Min(widest, Plain(r[c]).Length))).ToArray();
        for (var r = 0; r < grid.Count; r++)
        {
            for (var c = 0; c < grid[r].Length; c++)
            {
                var reach = Reach(grid, r, c, "<");
                widths[c] = Math.Max(widths[c], Math.Min(widest, Plain(grid[r][c]).Length) - widths.Skip(c + 1).Take(reach - 1).Sum(w => w + Between));
            }
        }

        return string.Join('\n', grid.SelectMany((row, r) => Printed(row, r)));

        IEnumerable<string> Printed(string[] row, int r)
        {
            var broken = row.Select((cell, c) => Broken(Plain(cell), widths.Skip(c).Take(Reach(grid, r, c, "<")).Sum(w => w + Between) - Between)).ToList();
            for (var k = 0; k < broken.Max(b => b.Count); k++)
            {
                var line = new StringBuilder("  ");
                for (var c = 0; c < row.Length; c += Reach(grid, r, c, "<"))
                {
                    var width = widths.Skip(c).Take(Reach(grid, r, c, "<")).Sum(w => w + Between) - Between;
                    var cell = k < broken[c].Count ? broken[c][k] : "";
                    var left = centred && (r < table.Head.Count || !cell.Any(char.IsLetter)) ? (width - cell.Length) / 2 : 0;
                    line.Append(' ', left).Append(cell).Append(' ', width - left - cell.Length + Between);
                }

                yield return line.ToString().TrimEnd();
            }
        }
    }

    private static List<string> Broken(string words, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in words.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return lines;
    }
}
