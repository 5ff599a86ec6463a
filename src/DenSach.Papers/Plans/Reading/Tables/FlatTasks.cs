namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>A table of work flattened to one cell a line, its rows not numbered: its heads are known by their words, and each row has as many cells, of which that of the time speaks of time.</summary>
internal static class FlatTasks
{
    private const int FewestHeads = 2;
    private const int FewestRows = 2;

    /// <summary>No table of work has so many columns: longer runs of such words are none, and are passed over at once.</summary>
    private const int MostHeads = 16;

    public static List<FoundTable> In(IReadOnlyList<MappedText> lines, IReadOnlyList<FoundTable> taken)
    {
        var written = Enumerable.Range(0, lines.Count).Where(i => lines[i].Trim().Length > 0).ToList();
        var found = new List<FoundTable>();
        for (var k = 0; k < written.Count; k++)
        {
            var run = k;
            while (run < written.Count && IsHead(written[run]))
            {
                run++;
            }

            if (run - k > MostHeads)
            {
                k = run - 1;
                continue;
            }

            var heads = written[k..run];
            var cells = heads.Select(i => MappedText.Join([lines[i]])).ToArray();
            var time = Array.FindIndex(cells, TaskHeads.IsTime);
            if (heads.Count < FewestHeads || time < 0)
            {
                k += Math.Max(0, heads.Count - 1);
                continue;
            }

            var rows = new List<MappedText[]>();
            var at = k + heads.Count;
            while (Row(at, cells, time) is { } row)
            {
                rows.Add(row.Cells);
                at += row.Lines;
            }

            if (rows.Count >= FewestRows)
            {
                found.Add(new(written[k], written[at - 1] + 1, SourceTable.WithHeads([cells], rows, [])));
                k = at - 1;
            }
        }

        return found;

        // A row without the cell of what is to come of the work shows in the next one: its time stands one line too early.
        (MappedText[] Cells, int Lines)? Row(int at, MappedText[] heads, int time)
        {
            var full = Lines(at, heads.Length) is { } all && TaskHeads.MayBeTime(all[time]) ? all : null;
            var lacking = Array.Exists(heads, h => TaskHeads.IsProduct(h.Folded)) && Lines(at, heads.Length - 1) is { } some ? WorkRow.Filled(some, heads) : null;
            return lacking is null || (full is not null && (Opens(at + heads.Length) || !Opens(at + heads.Length - 1)))
                ? full is null
                    ? null
                    : (full, heads.Length)
                : (lacking, heads.Length - 1);

            bool Opens(int next) =>
                (Lines(next, heads.Length) is { } whole && TaskHeads.SaysTime(whole[time]))
                || (Lines(next, heads.Length - 1) is { } part && WorkRow.Filled(part, heads) is not null);
        }

        MappedText[]? Lines(int at, int count)
        {
            if (at + count > written.Count || written.GetRange(at, count).Exists(i => taken.Any(t => t.Start <= i && i < t.End)))
            {
                return null;
            }

            var words = written.GetRange(at, count).ConvertAll(i => MappedText.Join([lines[i]]));
            return words.Exists(w => Marker.At(w, null) is { Depth: <= Marker.Letter }) ? null : [.. words];
        }

        bool IsHead(int i) => TaskHeads.Is(lines[i].Trim()) && !taken.Any(t => t.Start <= i && i < t.End);
    }
}
