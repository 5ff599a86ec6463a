namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Heads whose lowest line says one run of years again and again: "2026 2028 2030 2026 2028 2030". Each run is a group of columns, and the words above belong to
/// the group under whose width they stand, also where the line of years is pressed together and stands beside its columns.
/// </summary>
internal static class RepeatedYears
{
    private const int Near = 3;
    private static readonly Pattern Year = Pattern.Of(@"^(nam )?((19|20)\d{2})$");

    /// <summary>The heads over each column, rows from above; null where the years do not repeat so, or more than one way is left to lay them.</summary>
    /// <param name="lines">The cells of each line of the head, those with several years parted.</param>
    /// <param name="columns">The columns below.</param>
    public static List<MappedText[]>? Over(IReadOnlyList<List<LayoutCell>> lines, LayoutColumns columns)
    {
        var at = lines.Count - 1;
        while (at >= 0 && !lines[at].Exists(IsYear))
        {
            at--;
        }

        if (at < 0 || Runs(lines[at]) is not { } runs)
        {
            return null;
        }

        var years = lines[at].Where(IsYear).ToList();
        var words = lines.Select(l => l.Where(c => !IsYear(c)).ToList()).ToList();
        var ways = Enumerable
            .Range(columns.Labels, Math.Max(0, columns.Values - years.Count + 1))
            .Select(first => new YearGroups(years, runs, first, columns))
            .Where(g => Beside(words, g) is not null && !words.Skip(at).Any(l => l.Exists(g.Holds)))
            .ToList();
        if (ways is not [var groups] || Names(words.Take(at), groups) is not { } names)
        {
            return null;
        }

        var heads = Beside(words, groups)!;
        for (var i = 0; i < years.Count; i++)
        {
            heads[groups.First + i] = names[groups.GroupOf(groups.First + i)];
        }

        return [heads, [.. Enumerable.Range(0, columns.Count).Select(c => groups.HoldsColumn(c) ? years[c - groups.First].Text : MappedText.Empty)]];
    }

    private static bool IsYear(LayoutCell cell) => Year.IsMatch(cell.Text.Folded);

    /// <summary>How many times the line says the same years side by side, each later than the one before; null where it does not.</summary>
    private static int? Runs(List<LayoutCell> line)
    {
        var first = line.FindIndex(IsYear);
        var years = line.Skip(first).TakeWhile(IsYear).Select(c => Year.Match(c.Text.Folded).Groups[2].Value).ToList();
        var length = years.FindIndex(1, y => y == years[0]);
        var rises = length > 1 && years.Take(length).Zip(years.Skip(1).Take(length - 1)).All(p => string.CompareOrdinal(p.First, p.Second) < 0);
        return rises && years.Count == line.Count(IsYear) && years.Count % length == 0 && years.Select((y, i) => y == years[i % length]).All(same => same)
            ? years.Count / length
            : null;
    }

    /// <summary>The words over the columns beside the groups; null where such a column of values has none of its own, or words stand over a group and beside it.</summary>
    private static MappedText[]? Beside(List<List<LayoutCell>> words, YearGroups groups)
    {
        var columns = groups.Columns;
        var heads = Enumerable.Repeat(MappedText.Empty, columns.Count).ToArray();
        foreach (var cell in words.SelectMany(l => l))
        {
            var touched = Enumerable.Range(0, columns.Count).Where(c => cell.Overlaps(columns[c])).ToList();
            if (groups.IsBesideYears(cell))
            {
                return null;
            }

            if (groups.Holds(cell))
            {
                continue;
            }

            var free = Enumerable.Range(0, columns.Count).Where(c => !groups.HoldsColumn(c)).ToList();
            if (touched.Count > 1 || touched.Exists(groups.HoldsColumn) || free.Count == 0)
            {
                return null;
            }

            var over = touched is [var only] ? only : free.MinBy(c => Math.Abs(cell.Middle - ((columns[c].Start + columns[c].End) / 2.0)));
            heads[over] = MappedText.Join([heads[over], cell.Text]);
        }

        return Enumerable.Range(columns.Labels, columns.Values).All(c => groups.HoldsColumn(c) || heads[c].Length > 0) ? heads : null;
    }

    /// <summary>What each group is called; null where a group has no name of its own, or words stand over more than one.</summary>
    private static MappedText[]? Names(IEnumerable<List<LayoutCell>> words, YearGroups groups)
    {
        var names = Enumerable.Repeat(MappedText.Empty, groups.Count).ToArray();
        foreach (var line in words.Select(l => l.Where(groups.Holds).ToList()))
        {
            // In the middle of all groups it may be said of all.
            if (line is [var alone] && names.All(n => n.Length == 0) && groups.IsOverAll(alone))
            {
                return null;
            }

            foreach (var cell in line)
            {
                if (Parts(cell, groups) is not { } parts)
                {
                    return null;
                }

                parts.ForEach(p => names[groups.GroupOver(p)] = MappedText.Join([names[groups.GroupOver(p)], p.Text]));
            }
        }

        return names.All(n => n.Length > 0) && names.DistinctBy(n => n.Folded).Count() == names.Length ? names : null;
    }

    /// <summary>A cell as the words of one group each: cut where one group ends and a capital begins the words of the next; null where no such place is near.</summary>
    private static List<LayoutCell>? Parts(LayoutCell cell, YearGroups groups)
    {
        var parts = new List<LayoutCell>();
        var rest = cell;
        foreach (var bound in groups.Bounds.Where(b => cell.Start + Near < b && b < cell.End - Near))
        {
            var (start, text) = (rest.Start, rest.Text);
            var cuts = Enumerable
                .Range(bound - Near, (2 * Near) + 1)
                .Select(x => x - start)
                .Where(x => x > 0 && x + 1 < text.Length && text.Text[x] == ' ' && char.IsUpper(text.Text[x + 1]));
            if (text.Length != rest.End - start || cuts.ToList() is not [var cut])
            {
                return null;
            }

            parts.Add(new(start, start + cut, text.Slice(0, cut)));
            rest = new(start + cut + 1, rest.End, text.Slice(cut + 1));
        }

        return [.. parts, rest];
    }
}
