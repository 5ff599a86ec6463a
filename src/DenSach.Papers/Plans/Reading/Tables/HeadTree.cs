namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>
/// Heads of two rows that came as one list, the widths of their merged cells lost. They are laid over their columns only
/// where the number of columns leaves one way to do it.
/// </summary>
internal static class HeadTree
{
    private static readonly Pattern Year = Pattern.Of(@"\b(19|20)\d{2}\b");
    private static readonly Pattern BareYear = Pattern.Of(@"^((den|het|cuoi|nam|kh|ke hoach|muc tieu) )*(19|20)\d{2}( ?\(.{0,12}\))?$");
    private static readonly Pattern Unit = Pattern.Of("^(dvt|don vi( tinh)?)$");
    private static readonly Pattern Alone = Pattern.Of("da dat|dat duoc|hien trang|thuc hien|thuc trang|ket qua|uoc dat|ghi chu");

    /// <summary>The head cells over each of <paramref name="width"/> columns, from the top; null where more than one way is left.</summary>
    public static List<MappedText[]>? Over(IReadOnlyList<MappedText> heads, int width)
    {
        var merged = heads.Count - width;
        if (merged <= 0)
        {
            return merged == 0 && !IsMixed(heads) ? [.. heads.Select(h => new[] { h })] : null;
        }

        // "ĐVT" is a column of its own and stands over no other: where it would, a row has lost its unit, or wears it in its label.
        return heads.Any(h => Unit.IsMatch(h.Folded)) ? null : Cycle(heads, width, merged) ?? (merged == 1 ? OneParent(heads) : null);
    }

    /// <summary>Years over some columns and none over others, though these hold targets too: one head may have got lost, or be over several.</summary>
    private static bool IsMixed(IReadOnlyList<MappedText> heads) =>
        heads.Any(h => Year.IsMatch(h.Folded)) && heads.Any(h => !Year.IsMatch(h.Folded) && !TableColumns.IsNoTarget(h.Folded));

    /// <summary>"2025, 2030, KH, TH, KH, TH": the same words under each merged cell. Heads that say a past result stand alone.</summary>
    private static List<MappedText[]>? Cycle(IReadOnlyList<MappedText> heads, int width, int merged)
    {
        var ways = new List<List<MappedText[]>>();
        for (var above = merged; above < heads.Count; above++)
        {
            var under = heads.Skip(above).ToList();
            var each = under.Count / merged;
            var repeats = under.Count == each * merged && Enumerable.Range(0, under.Count).All(i => under[i].Folded == under[i % each].Folded);
            var first = heads.Take(above).ToList();
            var parents = above == merged ? first : [.. first.Where(h => !Alone.IsMatch(h.Folded))];
            if (
                !repeats
                || each == 0
                || parents.Count != merged
                || (merged == 1 && (above > 1 || !IsOverAll(first[0], under)))
                || (merged > 1 && each < 2)
                || parents.DistinctBy(p => p.Folded).Count() < merged
            )
            {
                continue;
            }

            ways.Add([
                .. first.SelectMany(h =>
                    parents.Contains(h)
                        ? under.Skip(parents.IndexOf(h) * each).Take(each).Select(u => new[] { h, u })
                        :
                        [
                            [h],
                        ]
                ),
            ]);
        }

        return ways is [var only] && only.Count == width ? only : null;
    }

    /// <summary>One cell over all columns: "Tỷ lệ (%)" over years, or a year over words; not a year over other years.</summary>
    private static bool IsOverAll(MappedText parent, List<MappedText> under)
    {
        var years = under.Count(u => Year.IsMatch(u.Folded));
        return years == 0 || (years == under.Count && !Year.IsMatch(parent.Folded));
    }

    /// <summary>"Thực hiện 2025, Kế hoạch, 2026, 2028, 2030": one head without a year, right before the bare years that end the list, each later than the one before.</summary>
    private static List<MappedText[]>? OneParent(IReadOnlyList<MappedText> heads)
    {
        var years = heads.Select(h => Year.Matches(h.Folded) is [var one] ? int.Parse(one.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0).ToList();
        var parent = years.LastIndexOf(0);
        var under = years.Skip(parent + 1).ToList();
        var all = years.Where(y => y > 0).ToList();
        return
            parent > 0
            && years.IndexOf(0) == parent
            && under.Count > 1
            && heads.Skip(parent + 1).All(h => BareYear.IsMatch(h.Folded))
            && all.Zip(all.Skip(1)).All(p => p.First < p.Second)
            ? [.. heads.Take(parent).Select(h => new[] { h }), .. heads.Skip(parent + 1).Select(h => new[] { heads[parent], h })]
            : null;
    }
}
