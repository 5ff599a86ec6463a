using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Reset;

public sealed record ResetAccess(Guid AccountId) : Command;

/// <summary>For a forgotten password or a lost phone: both are taken away at once, sessions end, and a slip lets the holder set them anew.</summary>
public sealed class ResettingAccess(CommandRunner runner, Authority authority, KnownAccounts known)
{
    public async Task<Result<PrintedSlip>> RunAsync(ResetAccess command, CancellationToken cancellation)
    {
        var slip = NewSlip.Make();
        var given = await runner.Run(command, AuditTrail.SystemRegisterOf(command.AccountId), work => HandleAsync(command, slip, work, cancellation), cancellation);
        known.Forget(command.AccountId);
        return given.Problem is { } problem ? problem : slip.Print(given.Value);
    }

    private async Task<Result<GivenSlip>> HandleAsync(ResetAccess command, NewSlip slip, Work work, CancellationToken cancellation)
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
        await AccountStore.TakeAccessAsync(work.Db, account, cancellation);
        var given = await slip.GiveAsync(work.Db, account, work.Now, cancellation);
        work.Role = over.Value;
        work.Tell(AuditTrail.SystemRegisterOf(account.Id), "accounts.reset", "ok", account.Id, slip.Id);
        return given;
    }
}
