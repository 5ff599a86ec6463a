using System.Security.Cryptography;
using System.Text;
using DenSach.Scoring;

namespace DenSach.Modules.Criteria;

/// <summary>What reading a criteria file gave: a set, or every fault with its line.</summary>
/// <param name="Set">The checked set; null when there are faults.</param>
/// <param name="Faults">Faults in Vietnamese; empty when there is a set.</param>
public sealed record CriteriaReading(CriteriaSet? Set, IReadOnlyList<Fault> Faults);

/// <summary>Reads the YAML of a criteria set; the format is told in content/criteria/README.md.</summary>
public static class CriteriaYaml
{
    /// <summary>The set of a text, checked; or all that is wrong with the text. Never throws for what the text says.</summary>
    public static CriteriaReading Read(string text)
    {
        var faults = new List<Fault>();
        if (YamlTree.Read(text, faults) is not { } root)
            return new CriteriaReading(null, faults);
        if (root is not YamlEntries entries)
            return new CriteriaReading(null, [new Fault("tệp tiêu chí", "phải bắt đầu bằng các mục như id, title, subject.", root.Line)]);

        var lines = new Dictionary<string, int>();
        var set = ReadSet(new YamlMap(entries, "bộ tiêu chí", faults), HashOf(text), lines);
        if (faults.Count == 0)
            faults.AddRange(set.Check().Select(fault => lines.TryGetValue(fault.Place, out var line) ? fault with { SourceLine = line } : fault));
        return new CriteriaReading(faults.Count == 0 ? set : null, faults);
    }

