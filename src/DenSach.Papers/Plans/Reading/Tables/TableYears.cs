namespace DenSach.Papers.Plans.Reading.Tables;

/// <summary>The year of a figure in a table: from the head of its column, else from its row, else from the row that opens its group, else from what stands above the table.</summary>
internal static class TableYears
{
    /// <param name="table">The table.</param>
    /// <param name="column">The column of the figure.</param>
    /// <param name="label">The first cell of its row.</param>
    /// <param name="group">The cell that opens the group of rows ("Đến năm 2028"), or an empty one.</param>
    /// <param name="block">Where the table stands.</param>
    /// <param name="plan">The plan's own years.</param>
    public static YearReading Of(SourceTable table, int column, MappedText label, MappedText group, Block block, PlanYears plan)
    {
        foreach (var (cells, kind) in new[] { (table.HeadCells[column], YearSource.TableHead), ([label], YearSource.TableRow), ([group], YearSource.TableRow) })
        {
            var years = cells.SelectMany(c => Years.Written(c).Select(m => new StatedYear(m.Year, new(kind, Years.Words(c, m))))).DistinctBy(y => y.Year).ToList();
            var phases = cells.SelectMany(c => Years.Ranges(c).Select(r => (r.Range, Span: Years.Words(c, r.Start, r.End)))).DistinctBy(r => r.Range).ToList();
            if (years.Count == 1 && phases.Count == 0)
            {
                return new(years[0].Year, null, years[0].From);
            }

            if (years.Count == 0 && phases is [var (phase, span)])
            {
                return new(phase.To, $"Bảng ghi giai đoạn {phase.From}-{phase.To}, lấy năm cuối", new(kind, span));
            }

            if (years.Count + phases.Count > 1)
            {
                return new(null, "Đầu bảng ghi nhiều năm");
            }
        }

        var above =
            block.Before is { Content.Length: > 0 } caption && Years.OfHeading(caption.Content) is { } spoken
                ? YearContext.Above(caption, spoken, plan)
                : YearContext.Of(block, plan);
        return above.Stated is { } stated ? new(stated.Year, null, stated.From)
            : above.EndOfPhase is { } end && above.Phase is { } whole ? new(end.Year, $"Bảng không ghi năm, lấy năm cuối của giai đoạn {whole.From}-{whole.To}", end.From)
            : new(null, "Không thấy năm");
    }
}
