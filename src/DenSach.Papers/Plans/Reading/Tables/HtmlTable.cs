using System.Text.RegularExpressions;

namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>Tables that came as HTML, from a web page or an editor. What is written between their tags is read, how it is to look is not.</summary>
internal static class HtmlTable
{
    private const int MostLines = 4000;
    private const int MostSpan = 60;

    /// <summary>Cells with all that they span; beyond them, or beyond <see cref="MostColumns"/>, the rest of the table is left to a person.</summary>
    private const int MostCells = 20_000;

    private const int MostColumns = 200;

    private static readonly Pattern Opens = Pattern.Of(@"<table\b");
    private static readonly Pattern Tag = Pattern.Of(@"<(/?)(table|tr|t[dh])\b([^<>]*)>|<[^<>]{0,400}>");
    private static readonly Pattern ColumnSpan = Pattern.Of("colspan ?= ?[\"']?(\\d{1,3})");
    private static readonly Pattern RowSpan = Pattern.Of("rowspan ?= ?[\"']?(\\d{1,3})");

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines)
    {
        var found = new List<FoundTable>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Text.Contains('<', StringComparison.Ordinal) || !Opens.IsMatch(lines[i].Folded))
            {
                continue;
            }

            var length = lines.Skip(i).Take(MostLines).TakeWhile(l => !l.Folded.Contains("</table", StringComparison.Ordinal)).Count() + 1;
            var end = Math.Min(i + length, lines.Count);
            var grid = Grid(MappedText.Join(lines.Skip(i).Take(end - i)), out var rest);
            if (grid.Count > 1 || rest.Length > 0)
            {
                found.Add(new(i, end, SourceTable.Of(grid).WithRest(rest)));
            }

            i = end - 1;
        }

        return found;
    }

    /// <summary>The cells by row. One merged to the right leaves empty cells, one merged downwards repeats its words, as in a Word document.</summary>
    /// <param name="text">The table in one line.</param>
    /// <param name="rest">What stands behind the last cell that is taken of a table too large; else empty.</param>
    private static List<MappedText[]> Grid(MappedText text, out MappedText rest)
    {
        var rows = new List<List<MappedText>>();
        var below = new Dictionary<(int Row, int Column), MappedText>();
        var placed = 0;
        Match? open = null;
        var parts = new List<MappedText>();
        var from = 0;
        rest = MappedText.Empty;
        foreach (var tag in Tag.Matches(text.Folded))
        {
            if (open is not null)
            {
                parts.Add(text.Slice(from, tag.Index));
            }

            from = tag.Index + tag.Length;
            if (!tag.Groups[2].Success)
            {
                continue;
            }

            if (open is not null && !Add(MappedText.Join(parts), open.Groups[3].Value))
            {
                rest = text.Slice(open.Index);
                break;
            }

            open = null;
            if (tag.Groups[1].Length == 0 && tag.Groups[2].Value == "tr")
            {
                rows.Add([]);
            }
            else if (tag.Groups[1].Length == 0 && tag.Groups[2].Value is "td" or "th" && rows.Count > 0)
            {
                (open, parts) = (tag, []);
            }
        }

        return [.. rows.Where(r => r.Count > 0).Select(r => r.ToArray())];

        bool Add(MappedText words, string attributes)
        {
            var row = rows[^1];
            while (below.Remove((rows.Count - 1, row.Count), out var above))
            {
                row.Add(above);
            }

            var (across, down) = (Span(ColumnSpan, attributes), Span(RowSpan, attributes));
            placed += across * down;
            if (placed > MostCells || row.Count + across > MostColumns)
            {
                return false;
            }

            for (var c = 0; c < across; c++)
            {
                for (var r = 1; r < down; r++)
                {
                    below[(rows.Count - 1 + r, row.Count)] = c == 0 ? words : MappedText.Empty;
                }

                row.Add(c == 0 ? words : MappedText.Empty);
            }

            return true;
        }
    }

    private static int Span(Pattern form, string attributes) =>
        form.Match(attributes) is { Success: true } span ? Math.Clamp(int.Parse(span.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1, MostSpan) : 1;
}
