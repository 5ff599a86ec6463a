using DenSach.Platform.Access;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DenSach.Modules.Accounts;

/// <summary>What every request asks of an account: whether its sessions hold and what it was granted.</summary>
public sealed record KnownAccount(
    Guid Id,
    string Name,
    string Stamp,
    bool Locked,
    bool HasSecondStep,
    Guid? HouseholdId,
    Guid? PersonId,
    EndedSessions Ended,
    IReadOnlyList<Grant> Grants
)
{
    public Actor Acting(IReadOnlyList<Grant> grants) => new(Id, Name, grants, HouseholdId, PersonId);
}

/// <summary>
/// The accounts seen in the last moments. Kept for three seconds only: a right taken away on another node is gone by then, on this one at once.
/// </summary>
public sealed class KnownAccounts(IMemoryCache cache)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(3);

    public async Task<KnownAccount?> FindAsync(AppDb db, Guid accountId, string stamp, CancellationToken cancellation)
    {
        if (cache.TryGetValue(Key(accountId), out KnownAccount? known) && known!.Stamp == stamp)
        {
            return known;
        }
        known = await ReadAsync(db, accountId, cancellation);
        if (known is not null)
        {
            cache.Set(Key(accountId), known, Keep);
        }
        return known;
    }

    /// <summary>What the account may do today where nobody signed in, as for a feed it made; null if it is closed.</summary>
    public async Task<Actor?> ActorAsync(AppDb db, Guid accountId, DateOnly today, CancellationToken cancellation) =>
        await ReadAsync(db, accountId, cancellation) is { Locked: false } account ? account.Acting([.. account.Grants.Where(g => g.HoldsOn(today))]) : null;

    private static Task<KnownAccount?> ReadAsync(AppDb db, Guid accountId, CancellationToken cancellation) =>
        db.Set<Account>()
            .AsNoTracking()
            .Where(a => a.Id == accountId)
            .Select(a => new KnownAccount(
                a.Id,
                a.DisplayName,
                a.SecurityStamp!,
                a.LockedAt != null,
                a.TwoFactorEnabled,
                a.HouseholdId,
                a.PersonId,
                new EndedSessions(a.EndedSessions),
                db.Set<Grant>().Where(g => g.AccountId == a.Id).ToList()
            ))
            .SingleOrDefaultAsync(cancellation);

    /// <summary>Reads the account anew at its next request: after anything about it changed.</summary>
    public void Forget(Guid accountId) => cache.Remove(Key(accountId));

    private static (Type, Guid) Key(Guid accountId) => (typeof(KnownAccount), accountId);
}
