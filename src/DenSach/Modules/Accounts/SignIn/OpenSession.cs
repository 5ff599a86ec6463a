using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.SignIn;

/// <summary>
/// Opens an account by password, by the second step, or by a demo card. A wrong name, a wrong password and a name nobody has get the same
/// sentence after the same work, hashing included; so does a name that is locked out.
/// </summary>
public sealed class OpenSession(AppDb db, UserManager<Account> users, IUserStore<Account> store, AccountDiary diary, WrongPasswords wrong, Clock clock, Installation installation)
{
    public static readonly Problem Wrong = Problem.Refused(
        "sign_in_wrong",
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy xem lại rồi thử lần nữa; sai 5 lần liền, tài khoản bị khoá 15 phút."
    );

    public static readonly Problem WrongCode = Problem.Refused(
        "code_wrong",
        "Mã xác thực chưa đúng hoặc đã dùng. Hãy đợi điện thoại hiện mã mới rồi nhập lại; sai 5 lần liền, tài khoản bị khoá 15 phút."
    );

    private static readonly Problem Closed = Problem.Refused("account_locked", "Tài khoản này đã bị người quản trị khoá. Hãy liên hệ người đã cấp tài khoản cho bạn.");

    private static readonly string Dummy = new AccountPasswords().HashPassword(null!, "no account has this");

    /// <summary>The account, whose second step is still to come if it has one: then it is not signed in yet.</summary>
    public async Task<Result<Account>> ByPasswordAsync(string? name, string? password, Func<string, Origin> from, CancellationToken cancellation)
    {
        var normalized = Normal(name);
        var origin = from(normalized);
        var seen = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normalized, cancellation);
        // Hashing takes its time outside any transaction, and also where there is nothing to compare with.
        var right =
            users.PasswordHasher.VerifyHashedPassword(seen!, seen?.PasswordHash ?? Dummy, password ?? "") != PasswordVerificationResult.Failed && seen?.PasswordHash is not null;
        var (closed, closes) = wrong.Judge(normalized, origin, right);
        if (seen is null || closed is not null)
        {
            var refused = closed is { } until ? LockedOut(until) : Wrong;
            var reason =
                closed is not null && !closes ? "refused:locked_out"
                : seen is null ? "refused:unknown"
                : "refused:password";
            await diary.WriteAsync(seen?.Id ?? Guid.Empty, closes ? "accounts.locked_out" : "accounts.sign_in", reason, cancellation);
            return refused;
        }
        return await diary.WriteAsync<Account>(
            seen.Id,
            account =>
            {
                if (account.IsLockedOut(clock.Now))
                {
                    return (LockedOut(account.LockoutEnd!.Value.UtcDateTime), "accounts.sign_in", "refused:locked_out");
                }
                if (!right || account.PasswordHash != seen.PasswordHash)
                {
                    return (Wrong, "accounts.sign_in", "refused:password");
                }
                if (account.LockedAt is not null)
                {
                    return (Closed, "accounts.sign_in", "refused:locked");
                }
                return account.TwoFactorEnabled ? (account, null, "") : Opened(account, SignInMeans.Password);
            },
            cancellation
        );
    }

    /// <summary>The second step: six digits of the phone, or one of the recovery codes.</summary>
    public async Task<Result<Account>> ByCodeAsync(Guid accountId, string stamp, string? typed, CancellationToken cancellation)
    {
        var code = (typed ?? "").Replace(" ", "", StringComparison.Ordinal);
        var isDigits = code.Length == 6 && code.All(char.IsAsciiDigit);
        return await diary.WriteAsync(
            accountId,
            async account =>
            {
                if (account.LockedAt is not null || account.SecurityStamp != stamp)
                {
                    return (SecondStepForm.Over, "accounts.sign_in", "refused:stale");
                }
                if (account.IsLockedOut(clock.Now))
                {
                    return (LockedOut(account.LockoutEnd!.Value.UtcDateTime), "accounts.sign_in", "refused:locked_out");
                }
                var right = isDigits
                    ? !account.HasUsed(code) && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
                    : await ((IUserTwoFactorRecoveryCodeStore<Account>)store).RedeemCodeAsync(account, code, cancellation);
                if (!right)
                {
                    return account.Failed(clock.Now)
                        ? (LockedOut(account.LockoutEnd!.Value.UtcDateTime), "accounts.locked_out", "code")
                        : (WrongCode, "accounts.sign_in", "refused:code");
                }
                if (isDigits)
                {
                    account.UseCode(code);
                }
                return Opened(account, isDigits ? SignInMeans.PasswordAndCode : SignInMeans.PasswordAndRecoveryCode);
            },
            cancellation
        );
    }

    /// <summary>One tap in a demo database: nobody there is real. An account that was given a second step still asks for it.</summary>
    public async Task<Result<Account>> ByDemoCardAsync(string? card, CancellationToken cancellation)
    {
        if (!installation.IsDemo)
        {
            return Problem.NotFound("Thẻ dùng thử chỉ có trong cơ sở dữ liệu dùng thử. Hãy đăng nhập bằng tên và mật khẩu.");
        }
        var known = DemoAccounts.Find(card);
        var id = known is null ? null : await db.Set<Account>().Where(a => a.UserName == known.Card).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellation);
        if (id is null)
        {
            return Problem.NotFound("Không có thẻ dùng thử này. Hãy mở lại trang đăng nhập và chọn một thẻ.");
        }
        return await diary.WriteAsync<Account>(
            id.Value,
            account =>
                account.LockedAt is not null ? (Closed, "accounts.sign_in", "refused:locked")
                : account.TwoFactorEnabled ? (account, null, "")
                : Opened(account, SignInMeans.DemoCard),
            cancellation
        );
    }

    private (Result<Account>, string?, string) Opened(Account account, SignInMeans means)
    {
        account.SignedIn();
        db.Add(SignInEntry.Of(account.Id, means, clock.Now));
        return (account, "accounts.sign_in", $"ok:{means}");
    }

    /// <summary>The name as it is compared.</summary>
    public string Normal(string? name) => users.NormalizeName((name ?? "").Trim()) ?? "";

    private static Problem LockedOut(DateTime until) =>
        Problem.Refused(
            "locked_out",
            $"Đã nhập sai nhiều lần liền nên tài khoản tạm khoá đến {Clock.ToVietNam(until):HH:mm}. Sau giờ đó hãy thử lại; nếu quên mật khẩu, xin phiếu cấp lại."
        );
}
