using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Own;

/// <summary>A new password for one's own account. A wrong old one counts like a failed sign-in; a right one ends all other sessions.</summary>
public sealed class ChangePassword(AppDb db, IPasswordHasher<Account> hasher, AccountDiary diary, KnownAccounts known, Clock clock)
{
    private static readonly Problem WrongOld = Problem.Invalid("password_old", "Mật khẩu đang dùng chưa đúng. Mật khẩu chưa đổi; hãy nhập lại.", "OldPassword");

    public async Task<Result<Account>> RunAsync(Guid accountId, string? old, string? password, string? again, CancellationToken cancellation)
    {
        var seen = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == accountId, cancellation);
        if (PasswordRules.Check(password, again, seen.UserName!) is { } weak)
        {
            return weak;
        }
        var right = seen.PasswordHash is not null && hasher.VerifyHashedPassword(seen, seen.PasswordHash, old ?? "") != PasswordVerificationResult.Failed;
        var hash = hasher.HashPassword(seen, password!);
        var result = await diary.WriteAsync<Account>(
            accountId,
            account =>
            {
                if (account.IsLockedOut(clock.Now))
                {
                    return (WrongOld, "accounts.password", "refused:locked_out");
                }
                if (!right || account.PasswordHash != seen.PasswordHash)
                {
                    return account.Failed(clock.Now) ? (WrongOld, "accounts.locked_out", "password") : (WrongOld, "accounts.password", "refused:password");
                }
                account.TakePassword(hash);
                return (account, "accounts.password", "ok");
            },
            cancellation
        );
        known.Forget(accountId);
        return result;
    }

    /// <summary>Ends every session of the account, on all devices.</summary>
    public async Task<Result<Account>> EndSessionsAsync(Guid accountId, CancellationToken cancellation)
    {
        var result = await diary.WriteAsync<Account>(
            accountId,
            account =>
            {
                account.EndSessions();
                return (account, "accounts.sign_out", "everywhere");
            },
            cancellation
        );
        known.Forget(accountId);
        return result;
    }
}
