namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>A table of the source as a grid: head rows, then rows of cells. A cell that is not there is empty.</summary>
internal sealed class SourceTable
{
    /// <summary>Each figure is asked against all of its head: no head is so tall, and what stands below it is a row.</summary>
    private const int MostHeadRows = 40;

    private static readonly Pattern BareYear = Pattern.Of(@"^(nam )?(19|20)\d{2}$");

    private readonly string[] _heads;
    private readonly IReadOnlyList<MappedText[]> _head;

    private SourceTable(IReadOnlyList<MappedText[]> head, IReadOnlyList<MappedText[]> rows)
    {
        (_head, Rows) = (head, rows);
        var width = head.Concat(rows).Select(r => r.Length).DefaultIfEmpty(0).Max();
        HeadCells = [.. Enumerable.Range(0, width).Select(c => (IReadOnlyList<MappedText>)[.. head.Select(r => At(r, c)).Where(cell => cell.Length > 0)])];
        _heads = [.. HeadCells.Select(cells => string.Join(' ', cells.Select(c => c.Folded).Distinct(StringComparer.Ordinal)))];
    }

    /// <summary>The rows below the head, cells by column.</summary>
    public IReadOnlyList<MappedText[]> Rows { get; }

    /// <summary>Values that could not be laid into the grid: a person looks at them.</summary>
    public IReadOnlyList<MappedText> Unplaced { get; private init; } = [];

    /// <summary>Rows in whose cells it cannot be told which stands in which column: their figures are <see cref="Unplaced"/>, and of the work in them nothing is read.</summary>
    public IReadOnlyList<MappedText> LostRows { get; private init; } = [];

    /// <summary>What stands behind the cells taken of a table too large to be read whole: nothing of it is read.</summary>
    public MappedText Rest { get; private set; } = MappedText.Empty;

    /// <summary>All of a table that could not be cut into rows and columns: nothing of it is read.</summary>
    public MappedText Uncut { get; private init; } = MappedText.Empty;

    /// <summary>Words inside the table that belong to all of it: a row of the head with one cell.</summary>
    public IReadOnlyList<MappedText> Captions { get; private init; } = [];

    /// <summary>Whether every head row has a cell, be it empty, over each column: a merged cell that lost its width shifts all heads behind it.</summary>
    public bool HeadsCover { get; private init; } = true;

    /// <summary>Columns whose head was laid over them by the nearest place: it may be their neighbour's.</summary>
    public IReadOnlySet<int> Loose { get; init; } = new HashSet<int>();

    public int Width => _heads.Length;

    /// <summary>The head cells above a column, from the top.</summary>
    public IReadOnlyList<IReadOnlyList<MappedText>> HeadCells { get; }

    /// <summary>All head words of a column, folded.</summary>
    public string Head(int column) => _heads[column];

    public static MappedText At(MappedText[] row, int column) => column < row.Length ? row[column] : MappedText.Empty;

    /// <summary>Splits off the head: what stands above the first row with a value. A merged head cell reaches to the right.</summary>
    public static SourceTable Of(IReadOnlyList<MappedText[]> grid, IReadOnlySet<int>? loose = null)
    {
        var rows = Once([.. grid.Where(r => !IsNumbering(r)).Select(r => r.Select(Abbreviations.Expand).ToArray())], out var unplaced);
        var first = rows.FindIndex(r => r.Any(c => CellFigure.Of(c) is not null));
        var above = first < 0 ? Math.Min(1, rows.Count) : Math.Min(first, MostHeadRows);
        var firstValue = rows.Skip(above).SelectMany(r => Enumerable.Range(1, Math.Max(0, r.Length - 1)).Where(c => CellFigure.Of(r[c]) is not null)).DefaultIfEmpty(0).Min();
        // "II | Dòng họ học tập | |" right under the head opens a group of rows, it is no second head. In a table of work no column holds values.
        var labels = firstValue > 0 ? firstValue : 2;
        while (above > 1 && first >= 0 && rows[above - 1].Any(c => c.Length > 0) && rows[above - 1].Skip(labels).All(c => c.Length == 0))
        {
            above--;
        }

        var heads = rows.Take(above).Where(r => r.Count(c => c.Length > 0) > 1 || above == 1).ToList();
        var captions = rows.Take(above).Except(heads).SelectMany(r => r).Where(c => c.Length > 0).ToList();
        var body = rows[above..];
        var cover = heads.All(h => body.Count(r => r.Length > h.Length) * 2 <= body.Count);
        if (!cover && Widened(heads, body, firstValue) is { } widened)
        {
            (heads, cover) = (widened, true);
        }

        // From below: a cell merged over merged cells reaches as far as these do.
        for (var i = heads.Count - 2; i >= 0; i--)
        {
            heads[i] = Spread(heads[i], heads[i + 1]);
        }

        return new(heads, body)
        {
            HeadsCover = cover,
            Captions = captions,
            Unplaced = unplaced,
            Loose = loose ?? new HashSet<int>(),
        };
    }

