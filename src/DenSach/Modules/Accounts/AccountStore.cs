using DenSach.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>Identity's store over our database. Recovery codes are kept as hashes only; Identity would keep them readable.</summary>
internal sealed class AccountStore(AppDb db, IdentityErrorDescriber errors) : UserOnlyStore<Account, AppDb, Guid>(db, errors)
{
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => OneTimeCode.HashOf(code)!), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        OneTimeCode.HashOf(code) is { } hash ? base.RedeemCodeAsync(user, hash, cancellationToken) : Task.FromResult(false);
}
