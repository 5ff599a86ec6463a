namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The columns of one page of a table, as its rows show them: what names a row, then what holds values, then notes.</summary>
internal sealed class LayoutColumns
{
    private const int Gap = 2;
    private const int WideGap = 8;
    private const int FarthestMove = 14;
    private static readonly Pattern Index = Pattern.Of(@"^(\d{1,3}|[ivx]{1,5}|[a-h])[.)]?$");

    private static readonly Pattern Unit = Pattern.Of(
        "^(%|ty le( %)?|xa|phuong|nguoi|ho|lop|don vi|thon|ban|ap|to|trung tam|truong|co so|dong ho|gia dinh|hoi vien|cuoc|luot( nguoi)?|mo hinh|diem|lop|suat|khu pho|buoi)$"
    );
    private static readonly Pattern Whole = Pattern.Of(@"^(tong|cong|toan|chung|binh quan)\b");

    private readonly List<(int Start, int End)> _all;

    private LayoutColumns(List<(int Start, int End)> all, int labels, int values) => (_all, Labels, Values) = (all, labels, values);

    public int Count => _all.Count;

    /// <summary>How many columns stand before the values.</summary>
    public int Labels { get; }

    /// <summary>How many columns hold values.</summary>
    public int Values { get; }

    public (int Start, int End) this[int column] => _all[column];

    /// <summary>No columns: nothing is known of them.</summary>
    public static LayoutColumns None { get; } = new([], 0, 0);

    public IReadOnlyList<(int Start, int End)> All => _all;

    /// <summary>Where the first column ends.</summary>
    public int FirstEnd => Count == 0 ? int.MaxValue : _all[0].End;

    public IReadOnlyList<(int Start, int End)> OfValues => _all.GetRange(Labels, Values);

    /// <summary>Whether the first column numbers the rows.</summary>
    public bool HasIndex { get; private init; }

    /// <summary>Where the values begin and end.</summary>
    public (int Start, int End) ValueArea => Values == 0 ? (int.MaxValue, int.MaxValue) : (_all[Labels].Start, _all[Labels + Values - 1].End);

    /// <param name="rows">The lines that hold values.</param>
    /// <param name="lines">All lines from the first to the last of them: labels that stand above and below their values show a column too.</param>
    public static LayoutColumns Of(IReadOnlyList<List<LayoutCell>> rows, IReadOnlyList<List<LayoutCell>> lines)
    {
        var columns = Of(rows);
        var own = rows.ToHashSet();
        var beside = lines.Where(l => !own.Contains(l) && columns.IsBeside(l)).ToList();
        return beside.Count == 0 ? columns : Of([.. rows, .. beside]);
    }

    private static LayoutColumns Of(IReadOnlyList<List<LayoutCell>> rows)
    {
        // "Tổng cộng" stands over the number and the name.
        var plain = rows.Where(r => !Whole.IsMatch(r[0].Text.Folded)).ToList();
        rows = plain.Count > 0 ? plain : rows;
        var all = Merged(Stretches(rows.SelectMany(r => r)), rows);
        var of = all.ConvertAll(c => rows.SelectMany(r => r).Where(x => x.Overlaps(c)).ToList());
        var index = all.Count > 2 && of[0].TrueForAll(c => Index.IsMatch(c.Text.Folded)) && (of.Skip(1).Any(c => c.Exists(x => x.HasLetters || x.IsYear)) || AreCounted(of[0]));
        bool Holds(int c) => (c > 0 || !index) && of[c].Count(x => x.IsValue) * 2 > of[c].Count;
        var first = Enumerable.Range(0, all.Count).FirstOrDefault(Holds, all.Count);
        var last = Enumerable.Range(0, all.Count).LastOrDefault(Holds, first - 1);
        return new(all, first, last - first + 1) { HasIndex = index };
    }

    /// <summary>Whether a line has words beside the values alone: it goes on with a row.</summary>
    public bool IsBeside(List<LayoutCell> line) => line.Count > 0 && line.TrueForAll(c => !c.Overlaps(ValueArea));

    /// <summary>Whether a line has a value where values stand.</summary>
    public bool HasValue(List<LayoutCell> line) => OfValues.Any(v => line.Exists(c => c.IsValue && c.Overlaps(v)));

    /// <summary>Whether the line numbers a group or a row.</summary>
    public bool IsNumbered(List<LayoutCell> line) =>
        HasIndex && line.Count > 0 && line[0].Start < _all[1].Start && line[0].End <= _all[1].Start && Index.IsMatch(line[0].Text.Folded);

    /// <summary>The words that name a row on one of its lines.</summary>
    public LayoutCell? Label(List<LayoutCell> line)
    {
        foreach (var cell in line)
        {
            if (cell.Start < ValueArea.Start && (cell.IsYear || !cell.IsValue) && !(HasIndex && cell.End <= _all[1].Start && Index.IsMatch(cell.Text.Folded)))
            {
                return cell;
            }
        }

        return null;
    }

