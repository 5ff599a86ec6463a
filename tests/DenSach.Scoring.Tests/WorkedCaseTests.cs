using DenSach.Modules.Criteria;

namespace DenSach.Scoring.Tests;

public class WorkedCaseTests
{
    public static TheoryData<string> Files => [.. CriteriaFiles.Cases.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_worked_case_comes_out_as_written(string file)
    {
        var cases = WorkedCase.Read(CriteriaFiles.Cases.Single(path => Path.GetFileName(path) == file));
        cases.ShouldNotBeEmpty();
        foreach (var worked in cases)
            Check(worked);
    }

    [Fact]
    public void Every_set_that_can_be_used_has_worked_cases()
    {
        var told = CriteriaFiles.Cases.Select(path => Path.GetFileName(path).Replace(".cases.yaml", "")).ToHashSet();
        foreach (var path in CriteriaFiles.Sets)
        {
            var set = CriteriaFiles.Parse(File.ReadAllText(path));
            set.Id.ShouldBe(Path.GetFileNameWithoutExtension(path));
            if (set.IsUsable)
                told.ShouldContain(set.Id);
        }
    }

    [Fact]
    public void Every_rule_and_every_role_of_the_family_has_a_worked_case_that_meets_it_and_one_that_does_not()
    {
        var seen = CriteriaFiles
            .Cases.SelectMany(WorkedCase.Read)
            .SelectMany(worked => Score(worked).Lines)
            .Select(line => (Rule: line.Rule.GetType(), line.Line.Role, line.State))
            .ToHashSet();

        var rules = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))).ToList();
        rules.Count.ShouldBe(7);
        foreach (var rule in rules)
        {
            seen.ShouldContain(line => line.Rule == rule && line.State == LineState.Met, rule.Name);
            seen.ShouldContain(line => line.Rule == rule && line.State == LineState.NotMet, rule.Name);
        }
        foreach (var role in Enum.GetValues<LineRole>())
        {
            seen.ShouldContain(line => line.Role == role && line.State == LineState.Met, role.ToString());
            seen.ShouldContain(line => line.Role == role && line.State == LineState.NotMet, role.ToString());
        }
        foreach (var state in Enum.GetValues<LineState>())
            seen.ShouldContain(line => line.State == state, state.ToString());
    }

    private static ScoreSheet Score(WorkedCase worked) => Scorer.Score(CriteriaFiles.Load(worked.Set), worked.Subject, worked.Facts, worked.Answers);

    private static void Check(WorkedCase worked)
    {
        var sheet = Score(worked);
        var about = $"{worked.Set}: {worked.Name}: {sheet.Summary}";
        var expect = worked.Expect;
        expect.Text("outcome").ShouldBe(Snake(sheet.Outcome), about);
        if (expect.Points("total") is { } total)
            sheet.Total.ShouldBe(total, about);
        if (expect.Points("short_by") is { } shortBy)
            sheet.ShortBy.ShouldBe(shortBy, about);
        if (expect.Has("band"))
            (sheet.Band?.Id).ShouldBe(expect.Text("band"), about);
        if (expect.Keys.Contains("blocking"))
            sheet.Blocking.Select(line => line.Line.Id).ShouldBe(expect.Texts("blocking"), about);
        if (expect.Text("summary") is { } summary)
            sheet.Summary.ToLowerInvariant().ShouldContain(summary.ToLowerInvariant(), Case.Sensitive, about);
        foreach (var absent in expect.Texts("absent"))
            sheet[absent].ShouldBeNull(about);
        if (expect.Map("lines") is { } lines)
            foreach (var id in lines.Keys)
                CheckLine(sheet[id].ShouldNotBeNull(about), lines.Map(id)!, about);
        expect.Close();
    }

    private static void CheckLine(ScoredLine line, YamlMap expect, string about)
    {
        about = $"{about} {line.Explanation}";
        expect.Text("state").ShouldBe(Snake(line.State), about);
        if (expect.Text("points") is { } points)
        {
            Points.TryParse(points, out var value).ShouldBeTrue(about);
            line.Points.ShouldBe(value, about);
        }
        if (expect.Text("blocks") is { } blocks)
            Snake(line.Blocks).ShouldBe(blocks, about);
        if (expect.Text("missing") is { } missing)
            line.Missing.ShouldNotBeNull(about).ShouldContain(missing, Case.Sensitive, about);
        if (expect.Text("rule") is { } rule)
            line.RuleText.ShouldContain(rule, Case.Sensitive, about);
        if (expect.Text("clause") is { } clause)
            line.Explanation.ShouldContain(clause, Case.Sensitive, about);
        expect.Close();
    }

    private static string Snake<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
