using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.OwnSecondStep;

/// <summary>The account after the change, and recovery codes if new ones were made: shown once, kept as hashes.</summary>
public sealed record SecondStepSet(Account Account, IReadOnlyList<string> RecoveryCodes);

/// <summary>Switches the second step of one's own account on or off, each time against a code of the phone.</summary>
public sealed class SetSecondStep(AppDb db, UserManager<Account> users, IUserStore<Account> store, AccountDiary diary, KnownAccounts known, Clock clock)
{
    private const int RecoveryCodes = 10;

    private static readonly Problem Wrong = Problem.Invalid("code_wrong", "Mã chưa đúng hoặc đã dùng. Hãy xem giờ trên điện thoại có đúng không, đợi mã mới rồi nhập lại.", "Code");

    private IUserAuthenticatorKeyStore<Account> Keys => (IUserAuthenticatorKeyStore<Account>)store;

    /// <summary>The key to be put into the phone: made at the first look, the same until it is confirmed. Null once the step is on: it is never shown again.</summary>
    public async Task<string?> KeyAsync(Guid accountId, CancellationToken cancellation)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, cancellation);
        if (account.TwoFactorEnabled)
        {
            return null;
        }
        var key = await Keys.GetAuthenticatorKeyAsync(account, cancellation);
        if (key is null)
        {
            key = users.GenerateNewAuthenticatorKey();
            await Keys.SetAuthenticatorKeyAsync(account, key, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        return key;
    }

    public Task<Result<SecondStepSet>> TurnOnAsync(Guid accountId, string? code, CancellationToken cancellation) =>
        ChangeAsync(accountId, code, wasOn: false, on: true, "accounts.second_step_on", cancellation);

    /// <summary>New recovery codes in place of the old ones.</summary>
    public Task<Result<SecondStepSet>> RenewCodesAsync(Guid accountId, string? code, CancellationToken cancellation) =>
        ChangeAsync(accountId, code, wasOn: true, on: true, "accounts.recovery_codes", cancellation);

    public Task<Result<SecondStepSet>> TurnOffAsync(Guid accountId, string? code, CancellationToken cancellation) =>
        ChangeAsync(accountId, code, wasOn: true, on: false, "accounts.second_step_off", cancellation);

    private async Task<Result<SecondStepSet>> ChangeAsync(Guid accountId, string? typed, bool wasOn, bool on, string action, CancellationToken cancellation)
    {
        var code = (typed ?? "").Replace(" ", "", StringComparison.Ordinal);
        var result = await diary.WriteAsync<SecondStepSet>(
            accountId,
            async account =>
            {
                if (account.TwoFactorEnabled != wasOn)
                {
                    return (Problem.Stale, action, "refused:stale");
                }
                if (account.IsLockedOut(clock.Now) || account.HasUsed(code) || !await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
                {
                    return account.Failed(clock.Now) ? (Wrong, "accounts.locked_out", "code") : (Wrong, action, "refused:code");
                }
                account.SignedIn();
                var codes = on ? Enumerable.Range(0, RecoveryCodes).Select(_ => OneTimeCode.New()).ToList() : [];
                if (wasOn != on)
                {
                    account.TurnSecondStep(on);
                }
                await ((IUserTwoFactorRecoveryCodeStore<Account>)store).ReplaceCodesAsync(account, codes, cancellation);
                if (on)
                {
                    account.UseCode(code);
                }
                else
                {
                    // The next time begins with a new key: the old one may have been read from a phone that is gone.
                    await Keys.SetAuthenticatorKeyAsync(account, users.GenerateNewAuthenticatorKey(), cancellation);
                }
                return (new SecondStepSet(account, codes), action, "ok");
            },
            cancellation
        );
        known.Forget(accountId);
        return result;
    }
}
