using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Rounds;

/// <summary>The rounds the actor may see by today's tree: those of communes in his scope, and that of the commune his own hamlet lies in.</summary>
public sealed class RoundsInReach(AppDb db, Gate gate, AreaTree tree, Clock clock)
{
    public IQueryable<Round> Query()
    {
        var rounds = db.Set<Round>().AsNoTracking();
        if (gate.Actor.IsSystem)
        {
            return rounds;
        }
        var scopes = gate.ScopesOf(RoundPermissions.Read).Select(g => g.AreaId).Distinct().ToList();
        var communes = scopes.Select(area => tree.CommuneOf(area, clock.Today)?.Id).OfType<int>().Distinct().ToList();
        var wider = scopes.Where(area => tree.CommuneOf(area, clock.Today) is null).ToList();
        if (wider.Count == 0)
        {
            return rounds.Where(r => communes.Contains(r.AreaId));
        }
        var inside = wider.Select(area => db.Within(area, clock.Today).Select(p => p.AreaId)).Aggregate((one, other) => one.Concat(other));
        return rounds.Where(r => communes.Contains(r.AreaId) || inside.Contains(r.AreaId));
    }

    /// <summary>What one may not see answers like what is not there.</summary>
    public async Task<Result<Round>> FindAsync(Guid id, CancellationToken cancellation) =>
        RowId.RegisterOf(id) is { } register
        && await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == id, cancellation) is { } round
        && Reaches(round.AreaId)
            ? round
            : Problem.NotFound();

    /// <summary>The hamlets of the round's commune in which the actor may do something.</summary>
    public IReadOnlyList<Area> HamletsOf(Round round, string permission) =>
        [.. tree.DescendantsOf(round.AreaId, clock.Today).Where(a => a.Kind == AreaKind.Hamlet && gate.Allows(permission, a.Id))];

    private bool Reaches(int commune) =>
        gate.Allows(RoundPermissions.Read, commune) || gate.ScopesOf(RoundPermissions.Read).Any(g => tree.IsWithin(g.AreaId, commune, clock.Today));
}
