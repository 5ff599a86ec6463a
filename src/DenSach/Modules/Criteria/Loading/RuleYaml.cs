using DenSach.Scoring;

namespace DenSach.Modules.Criteria;

/// <summary>Rules and their variants. A variant names only what differs: the rest is taken from the rule.</summary>
internal static class RuleYaml
{
    private static readonly string[] Bounds = ["at_least", "at_most", "steps"];
    private static readonly string[] Conditions = ["levels", "areas", "groups", "except_areas", "except_groups"];

    private static readonly (string Kind, Func<YamlMap, Rule> Read)[] Kinds =
    [
        ("judged", map => new Judged([.. map.Maps("choices").Select(Choice)])),
        ("checklist", map => new Checklist([.. map.Maps("items").Select(Item)], map.Whole("need"))),
        (
            "threshold",
            map =>
            {
                var (side, steps) = Steps(map, (at, key) => at.Quantity(key) ?? default);
                return new Threshold(map.Required("fact"), side, steps);
            }
        ),
        (
            "ratio",
            map =>
            {
                var (side, steps) = Steps(map, (at, key) => at.Share(key) ?? Share.Percent(100));
                return new Ratio(
                    map.Required("of"),
                    map.Required("in"),
                    map.Choice<WhenEmpty>("when_empty", null, ("not_applicable", WhenEmpty.NotApplicable), ("met", WhenEmpty.Met), ("not_met", WhenEmpty.NotMet)),
                    side,
                    steps
                );
            }
        ),
        (
            "level_reached",
            map =>
            {
                var (side, steps) = Steps(map, (at, key) => at.Required(key));
                if (side == Comparison.AtMost)
                    map.Say("at_most", "mức đạt được chỉ so từ mức nào trở lên (at_least).");
                return new LevelReached(map.Required("fact"), steps);
            }
        ),
        (
            "change",
            map => new Change(
                map.Required("now"),
                map.Required("before"),
                map.Choice<Direction>("must", null, ("up", Direction.Up), ("down", Direction.Down), ("not_down", Direction.NotDown), ("not_up", Direction.NotUp)),
                map.Quantity("by") ?? default
            )
        ),
        ("title_held", map => new TitleHeld(map.Required("fact"), map.Text("level"), map.Whole("months") ?? 0)),
    ];

    public static (Rule Rule, IReadOnlyList<RuleVariant> Variants) Read(YamlMap line)
    {
        var nothing = (new Judged([]), Array.Empty<RuleVariant>());
        if (line.Map("rule") is not { } map)
        {
            if (!line.Has("rule"))
                line.Required("rule");
            return nothing;
        }
        var variants = map.Maps("variants");
        if (One(map) is not { } rule)
            return nothing;
        var others = new List<RuleVariant>();
        foreach (var variant in variants)
        {
            var when = When(variant);
            if (One(map.Overlay(variant, "variants", Bounds, Conditions)) is { } other)
                others.Add(new RuleVariant(when, other));
        }
        return (rule, others);
    }

    public static When When(YamlMap map) => new(map.Texts("levels"), map.Texts("areas"), map.Texts("groups"), map.Texts("except_areas"), map.Texts("except_groups"));

    private static Rule? One(YamlMap map)
    {
        var kind = map.Required("kind");
        foreach (var (name, read) in Kinds)
            if (name == kind)
            {
                var rule = read(map);
                map.Close();
                return rule;
            }
        if (kind.Length > 0)
            map.Say("kind", $"không có quy tắc “{kind}”; các quy tắc: {string.Join(", ", Kinds.Select(known => known.Kind))}.");
        return null;
    }

    private static (Comparison Side, IReadOnlyList<Step<T>> Steps) Steps<T>(YamlMap map, Func<YamlMap, string, T> bound)
    {
        var given = Bounds.Count(map.Has);
        if (given != 1)
            map.Say(given == 0 ? "kind" : Bounds.First(map.Has), "phải nêu đúng một trong ba: at_least (ít nhất), at_most (không quá), steps (nhiều ngưỡng).");
        if (!map.Has("steps"))
            return map.Has("at_most")
                ? (Comparison.AtMost, [new Step<T>(bound(map, "at_most"), null)])
                : (Comparison.AtLeast, map.Has("at_least") ? [new Step<T>(bound(map, "at_least"), null)] : []);

        var steps = new List<Step<T>>();
        var sides = new HashSet<Comparison>();
        foreach (var step in map.Maps("steps"))
        {
            var most = step.Has("at_most");
            if (most == step.Has("at_least"))
                step.Say("points", "mỗi ngưỡng nêu at_least hoặc at_most.");
            else
                steps.Add(new Step<T>(bound(step, most ? "at_most" : "at_least"), step.Points("points")));
            sides.Add(most ? Comparison.AtMost : Comparison.AtLeast);
            step.Close();
        }
        if (sides.Count > 1)
            map.Say("steps", "các ngưỡng của một chỉ tiêu phải cùng là at_least hoặc cùng là at_most.");
        return (sides.FirstOrDefault(), steps);
    }

    private static Choice Choice(YamlMap map)
    {
        var choice = new Choice(map.Required("id"), map.Required("text"), map.Points("points") ?? Points.Zero);
        map.Close();
        return choice;
    }

    private static ChecklistItem Item(YamlMap map)
    {
        var item = new ChecklistItem(map.Required("id"), map.Required("text"), map.Points("points") ?? Points.Zero);
        map.Close();
        return item;
    }
}
