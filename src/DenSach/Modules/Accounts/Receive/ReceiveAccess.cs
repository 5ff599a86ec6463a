using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Receive;

/// <summary>The holder of a printed slip chooses a password. Works once: of two at the same time one is told that the slip is used.</summary>
public sealed class ReceiveAccess(AppDb db, IPasswordHasher<Account> hasher, AccountDiary diary, KnownAccounts known, Clock clock)
{
    private static readonly Problem Unknown = Problem.Invalid(
        "slip_unknown",
        "Không có phiếu nào mang mã này. Hãy xem lại từng ký tự trên phiếu (mã gồm 12 chữ và số), rồi nhập lại.",
        "Code"
    );

    /// <summary>Whose slip it is, before a password is asked. A code that opens nothing is told to the audit: somebody may be trying.</summary>
    public async Task<Result<Account>> OpenAsync(string? code, CancellationToken cancellation)
    {
        var seen = await LookAsync(code, cancellation);
        if (seen.Problem is { } problem)
        {
            await diary.WriteAsync(Guid.Empty, "accounts.receive", $"refused:{problem.Code}", cancellation);
        }
        return seen;
    }

    public async Task<Result<Account>> LookAsync(string? code, CancellationToken cancellation)
    {
        var hash = OneTimeCode.HashOf(code);
        var slip = await db.Set<AccessSlip>().AsNoTracking().SingleOrDefaultAsync(s => s.CodeHash == hash, cancellation);
        if (slip is null)
        {
            return Unknown;
        }
        return Closed(slip) is { } problem ? problem : await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == slip.AccountId, cancellation);
    }

    public async Task<Result<Account>> RunAsync(string? code, string? password, string? again, CancellationToken cancellation)
    {
        var seen = await OpenAsync(code, cancellation);
        if (seen.Problem is { } problem)
        {
            return problem;
        }
        if (PasswordRules.Check(password, again, seen.Value.UserName!) is { } weak)
        {
            return weak;
        }
        var passwordHash = hasher.HashPassword(seen.Value, password!);
        var codeHash = OneTimeCode.HashOf(code);
        var result = await diary.WriteAsync<Account>(
            seen.Value.Id,
            async account =>
            {
                var slip = await db.Set<AccessSlip>().SingleAsync(s => s.CodeHash == codeHash, cancellation);
                if (Closed(slip) is { } closed)
                {
                    return (closed, "accounts.receive", $"refused:{closed.Code}");
                }
                slip.Use(clock.Now);
                account.TakePassword(passwordHash);
                return (account, "accounts.receive", "ok");
            },
            cancellation
        );
        known.Forget(seen.Value.Id);
        return result;
    }

    private Problem? Closed(AccessSlip slip) =>
        slip.StateAt(clock.Now) switch
        {
            SlipState.Open => null,
            SlipState.Used => Problem.Refused(
                "slip_used",
                $"Phiếu này đã dùng lúc {Clock.ToVietNam(slip.UsedAt!.Value):HH:mm 'ngày' dd/MM/yyyy}; mỗi phiếu chỉ dùng một lần. Nếu không phải bạn dùng, hãy báo ngay người cấp phiếu."
            ),
            SlipState.Expired => Problem.Refused(
                "slip_expired",
                $"Phiếu này hết hạn từ {Clock.ToVietNam(slip.ExpiresAt):HH:mm 'ngày' dd/MM/yyyy}. Hãy xin người quản lý tài khoản cấp phiếu mới."
            ),
            _ => Problem.Refused("slip_replaced", "Phiếu này không còn dùng được vì đã có phiếu mới hơn. Hãy dùng phiếu được cấp sau cùng."),
        };
}
