using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Difficulties;

/// <summary>Where a difficulty comes from and who may deal with it. What one may not see answers like what is not there.</summary>
public sealed class DifficultiesInReach(AppDb db, Gate gate, AreaTree tree, IPlaceAreas places, Clock clock)
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

    /// <summary>Those not settled that the actor answers, told, or passed up: what a queue speaks of. Costs what is open, not what was ever told.</summary>
    public async Task<IReadOnlyList<Difficulty>> LiveAsync(CancellationToken cancellation)
    {
        var me = gate.Actor.AccountId;
        var own = WithFormer(SpeaksFor().Select(o => o.AreaId));
        var answers = WithFormer(gate.ScopesOf(DifficultiesModule.Answer).Select(g => g.AreaId));
        var live = await db.Set<Difficulty>()
            .AsNoTracking()
            .Include(d => d.Steps.OrderBy(s => s.Number))
            .Where(d =>
                d.State != DifficultyState.Closed
                && (
                    d.RaisedBy == me
                    || own.Contains(d.AreaId)
                    || answers.Contains(d.ToAreaId)
                    || d.State == DifficultyState.Answered && d.Steps.Any(s => s.Number == 1 && answers.Contains(s.ToAreaId))
                )
            )
            .ToListAsync(cancellation);
        return [.. live.Where(Sees).OrderBy(d => d.LastAt)];
    }

    /// <summary>All that the actor may see, and nothing else: narrowed, counted and cut by the database.</summary>
    public IQueryable<Difficulty> Query()
    {
        var today = clock.Today;
        var me = gate.Actor.AccountId;
        var speaks = gate.ScopesOf(DifficultiesModule.Raise).ToList();
        var own = Kept(speaks.Where(g => g.Scope != ScopeKind.Organisation));
        var seats = speaks.Where(g => g.Scope == ScopeKind.Organisation).Select(g => g.SubjectId).OfType<Guid>().ToList();
        var answers = gate.ScopesOf(DifficultiesModule.Answer).Select(g => g.AreaId).Distinct().ToList();
        var all = db.Set<Difficulty>().AsNoTracking();
        if (answers.Count == 0)
        {
            return all.Where(d => d.RaisedBy == me || d.OrganisationId == null && own.Contains(d.AreaId) || d.OrganisationId != null && seats.Contains(d.OrganisationId.Value));
        }
        var former = tree.FormerIn(answers, today);
        var inside = answers.Select(area => db.Within(area, today).Select(p => p.AreaId)).Aggregate((one, other) => one.Union(other));
        return all.Where(d =>
            d.RaisedBy == me
            || d.OrganisationId == null && own.Contains(d.AreaId)
            || d.OrganisationId != null && seats.Contains(d.OrganisationId.Value)
            || inside.Contains(d.AreaId)
            || inside.Contains(d.ToAreaId)
            || former.Contains(d.AreaId)
            || former.Contains(d.ToAreaId)
        );
    }

    /// <summary>The areas for which the actor answers now: the very ones, and units that they took over.</summary>
    public IReadOnlyList<int> AnsweredFor() => Kept(gate.ScopesOf(DifficultiesModule.Answer));

    /// <summary>These with their steps, in this order.</summary>
    public async Task<IReadOnlyList<Difficulty>> WithStepsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var registers = ids.Select(RowId.RegisterOf).OfType<int>().Distinct().ToList();
        var found = await db.Set<Difficulty>()
            .AsNoTracking()
            .Include(d => d.Steps.OrderBy(s => s.Number))
            .Where(d => registers.Contains(d.RegisterId) && ids.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, cancellation);
        return [.. ids.Select(id => found[id])];
    }

    /// <summary>In whose name something is said: the account, and the office that the grant gives.</summary>
    public Spoken SpokenBy(Work work, Grant? grant) => new(work.Now, work.Actor.AccountId, work.Actor.Name, grant is null ? null : places.OfficeOf(grant));

    public async Task<Difficulty?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var found = await db.Set<Difficulty>()
            .AsNoTracking()
            .Include(d => d.Steps.OrderBy(s => s.Number))
            .SingleOrDefaultAsync(d => d.RegisterId == register && d.Id == id, cancellation);
        return found is not null && Sees(found) ? found : null;
    }

    public bool IsOwn(Difficulty difficulty) => difficulty.RaisedBy == gate.Actor.AccountId || GrantToSpeak(difficulty) is not null;

    /// <summary>The grant by which the actor speaks for where it was met.</summary>
    public Grant? GrantToSpeak(Difficulty difficulty) =>
        gate.ScopesOf(DifficultiesModule.Raise)
            .FirstOrDefault(g =>
                g.Scope == ScopeKind.Organisation ? g.SubjectId == difficulty.OrganisationId : difficulty.OrganisationId is null && IsHeir(g.AreaId, difficulty.AreaId)
            );

    /// <summary>The grant by which the actor answers it now.</summary>
    public Grant? GrantToAnswer(Difficulty difficulty) =>
        difficulty.State == DifficultyState.Closed ? null : gate.ScopesOf(DifficultiesModule.Answer).FirstOrDefault(g => IsHeir(g.AreaId, difficulty.ToAreaId));

    /// <summary>It came to the actor's level, which passed it up.</summary>
    public bool PassedUp(Difficulty difficulty) => GrantThatPassedUp(difficulty) is not null;

    /// <summary>The grant by which the actor speaks for the level that passed it up.</summary>
    public Grant? GrantThatPassedUp(Difficulty difficulty) =>
        gate.ScopesOf(DifficultiesModule.Answer).FirstOrDefault(g => !IsHeir(g.AreaId, difficulty.ToAreaId) && difficulty.Steps.Any(s => IsHeir(g.AreaId, s.ToAreaId)));

    /// <summary>It was answered above, and the actor's level, which passed it up, has not said that the answer was read.</summary>
    public bool IsToHeed(Difficulty difficulty) => difficulty.IsUnheeded && PassedUp(difficulty);

    /// <summary>The areas of these grants, and those that are no more and fell to the very area.</summary>
    private IReadOnlyList<int> Kept(IEnumerable<Grant> grants)
    {
        var areas = grants.Select(g => g.AreaId).Distinct().ToList();
        return [.. areas, .. tree.FormerIn(areas, clock.Today).Where(id => areas.Any(area => IsHeir(area, id)))];
    }

    /// <summary>Who told it, who is to answer it, and whoever answers in an area above. What came from a unit that is no more is seen by whoever took it over.</summary>
    private bool Sees(Difficulty difficulty) => IsOwn(difficulty) || Answers(difficulty.AreaId) || Answers(difficulty.ToAreaId);

    private bool Answers(int areaId) => tree.HeirsOf(areaId, clock.Today).Any(heir => gate.Allows(DifficultiesModule.Answer, heir.Id));

    private bool IsHeir(int areaId, int of) => tree.HeirsOf(of, clock.Today).Any(heir => heir.Id == areaId);

    private List<int> WithFormer(IEnumerable<int> areas)
    {
        var own = areas.Distinct().ToList();
        return [.. own, .. tree.FormerIn(own, clock.Today)];
    }
}
