using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria.Publish;

/// <summary>
/// Publishes what the product carries, at every start: so a new version of the product brings its new sets. What stands already is left alone and nothing is
/// written for it. A carried text that differs from the published one of its version is told to the log and never replaces it.
/// </summary>
public sealed class PublishContent(AppDb db, PublishSet publish, ILogger<PublishContent> log)
{
    public async Task RunAsync(string folder, CancellationToken cancellation)
    {
        var published = await db.Set<PublishedSet>()
            .AsNoTracking()
            .Select(s => new
            {
                s.Id,
                s.Version,
                s.Hash,
            })
            .ToListAsync(cancellation);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Where(f => !f.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var yaml = await File.ReadAllTextAsync(file, cancellation);
            var hash = CriteriaYaml.HashOf(yaml);
            if (published.Any(s => s.Hash == hash))
            {
                continue;
            }
            var reading = CriteriaYaml.Read(yaml);
            if (reading.Set is { } set && published.Any(s => s.Id == set.Id && s.Version == set.Version))
            {
                log.LogWarning("The criteria set {Id} {Version} of this program differs from the published one, which stays: {File}", set.Id, set.Version, Path.GetFileName(file));
                continue;
            }
            var result = await publish.Handle(new PublishSet.Command(yaml) { CommandId = Guid.CreateVersion7() }, cancellation);
            if (result.Problem is { } problem)
            {
                throw new InvalidOperationException($"{Path.GetFileName(file)}: {problem.Sentence}");
            }
        }
    }
}
