using DenSach.Modules.Areas;
using DenSach.Modules.Criteria;
using DenSach.Platform.Data;
using DenSach.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Rounds.List;

/// <param name="Set">How far its criteria may be relied on.</param>
public sealed record RoundLine(Round Round, string Commune, SetStatus Set);

/// <summary>The rounds within reach, the newest year first.</summary>
public sealed class RoundList(AppDb db, RoundsInReach reach, AreaTree tree)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<RoundLine>> AllAsync(CancellationToken cancellation)
    {
        var rounds = await reach.Query().OrderByDescending(r => r.Year).ThenByDescending(r => r.OpenedAt).Take(Most).ToListAsync(cancellation);
        var hashes = rounds.Select(r => r.SetHash).Distinct().ToList();
        var status = await db.Set<PublishedSet>().Where(s => hashes.Contains(s.Hash)).Select(s => new { s.Hash, s.Status }).ToListAsync(cancellation);
        return [.. rounds.Select(r => new RoundLine(r, tree.Find(r.AreaId)?.FullName ?? "", status.First(s => s.Hash == r.SetHash).Status))];
    }
}
