using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Create;

/// <param name="UserName">Left empty it is made of the name.</param>
/// <param name="Holder">Where the holder lives, if it is known.</param>
public sealed record CreateAccount(string DisplayName, string? UserName, GrantWish Grant, Holder? Holder = null) : Command;

/// <summary>A new account with its first right and the slip by which its holder comes in. It has no password until the slip is used.</summary>
public sealed class CreatingAccount(CommandRunner runner, NewGrant newGrant, Homes homes, Authority authority)
{
    public async Task<Result<PrintedSlip>> RunAsync(CreateAccount command, CancellationToken cancellation)
    {
        var slip = NewSlip.Make();
        var given = await runner.Run(command, AuditTrail.SystemRegisterOf(authority.Actor.AccountId), work => HandleAsync(command, slip, work, cancellation), cancellation);
        return given.Problem is { } problem ? problem : slip.Print(given.Value);
    }

    private async Task<Result<GivenSlip>> HandleAsync(CreateAccount command, NewSlip slip, Work work, CancellationToken cancellation)
    {
        var displayName = command.DisplayName.Trim();
        if (displayName.Length is 0 or > 120)
        {
            return Problem.Invalid("display_name", "Hãy ghi họ tên người giữ tài khoản, không quá 120 ký tự.", nameof(command.DisplayName));
        }
        var name = await NameAsync(command, work, cancellation);
        if (!name.Ok)
        {
            return name.Problem!;
        }
        var account = Account.New(name.Value, displayName);
        var made = await newGrant.MakeAsync(account.Id, command.Grant, cancellation);
        if (!made.Ok)
        {
            return made.Problem!;
        }
        var (grant, by) = made.Value;
        var holder = await homes.CheckAsync(command.Holder, grant.Scope == ScopeKind.Household ? grant.SubjectId : null, cancellation);
        if (!holder.Ok)
        {
            return holder.Problem!;
        }
        account.LivesIn(holder.Value?.HouseholdId, holder.Value?.PersonId);
        work.Db.Add(account);
        work.Db.Add(grant);
        var given = await slip.GiveAsync(work.Db, account, work.Now, cancellation);
        work.Role = by;
        work.Tell(AuditTrail.SystemRegisterOf(account.Id), "accounts.create", "ok", account.Id, grant.Id, slip.Id);
        return given;
    }

    private static async Task<Result<string>> NameAsync(CreateAccount command, Work work, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.UserName))
        {
            var like = UserNames.Propose(command.DisplayName, _ => false);
            var taken = await work.Db.Set<Account>().Where(a => a.UserName!.StartsWith(like)).Select(a => a.UserName!).ToListAsync(cancellation);
            return UserNames.Propose(command.DisplayName, taken.Contains);
        }
        var read = UserNames.Read(command.UserName);
        return read.Ok && await work.Db.Set<Account>().AnyAsync(a => a.UserName == read.Value, cancellation)
            ? Problem.Invalid("user_name_taken", $"Tên đăng nhập “{read.Value}” đã có người dùng. Hãy chọn tên khác hoặc để trống để hệ thống đặt.", nameof(command.UserName))
            : read;
    }
}
