using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria.Publish;

/// <param name="Rule">The rule in words, with its bounds; empty where the set cannot score yet.</param>
public sealed record PreviewLine(Line Line, string Rule);

/// <summary>What publishing a text would do: the set it is, or every fault with its line; what stands already under its name.</summary>
public sealed record CheckedSet(CriteriaSet? Set, IReadOnlyList<Fault> Faults, IReadOnlyList<PublishedSet> Before, IReadOnlyDictionary<string, string> Rules)
{
    /// <summary>The same id and version stands with another text: only a higher version can be published.</summary>
    public bool IsTaken => Set is not null && Before.Any(s => s.Version == Set.Version && s.Hash != Set.ContentHash);

    /// <summary>The very text stands already: publishing it again changes nothing.</summary>
    public bool IsThere => Set is not null && Before.Any(s => s.Version == Set.Version && s.Hash == Set.ContentHash);

    public string RuleOf(Line line) => Rules.GetValueOrDefault(line.Id, "");
}

/// <summary>Reads a text as it would be published, and publishes nothing.</summary>
public sealed class CheckSet(AppDb db, MayPublish may, Clock clock)
{
    public async Task<Result<CheckedSet>> LookAsync(string yaml, CancellationToken cancellation)
    {
        if (!may.Holds)
        {
            return Problem.Forbidden();
        }
        var reading = CriteriaYaml.Read(yaml);
        if (reading.Set is not { } set)
        {
            return new CheckedSet(null, reading.Faults, [], new Dictionary<string, string>());
        }
        var before = await db.Set<PublishedSet>().AsNoTracking().Where(s => s.Id == set.Id).OrderBy(s => s.PublishedAt).ToListAsync(cancellation);
        return new CheckedSet(set, [], before, RulesOf(set, clock.Today));
    }

    /// <summary>The rules in words: of every line by the first level and group on whose form it stands.</summary>
    private static Dictionary<string, string> RulesOf(CriteriaSet set, DateOnly today)
    {
        var rules = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!set.IsUsable)
        {
            return rules;
        }
        var compiled = set.Compile();
        foreach (var level in set.Levels.Select(l => (string?)l.Id).DefaultIfEmpty(null))
        {
            foreach (var group in set.Groups.Select(g => (string?)g.Id).DefaultIfEmpty(null))
            {
                var subject = new Scoring.Subject
                {
                    Level = level,
                    Groups = group is null ? [] : [group],
                    AsAt = today,
                };
                foreach (var line in compiled.For(subject).Score(Facts.None, Answers.None).Sections.SelectMany(s => s.Lines))
                {
                    rules.TryAdd(line.Line.Id, line.RuleText);
                }
            }
        }
        return rules;
    }
}
