using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DenSach.Modules.Assessments.Workflow;

/// <summary>The workflow tables of content/workflow, read once at start; a fault stops the start and names file and row.</summary>
public sealed class WorkflowShelf
{
    private readonly List<WorkflowTable> tables = [];

    public WorkflowShelf(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            tables.Add(WorkflowYaml.Read(File.ReadAllText(file), Path.GetFileName(file)));
        }
    }

    /// <summary>The table for a title whose round was opened on a day: the latest that is valid then.</summary>
    public WorkflowTable For(string title, DateOnly openedOn) =>
        tables.Where(t => t.Title == title && t.ValidFrom <= openedOn).MaxBy(t => t.ValidFrom)
        ?? throw new InvalidOperationException($"content/workflow has no table for \"{title}\" on {openedOn:yyyy-MM-dd}.");

    public IEnumerable<WorkflowTable> All => tables;
}

/// <summary>Reads one workflow file: unknown words are faults, and every status a row starts from must be reachable.</summary>
public static class WorkflowYaml
{
    public static WorkflowTable Read(string yaml, string file)
    {
        TableYaml table;
        try
        {
            table = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<TableYaml>(yaml);
        }
        catch (YamlDotNet.Core.YamlException fault)
        {
            throw new InvalidOperationException($"{file}, line {fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}", fault);
        }
        var rows = table.Transitions.Select(row => Row(row, file)).ToList();
        var reached = rows.Select(r => r.To).OfType<AssessmentStatus>().Append(AssessmentStatus.None).ToHashSet();
        foreach (var row in rows)
        {
            if (row.From.Count == 0 || row.From.Any(from => !reached.Contains(from)))
            {
                throw new InvalidOperationException($"{file}: \"{row.Action}\" starts from a status that no row leads to.");
            }
        }
        if (rows.SelectMany(r => r.From.Select(from => (r.Action, From: from))).GroupBy(r => r).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"{file}: \"{twice.Key.Action}\" from {twice.Key.From} stands there twice.");
        }
        return new WorkflowTable(
            table.Title,
            DateOnly.ParseExact(table.ValidFrom, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            table.Source,
            table.PostingDays,
            rows
        );
    }

    private static Transition Row(RowYaml row, string file) =>
        new(
            row.Action,
            [.. row.From.Select(text => Word<AssessmentStatus>(text, row, file))],
            row.To is { } to ? Word<AssessmentStatus>(to, row, file) : null,
            [.. row.By.Select(text => Word<Role>(text, row, file))],
            row.Window is { } window ? Word<RoundStep>(window, row, file) : null,
            row.DaysAfterReturn,
            [.. row.Conditions.Select(text => Word<Condition>(text, row, file))],
            row.NotBy,
            row.OwnHousehold is { } own ? Word<OwnHousehold>(own, row, file) : OwnHousehold.Refused,
            row.NeedsReason,
            string.IsNullOrWhiteSpace(row.Clause) ? throw new InvalidOperationException($"{file}: \"{row.Action}\" names no clause.") : row.Clause
        );

    private static T Word<T>(string text, RowYaml row, string file)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidOperationException($"{file}: \"{row.Action}\" says \"{text}\", which is no {typeof(T).Name}.");

    private sealed class TableYaml
    {
        public string Title { get; set; } = "";
        public string ValidFrom { get; set; } = "";
        public string Source { get; set; } = "";
        public int PostingDays { get; set; }
        public List<RowYaml> Transitions { get; set; } = [];
    }

    private sealed class RowYaml
    {
        public string Action { get; set; } = "";
        public List<string> From { get; set; } = [];
        public string? To { get; set; }
        public List<string> By { get; set; } = [];
        public string? Window { get; set; }
        public int? DaysAfterReturn { get; set; }
        public List<string> Conditions { get; set; } = [];
        public List<string> NotBy { get; set; } = [];
        public string? OwnHousehold { get; set; }
        public bool NeedsReason { get; set; }
        public string Clause { get; set; } = "";
    }
}
