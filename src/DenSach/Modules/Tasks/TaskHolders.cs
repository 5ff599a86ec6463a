using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Tasks;

/// <summary>Whether what was given reaches anybody: an organisation without an account, or a role that nobody holds here, does not see it.</summary>
public sealed class TaskHolders(AppDb db, TasksInReach reach, AreaTree tree, Clock clock)
{
    /// <summary>Of these tasks, those that a person gave to somebody who cannot sign in: plan and place.</summary>
    public async Task<IReadOnlySet<(Guid PlanId, int Place)>> UnreachedAsync(IReadOnlyCollection<TaskCase> cases, CancellationToken cancellation)
    {
        var toSeats = cases.Where(c => c.Followed?.OrganisationId is not null).ToList();
        var toRoles = cases.Where(c => c.Followed is { OrganisationId: null, OwnerRole: not null }).ToList();
        var held = await HeldSeatsAsync([.. toSeats.Select(c => c.Followed!.OrganisationId!.Value).Distinct()], cancellation);
        var grants = await GrantsAsync(toRoles, cancellation);
        return toSeats
            .Where(c => !held.Contains(c.Followed!.OrganisationId!.Value))
            .Concat(toRoles.Where(c => !grants.Any(g => g.Role == c.Followed!.OwnerRole && reach.Reaches(g, c.Plan))))
            .Select(c => (c.Plan.Id, c.Task.Place))
            .ToHashSet();
    }

    /// <summary>Of these organisations, those for which somebody can sign in.</summary>
    public async Task<IReadOnlyList<Guid>> HeldSeatsAsync(List<Guid> seats, CancellationToken cancellation) =>
        seats.Count == 0
            ? []
            : await Open()
                .Where(g => g.SubjectId != null && seats.Contains(g.SubjectId.Value) && g.Scope == ScopeKind.Organisation)
                .Select(g => g.SubjectId!.Value)
                .ToListAsync(cancellation);

    private async Task<IReadOnlyList<Grant>> GrantsAsync(List<TaskCase> toRoles, CancellationToken cancellation)
    {
        if (toRoles.Count == 0)
        {
            return [];
        }
        var today = clock.Today;
        var roles = toRoles.Select(c => c.Followed!.OwnerRole!.Value).Distinct().ToList();
        var heirs = toRoles.Select(c => c.Plan.AreaId).Distinct().SelectMany(area => tree.HeirsOf(area, today)).DistinctBy(a => a.Id).ToList();
        var above = heirs.SelectMany(a => tree.PathTo(a.Id, today)).Select(a => a.Id).Distinct().ToList();
        var communes = heirs.Select(a => tree.CommuneOf(a.Id, today)?.Id).OfType<int>().Distinct().ToList();
        var among = Open().Where(g => roles.Contains(g.Role));
        if (communes.Count == 0)
        {
            return await among.Where(g => above.Contains(g.AreaId)).ToListAsync(cancellation);
        }
        var inside = communes.Select(area => db.Within(area, today).Select(p => p.AreaId)).Aggregate((one, other) => one.Union(other));
        return await among.Where(g => above.Contains(g.AreaId) || inside.Contains(g.AreaId)).ToListAsync(cancellation);
    }

    /// <summary>Grants that hold today, of accounts that are not closed.</summary>
    private IQueryable<Grant> Open()
    {
        var today = clock.Today;
        return db.Set<Grant>()
            .AsNoTracking()
            .Where(g => g.From <= today && (g.To == null || g.To > today) && db.Set<Account>().Any(a => a.Id == g.AccountId && a.LockedAt == null));
    }
}
