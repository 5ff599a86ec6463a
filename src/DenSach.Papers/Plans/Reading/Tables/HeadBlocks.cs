namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// The heads of a printed table as cells again: words that stand below one another are one cell, words side by side below a wider cell are under it. Each column
/// gets the cell that stands over it and all cells above that one.
/// </summary>
internal static class HeadBlocks
{
    private const int Near = 3;
    private static readonly Pattern Year = Pattern.Of(@"\b(19|20)\d{2}\b");

    private sealed class HeadBlock(int line, LayoutCell cell)
    {
        public int Top { get; } = line;
        public int Bottom { get; private set; } = line;
        public LayoutCell Cell { get; private set; } = cell;

        /// <summary>The words of each of its lines.</summary>
        public List<LayoutCell> Lines { get; } = [cell];
        public HeadBlock? Parent { get; set; }
        public bool HasChildren { get; set; }
        public int Start => Cell.Start;
        public int End => Cell.End;

        /// <summary>From the first to the last of what stands under it, itself among them.</summary>
        public (int Start, int End) Reach { get; set; } = (cell.Start, cell.End);

        public void Add(int line, LayoutCell more)
        {
            Cell = new(Math.Min(Start, more.Start), Math.Max(End, more.End), MappedText.Join([Cell.Text, more.Text]));
            Lines.Add(more);
            Bottom = line;
            Reach = (Math.Min(Reach.Start, Start), Math.Max(Reach.End, End));
        }
    }

    /// <summary>The heads over each column, rows from above; null where more than one way is left to lay them.</summary>
    /// <param name="lines">The cells of each line of the head.</param>
    /// <param name="columns">The columns below.</param>
    public static List<MappedText[]>? Over(IReadOnlyList<List<LayoutCell>> lines, LayoutColumns columns)
    {
        var blocks = Blocks([.. lines.Select(l => l.ToList())], columns.OfValues);
        if (blocks is null || !GiveParents(blocks, columns.ValueArea.Start - Near))
        {
            return null;
        }

        var leaves = blocks.Where(b => !b.HasChildren).OrderBy(b => b.Start).ToList();
        leaves = [.. leaves.SelectMany(l => OfTwoColumns(l, leaves, columns))];
        if (Columns(leaves, columns) is not { } over)
        {
            return null;
        }

        var chains = over.Select(b => b is null ? [] : Chain(b)).ToList();
        var height = chains.Max(c => c.Count);
        return [.. Enumerable.Range(0, height).Select(r => chains.Select(c => r < c.Count ? c[r].Cell.Text : MappedText.Empty).ToArray())];
    }

    private static List<HeadBlock> Chain(HeadBlock block) => block.Parent is { } parent ? [.. Chain(parent), block] : [block];

    private static List<HeadBlock>? Blocks(List<List<LayoutCell>> lines, IReadOnlyList<(int Start, int End)> values)
    {
        var blocks = new List<HeadBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            var above = lines[i]
                .ConvertAll(c => blocks.Where(b => !b.HasChildren && b.Bottom < i && c.Overlaps((b.Start, b.End))).GroupBy(b => b.Bottom).MaxBy(g => g.Key)?.ToList() ?? []);
            // Taken before the line is laid: a cell may stand alone below a wide one whose other cells do not touch it.
            var fresh = lines[i].Where((_, k) => above[k].Count == 0).ToList();
            bool IsRepeated(LayoutCell c) => char.IsUpper(c.Text.Text[0]) && lines[i].Count(o => o.Text.Folded == c.Text.Folded) > 1;
            if (Under(blocks, lines[i], i, values, IsRepeated) is { } under)
            {
                blocks.AddRange(under);
                under.ForEach(b => b.Parent!.HasChildren = true);
                lines[i].RemoveAll(c => under.Exists(b => b.Cell == c));
                above = lines[i].ConvertAll(_ => new List<HeadBlock>());
            }

            if (above.Exists(a => a.Count > 1))
            {
                return null;
            }

            for (var k = 0; k < lines[i].Count; k++)
            {
                var cell = lines[i][k];
                if (above[k] is not [var over])
                {
                    blocks.Add(
                        new(i, cell)
                        {
                            Parent = blocks.Where(b => b.HasChildren && cell.Overlaps((b.Start, b.End)) && blocks.Exists(c => c.Parent == b && c.Top >= i - 1)).ToList() is [var b]
                                ? b
                                : null,
                        }
                    );
                }
                else if (above.Count(a => a.Contains(over)) > 1 || fresh.Exists(f => AreAlike(f, cell) || (IsRepeated(f) && IsRepeated(cell))) || IsUnder(over, cell, values))
                {
                    blocks.Add(new(i, cell) { Parent = over });
                }
                else
                {
                    over.Add(i, cell);
                }
            }

            blocks.ForEach(b => b.HasChildren |= b.Bottom < i && blocks.Exists(c => c.Parent == b));
        }

