using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Locking;

/// <param name="Locked">True closes the account and ends its sessions; false opens it, and the lock-out after wrong passwords too.</param>
public sealed record LockAccount(Guid AccountId, bool Locked) : Command;

public sealed class LockingAccount(CommandRunner runner, Authority authority, WrongPasswords wrong, KnownAccounts known)
{
    public async Task<Result<bool>> RunAsync(LockAccount command, CancellationToken cancellation)
    {
        var result = await runner.Run(command, AuditTrail.SystemRegisterOf(command.AccountId), work => HandleAsync(command, work, cancellation), cancellation);
        known.Forget(command.AccountId);
        return result;
    }

    private async Task<Result<bool>> HandleAsync(LockAccount command, Work work, CancellationToken cancellation)
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
        if (command.Locked)
        {
            account.Lock(work.Now);
        }
        else
        {
            account.Unlock();
            wrong.Forgive(account.NormalizedUserName!);
        }
        work.Role = over.Value;
        work.Tell(AuditTrail.SystemRegisterOf(account.Id), command.Locked ? "accounts.lock" : "accounts.unlock", "ok", account.Id);
        return command.Locked;
    }
}