    /// <summary>For cells that came without a grid: the head of each column is known already.</summary>
    public static SourceTable WithHeads(
        IReadOnlyList<MappedText[]> head,
        IReadOnlyList<MappedText[]> rows,
        IReadOnlyList<MappedText> unplaced,
        IReadOnlyList<MappedText>? lostRows = null
    ) => new(head, rows) { Unplaced = unplaced, LostRows = lostRows ?? [] };

    /// <summary>A table whose rows and columns cannot be told.</summary>
    public static SourceTable NotCut(MappedText words) => new([], []) { Uncut = words };

    public SourceTable WithRest(MappedText rest)
    {
        Rest = rest;
        return this;
    }

    /// <summary>"TT | Thôn | Tỷ lệ | TT | Thôn | Tỷ lệ" is one table printed beside its own second half.</summary>
    public IEnumerable<SourceTable> Halves()
    {
        for (var parts = 3; parts > 1; parts--)
        {
            var width = Width / parts;
            if (width > 1 && width * parts == Width && _heads[0].Length > 0 && Enumerable.Range(0, Width).All(c => _heads[c] == _heads[c % width]))
            {
                return Enumerable
                    .Range(0, parts)
                    .Select(p => new SourceTable(Part(_head, p), Part(Rows, p))
                    {
                        Captions = Captions,
                        Unplaced = p == 0 ? Unplaced : [],
                        Rest = p == 0 ? Rest : MappedText.Empty,
                        HeadsCover = HeadsCover,
                    });

                List<MappedText[]> Part(IReadOnlyList<MappedText[]> rows, int p) =>
                    [.. rows.Select(r => r.Skip(p * width).Take(width).ToArray()).Where(r => r.Any(c => c.Length > 0))];
            }
        }

        return [this];
    }

    /// <summary>Whether another column has the same head over it, where the head names a time: one of the two has lost its own.</summary>
    public bool HasTwin(int column) =>
        HeadCells[column].Any(c => Years.Written(c).Count > 0 || Years.Ranges(c).Any()) && Enumerable.Range(0, Width).Any(c => c != column && _heads[c] == _heads[column]);

    /// <summary>The rows without the head that a page break repeats. Another head in the middle of a table opens a table of its own, whose figures a person must place.</summary>
    private static List<MappedText[]> Once(List<MappedText[]> rows, out List<MappedText> unplaced)
    {
        unplaced = [];
        var first = rows.FindIndex(r => r.Any(c => CellFigure.Of(c) is not null));
        var heads = rows.Take(Math.Max(first, 1)).Select(Said).ToHashSet(StringComparer.Ordinal);
        for (var i = Math.Max(first, 1); i < rows.Count; i++)
        {
            var row = rows[i];
            if (heads.Contains(Said(row)))
            {
                rows.RemoveAt(i--);
            }
            else if (row.Count(c => BareYear.IsMatch(c.Folded)) > 1 && row.All(c => CellFigure.Of(c) is null))
            {
                unplaced = [.. rows.Skip(i).SelectMany(r => r).Where(c => CellFigure.Of(c) is not null)];
                return rows[..i];
            }
        }

        return rows;

        static string Said(MappedText[] row) => string.Join('|', row.Select(c => c.Folded));
    }

    /// <summary>Two head rows whose merged cells are written once, without the empty cells behind them.</summary>
    private static List<MappedText[]>? Widened(List<MappedText[]> heads, List<MappedText[]> body, int leading)
    {
        var width = body.GroupBy(r => r.Length).MaxBy(g => g.Count())!.Key;
        if (heads.Count != 2 || heads[0].Length <= leading)
        {
            return null;
        }

        var under = heads[1].Length == width ? heads[1].Skip(leading) : heads[1].SkipWhile(c => c.Length == 0);
        if (HeadTree.Over([.. heads[0].Skip(leading), .. under], width - leading) is not { } columns)
        {
            return null;
        }

        return
        [
            [.. heads[0].Take(leading), .. columns.Select(c => c[0])],
            [.. Enumerable.Repeat(MappedText.Empty, leading), .. columns.Select(c => c.Length > 1 ? c[1] : MappedText.Empty)],
        ];
    }

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

    /// <summary>The row "(1) (2) (3)" or "A B 1 2 3" under a head, or the rule of a markdown table.</summary>
    private static bool IsNumbering(MappedText[] row)
    {
        var cells = row.Select(c => c.Text.Trim('(', ')', ' ')).Where(c => c.Length > 0).ToList();
        var numbers = cells.Where(c => c.All(char.IsAsciiDigit) && c.Length <= 2).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return cells.Count > 2 && cells.All(c => c.Length <= 2) && numbers.Count >= 2 && numbers.Zip(numbers.Skip(1)).All(p => p.Second == p.First + 1);
    }
}
