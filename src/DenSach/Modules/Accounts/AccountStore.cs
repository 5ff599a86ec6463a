using DenSach.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>Identity's store over our database. Recovery codes are kept as hashes only; Identity would keep them readable.</summary>
internal sealed class AccountStore(AppDb db, IdentityErrorDescriber errors) : UserOnlyStore<Account, AppDb, Guid>(db, errors)
{
    // The names under which Identity keeps the codes; it does not tell them.
    private const string Provider = "[AspNetUserStore]";
    private const string RecoveryCodes = "RecoveryCodes";

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => OneTimeCode.HashOf(code)!), cancellationToken);

    /// <summary>Takes the one code and leaves the others as they are. Identity's own way would come back to <see cref="ReplaceCodesAsync"/> and hash the hashes that are left.</summary>
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        if (OneTimeCode.HashOf(code) is not { } hash)
        {
            return false;
        }
        var left = (await GetTokenAsync(user, Provider, RecoveryCodes, cancellationToken) ?? "").Split(';').ToList();
        if (!left.Remove(hash))
        {
            return false;
        }
        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    /// <summary>Takes password, second step and all that belongs to it away: the secret of a phone that may be in other hands, and the recovery codes.</summary>
    public static async Task TakeAccessAsync(AppDb db, Account account, CancellationToken cancellation)
    {
        account.LoseAccess();
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == account.Id).ToListAsync(cancellation));
    }
}
