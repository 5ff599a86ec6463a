using System.Collections.Concurrent;
using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Criteria;

/// <summary>
/// The published sets, compiled once and kept: a published text never changes, so what is kept stays right. A set not kept yet is read on the
/// caller's own connection, for who asks inside a transaction holds one, and with all of them held nobody would get a second.
/// </summary>
public sealed class CriteriaShelf(AppDb db, CompiledSets kept)
{
    /// <summary>The set of an id whose text has this hash: the one an assessment was judged by.</summary>
    /// <exception cref="InvalidOperationException">No such text was published, or it does not hash to what is stored.</exception>
    public CompiledSet Get(string id, string hash) =>
        kept.ByHash.GetOrAdd(
            hash,
            _ =>
                Compile(
                    db.Set<PublishedSet>().AsNoTracking().FirstOrDefault(s => s.Id == id && s.Hash == hash)
                        ?? throw new InvalidOperationException($"The criteria set {id} with hash {hash} is not published here.")
                )
        );

    private static CompiledSet Compile(PublishedSet published)
    {
        var set = CriteriaYaml.Read(published.Yaml).Set;
        return set?.ContentHash == published.Hash
            ? set.Compile()
            : throw new InvalidOperationException($"The stored text of {published.Id} {published.Version} is not the one that was published.");
    }
}

/// <summary>What <see cref="CriteriaShelf"/> keeps for all requests.</summary>
public sealed class CompiledSets
{
    internal ConcurrentDictionary<string, CompiledSet> ByHash { get; } = new(StringComparer.Ordinal);
}