    /// <summary>The cells of lines, laid into <paramref name="width"/> columns of which as many before the values as here.</summary>
    public MappedText[] Row(IEnumerable<List<LayoutCell>> lines, int width)
    {
        var row = Enumerable.Repeat(MappedText.Empty, Math.Max(width, Count)).ToArray();
        foreach (var cell in lines.SelectMany(l => l))
        {
            var over = Enumerable.Range(0, Count).Where(c => cell.Overlaps(_all[c])).ToList();
            foreach (var c in over.Count > 0 ? over : [Nearest(cell)])
            {
                row[c] = MappedText.Join([row[c], cell.Text]);
            }
        }

        return row;
    }

    private int Nearest(LayoutCell cell) => Enumerable.Range(0, Count).MinBy(c => Math.Min(Math.Abs(_all[c].Start - cell.Middle), Math.Abs(_all[c].End - cell.Middle)));

    /// <summary>1, 2, 3.</summary>
    private static bool AreCounted(List<LayoutCell> cells) =>
        cells.Count > 1 && cells.Select((c, i) => c.Text.Folded.TrimEnd('.', ')') == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(same => same);

    /// <summary>1, 2, 3 or 7, 8, 9, the numbers of groups between them or not.</summary>
    private static bool AreInOrder(List<LayoutCell> cells)
    {
        var numbers = cells.Where(c => c.IsValue).Select(c => int.TryParse(c.Text.Folded.TrimEnd('.', ')'), out var number) ? number : -1).ToList();
        return numbers.Count > 1 && cells.TrueForAll(c => Index.IsMatch(c.Text.Folded)) && numbers.Zip(numbers.Skip(1)).All(p => p.Second == p.First + 1);
    }

    /// <summary>The same columns so many letters further to the right.</summary>
    private LayoutColumns Moved(int by) => new(_all.ConvertAll(c => (c.Start + by, c.End + by)), Labels, Values) { HasIndex = HasIndex };

    /// <summary>The columns of a page with too few rows to show them: those of another page, moved to where its values stand; null where none fits.</summary>
    public LayoutColumns? MovedTo(IReadOnlyList<List<LayoutCell>> rows) =>
        Enumerable.Range(0, (2 * FarthestMove) + 1).Select(i => (i + 1) / 2 * (i % 2 == 0 ? 1 : -1)).Select(Moved).FirstOrDefault(m => rows.All(m.Fits))?.WithIndex(rows);

    /// <summary>The numbers of the rows stand where they stand, however far the values moved.</summary>
    private LayoutColumns WithIndex(IReadOnlyList<List<LayoutCell>> rows)
    {
        var numbers = rows.Select(r => r[0]).Where(c => Index.IsMatch(c.Text.Folded)).ToList();
        if (HasIndex && numbers.Count > 0)
        {
            _all[0] = (numbers.Min(n => n.Start), numbers.Max(n => n.End));
            _all[1] = (Math.Max(_all[1].Start, _all[0].End + 1), _all[1].End);
        }

        return this;
    }

    /// <summary>Each column of values has a cell of its own in the row, or none, and nothing stands between them.</summary>
    private bool Fits(List<LayoutCell> row) =>
        row.Where(c => c.Overlaps(ValueArea)).ToList() is { Count: > 0 } own
        && own.TrueForAll(c => OfValues.Count(v => c.Overlaps(v)) == 1)
        && OfValues.All(v => own.Count(c => c.Overlaps(v)) == 1);

    private static List<(int Start, int End)> Stretches(IEnumerable<LayoutCell> cells)
    {
        var columns = new List<(int Start, int End)>();
        foreach (var cell in cells.OrderBy(c => c.Start))
        {
            if (columns.Count > 0 && cell.Start < columns[^1].End)
            {
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, cell.End));
            }
            else
            {
                columns.Add((cell.Start, cell.End));
            }
        }

        return columns;
    }

    /// <summary>"%" in the middle and "người" at the left of one column, "12" and "9" where a page drifts: two stretches side by side of which no row has both.</summary>
    private static List<(int Start, int End)> Merged(List<(int Start, int End)> columns, IReadOnlyList<List<LayoutCell>> rows)
    {
        for (var c = columns.Count - 1; c > 0; c--)
        {
            var (left, right) = (columns[c - 1], columns[c]);
            var both = rows.Any(r => r.Exists(x => x.Overlaps(left)) && r.Exists(x => x.Overlaps(right)));
            var own = rows.SelectMany(r => r).Where(x => x.Overlaps(left) || x.Overlaps(right)).ToList();
            var gap = own.TrueForAll(x => Unit.IsMatch(x.Text.Folded)) || (c == 1 && own.TrueForAll(x => Index.IsMatch(x.Text.Folded))) ? WideGap : Gap;
            // Numbers of rows whose names stand on other lines than they.
            var numbers = c == 1 && AreInOrder([.. rows.SelectMany(r => r).Where(x => x.Overlaps(left))]) && own.Exists(x => x.HasLetters && x.Overlaps(right));
            if (!both && !numbers && right.Start - left.End <= gap)
            {
                columns[c - 1] = (left.Start, right.End);
                columns.RemoveAt(c);
            }
        }

        return columns;
    }
}
