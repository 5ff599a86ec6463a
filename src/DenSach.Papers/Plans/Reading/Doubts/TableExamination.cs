using DenSach.Papers.Plans.Reading.Tables;

namespace DenSach.Papers.Plans.Reading.Doubts;

/// <summary>What makes the year of a figure in a table doubtful: heads that do not cover the columns, a row of another length, times that stand elsewhere in the table or above it.</summary>
internal sealed class TableExamination(PlanYears plan, Way way)
{
    public IEnumerable<(PlanTarget Target, string Doubt)> Of(Block block, IReadOnlyDictionary<SourceSpan, PlanTarget> targets)
    {
        var table = block.Table!;
        var heads = table.HeadCells.Select(Times).ToList();
        var group = new List<TimeWord>();
        foreach (var row in table.Rows)
        {
            if (row.All(c => CellFigure.Of(c) is null))
            {
                group = Times(row); // "Đến năm 2028" opens a group of rows
                continue;
            }

            var label = Times(row.Where(c => CellFigure.Of(c) is null));
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column].Length > 0 && targets.TryGetValue(row[column].Span(), out var target))
                {
                    // A year over other columns, or in a row that opens a group, may be meant for this one too.
                    var inHead = target.YearFrom.Kind == YearSource.TableHead;
                    var beside = inHead ? heads[column].Concat(label) : heads.SelectMany(h => h).Concat(label).Concat(group);
                    var doubt =
                        (inHead ? Fault(table, row) : null)
                        ?? Explained.Not(beside, target, plan, "Trong bảng còn có")
                        ?? (inHead || target.YearFrom.Kind == YearSource.TableRow ? null : Explained.Not(way.To(target, block), target, plan, "Giữa bảng và chỗ ghi năm còn có"));
                    if (doubt is not null)
                    {
                        yield return (target, doubt);
                    }
                }
            }
        }
    }

    private List<TimeWord> Times(IEnumerable<MappedText> cells) => [.. cells.Where(c => c.Length > 0).SelectMany(c => TimeWords.In(c, plan.Period))];

    private static string? Fault(SourceTable table, MappedText[] row) =>
        !table.HeadsCover ? "Đầu bảng không phủ hết các cột"
        : row.Length != table.Width ? "Hàng này có số ô khác đầu bảng"
        : null;
}
