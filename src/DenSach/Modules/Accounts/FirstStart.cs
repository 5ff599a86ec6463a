using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>An installation that is no demo begins with one administrator, who has no password but a one-time code printed on the console.</summary>
internal static class FirstStart
{
    public const string UserName = "quantri";

    public static async Task AddAdministratorAsync(AppDb db, Clock clock, TextWriter console, CancellationToken cancellation)
    {
        if (await db.Set<Account>().AnyAsync(a => a.PasswordHash != null, cancellation))
        {
            return;
        }
        // A first start that was cut off begins again: then the account is there and only its code is new.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.UserName == UserName, cancellation);
        if (account is null)
        {
            account = Account.New(UserName, "Quản trị hệ thống");
            db.Add(account);
            db.Add(
                new Grant
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = account.Id,
                    Role = Role.Administrator,
                    Scope = ScopeKind.Area,
                    AreaId = KnownAreas.Country,
                    From = clock.Today,
                }
            );
        }
        var code = await GiveSlipAsync(db, account, clock.Now, cancellation);
        await transaction.CommitAsync(cancellation);
        await console.WriteLineAsync(
            $"""

            Tài khoản quản trị: {UserName}. Mã nhận tài khoản, chỉ hiện một lần, dùng được 14 ngày: {code}
            Mở trang /nhan-tai-khoan, nhập mã này rồi đặt mật khẩu. Nếu mất mã, chạy: densach accounts code {UserName}

            """
        );
    }

    /// <summary>For the owner of the machine: whoever lost the last slip gets in again without anybody's help.</summary>
    public static async Task<int> PrintCodeAsync(IServiceProvider services, string[] words, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDb>();
        var name = words.SingleOrDefault() ?? "";
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.UserName == name, cancellation);
        if (account is null)
        {
            Console.Error.WriteLine($"densach accounts code: no account is called \"{name}\".");
            return 1;
        }
        if (account.IsForgotten)
        {
            Console.Error.WriteLine("densach accounts code: the holder of this account asked to be forgotten; it opens nothing any more.");
            return 1;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AccountStore.TakeAccessAsync(db, account, cancellation);
        var code = await GiveSlipAsync(db, account, services.GetRequiredService<Clock>().Now, cancellation);
        await transaction.CommitAsync(cancellation);
        Console.WriteLine($"Mã nhận tài khoản của {name}, dùng một lần trong 14 ngày, tại trang /nhan-tai-khoan: {code}");
        return 0;
    }

    /// <summary>A new slip, told to the audit; older ones no longer open anything. Answers the code, which is nowhere kept.</summary>
    public static async Task<string> GiveSlipAsync(AppDb db, Account account, DateTime now, CancellationToken cancellation)
    {
        var slip = NewSlip.Make();
        await slip.GiveAsync(db, account, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        var row = new AuditRow
        {
            RegisterId = AuditTrail.SystemRegisterOf(account.Id),
            At = now,
            AccountId = Actor.System.AccountId,
            Action = "accounts.slip",
            Subjects = $"{account.Id} {slip.Id}",
            Outcome = "ok",
        };
        await AuditTrail.AppendAsync(db, [row], cancellation);
        return slip.Code;
    }
}
