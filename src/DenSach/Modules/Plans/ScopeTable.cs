using DenSach.Papers.Plans;

namespace DenSach.Modules.Plans;

/// <param name="Scope">Whose figure: "government", "province", "achieved".</param>
public sealed record ScopeColumn(string Scope, int? Year);

/// <param name="Cells">One a column; null where the table is silent.</param>
/// <param name="BelowGovernment">In some year the province asks less than the Government does.</param>
public sealed record ScopeRow(PlanSubject Subject, string What, IReadOnlyList<PlanTarget?> Cells, bool BelowGovernment);

/// <summary>
/// The table that sets one's own ambition beside what the Government asks and what was reached before (R05): a row for each subject and title, a column for each whose and when.
/// </summary>
public sealed record ScopeTable(IReadOnlyList<ScopeColumn> Columns, IReadOnlyList<ScopeRow> Rows)
{
    public const string Province = "province";

    public static bool Holds(PlanTarget target) => target.Scope is PlanTarget.Government or PlanTarget.Achieved or Province;

    public static string NameOf(string scope) =>
        scope switch
        {
            PlanTarget.Government => "Chính phủ giao",
            PlanTarget.Achieved => "Đã đạt",
            _ => "Của tỉnh",
        };

    /// <summary>Null where the plan has no such table.</summary>
    public static ScopeTable? Of(Plan plan)
    {
        var figures = plan.Targets.Where(t => !t.Dropped && Holds(t)).ToList();
        if (!figures.Exists(t => t.Scope == PlanTarget.Government))
        {
            return null;
        }
        List<ScopeColumn> columns = [.. figures.Select(t => new ScopeColumn(t.Scope!, t.Year)).Distinct().OrderBy(c => c.Year).ThenBy(c => c.Scope, StringComparer.Ordinal)];
        return new ScopeTable(columns, [.. figures.GroupBy(t => (t.Subject, What: t.Title ?? t.Measure)).Select(row => Row(row.Key.Subject, row.Key.What, [.. row], columns))]);
    }

    private static ScopeRow Row(PlanSubject subject, string what, IReadOnlyList<PlanTarget> figures, IEnumerable<ScopeColumn> columns)
    {
        var below = figures.Any(own => own.Scope == Province && figures.Any(asked => asked.Scope == PlanTarget.Government && asked.Year == own.Year && own.Value < asked.Value));
        return new ScopeRow(subject, what, [.. columns.Select(c => figures.FirstOrDefault(t => t.Scope == c.Scope && t.Year == c.Year))], below);
    }
}