    /// <summary>SHA-256 of the canonical bytes: UTF-8 without mark, NFC, line ends as LF, blanks at line ends and empty lines at
    /// the end dropped. So the same content has the same hash on every machine.</summary>
    public static string HashOf(string text)
    {
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n').Select(line => line.TrimEnd(' ', '\t'));
        var canonical = string.Join('\n', lines).TrimEnd('\n') + "\n";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.Normalize(NormalizationForm.FormC))));
    }

    private static CriteriaSet ReadSet(YamlMap map, string hash, Dictionary<string, int> lines)
    {
        var combination = Combine(map, lines);
        var set = new CriteriaSet
        {
            Id = map.Required("id"),
            Title = map.Required("title"),
            Subject = map.Choice<SubjectKind>(
                "subject",
                null,
                ("citizen", SubjectKind.Citizen),
                ("household", SubjectKind.Household),
                ("clan", SubjectKind.Clan),
                ("hamlet", SubjectKind.Hamlet),
                ("organisation", SubjectKind.Organisation),
                ("commune", SubjectKind.Commune),
                ("district", SubjectKind.District),
                ("province", SubjectKind.Province)
            ),
            Version = map.Required("version"),
            Status = map.Choice<SetStatus>(
                "status",
                null,
                ("official_complete", SetStatus.OfficialComplete),
                ("partial_draft", SetStatus.PartialDraft),
                ("sample", SetStatus.Sample)
            ),
            LegalBasis = map.Texts("legal_basis"),
            InForceFrom = DateRequired(map, "in_force_from"),
            InForceTo = map.Date("in_force_to"),
            Validity = map.Choice<int>("validity", null, ("one_year", 0), ("36_months", 36)) is > 0 ? Validity.ThirtySixMonths : Validity.OneYear,
            Notes = map.Texts("notes"),
            Levels = NamedList(map, "levels"),
            Areas = NamedList(map, "areas"),
            Groups = NamedList(map, "groups"),
            GroupChoice = map.Choice<GroupChoice>("choose_groups", GroupChoice.One, ("one", GroupChoice.One), ("many", GroupChoice.Many)),
            Facts = [.. map.Maps("facts").Select(fact => Fact(fact, lines))],
            Combination = combination,
            Sections = [.. map.Maps("sections").Select(section => Section(section, combination, lines))],
            ContentHash = hash,
        };
        map.Close();
        return set;
    }

    private static Combination Combine(YamlMap map, Dictionary<string, int> lines)
    {
        if (map.Map("combination") is not { } combination)
        {
            map.Required("combination");
            return new AllOf();
        }
        Combination read = combination.Choice<int>("kind", null, ("sum", 0), ("all_of", 1), ("not_known", 2)) switch
        {
            0 => new SumOfPoints(
                PointsRequired(combination, "max"),
                PointsRequired(combination, "pass_at"),
                combination.Choice<NotApplicablePoints>(
                    "not_applicable",
                    null,
                    ("full", NotApplicablePoints.Full),
                    ("none", NotApplicablePoints.None),
                    ("rescale", NotApplicablePoints.Rescale)
                ),
                combination.Points("lowest"),
                combination.Points("cap"),
                [.. combination.Maps("bands").Select(band => BandOf(band, lines))]
            ),
            1 => new AllOf(),
            _ => new NotKnown(),
        };
        combination.Close();
        return read;
    }

    private static Band BandOf(YamlMap map, Dictionary<string, int> lines)
    {
        var band = new Band(map.Required("id"), map.Required("title"), PointsRequired(map, "from"));
        lines[$"xếp loại {band.Id}"] = map.Line;
        map.Close();
        return band;
    }

    private static FactDefinition Fact(YamlMap map, Dictionary<string, int> lines)
    {
        var name = map.Required("name");
        lines[map.Place = $"số liệu {name}"] = map.Line;
        var fact = new FactDefinition(
            name,
            map.Required("title"),
            map.Choice<FactKind>("kind", null, ("count", FactKind.Count), ("amount", FactKind.Amount), ("level", FactKind.Level), ("title", FactKind.Title)),
            map.Text("unit"),
            map.Choice<FactOrigin>("from", null, ("registry", FactOrigin.Registry), ("typed", FactOrigin.Typed), ("imported", FactOrigin.Imported)),
            NamedList(map, "scale")
        );
        map.Close();
        return fact;
    }

    private static LineGroup Section(YamlMap map, Combination combination, Dictionary<string, int> lines)
    {
        var id = map.Required("id");
        lines[map.Place = $"phần {id}"] = map.Line;
        var section = new LineGroup(id, map.Required("title"), map.Points("points"), [.. map.Maps("lines").Select(line => ReadLine(line, combination, lines))]);
        map.Close();
        return section;
    }

    private static Line ReadLine(YamlMap map, Combination combination, Dictionary<string, int> lines)
    {
        var id = map.Required("id");
        lines[map.Place = $"chỉ tiêu {id}"] = map.Line;
        var applies = map.Map("applies_to");
        var (rule, variants) = RuleYaml.Read(map);
        var line = new Line
        {
            Id = id,
            Text = map.Required("text"),
            Ask = map.Text("ask"),
            Help = map.Text("help"),
            Clause = map.Text("clause"),
            Role = map.Choice<LineRole>(
                "role",
                combination is SumOfPoints ? LineRole.Scored : LineRole.Required,
                ("scored", LineRole.Scored),
                ("required", LineRole.Required),
                ("knock_out", LineRole.KnockOut),
                ("bonus", LineRole.Bonus),
                ("deduction", LineRole.Deduction)
            ),
            Points = map.Points("points") ?? Points.Zero,
            Lowest = map.Points("lowest"),
            MayNotApply = map.Choice<int>("may_not_apply", 0, ("no", 0), ("yes", 1)) == 1,
            AppliesTo = applies is null ? When.Always : RuleYaml.When(applies),
            Evidence = map.Choice<EvidenceAsk>("evidence", EvidenceAsk.None, ("none", EvidenceAsk.None), ("when_sampled", EvidenceAsk.WhenSampled), ("file", EvidenceAsk.File)),
            EvidenceText = map.Text("evidence_text"),
            Rule = rule,
            Variants = variants,
        };
        applies?.Close();
        map.Close();
        return line;
    }

    private static IReadOnlyList<Named> NamedList(YamlMap map, string key) =>
        [
            .. map.Maps(key)
                .Select(item =>
                {
                    var named = new Named(item.Required("id"), item.Required("title"));
                    item.Close();
                    return named;
                }),
        ];

    private static DateOnly DateRequired(YamlMap map, string key)
    {
        if (!map.Has(key))
            map.Required(key);
        return map.Date(key) ?? default;
    }

    private static Points PointsRequired(YamlMap map, string key)
    {
        if (!map.Has(key))
            map.Required(key);
        return map.Points(key) ?? Points.Zero;
    }
}
