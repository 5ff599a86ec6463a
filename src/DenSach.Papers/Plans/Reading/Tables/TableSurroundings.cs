namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The words over a table, the nearest first: captions inside and right above it, the sentence that leads to it, the headings.</summary>
internal sealed class TableSurroundings
{
    private const int MostCaptions = 4;
    private const int LongestCaption = 260;
    private static readonly Pattern Attached = Pattern.Of(@"^\(? ?(kem theo|ban hanh kem theo|dinh kem)\b");
    private static readonly Pattern UnitForm = Pattern.Of(@"\b(don vi( tinh)?|dvt) ?: ?(%|ty le|ti le|phan tram|[a-z]{2,12})");

    private readonly Block _block;

    public TableSurroundings(SourceTable table, Block block)
    {
        _block = block;
        var before = new List<Block>();
        for (var b = block.Before; b is { Table: null } && before.Count < MostCaptions && IsCaption(b); b = b.Before)
        {
            before.Add(b);
        }

        Captions = [.. table.Captions, .. before.Where(b => !Attached.IsMatch(b.Content.Folded)).Select(b => b.Content)];
        Unit = Captions
            .Concat(block.Ancestors.Take(1).Select(a => a.Content))
            .Select(c => UnitForm.Match(c.Folded))
            .Where(m => m.Success)
            .Select(m => m.Groups[3].Value)
            .FirstOrDefault();
    }

    /// <summary>Captions, the nearest first.</summary>
    public IReadOnlyList<MappedText> Captions { get; }

    /// <summary>The unit that a caption says for the whole table ("%", "nguoi"), folded; null where none does.</summary>
    public string? Unit { get; }

    /// <summary>Whom the nearest words that name one title speak of.</summary>
    public WhomCounted? Whom() => Captions.Concat(_block.Ancestors.Select(a => a.Content)).Select(Measures.OneTitle).FirstOrDefault(w => w is not null);

    /// <summary>What the nearest words that are no unit say of all figures; null where none do.</summary>
    public string? Measure =>
        MeasureWords.OfCells(Captions.Concat(_block.Ancestors.Take(1).Select(a => a.Content)).Where(c => c.Length <= LongestCaption && !UnitForm.IsMatch(c.Folded)).Reverse());

    /// <summary>The year of the nearest words that name one, with a doubt where it is only the end of a phase.</summary>
    public YearReading Year(PlanYears plan)
    {
        foreach (var caption in Captions)
        {
            var years = Years.All(caption);
            if (years is [var year])
            {
                return new(year, null, new(YearSource.LeadIn, Years.Words(caption, Years.Written(caption)[0])));
            }

            if (years.Count > 1)
            {
                return new(null, "Trên bảng ghi nhiều năm");
            }

            if (Years.PhaseOfHeading(caption) is { } phase && phase != plan.Period)
            {
                var range = Years.Ranges(caption).First(r => !r.Quoted);
                return new(phase.To, $"Trên bảng ghi giai đoạn {phase.From}-{phase.To}, lấy năm cuối", new(YearSource.LeadIn, Years.Words(caption, range.Start, range.End)));
            }
        }

        var above = YearContext.Of(_block, plan);
        return above.Stated is { } stated ? new(stated.Year, null, stated.From)
            : above is { EndOfPhase: { } end, Phase: { } whole } ? new(end.Year, $"Bảng không ghi năm, lấy năm cuối của giai đoạn {whole.From}-{whole.To}", end.From)
            : new(null, "Không thấy năm");
    }

    /// <summary>A short line between the table and what else stands above: no list item, no paragraph of prose.</summary>
    private static bool IsCaption(Block block) => block.Depth is Marker.None or Marker.LeadIn && block.Content.Length <= LongestCaption;
}
