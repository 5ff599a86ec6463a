using System.Globalization;
using DenSach.Papers.Documents;
using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans.Paper;

/// <summary>The goals of a plan as tables of a paper: what is measured in one column, its figure in the other, neither said twice.</summary>
internal static class PaperTargets
{
    public static IReadOnlyList<PaperBlock> Of(Plan plan)
    {
        var blocks = new List<PaperBlock>();
        foreach (var year in plan.Targets.Where(t => t.Scope is null).GroupBy(t => t.Year).OrderBy(g => g.Key ?? int.MaxValue))
        {
            blocks.Add(new PaperHeading(year.Key is { } number ? $"Đến năm {number}" : "Hằng năm và trong cả giai đoạn", 2));
            blocks.Add(
                new PaperTable(
                    [new PaperColumn("TT", PaperAlign.Centre, 10), new PaperColumn("Chỉ tiêu", PaperAlign.Left, 70), new PaperColumn("Mức", PaperAlign.Number, 20)],
                    [
                        .. year.Select(
                            (t, i) =>
                                (IReadOnlyList<string>)
                                    [
                                        (i + 1).ToString(CultureInfo.InvariantCulture),
                                        t.OfParent ? $"Trong đó: {Measured(plan, t)}" : PaperLines.Capital(Measured(plan, t)),
                                        Figure(t),
                                    ]
                        ),
                    ]
                )
            );
        }
        if (plan.Goals.Count > 0)
        {
            blocks.Add(new PaperList(PaperListStyle.Dash, [.. plan.Goals.Select(g => $"{PaperLines.Capital(g.Text.TrimEnd('.', ';', ' '))}.")]));
        }
        return blocks;
    }

    public static IReadOnlyList<PaperBlock> Beside(Plan plan) =>
        ScopeTable.Of(plan) is not { } table
            ? []
            :
            [
                new PaperTable(
                    [new PaperColumn("Chỉ tiêu"), .. table.Columns.Select(c => new PaperColumn($"{ScopeTable.NameOf(c.Scope)} {c.Year}", PaperAlign.Number))],
                    [.. table.Rows.Select(r => (IReadOnlyList<string>)[r.What, .. r.Cells.Select(c => c?.Asked ?? "–")])]
                ),
            ];

    private static string Measured(Plan plan, PlanTarget target) => PlanWords.Measured(target, PlanWords.WholeMeasure(plan, target));

    /// <summary>"60% trở lên", as papers write it.</summary>
    private static string Figure(PlanTarget target)
    {
        var figure = target.Asked[(target.Asked.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return target.Comparator switch
        {
            TargetComparator.AtLeast => $"{figure} trở lên",
            TargetComparator.MoreThan => $"trên {figure}",
            TargetComparator.AtMost => $"không quá {figure}",
            TargetComparator.LessThan => $"dưới {figure}",
            TargetComparator.About => $"khoảng {figure}",
            _ => target.Asked,
        };
    }
}
