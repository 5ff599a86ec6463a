using DenSach.Modules.Criteria;

namespace DenSach.Scoring.Tests;

/// <summary>One worked example of a cases file: facts and answers, and what must come out.</summary>
internal sealed record WorkedCase(string Set, string Name, Subject Subject, Facts Facts, Answers Answers, YamlMap Expect)
{
    public static IReadOnlyList<WorkedCase> Read(string path)
    {
        var faults = new List<Fault>();
        var root = new YamlMap((YamlEntries)YamlTree.Read(File.ReadAllText(path), faults)!, Path.GetFileName(path), faults);
        var set = CriteriaFiles.Load(root.Required("set"));
        List<WorkedCase> cases = [.. root.Maps("cases").Select(map => One(set, map))];
        root.Close();
        faults.ShouldBeEmpty();
        return cases;
    }

    private static WorkedCase One(CriteriaSet set, YamlMap map)
    {
        var name = map.Required("name");
        var subject = Subject.Any;
        if (map.Map("subject") is { } about)
        {
            subject = new Subject
            {
                Level = about.Text("level"),
                Areas = about.Texts("areas"),
                Groups = about.Texts("groups"),
                AsAt = about.Date("as_at"),
                Sampled = about.Text("sampled") == "yes",
            };
            about.Close();
        }
        var facts = Facts.None;
        if (map.Map("facts") is { } given)
            foreach (var key in given.Keys)
            {
                var definition = set.Facts.Single(fact => fact.Name == key);
                var value = definition.ReadValue(given.Text(key)).ShouldNotBeNull($"{name}: {key}");
                facts = facts.With(key, value, definition.From == FactOrigin.Typed ? FactSource.ByHand : FactSource.Registry(subject.AsAt ?? new DateOnly(2026, 12, 31)));
            }
        var answers = Answers.None;
        if (map.Map("answers") is { } said)
            foreach (var key in said.Keys)
                answers = answers.With(key, set.Lines.Single(line => line.Id == key).ReadAnswer(said.Text(key)).ShouldNotBeNull($"{name}: {key}"));
        foreach (var line in Evidence(set, map))
            answers = answers.With(line, answers[line].WithEvidence());
        var expect = map.Map("expect").ShouldNotBeNull(name);
        map.Close();
        return new WorkedCase(set.Id, name, subject, facts, answers, expect);
    }

    private static IEnumerable<string> Evidence(CriteriaSet set, YamlMap map) =>
        !map.Has("evidence") ? []
        : map.IsText("evidence") && map.Text("evidence") == "all" ? set.Lines.Select(line => line.Id)
        : map.Texts("evidence");
}
