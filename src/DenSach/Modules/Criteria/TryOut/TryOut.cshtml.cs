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
    public ScoringForm? Form { get; private set; }
    public ScoreSheet? Sheet { get; private set; }

    /// <summary>What does not fit, each with its place.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string? Answer(string line) => Request.Query[$"a.{line}"].ToString() is { Length: > 0 } code ? code : null;

    public bool Ticked(string line, string item) => Request.Query[$"a.{line}"].Contains(item);

    public string? Fact(string name) => Request.Query[$"f.{name}"].ToString() is { Length: > 0 } code ? code : null;

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
        Level = Set.Levels.FirstOrDefault(l => l.Id == Request.Query["muc"])?.Id ?? Set.Levels.FirstOrDefault()?.Id;
        Groups = [.. Set.Groups.Where(g => Request.Query["nhom"].Contains(g.Id)).Select(g => g.Id).DefaultIfEmpty(Set.Groups.FirstOrDefault()?.Id ?? "").Where(g => g.Length > 0)];
        var subject = new Scoring.Subject
        {
            Level = Level,
            Groups = Groups,
            AsAt = AsAt,
        };
        if (subject.FaultFor(Set) is { } fault)
        {
            Faults = [fault];
            return Page();
        }
        Form = shelf.Get(published.Id, published.Hash).For(subject);
        Score();
        return Page();
    }

    private void Score()
    {
        var faults = new List<string>();
        var facts = new List<KeyValuePair<string, Fact>>();
        foreach (var definition in Set.Facts)
        {
            if (definition.ReadValue(Fact(definition.Name)) is not { } value)
            {
                faults.Add($"{definition.Title}: “{Fact(definition.Name)}” không hợp lệ.");
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
