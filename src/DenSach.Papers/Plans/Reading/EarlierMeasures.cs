namespace DenSach.Papers.Plans.Reading;

/// <summary>What "các tỷ lệ này", "các chỉ tiêu tại điểm b mục 1" looks back to.</summary>
internal static class EarlierMeasures
{
    private static readonly Pattern Item = Pattern.Of(@"\bdiem ([a-z]),? (?:muc|khoan|phan) (\d+(?:\.\d+)?)\b");
    private static readonly Pattern OfParent = Pattern.Of(@"\btrong (do|so do)\b");
    private static readonly Pattern Elsewhere = Pattern.Of(@"^[ -]*(doi voi|rieng|o|tai|voi|con|trong)\b");

    /// <summary>
    /// The measures that "các tỷ lệ này" goes on about, with the years they have now: as many targets right before in the paragraph, of one other year, or each
    /// of its own year where this part names none; else those at the same place under the heading before. Empty where nothing fits.
    /// </summary>
    public static List<PlanTarget> Of(MappedText sentence, IReadOnlyList<TargetClause> clauses, List<YearReading> years, ReadTargets targets)
    {
        var year = years.Select(y => y.Year).Distinct().Count() == 1 ? years[0] : default;
        if (Item.Match(sentence.Folded) is { Success: true } item)
        {
            var named = targets.Of(item.Groups[1].Value, item.Groups[2].Value);
            return named.Count == clauses.Count && year.Year is not null && named.All(t => t.Year != year.Year) ? In(named, year, null) : [];
        }

        var place = HarderPlaces.In(sentence);
        if (targets.Here is { Count: > 0 } all)
        {
            var last = all.TakeLast(clauses.Count).ToList();
            var spoken = last.Select(t => t.Year).Distinct().ToList();
            if (last.Count == clauses.Count && spoken.Count == last.Count && spoken.Count > 1 && Years.Written(sentence).Count == 0)
            {
                return [.. last.Select(t => t with { OfParent = OfParent.IsMatch(sentence.Folded) })];
            }

            return
                IsWhole(all, last.Count)
                && last.Count == clauses.Count
                && spoken.Count == 1
                && year.Year is not null
                && (year.Year != spoken[0] || Elsewhere.IsMatch(sentence.Folded) || place is not null)
                ? In(last, year, place)
                : [];
        }

        var above = targets.AtTheSamePlaceBefore();
        above = above.Count == clauses.Count ? above : targets.OfTheItemBefore();
        return above.Count == clauses.Count && year.Year is not null && above.All(t => t.Year != year.Year) ? In(above, year, place) : [];
    }

    /// <summary>Whether the last targets of a paragraph are a series by themselves: nothing stands before them but what has another year or another unit.</summary>
    private static bool IsWhole(IReadOnlyList<PlanTarget> all, int last) =>
        all.Count == last || (all.TakeLast(last).All(t => t.Unit == "%") && all[^(last + 1)] is { } before && (before.Unit != "%" || before.Year != all[^1].Year));

    private static List<PlanTarget> In(IEnumerable<PlanTarget> measures, YearReading year, string? place) =>
        [.. measures.Select(t => t with { Year = year.Year, YearFrom = year.From, Scope = place ?? t.Scope })];
}
