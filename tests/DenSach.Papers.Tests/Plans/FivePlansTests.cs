using System.Text.Json;
using DenSach.Papers.Plans;

namespace DenSach.Papers.Tests.Plans;

/// <summary>
/// What the reader reaches on the five received plans, held exactly in expected.json: better or worse, a change is
/// seen and the file is changed by hand.
/// </summary>
public sealed class FivePlansTests
{
    public static TheoryData<string> Names => [.. ReceivedPlans.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_reaches_exactly_what_the_file_says(string name)
    {
        var expected = JsonSerializer.Deserialize<Dictionary<string, Reached>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expected.json")),
            JsonSerializerOptions.Web
        )!;
        var d = PlanComparison.Compare(ReceivedPlans.Answer(name), PlanReader.Read(ReceivedPlans.Text(name)));
        new Reached(d.Fields.Count, Counts(d.Targets), Counts(d.TableTargets), Counts(d.Deadlines), d.MissingLeads.Count).ShouldBe(expected[name]);

        static string Counts(Difference x) => $"{x.Matched} right, {x.Missing.Count} missing, {x.Extra.Count} extra";
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_year_is_wrong_without_a_warning(string name) =>
        PlanComparison.Compare(ReceivedPlans.Answer(name), PlanReader.Read(ReceivedPlans.Text(name))).WrongYearsWithoutWarning.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void No_year_of_a_received_plan_is_doubted_for_nothing(string name) =>
        YearDoubts.Of(ReceivedPlans.Answer(name), PlanReader.Read(ReceivedPlans.Text(name))).DoubtedRight.ShouldBe(0);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_percentage_is_dropped_in_silence(string name)
    {
        var text = ReceivedPlans.Text(name);
        var plan = PlanReader.Read(text);
        var seen = plan.Targets.Concat(plan.TableTargets).Select(t => t.Span).Concat(plan.Warnings.Select(w => w.Span)).ToList();
        var percents = Enumerable.Range(0, text.Length).Where(i => text[i] == '%').ToList();
        percents.Where(i => !seen.Any(s => s.Start <= i && i < s.End)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_survives_the_way_to_JSON_and_back(string name)
    {
        var plan = PlanReader.Read(ReceivedPlans.Text(name));
        var json = PlanJson.Write(plan);
        PlanJson.Write(PlanJson.Read(json)).ShouldBe(json);
        PlanTable.Write(plan).ShouldContain(plan.Issuer!);
    }

    private sealed record Reached(int HeadFieldsWrong, string Targets, string TableTargets, string Deadlines, int LeadsMissing);
}
