using DenSach.Modules.Plans;
using DenSach.Papers.Plans;

namespace DenSach.Tests.Plans;

/// <summary>Plans in memory, for rules that need no database.</summary>
internal static class WrittenPlans
{
    public static Modules.Plans.Plan Asking(int? firstYear, params IEnumerable<TargetContent> targets)
    {
        var facts = new PlanFacts
        {
            Title = "Kế hoạch",
            FirstYear = firstYear,
            LastYear = firstYear is null ? null : 2030,
        };
        var plan = Modules.Plans.Plan.Write(facts, 2001, 2001, null, null, DateTime.UnixEpoch, Guid.Empty);
        foreach (var target in targets)
        {
            plan.Add(target);
        }
        return plan;
    }

    public static TargetContent Target(PlanSubject subject, string? title, string measure, int? year, decimal value, string? scope = null, string unit = "%") =>
        new()
        {
            Year = year,
            Value = value,
            Unit = unit,
            Subject = subject,
            Title = title,
            Measure = measure,
            Scope = scope,
        };
}
