namespace DenSach.Papers.Plans;

/// <summary>
/// Whether two readings of one plan are the same: number, date, issuer, level and period equal; targets equal as
/// multisets of (year, value, subject, title), table targets also by scope; deadlines equal as sets of (day, month,
/// quarter, year, relation, recurrence); each expected task's lead agency found. Words of measures are not compared.
/// </summary>
public static class PlanComparison
{
    /// <summary>Compares a reading with the answer that is known to be right.</summary>
    public static PlanDifferences Compare(ExtractedPlan expected, ExtractedPlan actual)
    {
        var fields = new List<string>();
        Field("number", expected.Number, actual.Number);
        Field("date", expected.Date?.ToString("O"), actual.Date?.ToString("O"));
        Field("issuer", expected.Issuer, actual.Issuer);
        Field("level", expected.Level?.ToString(), actual.Level?.ToString());
        Field("period", expected.Period?.ToString(), actual.Period?.ToString());

        var leads = actual.Tasks.Select(t => t.Lead).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new PlanDifferences
        {
            Fields = fields,
            Targets = Difference.Of(expected.Targets.Select(Key), actual.Targets.Select(Key)),
            TableTargets = Difference.Of(expected.TableTargets.Select(TableKey), actual.TableTargets.Select(TableKey)),
            Deadlines = Difference.Of(expected.Deadlines.Select(Key).Distinct(StringComparer.Ordinal), actual.Deadlines.Select(Key).Distinct(StringComparer.Ordinal)),
            MissingLeads = [.. expected.Tasks.Select(t => t.Lead).Where(l => !leads.Contains(l))],
            WrongYearsWithoutWarning = [.. WrongYears(expected, actual)],
        };

        void Field(string name, string? right, string? read)
        {
            if (right != read)
            {
                fields.Add($"{name}: {right ?? "null"} ≠ {read ?? "null"}");
            }
        }
    }

    /// <summary>
    /// Figures that are right but for the year, with nothing said about it: the worst error a reading can hold. The
    /// title is not looked at, so that a second fault does not hide the year.
    /// </summary>
    private static IEnumerable<string> WrongYears(ExtractedPlan expected, ExtractedPlan actual) =>
        WrongYears(expected.Targets, actual.Targets, actual.Warnings).Concat(WrongYears(expected.TableTargets, actual.TableTargets, actual.Warnings));

    private static IEnumerable<string> WrongYears(IReadOnlyList<PlanTarget> expected, IReadOnlyList<PlanTarget> actual, IReadOnlyList<PlanWarning> warnings)
    {
        var open = expected.Select(t => (t.Year, t.Value, t.Subject)).ToList();
        var unmatched = actual.Where(t => !open.Remove((t.Year, t.Value, t.Subject))).ToList();
        return unmatched.Where(t => open.Any(e => (e.Value, e.Subject) == (t.Value, t.Subject))).Where(t => !warnings.Any(w => w.Span.Overlaps(t.Span))).Select(Key);
    }

    private static string Key(PlanTarget t) => FormattableString.Invariant($"{t.Year} {t.Value:0.##} {t.Subject} {t.Title}").TrimEnd();

    private static string TableKey(PlanTarget t) => $"{Key(t)} @{t.Scope}";

    private static string Key(PlanDeadline d) => FormattableString.Invariant($"{d.Day}/{d.Month} q{d.Quarter} {d.Year} {d.Relation} {d.Recurrence}");
}

/// <summary>What two readings do not share.</summary>
public sealed record PlanDifferences
{
    /// <summary>Head fields that differ, each with both values.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Targets in prose.</summary>
    public required Difference Targets { get; init; }

    /// <summary>Targets from tables.</summary>
    public required Difference TableTargets { get; init; }

    /// <summary>Deadlines.</summary>
    public required Difference Deadlines { get; init; }

    /// <summary>Lead agencies of expected tasks that lead no task of the reading.</summary>
    public IReadOnlyList<string> MissingLeads { get; init; } = [];

    /// <summary>Targets with a wrong year that no warning touches.</summary>
    public IReadOnlyList<string> WrongYearsWithoutWarning { get; init; } = [];

    /// <summary>Whether the readings are the same.</summary>
    public bool IsSame => Fields.Count == 0 && Targets.IsNone && TableTargets.IsNone && Deadlines.IsNone && MissingLeads.Count == 0;
}

/// <summary>Two multisets against each other.</summary>
/// <param name="Matched">How many items both hold.</param>
/// <param name="Missing">Items of the answer that the reading lacks.</param>
/// <param name="Extra">Items of the reading that the answer lacks.</param>
public sealed record Difference(int Matched, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra)
{
    /// <summary>Whether both hold the same.</summary>
    public bool IsNone => Missing.Count == 0 && Extra.Count == 0;

    internal static Difference Of(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var missing = expected.ToList();
        var extra = actual.ToList();
        var before = missing.Count;
        foreach (var item in extra.ToList().Where(missing.Remove))
        {
            extra.Remove(item);
        }

        return new(before - missing.Count, missing, extra);
    }
}
