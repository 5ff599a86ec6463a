namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The lines [Start, End) of one row of a printed table.</summary>
/// <param name="Start">Its first line.</param>
/// <param name="End">One past its last.</param>
/// <param name="IsGroup">It names a group of rows.</param>
/// <param name="Columns">The heads of its page.</param>
internal sealed record PrintedRow(int Start, int End, bool IsGroup, List<LayoutCell> Columns);

/// <summary>Cuts rows of several lines into cells, where a blank goes through all lines of a row between two columns.</summary>
internal sealed class PrintedCells(IReadOnlyList<MappedText> lines, List<PrintedRow> body)
{
    private const int Drift = 8;

    private readonly Dictionary<List<LayoutCell>, List<int>> _usual = [];
    private readonly Dictionary<List<LayoutCell>, HashSet<int>> _begins = [];

    /// <summary>The cells of a row; null where a cut would go through words that may belong together.</summary>
    public MappedText[]? Of(PrintedRow row)
    {
        var width = row.Columns.Count;
        var own = Lines(row).ToList();
        if (row.IsGroup)
        {
            var cells = own.SelectMany(LayoutCell.In).ToList();
            var number = cells.MinBy(c => c.Start);
            return [number.Text, MappedText.Join([.. cells.Where(c => c != number).Select(c => c.Text)]), .. Enumerable.Repeat(MappedText.Empty, width - 2)];
        }

        var (cuts, usual) = (new List<int>(), Usual(row.Columns));
        for (var c = 0; c + 1 < width; c++)
        {
            var least = c == 0 ? 0 : cuts[c - 1] + 1;
            var free = Enumerable
                .Range(Math.Max(least, usual[c] - Drift), 2 * Drift + 1)
                .Where(x => own.TrueForAll(l => IsBlank(l, x)) && (!own.Exists(l => IsBetweenWords(l, x)) || BeginsAColumn(row.Columns, x + 1)))
                .ToList();
            if (free.Count == 0)
            {
                return null;
            }

            cuts.Add(free.MinBy(x => Math.Abs(x - usual[c])));
        }

        return [.. Enumerable.Range(0, width).Select(c => Cell(own, c == 0 ? 0 : cuts[c - 1], c + 1 < width ? cuts[c] : int.MaxValue))];
    }

    private IEnumerable<MappedText> Lines(PrintedRow row) => Enumerable.Range(row.Start, row.End - row.Start).Select(i => lines[i]);

    private IEnumerable<MappedText> OfPage(List<LayoutCell> columns) => body.Where(r => !r.IsGroup && r.Columns == columns).SelectMany(Lines);

    /// <summary>Where most lines of the page are blank between two heads.</summary>
    private List<int> Usual(List<LayoutCell> columns)
    {
        if (!_usual.TryGetValue(columns, out var usual))
        {
            var page = OfPage(columns).ToList();
            usual =
            [
                .. columns
                    .Zip(columns.Skip(1))
                    .Select(p => Enumerable.Range((int)p.First.Middle, Math.Max(1, (int)p.Second.Middle - (int)p.First.Middle)).MaxBy(x => (page.Count(l => IsBlank(l, x)), x))),
            ];
            _usual[columns] = usual;
        }

        return usual;
    }

    /// <summary>One blank alone, as inside a phrase.</summary>
    private static bool IsBetweenWords(MappedText line, int x) => x > 0 && x + 1 < line.Length && line.Text[x - 1] != ' ' && line.Text[x + 1] != ' ';

    /// <summary>On another line of the page a cell begins here behind a gap.</summary>
    private bool BeginsAColumn(List<LayoutCell> columns, int x)
    {
        if (!_begins.TryGetValue(columns, out var begins))
        {
            begins = [.. OfPage(columns).SelectMany(l => LayoutCell.In(l).Select(c => c.Start)).Where(s => s > 1)];
            _begins[columns] = begins;
        }

        return begins.Contains(x);
    }

    private static MappedText Cell(List<MappedText> lines, int from, int to) =>
        MappedText.Join([.. lines.Select(l => l.Slice(Math.Min(from, l.Length), Math.Min(to, l.Length)).Trim()).Where(l => l.Length > 0)]);

    private static bool IsBlank(MappedText line, int x) => x >= line.Length || line.Text[x] == ' ';
}
