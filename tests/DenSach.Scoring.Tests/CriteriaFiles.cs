using System.Collections.Concurrent;
using DenSach.Modules.Criteria;

namespace DenSach.Scoring.Tests;

/// <summary>The criteria files of the repository as the tests see them.</summary>
internal static class CriteriaFiles
{
    private static readonly ConcurrentDictionary<string, CriteriaSet> Loaded = new();

    public static IReadOnlyList<string> Sets { get; } =
    [.. Folder("criteria").Concat(Folder("Cases")).Where(path => !path.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Cases { get; } =
    [.. Folder("criteria").Concat(Folder("Cases")).Where(path => path.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Text(string id) => File.ReadAllText(Sets.Single(path => Path.GetFileNameWithoutExtension(path) == id));

    public static CriteriaSet Load(string id) => Loaded.GetOrAdd(id, name => Parse(Text(name)));

    public static CriteriaSet Parse(string text)
    {
        var reading = CriteriaYaml.Read(text);
        reading.Faults.ShouldBeEmpty();
        return reading.Set.ShouldNotBeNull();
    }

    private static string[] Folder(string name) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, name), "*.yaml");
}
