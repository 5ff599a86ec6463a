using System.Collections.Concurrent;
using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria;

/// <summary>The published sets, compiled once and kept: a published text never changes, so what is kept stays right.</summary>
public sealed class CriteriaShelf(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, CompiledSet> byHash = new(StringComparer.Ordinal);

    /// <summary>The set of an id whose text has this hash: the one an assessment was judged by.</summary>
    /// <exception cref="InvalidOperationException">No such text was published, or it does not hash to what is stored.</exception>
    public CompiledSet Get(string id, string hash) =>
        byHash.GetOrAdd(
            hash,
            _ =>
            {
                using var scope = scopes.CreateScope();
                var published =
                    scope.ServiceProvider.GetRequiredService<AppDb>().Set<PublishedSet>().AsNoTracking().FirstOrDefault(s => s.Id == id && s.Hash == hash)
                    ?? throw new InvalidOperationException($"The criteria set {id} with hash {hash} is not published here.");
                return Compile(published);
            }
        );

    private static CompiledSet Compile(PublishedSet published)
    {
        var set = CriteriaYaml.Read(published.Yaml).Set;
        return set?.ContentHash == published.Hash
            ? set.Compile()
            : throw new InvalidOperationException($"The stored text of {published.Id} {published.Version} is not the one that was published.");
    }
}
