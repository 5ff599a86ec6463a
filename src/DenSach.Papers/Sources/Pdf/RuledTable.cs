namespace DenSach.Papers.Sources.Pdf;

/// <summary>
/// A table whose cells are drawn with lines on all sides. Each word lies in one cell, whatever the widths, the line breaks and the way words are centred, so
/// nothing about it is guessed; where a word lies across a line, or a cell is no rectangle, there is no such table.
/// </summary>
public sealed class RuledTable
{
    private const double Slack = 3;

    /// <summary>No cell is so thin: two such lines are a double border.</summary>
    private const double Thinnest = 4;

    private const int MostRows = 300;
    private const int MostColumns = 40;
    private const int MostRules = 1500;

    private RuledTable(double top, double bottom, double[] columns, List<string[]> rows, bool downwards) =>
        (Top, Bottom, Columns, Rows, MergesDownwards) = (top, bottom, columns, rows, downwards);

    /// <summary>Where it begins on the page, in points from above.</summary>
    public double Top { get; }

    /// <summary>Where it ends.</summary>
    public double Bottom { get; }

    /// <summary>The cells row by row. One merged to the right leaves empty cells, one merged downwards repeats its words, as in a Word document.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    internal double[] Columns { get; }

    /// <summary>A cell of the first column, below the first row, reaches over several rows.</summary>
    internal bool MergesDownwards { get; }

    /// <summary>The tables of a page from above; none where two stand side by side.</summary>
    public static IReadOnlyList<RuledTable> On(PdfPage page, PdfRules rules)
    {
        if (rules.Level.Count > MostRules || rules.Upright.Count > MostRules)
        {
            return [];
        }

        var tables = Connected(rules).Select(c => Of(page, c.Level, c.Upright)).OfType<RuledTable>().OrderBy(t => t.Top).ToList();
        return tables.Zip(tables.Skip(1)).Any(p => p.Second.Top < p.First.Bottom) ? [] : tables;
    }

    /// <summary>Lines that touch one another, directly or through others.</summary>
    private static IEnumerable<(List<Rule> Level, List<Rule> Upright)> Connected(PdfRules rules)
    {
        var (level, upright) = (rules.Level.ToList(), rules.Upright.ToList());
        while (level.Count > 0)
        {
            var (here, across) = (new List<Rule> { level[^1] }, new List<Rule>());
            level.RemoveAt(level.Count - 1);
            for (int h = 0, v = 0; h < here.Count || v < across.Count; )
            {
                if (h < here.Count)
                {
                    var rule = here[h++];
                    across.AddRange(upright.Where(u => Touch(rule, u)));
                    upright.RemoveAll(u => Touch(rule, u));
                }
                else
                {
                    var rule = across[v++];
                    here.AddRange(level.Where(l => Touch(l, rule)));
                    level.RemoveAll(l => Touch(l, rule));
                }
            }

            yield return (here, across);
        }

        static bool Touch(Rule level, Rule upright) =>
            upright.At >= level.From - Slack && upright.At <= level.To + Slack && level.At >= upright.From - Slack && level.At <= upright.To + Slack;
    }

    private static RuledTable? Of(PdfPage page, List<Rule> level, List<Rule> upright)
    {
        var (ys, xs) = (Closed(Places(level), upright), Places(upright));
        var (rows, columns) = (ys.Length - 1, xs.Length - 1);
        if (rows is < 2 or > MostRows || columns is < 2 or > MostColumns)
        {
            return null;
        }

        var cell = Cells(rows, columns, Walled);
        var (words, top, bottom) = (new List<PdfWord>?[rows, columns], ys[0], ys[^1]);
        foreach (var word in page.Words.Where(w => w.Height > top && w.Height < bottom))
        {
            var (row, column) = (Array.FindIndex(ys, y => word.Height < y) - 1, Array.FindIndex(xs, x => word.Middle < x) - 1);
            if (row < 0 || column < 0 || cell?[row, column] is not { } at || word.Left < xs[at.Left] - Slack || word.Right > xs[at.Right + 1] + Slack)
            {
                return null;
            }

            (words[at.Top, at.Left] ??= []).Add(word);
        }

        if (cell is null)
        {
            return null;
        }

        var text = Enumerable
            .Range(0, rows)
            .Select(r => Enumerable.Range(0, columns).Select(c => cell[r, c].Left == c && words[cell[r, c].Top, c] is { } inside ? CellWords.Joined(inside) : "").ToArray())
            .ToList();
        var downwards = Enumerable.Range(1, rows - 1).Any(r => cell[r, 0].Top is var t && t > 0 && t < r);
        return text.Any(r => r.Count(c => c.Length > 0) > 1) ? new(top, bottom, xs, [.. text.Where(r => r.Any(c => c.Length > 0))], downwards) : null;

        bool Walled(int row, int column, bool below) =>
            below
                ? level.Any(l => Math.Abs(l.At - ys[row + 1]) <= Thinnest && Between(xs[column], xs[column + 1]) is var x && l.From <= x && x <= l.To)
                : upright.Any(u => Math.Abs(u.At - xs[column + 1]) <= Thinnest && Between(ys[row], ys[row + 1]) is var y && u.From <= y && y <= u.To);
    }

    /// <summary>A table that a page break cuts may have no line there: its upright lines end it.</summary>
    private static double[] Closed(double[] ys, List<Rule> upright)
    {
        if (ys.Length == 0 || upright.Count == 0)
        {
            return ys;
        }

        var (first, last) = (upright.Min(u => u.From), upright.Max(u => u.To));
        return [.. first < ys[0] - Thinnest ? [first] : Array.Empty<double>(), .. ys, .. last > ys[^1] + Thinnest ? [last] : Array.Empty<double>()];
    }

    private static double Between(double a, double b) => (a + b) / 2;

    private static double[] Places(List<Rule> rules) => [.. PdfRules.Near(rules.OrderBy(r => r.At), r => r.At, Thinnest).Select(n => n.Average(r => r.At))];

    /// <summary>A cell in slots of the grid, all included.</summary>
    private readonly record struct Cell(int Top, int Left, int Bottom, int Right);

    /// <summary>The cell of each slot; null where slots without a line between them make no rectangle.</summary>
    private static Cell[,]? Cells(int rows, int columns, Func<int, int, bool, bool> walled)
    {
        var cells = new Cell[rows, columns];
        var done = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (done[r, c])
                {
                    continue;
                }

                var (bottom, right) = (r, c);
                while (right + 1 < columns && !walled(r, right, false))
                {
                    right++;
                }

                while (bottom + 1 < rows && !walled(bottom, c, true))
                {
                    bottom++;
                }

                for (var y = r; y <= bottom; y++)
                {
                    for (var x = c; x <= right; x++)
                    {
                        var opens = (x < right && walled(y, x, false)) || (y < bottom && walled(y, x, true));
                        var leaks = (x == right && x + 1 < columns && !walled(y, x, false)) || (y == bottom && y + 1 < rows && !walled(y, x, true));
                        if (done[y, x] || opens || leaks)
                        {
                            return null;
                        }

                        (done[y, x], cells[y, x]) = (true, new(r, c, bottom, right));
                    }
                }
            }
        }

        return cells;
    }
}
