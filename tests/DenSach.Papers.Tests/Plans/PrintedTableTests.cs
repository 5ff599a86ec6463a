using DenSach.Papers.Plans;
using DenSach.Papers.Sources.Pdf;

namespace DenSach.Papers.Tests.Plans;

/// <summary>Appendices as PDFs of Chromium and LibreOffice, the tables in them as the application writes them out: one answer for a table in all of its styles.</summary>
public sealed class PrintedTableTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "tables", "printed");

    public static TheoryData<string> Texts() => new(Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_table_says_the_same_however_it_is_printed(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        var plan = PlanReader.Read(text);
        Said(plan).ShouldBe(File.ReadAllLines(Path.Combine(Folder, name.Split('-')[0] + ".answer")));
        plan.Tasks.Count(t => !t.FromTable).ShouldBe(1);
        plan.Targets.ShouldHaveSingleItem();
        plan.Warnings.ShouldAllBe(w => w.Code == "issuer");
        plan.Tasks.Where(t => t.FromTable).ShouldAllBe(t => t.Span.Of(text) == t.What);
    }

    private static IEnumerable<string> Said(ExtractedPlan plan) =>
        plan
            .Tasks.Where(t => t.FromTable)
            .Select(t =>
                $"{t.Lead} | {t.What} | {string.Join("; ", t.Coordinate)} | {string.Join("; ", t.Deadlines.Select(d => When(plan.Deadlines[d])))} | {t.Product}".TrimEnd(' ', '|')
            )
            .Concat(
                plan.TableTargets.Select(t =>
                    FormattableString.Invariant($"{t.Year} | {t.Value:0.##} | {System.Text.Json.JsonSerializer.Serialize(t.Subject).Trim('"')} | {t.Title} | {t.Scope}").TrimEnd()
                )
            );

    private static string When(PlanDeadline d) => string.Join(' ', new object?[] { d.Day, d.Month, d.Quarter, d.Year, d.Relation, d.Recurrence }.Where(p => p is not null));

    [Fact]
    public void A_word_across_a_line_makes_no_table() => Tables(Grid, Word("12", 20, 20, 32), Word("giữa", 90, 20, 120)).ShouldBeEmpty();

    [Fact]
    public void A_word_beside_the_table_in_the_height_of_its_rows_makes_no_table() => Tables(Grid, Word("12", 20, 20, 32), Word("ngoài", 240, 20, 260)).ShouldBeEmpty();

    [Fact]
    public void Cells_run_together_where_no_line_parts_them_but_only_to_a_rectangle()
    {
        Tables(Grid.Replace("M 100 40 L 100 70", ""), Word("a", 20, 20, 30), Word("b", 120, 20, 130), Word("cả hàng", 80, 50, 120))
            .Single()
            .Rows.ShouldBe([
                ["a", "b"],
                ["cả hàng", ""],
            ]);
        Tables(Grid.Replace("M 100 40 L 100 70", "").Replace("M 10 40 L 200 40", "M 10 40 L 100 40"), Word("a", 20, 20, 30), Word("b", 120, 20, 130)).ShouldBeEmpty();
    }

    [Fact]
    public void Lines_without_cells_and_files_that_are_no_drawing_make_no_table()
    {
        Tables("M 10 10 L 200 10 M 10 40 L 200 40", Word("a", 20, 20, 30)).ShouldBeEmpty();
        RuledTable.On(new(595, 842, []), PdfRules.Of("<svg><g>")).ShouldBeEmpty();
        RuledTable.On(new(595, 842, []), PdfRules.Of("no drawing")).ShouldBeEmpty();
        PdfPage.Of("no words").ShouldBeEmpty();
        PdfPage.Of("<page width=\"x\" height=\"1\">").ShouldBeEmpty();
    }

    [Fact]
    public void The_last_row_of_a_page_may_be_open_below()
    {
        var table = Tables(
                "M 10 10 L 200 10 M 10 40 L 200 40 M 10 10 L 10 80 M 100 10 L 100 80 M 200 10 L 200 80",
                Word("a", 20, 20, 30),
                Word("b", 120, 20, 130),
                Word("c", 120, 60, 130)
            )
            .ShouldHaveSingleItem();
        table.Rows.ShouldBe([
            ["a", "b"],
            ["", "c"],
        ]);
    }

    [Theory]
    [InlineData("10/10/20", "26", "10/10/2026")]
    [InlineData("Tháng 9/202", "6", "Tháng 9/2026")]
    [InlineData("Quý IV/2", "030", "Quý IV/2030")]
    [InlineData("15/20", "26 hộ", "15/20 26 hộ")]
    [InlineData("10/10/20", "265 hộ", "10/10/20 265 hộ")]
    [InlineData("độ tuổi 15-", "60", "độ tuổi 15-60")]
    [InlineData("Văn hóa -", "Xã hội", "Văn hóa - Xã hội")]
    public void A_date_that_a_narrow_cell_breaks_is_put_together_only_where_it_is_one(string first, string second, string together) =>
        Tables(Grid, Word(first, 20, 15, 90), Word(second, 20, 28, 40), Word("b", 120, 20, 130)).ShouldHaveSingleItem().Rows[0][0].ShouldBe(together);

    /// <summary>Two columns, two rows.</summary>
    private const string Grid = "M 10 10 L 200 10 M 10 40 L 200 40 M 10 70 L 200 70 M 10 10 L 10 70 M 100 10 L 100 40 M 100 40 L 100 70 M 200 10 L 200 70";

    private static IReadOnlyList<RuledTable> Tables(string path, params PdfWord[] words) =>
        RuledTable.On(new(595, 842, words), PdfRules.Of($"<svg><path stroke=\"rgb(0%,0%,0%)\" fill=\"none\" d=\"{path}\"/></svg>"));

    private static PdfWord Word(string text, double left, double top, double right) => new(text, left, top, right, top + 12);
}
