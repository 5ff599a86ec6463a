using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>A table says the same in whatever layout it comes.</summary>
public sealed class TableTests
{
    private const int Damages = 2;

    private static readonly IReadOnlyList<TableCase> Cases = TableCase.Load(Path.Combine(AppContext.BaseDirectory, "tables", "tables.txt"));

    public static TheoryData<string, string> Everything()
    {
        var data = new TheoryData<string, string>();
        foreach (var (table, layout) in Cases.SelectMany(_ => TableLayouts.All.Keys, (t, l) => (t.Name, l)))
        {
            data.Add(table, layout);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_table_reads_the_same_in_every_layout(string name, string layout)
    {
        var table = Cases.Single(c => c.Name == name);
        var plan = PlanReader.Read(table.PlanWith(TableLayouts.All[layout](table)));
        TableCase.Said(plan).Order(StringComparer.Ordinal).ShouldBe(table.Answer.Order(StringComparer.Ordinal));
        plan.Targets.ShouldBeEmpty();
        var doubted = plan.TableTargets.Where(t => plan.Warnings.Any(w => w.Code == "year" && w.Span.Overlaps(t.Span)));
        doubted.Count().ShouldBe(table.Doubt is null ? 0 : table.Answer.Count);
    }

    [Fact]
    public void A_damaged_table_gives_no_wrong_year_without_a_warning()
    {
        var damage = new TableDamage(20261129);
        foreach (var (table, (layout, write)) in Cases.SelectMany(_ => TableLayouts.All, (t, l) => (t, l)))
        {
            var right = table.Answer.Select(a => string.Join(" | ", a.Split(" | ").Take(2))).ToHashSet();
            var values = right.Select(a => a.Split(" | ")[^1]).ToHashSet();
            for (var i = 0; i < Damages; i++)
            {
                var whole = write(table);
                var (written, what) = damage.Next(whole);
                written.ShouldNotBe(whole, $"{table.Name}, {layout}: {what}");
                var plan = PlanReader.Read(table.PlanWith(written));
                plan.TableTargets.Concat(plan.Targets)
                    .Where(t => !plan.Warnings.Any(w => w.Span.Overlaps(t.Span)))
                    .Select(t => FormattableString.Invariant($"{t.Year} | {t.Value:0.##}"))
                    .Where(said => !right.Contains(said) && values.Contains(said.Split(" | ")[1]))
                    .ShouldBeEmpty($"{table.Name}, {layout}: {what}");
            }
        }
    }
}
