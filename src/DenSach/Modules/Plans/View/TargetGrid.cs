using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans.View;

/// <param name="Cells">One for each year of the grid; null where the plan asks nothing for that year.</param>
public sealed record TargetRow(PlanTarget First, IReadOnlyList<PlanTarget?> Cells);

/// <summary>
/// The targets of a plan by subject and year: what is asked of the same people in several years is one row, so that one sees how far it climbs. Rows keep the order of the text,
/// those of one subject together.
/// </summary>
/// <param name="Years">Ascending; null, a target without a year, stands last.</param>
public sealed record TargetGrid(IReadOnlyList<int?> Years, IReadOnlyList<TargetRow> Rows)
{
    /// <summary>Null where the plan names fewer than two years: a list says it better then.</summary>
    public static TargetGrid? Of(IReadOnlyList<PlanTarget> targets)
    {
        var kept = targets.Where(t => !t.Dropped).ToList();
        if (kept.Where(t => t.Year is not null).Select(t => t.Year).Distinct().Count() < 2)
        {
            return null;
        }

        List<int?> years = [.. kept.Select(t => t.Year).Distinct().OrderBy(y => y ?? int.MaxValue)];
        var rows = new List<List<PlanTarget>>();
        foreach (var target in kept.OrderBy(t => t.Place))
        {
            if (Nearest(rows, target) is { } row)
            {
                row.Add(target);
            }
            else
            {
                rows.Add([target]);
            }
        }

        return new TargetGrid(
            years,
            [.. rows.GroupBy(row => row[0].Subject).SelectMany(ofSubject => ofSubject).Select(row => new TargetRow(row[0], [.. years.Select(y => row.Find(t => t.Year == y))]))]
        );
    }

    /// <summary>
    /// The row a target goes on in: of the same subject and title, or of the same words where it has no title. Where several would do, the one whose words are nearest;
    /// none where that is not plain.
    /// </summary>
    private static List<PlanTarget>? Nearest(List<List<PlanTarget>> rows, PlanTarget target)
    {
        var free = rows.Where(row => !row.Exists(t => t.Year == target.Year) && KindOf(row[0]) == KindOf(target))
            .Where(row => target.Title is not null || MeasureWords.SayTheSame(row[0].Measure, target.Measure))
            .Select(row => (Row: row, Common: MeasureWords.Common(row[0].Measure, target.Measure)))
            .OrderByDescending(r => r.Common)
            .ToList();
        return free.Count == 1 || (free.Count > 1 && free[0].Common > free[1].Common) ? free[0].Row : null;
    }

    private static (PlanSubject, string?, string?, bool, string, string?) KindOf(PlanTarget t) => (t.Subject, t.Title, t.TitleContext, t.OfParent, t.Unit, t.Scope);
}
