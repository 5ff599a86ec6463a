using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DenSach.Tests.Architecture;

public sealed partial class TourRules
{
    [Fact]
    public void Every_link_of_the_tour_leads_to_the_line_it_names()
    {
        var docs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs"));
        var links = Link().Matches(File.ReadAllText(Path.Combine(docs, "tour.md")));
        links.Count.ShouldBeGreaterThan(20);
        foreach (Match link in links)
        {
            var lines = File.ReadAllLines(Path.GetFullPath(Path.Combine(docs, link.Groups["path"].Value)));
            var at = int.Parse(link.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture);
            var found = Array.FindIndex(lines, l => l.Contains(link.Groups["name"].Value, StringComparison.Ordinal)) + 1;
            at.ShouldBe(found, $"{link.Groups["path"].Value}: `{link.Groups["name"].Value}` stands in line {found}");
        }
    }

    [GeneratedRegex(@"\]\((?<path>[^)#]+)#L(?<line>\d+)\): `(?<name>[^\n]+)`\n")]
    private static partial Regex Link();

    private static string Here([CallerFilePath] string path = "") => path;
}
