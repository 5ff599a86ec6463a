using System.Globalization;
using System.Text.Json;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>
/// A plan of our own writing (invented places) with its answer. The answer file is compact: a target is
/// [year, value, subject, title], a table target has its scope behind, a deadline is
/// [day, month, quarter, year, relation, recurrence].
/// </summary>
public sealed record CorpusPlan(string Family, string Name, string Text, ExtractedPlan Answer)
{
    /// <summary>The family that the reader is never fitted to: it only measures.</summary>
    public const string KeptAside = "c";

    public static IReadOnlyList<CorpusPlan> Load(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => new CorpusPlan(
                    Path.GetFileName(Path.GetDirectoryName(f)!),
                    Path.GetFileNameWithoutExtension(f),
                    File.ReadAllText(f),
                    AnswerOf(JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(f, ".json"))).RootElement)
                )),
        ];

    private static ExtractedPlan AnswerOf(JsonElement answer) =>
        new()
        {
            Number = Words(answer.GetProperty("number")),
            Date = Words(answer.GetProperty("date")) is { } date ? DateOnly.Parse(date, CultureInfo.InvariantCulture) : null,
            DatePartial = answer.TryGetProperty("date_partial", out var partial) ? Words(partial) : null,
            Issuer = Words(answer.GetProperty("issuer")),
            Level = JsonSerializer.Deserialize<PlanLevel>(answer.GetProperty("level")),
            Period = answer.GetProperty("period") is { ValueKind: JsonValueKind.Array } period ? new YearRange(period[0].GetInt32(), period[1].GetInt32()) : null,
            Targets = [.. answer.GetProperty("targets").EnumerateArray().Select(Target)],
            TableTargets = [.. answer.GetProperty("table_targets").EnumerateArray().Select(t => Target(t) with { Scope = Words(t[4]) })],
            Deadlines = [.. answer.GetProperty("deadlines").EnumerateArray().Select(Deadline)],
            Tasks = [.. answer.GetProperty("leads").EnumerateArray().Select(l => new PlanTask { Lead = l.GetString()! })],
        };

    private static PlanTarget Target(JsonElement t) =>
        new()
        {
            Year = Number(t[0]),
            Value = t[1].GetDecimal(),
            Subject = JsonSerializer.Deserialize<PlanSubject>(t[2]),
            Title = Words(t[3]),
        };

    private static PlanDeadline Deadline(JsonElement d) =>
        new()
        {
            Day = Number(d[0]),
            Month = Number(d[1]),
            Quarter = Number(d[2]),
            Year = Number(d[3]),
            Relation = Words(d[4]),
            Recurrence = Words(d[5]),
        };

    private static int? Number(JsonElement e) => e.ValueKind == JsonValueKind.Null ? null : e.GetInt32();

    private static string? Words(JsonElement e) => e.ValueKind == JsonValueKind.Null ? null : e.GetString();
}