        return blocks;
    }

    /// <summary>"Số hộ", "Tỷ lệ (%)" again and again, a line below fewer heads that are all alike: the one line is laid under the other as a whole.</summary>
    private static List<HeadBlock>? Under(List<HeadBlock> blocks, List<LayoutCell> line, int at, IReadOnlyList<(int Start, int End)> values, Func<LayoutCell, bool> isRepeated)
    {
        bool IsOverValues(LayoutCell c) => values.Count > 0 && c.Middle > values[0].Start - Near;
        var over = blocks.Where(b => !b.HasChildren && IsOverValues(b.Cell)).GroupBy(b => b.Bottom).MaxBy(g => g.Key)?.OrderBy(b => b.Start).ToList() ?? [];
        var under = line.Where(IsOverValues).ToList();
        var each = over.Count < 2 ? 0 : under.Count / over.Count;
        return
            each > 1
            && each * over.Count == under.Count
            && under.TrueForAll(c => isRepeated(c))
            && over.Select((b, i) => b.Cell.Middle > under[i * each].Start - Near && b.Cell.Middle < under[((i + 1) * each) - 1].End + Near).All(stands => stands)
            && Enumerable.Range(0, under.Count).All(i => under[i].Text.Folded == under[i % each].Text.Folded)
            ? [.. under.Select((c, i) => new HeadBlock(at, c) { Parent = over[i / each] })]
            : null;
    }

    /// <summary>"Tỷ lệ" over one of the columns over which "Gia đình học tập" stands; not "học tập" below "Gia đình".</summary>
    private static bool IsUnder(HeadBlock over, LayoutCell cell, IReadOnlyList<(int Start, int End)> values) =>
        char.IsUpper(cell.Text.Text[0])
        && over.Cell.Text.Text.Count(c => c == '“') == over.Cell.Text.Text.Count(c => c == '”')
        && values.Count(over.Cell.Overlaps) > Math.Max(1, values.Count(cell.Overlaps));

    /// <summary>Heads without a cell above them, beside such with one, or below a cell that touches none of them: "Kế hoạch" over "2026", "2028", "2030".</summary>
    private static bool GiveParents(List<HeadBlock> blocks, int from)
    {
        foreach (
            var line in blocks
                .Where(b => b.Cell.Middle > from)
                .GroupBy(b => b.Top)
                .Where(g => g.Key > 0)
                .OrderByDescending(g => g.Key)
                .Select(g => g.OrderBy(b => b.Start).ToList())
        )
        {
            foreach (var block in line)
            {
                var under = blocks.Where(b => b.Parent == block).ToList();
                block.Reach = (under.Select(b => b.Reach.Start).Append(block.Start).Min(), under.Select(b => b.Reach.End).Append(block.End).Max());
            }

            foreach (var run in Runs(line, blocks))
            {
                var above = blocks
                    .Where(b => b.Bottom < line[0].Top && b.Cell.Middle > run[0].Start && b.Cell.Middle < run[^1].End && (!b.HasChildren || run.Exists(r => r.Parent == b)))
                    .OrderBy(b => b.Start)
                    .ToList();
                if (run.Count < 2 || above.Count == 0 || run.TrueForAll(r => r.Parent is not null))
                {
                    continue;
                }

                var (head, sure) = LayoutHeads.Over([.. above.Select(a => a.Cell)], [.. run.Select(r => r.Reach)]);
                if (!sure || run.Where((r, i) => r.Parent is not null && (head[i] < 0 || r.Parent != above[head[i]])).Any())
                {
                    return false;
                }

                // Heads that begin where a column does reach as far as the next.
                for (var i = 0; i < run.Count; i++)
                {
                    head[i] = head[i] < 0 && i > 0 ? head[i - 1] : head[i];
                    run[i].Parent = head[i] < 0 ? null : above[head[i]];
                }

                above.ForEach(a => a.HasChildren = run.Exists(r => r.Parent == a));
            }
        }

        return true;
    }

    /// <summary>Blocks of one line side by side, with no block of another line between them.</summary>
    private static List<List<HeadBlock>> Runs(List<HeadBlock> line, List<HeadBlock> blocks)
    {
        var runs = new List<List<HeadBlock>>();
        foreach (var block in line)
        {
            var apart =
                runs.Count > 0
                && blocks.Exists(b => b.Top < block.Top && b.Bottom >= block.Top - 1 && !b.HasChildren && b.Start >= runs[^1][^1].Reach.End && b.End <= block.Reach.Start);
            if (runs.Count == 0 || apart)
            {
                runs.Add([]);
            }

            runs[^1].Add(block);
        }

        return runs;
    }

    /// <summary>
    /// "Đơn Đã đạt" over "vị năm" over "tính 2025", two heads one blank apart, where two columns below have no other head: each word belongs to the column it stands
    /// nearer to. A head that does not come apart so on each of its lines is one.
    /// </summary>
    private static HeadBlock[] OfTwoColumns(HeadBlock leaf, List<HeadBlock> leaves, LayoutColumns columns)
    {
        var touched = Enumerable.Range(0, columns.Count).Where(c => leaf.Cell.Overlaps(columns[c])).ToList();
        if (
            leaf.Lines.Count < 2
            || touched is not [var left, var right]
            || right < columns.Labels
            || right >= columns.Labels + columns.Values
            || leaves.Exists(l => l != leaf && (l.Cell.Overlaps(columns[left]) || l.Cell.Overlaps(columns[right])))
        )
        {
            return [leaf];
        }

        var bound = (columns[left].End + columns[right].Start) / 2.0;
        var parts = leaf.Lines.ConvertAll(l => HeadCells.PartedAt(l, bound));
        if (parts.Contains(null) || !char.IsUpper(parts[0]!.Value.Left.Text.Text[0]) || !char.IsUpper(parts[0]!.Value.Right.Text.Text[0]))
        {
            return [leaf];
        }

        return [Stack(parts.ConvertAll(p => p!.Value.Left)), Stack(parts.ConvertAll(p => p!.Value.Right))];

        HeadBlock Stack(List<LayoutCell> cells)
        {
            var block = new HeadBlock(leaf.Top, cells[0]) { Parent = leaf.Parent };
            cells.Skip(1).ToList().ForEach(c => block.Add(leaf.Bottom, c));
            return block;
        }
    }

    /// <summary>The head over each column: in their order where there is one for each, else the one that stands in its zone; each column of values has one.</summary>
    private static HeadBlock?[]? Columns(List<HeadBlock> leaves, LayoutColumns columns)
    {
        var over = new HeadBlock?[columns.Count];
        if (leaves.Count == columns.Count && Enumerable.Range(0, columns.Count).All(c => IsBetween(leaves[c], c)))
        {
            return [.. leaves];
        }

        foreach (var leaf in leaves.OrderByDescending(l => Touched(l).Count))
        {
            var touched = Touched(leaf);
            var column = touched is [var only] ? only : Enumerable.Range(0, columns.Count).MinBy(c => Distance(leaf, c));
            if (over[column] is null && (touched.Count > 0 || Distance(leaf, column) <= Near * 2))
            {
                over[column] = leaf;
            }
            else if (touched.Count > 0 || !TableColumns.IsNoTarget(leaf.Cell.Text.Folded))
            {
                return null;
            }
        }

        return Enumerable.Range(columns.Labels, columns.Values).All(c => over[c] is not null) ? over : null;

        List<int> Touched(HeadBlock leaf) => [.. Enumerable.Range(0, columns.Count).Where(c => leaf.Cell.Overlaps(columns[c]))];
        double Distance(HeadBlock leaf, int c) => Math.Abs(leaf.Cell.Middle - Middle(c));
        double Middle(int c) => (columns[c].Start + columns[c].End) / 2.0;
        bool IsBetween(HeadBlock leaf, int c) =>
            (c == 0 || leaf.Cell.Middle > Math.Min(Middle(c - 1), columns[c].Start)) && (c + 1 == columns.Count || leaf.Cell.Middle < Math.Max(Middle(c + 1), columns[c].End));
    }

    private static bool AreAlike(LayoutCell a, LayoutCell b) => a.Text.Folded == b.Text.Folded || (Year.IsMatch(a.Text.Folded) && Year.IsMatch(b.Text.Folded));
}
