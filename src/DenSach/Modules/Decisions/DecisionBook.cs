using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Decisions;

/// <summary>A decision in a list.</summary>
public sealed record DecisionRow(Decision Decision, int Families);

/// <summary>A decision with all a page or paper needs of it.</summary>
public sealed record OpenDecision(Decision Decision, Round Round, Plan? Plan, IReadOnlyList<DecisionLine> Lines);

/// <summary>Reads decisions for who may see them: officers of the commune, hamlet heads those of their commune.</summary>
public sealed class DecisionBook(AppDb db, Gate gate, AreaTree tree, Clock clock)
{
    public Task<IReadOnlyList<DecisionRow>> AllAsync(CancellationToken cancellation) => RowsAsync(db.Set<Decision>(), cancellation);

    /// <summary>Those that somebody still has to do something with.</summary>
    public Task<IReadOnlyList<DecisionRow>> OnTheWayAsync(CancellationToken cancellation) =>
        RowsAsync(db.Set<Decision>().Where(d => d.Status != DecisionStatus.InForce && d.Status != DecisionStatus.Withdrawn), cancellation);

    private async Task<IReadOnlyList<DecisionRow>> RowsAsync(IQueryable<Decision> decisions, CancellationToken cancellation)
    {
        var communes = Communes().ToList();
        var rows = await decisions
            .AsNoTracking()
            .Where(d => communes.Contains(d.AreaId))
            .Select(d => new DecisionRow(d, db.Set<DecisionLine>().Count(l => l.RegisterId == d.RegisterId && l.DecisionId == d.Id)))
            .ToListAsync(cancellation);
        return [.. rows.OrderByDescending(r => r.Decision.Year).ThenBy(r => r.Decision.Status).ThenByDescending(r => r.Decision.DraftedAt)];
    }

    public async Task<OpenDecision?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var register = RowId.RegisterOf(id);
        var decision = await db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.RegisterId == register && d.Id == id, cancellation);
        if (decision is null || !MayRead(decision))
        {
            return null;
        }
        var round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.RegisterId == decision.RegisterId && r.Id == decision.RoundId, cancellation);
        var lines = await db.Set<DecisionLine>().AsNoTracking().Where(l => l.RegisterId == register && l.DecisionId == id).OrderBy(l => l.Place).ToListAsync(cancellation);
        var plan = round.PlanId is null
            ? null
            : await db.Set<Plan>().AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(p => p.RegisterId == round.PlanRegisterId && p.Id == round.PlanId, cancellation);
        return new OpenDecision(decision, round, plan, lines);
    }

    /// <summary>What was done with it, in order.</summary>
    public async Task<IReadOnlyList<DecisionStep>> StepsAsync(Decision decision, CancellationToken cancellation) =>
        await db.Set<DecisionStep>()
            .AsNoTracking()
            .Where(s => s.RegisterId == decision.RegisterId && s.DecisionId == decision.Id)
            .OrderBy(s => s.At)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellation);

    /// <summary>What the decision brought, by assessment.</summary>
    public async Task<IReadOnlyDictionary<Guid, Recognition>> RecognitionsAsync(Decision decision, CancellationToken cancellation) =>
        await db.Set<Recognition>()
            .AsNoTracking()
            .Where(r => r.DecisionRegisterId == decision.RegisterId && r.DecisionId == decision.Id)
            .ToDictionaryAsync(r => r.AssessmentId, cancellation);

    /// <summary>A decision of a commune is read by who holds an area that is, or is in, or is around it.</summary>
    private bool MayRead(Decision decision) => gate.Allows(DecisionPermissions.Read, decision.AreaId) || Communes().Contains(decision.AreaId);

    private IEnumerable<int> Communes() =>
        gate.ScopesOf(DecisionPermissions.Read)
            .SelectMany(g =>
                tree.CommuneOf(g.AreaId, clock.Today) is { } commune
                    ? [commune.Id]
                    : tree.DescendantsOf(g.AreaId, clock.Today).Where(a => a.Kind == AreaKind.Commune).Select(a => a.Id)
            )
            .Distinct();
}
