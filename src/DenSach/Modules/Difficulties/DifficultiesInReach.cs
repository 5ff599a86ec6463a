using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Difficulties;

/// <summary>Where a difficulty comes from and who may deal with it. What one may not see answers like what is not there.</summary>
public sealed class DifficultiesInReach(AppDb db, Gate gate, AreaTree tree, Clock clock)
{
    public const int LongestTitle = 300;
    public const int LongestText = 3000;

    /// <summary>The areas and organisations the actor speaks for, the nearest first.</summary>
    public IReadOnlyList<(int AreaId, Guid? OrganisationId)> SpeaksFor() =>
        [
            .. gate.ScopesOf(DifficultiesModule.Raise)
                .Where(g => tree.IsInForce(g.AreaId, clock.Today))
                .OrderByDescending(g => tree[g.AreaId].Kind)
                .Select(g => (g.AreaId, g.Scope == ScopeKind.Organisation ? g.SubjectId : null))
                .Distinct(),
        ];

    /// <summary>
    /// Who answers what comes from there: the commune for its hamlets and the agencies in it, the province for its communes. Null above the province.
    /// </summary>
    public Area? Above(int areaId, Guid? organisationId)
    {
        if (organisationId is not null)
        {
            return tree.CommuneOf(areaId, clock.Today);
        }
        return tree.PathTo(areaId, clock.Today).Reverse().Skip(1).FirstOrDefault(a => a.Kind is AreaKind.Commune or AreaKind.Province);
    }

    /// <summary>Those the actor told, and those of areas whose difficulties he answers.</summary>
    public async Task<IReadOnlyList<Difficulty>> AllAsync(CancellationToken cancellation)
    {
        var own = SpeaksFor();
        var areas = own.Select(o => o.AreaId).ToList();
        var answers = gate.ScopesOf(DifficultiesModule.Answer).Select(g => g.AreaId).Distinct().ToList();
        var inside = answers.SelectMany(area => tree.DescendantsOf(area, clock.Today).Where(a => a.Kind != AreaKind.Hamlet).Select(a => a.Id).Append(area)).Distinct().ToList();
        var found = await db.Set<Difficulty>()
            .AsNoTracking()
            .Include(d => d.Steps.OrderBy(s => s.Number))
            .Where(d => areas.Contains(d.AreaId) || inside.Contains(d.ToAreaId) || inside.Contains(d.AreaId))
            .ToListAsync(cancellation);
        return [.. found.Where(Sees).OrderBy(d => d.State).ThenByDescending(d => d.RaisedAt)];
    }

    public async Task<Difficulty?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var found = await db.Set<Difficulty>()
            .AsNoTracking()
            .Include(d => d.Steps.OrderBy(s => s.Number))
            .SingleOrDefaultAsync(d => d.RegisterId == register && d.Id == id, cancellation);
        return found is not null && Sees(found) ? found : null;
    }

    public bool IsOwn(Difficulty difficulty) =>
        difficulty.RaisedBy == gate.Actor.AccountId || SpeaksFor().Any(o => o.AreaId == difficulty.AreaId && o.OrganisationId == difficulty.OrganisationId);

    /// <summary>The grant by which the actor answers it now.</summary>
    public Grant? GrantToAnswer(Difficulty difficulty) =>
        difficulty.State == DifficultyState.Closed ? null : gate.ScopesOf(DifficultiesModule.Answer).FirstOrDefault(g => g.AreaId == difficulty.ToAreaId);

    /// <summary>Who told it, who is to answer it, and whoever answers in an area above.</summary>
    private bool Sees(Difficulty difficulty) =>
        IsOwn(difficulty) || gate.Allows(DifficultiesModule.Answer, difficulty.AreaId) || gate.Allows(DifficultiesModule.Answer, difficulty.ToAreaId);
}
