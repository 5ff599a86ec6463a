namespace DenSach.Papers.Plans.Reading;

/// <summary>
/// Tables as some copies of law websites bring them: each cell over as many lines as the page gave it, closed by a line that holds a bar and nothing else. Cells become
/// whole again; a table that is numbered from its first column on becomes rows with bars between the cells, any other one cell a line.
/// </summary>
internal static class LoneBars
{
    private const int Fewest = 3;
    private const int LongestCell = 12;

    private static readonly Pattern RowNumberHead = Pattern.Of(@"^(s?tt|so tt|so thu tu|t ?/ ?t)\.?$");
    private static readonly Pattern First = Pattern.Of(@"^(0?1|i|a)[.)]?$");
    private static readonly Pattern Second = Pattern.Of(@"^(0?2|ii|b)[.)]?$");
    private static readonly Pattern RowNumber = Pattern.Of(@"^(\d{1,3}|[ivx]{1,5}|[a-z])[.)]?$|^\d{1,2}\.\d{1,2}\.?$");

    // What stands around a table, and the heads and signatures that are printed in two columns.
    private static readonly Pattern NoCell = Pattern.Of(
        @"^(phu luc|bieu( mau)?( so)?|ke hoach|noi nhan|(tm|kt|tl|tuq)\. |uy ban nhan dan|ubnd|hoi khuyen hoc|cong hoa|trung uong)\b|^[ivx]+\. |^phan [ivx\d]"
    );

    public static List<MappedText> Joined(List<MappedText> lines)
    {
        var bars = Enumerable.Range(0, lines.Count).Where(i => lines[i].Text.AsSpan().Trim() is "|").ToList();
        if (bars.Count < Fewest)
        {
            return lines;
        }

        var joined = new List<MappedText>();
        var table = new List<(MappedText Cell, MappedText Bar)>();
        var from = 0;
        foreach (var bar in bars)
        {
            var part = lines[from..bar];
            var said = part.FindAll(l => l.Trim().Length > 0);
            var isCell = said.Count <= LongestCell && !said.Exists(l => NoCell.IsMatch(l.Folded.TrimStart()));
            if (!isCell || (said.Count > 1 && RowNumberHead.IsMatch(said[^1].Folded.Trim())))
            {
                // Text between two tables ends with the first cell of the second.
                Close(table, joined);
                isCell = RowNumberHead.IsMatch(said[^1].Folded.Trim());
                joined.AddRange(isCell ? part[..part.LastIndexOf(said[^1])] : part);
                said = said[^1..];
            }

            if (isCell)
            {
                table.Add((MappedText.Join(said), lines[bar]));
            }

            from = bar + 1;
        }

        Close(table, joined);
        joined.AddRange(lines[from..]);
        return joined;
    }

    private static void Close(List<(MappedText Cell, MappedText Bar)> table, List<MappedText> joined)
    {
        joined.AddRange(
            Columns(table.ConvertAll(c => c.Cell)) is { } columns
                ? table.Chunk(columns).Select(row => MappedText.Join(row.SelectMany(c => new[] { c.Cell, c.Bar }).SkipLast(1)))
                : table.Select(c => c.Cell).Where(c => c.Length > 0)
        );
        table.Clear();
    }

    /// <summary>How many cells a row has: as many as lie between the numbers 1 and 2 of the first column; null where the rows do not bear it out.</summary>
    private static int? Columns(List<MappedText> cells)
    {
        var first = cells.Count > 0 && RowNumberHead.IsMatch(cells[0].Folded) ? cells.FindIndex(c => First.IsMatch(c.Folded)) : -1;
        var ends = Enumerable
            .Range(first + 1, cells.Count - first - 1)
            .Where(i => i == cells.Count - 1 || Second.IsMatch(cells[i].Folded))
            .Select(i => Second.IsMatch(cells[i].Folded) ? i : i + 1);
        return first < 0 ? null : ends.Select(end => (int?)(end - first)).FirstOrDefault(columns => AreRows(cells, first, columns!.Value));
    }

    private static bool AreRows(List<MappedText> cells, int first, int columns) =>
        columns > 1
        && first % columns == 0
        && cells.Count % columns == 0
        && Enumerable
            .Range(first / columns, (cells.Count - first) / columns)
            .All(r => cells[r * columns] is var number && (number.Length == 0 || RowNumber.IsMatch(number.Folded)));
}
