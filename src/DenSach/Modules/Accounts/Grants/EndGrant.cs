using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Grants;

public sealed record EndGrant(Guid AccountId, Guid GrantId) : Command;

/// <summary>Takes a right away from today on. What was done by it stays done.</summary>
public sealed class EndingGrant(CommandRunner runner, Authority authority, KnownAccounts known)
{
    public async Task<Result<Guid>> RunAsync(EndGrant command, CancellationToken cancellation)
    {
        var result = await runner.Run(command, AuditTrail.SystemRegisterOf(command.AccountId), work => HandleAsync(command, work, cancellation), cancellation);
        known.Forget(command.AccountId);
        return result;
    }

    private async Task<Result<Guid>> HandleAsync(EndGrant command, Work work, CancellationToken cancellation)
    {
        var grant = await work.Db.Set<Grant>().SingleOrDefaultAsync(g => g.Id == command.GrantId && g.AccountId == command.AccountId, cancellation);
        if (grant is null || !authority.Sees(grant.AreaId))
        {
            return Problem.NotFound();
        }
        if (command.AccountId == work.Actor.AccountId)
        {
            return Authority.OwnAccount;
        }
        if (authority.ToGive(grant.Role, grant.AreaId) is not { } by)
        {
            return Problem.Forbidden("Bạn không được cấp vai này nên cũng không kết thúc được. Hãy nhờ người quản trị cấp trên.");
        }
        if (grant.To <= work.Today)
        {
            return Problem.Conflict("grant_over", "Quyền này đã kết thúc rồi. Hãy mở lại trang để xem.");
        }
        grant.EndOn(work.Today);
        work.Role = by.Role;
        work.Tell(AuditTrail.SystemRegisterOf(command.AccountId), "accounts.grant_end", "ok", command.AccountId, grant.Id);
        return grant.Id;
    }
}
