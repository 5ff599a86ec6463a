using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Holding;

/// <param name="Holder">Null where what was known turned out wrong.</param>
public sealed record NameHolder(Guid AccountId, Holder? Holder) : Command;

/// <summary>Says where the holder of an account lives, or says it anew. From then on nothing done in an office reaches that family.</summary>
public sealed class NamingHolder(CommandRunner runner, Homes homes, Authority authority, KnownAccounts known)
{
    public async Task<Result<bool>> RunAsync(NameHolder command, CancellationToken cancellation)
    {
        var result = await runner.Run(command, AuditTrail.SystemRegisterOf(command.AccountId), work => HandleAsync(command, work, cancellation), cancellation);
        known.Forget(command.AccountId);
        return result;
    }

    private async Task<Result<bool>> HandleAsync(NameHolder command, Work work, CancellationToken cancellation)
    {
        var account = await work.Db.Set<Account>().SingleOrDefaultAsync(a => a.Id == command.AccountId, cancellation);
        var grants = await work.Db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == command.AccountId).ToListAsync(cancellation);
        if (account is null || !grants.Any(g => authority.Sees(g.AreaId)))
        {
            return Problem.NotFound();
        }
        if (account.IsForgotten)
        {
            return Authority.Forgotten;
        }
        var over = authority.Over(account.Id, grants);
        if (!over.Ok)
        {
            return over.Problem!;
        }
        var checked_ = await homes.CheckAsync(command.Holder, null, cancellation);
        if (!checked_.Ok)
        {
            return checked_.Problem!;
        }
        account.LivesIn(checked_.Value?.HouseholdId, checked_.Value?.PersonId);
        work.Role = over.Value;
        work.Tell(AuditTrail.SystemRegisterOf(account.Id), "accounts.holder", "ok", account.Id);
        return true;
    }
}
