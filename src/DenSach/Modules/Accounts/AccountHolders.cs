using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>When a person is erased, their account is closed for good, its rights end, and it no longer names them. Its id stays, for the audit points at it.</summary>
internal sealed class AccountHolders : IHoldPersonalData
{
    public async Task EraseAsync(Guid personId, Work work, CancellationToken cancellation)
    {
        foreach (var account in await work.Db.Set<Account>().Where(a => a.PersonId == personId).ToListAsync(cancellation))
        {
            await AccountStore.TakeAccessAsync(work.Db, account, cancellation);
            account.Forget(await work.Db.Set<Grant>().Where(g => g.AccountId == account.Id).ToListAsync(cancellation), work.Now, work.Today);
            foreach (var slip in await work.Db.Set<AccessSlip>().Where(s => s.AccountId == account.Id && s.UsedAt == null && s.ReplacedAt == null).ToListAsync(cancellation))
            {
                slip.Replace(work.Now);
            }
            var register = AuditTrail.SystemRegisterOf(account.Id);
            await ForgetCommands.NamingAsync(work.Db, register, account.Id, cancellation);
            work.Tell(register, "accounts.erase", "ok", account.Id);
        }
    }
}
