using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using DenSach.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria.TryOut;

/// <summary>
/// A set with all its lines, and a sheet to try it on: a school or a family is scored as it is typed, nothing is kept. Facts are typed by hand here
/// and the sheet says so ("nhập tay"); no round stands behind it.
/// </summary>
[SignedIn]
public sealed class TryOutPage(AppDb db, CriteriaShelf shelf) : AppPage
{
    public PublishedSet Published { get; private set; } = null!;
    public CriteriaSet Set { get; private set; } = null!;
    public string? Level { get; private set; }
    public IReadOnlyList<string> Groups { get; private set; } = [];

    /// <summary>Conditions of the area that are ticked: they change lines and thresholds.</summary>
    public IReadOnlyList<string> Areas { get; private set; } = [];
    public ScoringForm? Form { get; private set; }
    public ScoreSheet? Sheet { get; private set; }

    /// <summary>What does not fit, each with its place.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string? Answer(string line) => Request.Query[$"a.{line}"].ToString() is { Length: > 0 } code ? code : null;

    public bool Ticked(string line, string item) => Request.Query[$"a.{line}"].Contains(item);

    public string? Fact(string name) => Request.Query[$"f.{name}"].ToString() is { Length: > 0 } code ? code : null;

    /// <summary>The day a title is held since, typed beside its level.</summary>
    public string? Since(string name) => Request.Query[$"d.{name}"].ToString() is { Length: > 0 } day ? day : null;

    /// <summary>Whether a line asks for the bad thing itself, so that yes and no mean that it is there or not.</summary>
    public static bool AsksForFault(Line line) => line.Role is LineRole.KnockOut or LineRole.Deduction;

    public bool Shown(string line) => Request.Query.ContainsKey($"e.{line}");

    public async Task<IActionResult> OnGetAsync(string id, string version, CancellationToken cancellation)
    {
        if (await db.Set<PublishedSet>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Version == version, cancellation) is not { } published)
        {
            return Refuse(Problem.NotFound());
        }
        Published = published;
        Set = CriteriaYaml.Read(published.Yaml).Set!;
        if (!Set.IsUsable)
        {
            return Page();
        }
        // The very set whose lines the form holds: lines of another reading of the same text are not the same lines.
        var compiled = shelf.Get(published.Id, published.Hash);
        Set = compiled.Set;
        Level = Set.Levels.FirstOrDefault(l => l.Id == Request.Query["muc"])?.Id ?? Set.Levels.FirstOrDefault()?.Id;
        Groups = [.. Set.Groups.Where(g => Request.Query["nhom"].Contains(g.Id)).Select(g => g.Id).DefaultIfEmpty(Set.Groups.FirstOrDefault()?.Id ?? "").Where(g => g.Length > 0)];
        Areas = [.. Set.Areas.Where(a => Request.Query["vung"].Contains(a.Id)).Select(a => a.Id)];
        var subject = new Scoring.Subject
        {
            Level = Level,
            Groups = Groups,
            Areas = Areas,
            AsAt = AsAt,
        };
        if (subject.FaultFor(Set) is { } fault)
        {
            Faults = [fault];
            return Page();
        }
        Form = compiled.For(subject);
        Score();
        return Page();
    }

    /// <summary>What was typed for a fact; of a title the level and the day together.</summary>
    private string? CodeOf(FactDefinition definition)
    {
        var code = Fact(definition.Name);
        if (definition.Kind != FactKind.Title || code is null or "none")
        {
            return code;
        }
        return definition.Scale.Count == 0 ? Since(definition.Name) ?? "?" : $"{code}@{Since(definition.Name)}";
    }

    private void Score()
    {
        var faults = new List<string>();
        var facts = new List<KeyValuePair<string, Fact>>();
        foreach (var definition in Set.Facts)
        {
            var code = CodeOf(definition);
            if (definition.ReadValue(code) is not { } value)
            {
                faults.Add(definition.Kind == FactKind.Title ? $"{definition.Title}: hãy chọn ngày được công nhận." : $"{definition.Title}: “{code}” không hợp lệ.");
            }
            else if (!value.IsMissing)
            {
                facts.Add(new(definition.Name, new Fact(value, FactSource.ByHand)));
            }
        }
        var answers = new List<KeyValuePair<string, Answer>>();
        foreach (var line in Form!.Lines)
        {
            var code = line.Rule is Checklist ? string.Join('+', Request.Query[$"a.{line.Line.Id}"].Where(c => !string.IsNullOrEmpty(c))) : Answer(line.Line.Id);
            if (line.Line.ReadAnswer(code) is not { } answer)
            {
                faults.Add($"Chỉ tiêu {line.Line.Id}: “{code}” không hợp lệ.");
            }
            else if (answer.WithEvidence(Shown(line.Line.Id)) is var given && given != Scoring.Answer.None)
            {
                answers.Add(new(line.Line.Id, given));
            }
        }
        var (known, said) = (new Facts(facts), new Answers(answers));
        faults.AddRange(Form.Faults(known, said).Select(f => f.ToString()));
        Faults = faults;
        Sheet = faults.Count == 0 ? Form.Score(known, said) : null;
    }
}
