namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>A table of the source as a grid: head rows, then rows of cells. A cell that is not there is empty.</summary>
internal sealed class SourceTable
{
    private readonly string[] _heads;

    private SourceTable(IReadOnlyList<MappedText[]> head, IReadOnlyList<MappedText[]> rows)
    {
        Rows = rows;
        var width = head.Concat(rows).Select(r => r.Length).DefaultIfEmpty(0).Max();
        HeadCells = [.. Enumerable.Range(0, width).Select(c => (IReadOnlyList<MappedText>)[.. head.Select(r => At(r, c)).Where(cell => cell.Length > 0)])];
        _heads = [.. HeadCells.Select(cells => string.Join(' ', cells.Select(c => c.Folded).Distinct(StringComparer.Ordinal)))];
    }

    /// <summary>The rows below the head, cells by column.</summary>
    public IReadOnlyList<MappedText[]> Rows { get; }

    /// <summary>Values that could not be laid into the grid: a person looks at them.</summary>
    public IReadOnlyList<MappedText> Unplaced { get; private init; } = [];

    /// <summary>Whether every head row has a cell, be it empty, over each column: a merged cell that lost its width shifts all heads behind it.</summary>
    public bool HeadsCover { get; private init; } = true;

    public int Width => _heads.Length;

    /// <summary>The head cells above a column, from the top.</summary>
    public IReadOnlyList<IReadOnlyList<MappedText>> HeadCells { get; }

    /// <summary>All head words of a column, folded.</summary>
    public string Head(int column) => _heads[column];

    public static MappedText At(MappedText[] row, int column) => column < row.Length ? row[column] : MappedText.Empty;

    /// <summary>Splits off the head: what stands above the first row with a value. A merged head cell reaches to the right.</summary>
    public static SourceTable Of(IReadOnlyList<MappedText[]> grid)
    {
        var rows = grid.Where(r => !IsNumbering(r)).Select(r => r.Select(Abbreviations.Expand).ToArray()).ToList();
        var first = rows.FindIndex(r => r.Any(c => CellFigure.Of(c) is not null));
        var head = first < 0 ? Math.Min(1, rows.Count) : first;
        var heads = rows.Take(head).Where(r => r.Count(c => c.Length > 0) > 1 || head == 1).ToList();
        for (var i = 0; i + 1 < heads.Count; i++)
        {
            heads[i] = Spread(heads[i], heads[i + 1]);
        }

        // "Đến năm 2028" alone in a row below the heads opens a group of rows.
        var groups = rows.Take(head).Skip(rows.FindIndex(r => r.Count(c => c.Length > 0) > 1) + 1).Where(r => head > 1 && r.Count(c => c.Length > 0) == 1);
        return new(heads, [.. groups, .. rows[head..]]) { HeadsCover = heads.All(h => rows[head..].Count(r => r.Length > h.Length) * 2 <= rows.Count - head) };
    }

    /// <summary>For cells that came without a grid: the head of each column is known already.</summary>
    public static SourceTable WithHeads(IReadOnlyList<MappedText[]> head, IReadOnlyList<MappedText[]> rows, IReadOnlyList<MappedText> unplaced) =>
        new(head, rows) { Unplaced = unplaced };

    /// <summary>"2025 | (empty)" over "KH | TH": both columns belong to 2025.</summary>
    private static MappedText[] Spread(MappedText[] above, MappedText[] below)
    {
        var spread = above.ToArray();
        for (var c = 1; c < spread.Length; c++)
        {
            if (spread[c].Length == 0 && At(below, c).Length > 0)
            {
                spread[c] = spread[c - 1];
            }
        }

        return spread;
    }

    /// <summary>The row "(1) (2) (3)" or "A B 1 2 3" under a head.</summary>
    private static bool IsNumbering(MappedText[] row)
    {
        var cells = row.Select(c => c.Text.Trim('(', ')', ' ')).Where(c => c.Length > 0).ToList();
        var numbers = cells.Where(c => c.All(char.IsAsciiDigit) && c.Length <= 2).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return cells.Count > 2 && cells.All(c => c.Length <= 2) && numbers.Count >= 2 && numbers.Zip(numbers.Skip(1)).All(p => p.Second == p.First + 1);
    }
}
