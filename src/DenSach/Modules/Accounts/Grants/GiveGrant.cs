using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Grants;

public sealed record GiveGrant(Guid AccountId, GrantWish Grant, Holder? Holder = null) : Command;

/// <summary>One more right for an account the actor sees.</summary>
public sealed class GivingGrant(CommandRunner runner, NewGrant newGrant, Homes homes, Authority authority, KnownAccounts known)
{
    public async Task<Result<Guid>> RunAsync(GiveGrant command, CancellationToken cancellation)
    {
        var result = await runner.Run(command, AuditTrail.SystemRegisterOf(command.AccountId), work => HandleAsync(command, work, cancellation), cancellation);
        known.Forget(command.AccountId);
        return result;
    }

    private async Task<Result<Guid>> HandleAsync(GiveGrant command, Work work, CancellationToken cancellation)
    {
        if (command.AccountId == work.Actor.AccountId)
        {
            return Authority.OwnAccount;
        }
        var held = await work.Db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == command.AccountId).ToListAsync(cancellation);
        if (!held.Any(g => authority.Sees(g.AreaId)))
        {
            return Problem.NotFound();
        }
        var account = await work.Db.Set<Account>().SingleAsync(a => a.Id == command.AccountId, cancellation);
        if (account.IsForgotten)
        {
            return Authority.Forgotten;
        }
        var made = await newGrant.MakeAsync(command.AccountId, command.Grant, cancellation);
        if (!made.Ok)
        {
            return made.Problem!;
        }
        var (grant, by) = made.Value;
        if (held.Any(g => g.Role == grant.Role && g.AreaId == grant.AreaId && g.SubjectId == grant.SubjectId && (g.To is null || g.To > grant.From)))
        {
            return Problem.Conflict("grant_held", "Tài khoản này đang giữ đúng vai đó ở đó. Nếu cần đổi thời hạn, hãy kết thúc quyền cũ trước.");
        }
        if (grant is { Scope: ScopeKind.Household, SubjectId: { } household })
        {
            var holder = await homes.CheckAsync(command.Holder, household, cancellation);
            if (!holder.Ok)
            {
                return holder.Problem!;
            }
            // A second household the account holds a slip of is its own by that right; where the holder lives stays said.
            if (account.HouseholdId is null || (account.HouseholdId == household && account.PersonId is null))
            {
                account.LivesIn(household, holder.Value!.PersonId);
            }
        }
        work.Db.Add(grant);
        work.Role = by;
        work.Tell(AuditTrail.SystemRegisterOf(command.AccountId), "accounts.grant", "ok", command.AccountId, grant.Id);
        return grant.Id;
    }
}
