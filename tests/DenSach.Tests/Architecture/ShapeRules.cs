using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DenSach.Tests.Architecture;

public sealed partial class ShapeRules
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    private static readonly IReadOnlyList<string> Order = [.. AllModules.List.Select(m => m.GetType().Name[..^"Module".Length])];

    [Fact]
    public void Platform_names_no_module_modules_keep_their_order_and_slices_do_not_call_each_other()
    {
        Shape.Violations(Sources(), Order).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Platform/Data/X.cs", "namespace P; class X { object O() => new DenSach.Modules.Areas.Area(); }", "Platform names the module")]
    [InlineData("Platform/Ui/X.cshtml", "@using DenSach.Modules.Areas", "Platform names the module")]
    [InlineData("Modules/Areas/X.cs", "using DenSach.Modules.Decisions;", "later module")]
    [InlineData("Modules/Decisions/X.cs", "using DenSach.Modules.Assessments.Post;", "slice Assessments.Post of another module")]
    [InlineData("Modules/Assessments/Review/X.cs", "using DenSach.Modules.Assessments.Post;", "names the slice")]
    [InlineData("Modules/Registry/X.cs", "class X : RegisterRow { void M(AppDb db) { } }", "knows AppDb")]
    public void A_planted_violation_is_found(string path, string text, string expected)
    {
        var planted = new SourceFile(path, text);
        SourceFile[] slices = [new("Modules/Assessments/Post/P.cs", "record Command"), new("Modules/Assessments/Review/R.cs", "record Command")];
        Shape.Violations([.. slices, planted], ["Areas", "Registry", "Assessments", "Decisions"]).ShouldContain(v => v.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_two_libraries_know_nothing_of_ours_and_no_package_but_the_one_that_writes_Word()
    {
        Dictionary<string, string[]> admitted = new()
        {
            ["DenSach.Scoring"] = [],
            // The second carries the first.
            ["DenSach.Papers"] = ["DocumentFormat.OpenXml", "System.IO.Packaging"],
        };
        foreach (var (library, packages) in admitted)
        {
            var project = XDocument.Load(Path.Combine(Root, "src", library, $"{library}.csproj"));
            var references = project.Descendants().Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference");
            references.Select(e => (string?)e.Attribute("Include")).ShouldBe(packages, library);
        }
    }

    [Fact]
    public void No_file_is_longer_than_500_lines()
    {
        var files = new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".ts" or ".scss")
            .Where(f =>
                !f.Contains("/Migrations/", StringComparison.Ordinal)
                && !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal)
                && !f.Contains("/node_modules/", StringComparison.Ordinal)
            );
        files.Where(f => File.ReadLines(f).Count() > 500).Select(f => Path.GetRelativePath(Root, f)).ShouldBeEmpty();
    }

    [Fact]
    public void No_name_says_manager_helper_service_or_utils()
    {
        Sources()
            .Select(f => Path.GetFileNameWithoutExtension(f.Path))
            .Where(name =>
                name.EndsWith("Manager", StringComparison.Ordinal)
                || name.EndsWith("Helper", StringComparison.Ordinal)
                || name.EndsWith("Service", StringComparison.Ordinal)
                || name.EndsWith("Utils", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Time_comes_from_the_clock_and_ids_carry_their_register()
    {
        Sources().Where(f => PastTheClock().IsMatch(f.Text)).Select(f => f.Path).ShouldBeEmpty();
        PastTheClock().IsMatch("var now = DateTime.UtcNow;").ShouldBeTrue();
        PastTheClock().IsMatch("Id = Guid.NewGuid()").ShouldBeTrue();
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bGuid\.NewGuid\(")]
    private static partial Regex PastTheClock();

    private static List<SourceFile> Sources()
    {
        var application = Path.Combine(Root, "src", "DenSach");
        return
        [
            .. new[] { "Platform", "Modules" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(application, folder), "*.cs*", SearchOption.AllDirectories))
                .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !f.Contains("/Migrations/", StringComparison.Ordinal))
                .Select(f => new SourceFile(Path.GetRelativePath(application, f), File.ReadAllText(f))),
        ];
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
