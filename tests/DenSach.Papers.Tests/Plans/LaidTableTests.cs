using System.Text.Json;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Tables of figures of our own, printed by Chromium and LibreOffice and made text by <c>pdftotext</c> and by saving as text: one answer however the text came to be, or one warning.</summary>
public sealed class LaidTableTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "tables", "laid");

    private static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Cut() => new(Names.Where(n => !n.StartsWith("uncut-", StringComparison.Ordinal)));

    public static TheoryData<string> Uncut() => new(Names.Where(n => n.StartsWith("uncut-", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Cut))]
    public void A_table_says_the_same_however_its_text_came_to_be(string name) =>
        Read(name)
            .TableTargets.Select(t => FormattableString.Invariant($"{t.Year} | {t.Value:0.##} | {JsonSerializer.Serialize(t.Subject).Trim('"')} | {t.Title} | {t.Scope}").TrimEnd())
            .Order(StringComparer.Ordinal)
            .ShouldBe(File.ReadAllLines(Path.Combine(Folder, name.Split('-')[0] + ".answer")));

    [Theory]
    [MemberData(nameof(Uncut))]
    public void A_table_that_cannot_be_cut_stays_text_and_is_told_once(string name)
    {
        var plan = Read(name);
        plan.TableTargets.ShouldBeEmpty();
        plan.Targets.ShouldBeEmpty();
        plan.Warnings.Count(w => w.Code == "table").ShouldBe(1);
    }

    private static ExtractedPlan Read(string name) => PlanReader.Read(File.ReadAllText(Path.Combine(Folder, name + ".txt")));
}
