using DenSach.Modules.Accounts.Grants;
using DenSach.Modules.Accounts.Locking;
using DenSach.Modules.Accounts.Reset;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Detail;

/// <summary>One account: its rights within one's scope, and what one may do with it.</summary>
[Needs(AccountsModule.Manage)]
public sealed class DetailPage(AppDb db, Authority authority, GrantWords words, EndingGrant end, LockingAccount locking, ResettingAccess reset, Clock clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<GrantLine> Grants { get; private set; } = [];

    /// <summary>How many rights lie outside one's scope: told, not shown.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>Why the account cannot be locked or set anew by the actor; null if it can.</summary>
    public Problem? NotMine { get; private set; }
    public bool LockedOut { get; private set; }
    public PrintedSlip? Slip { get; private set; }

    public bool MayEnd(GrantLine line) => Id != Gate.Actor.AccountId && line.State != GrantState.Over && authority.ToGive(line.Grant.Role, line.Grant.AreaId) is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Refuse(Problem.NotFound());

    public async Task<IActionResult> OnPostEndAsync(Guid grant, CancellationToken cancellation) =>
        await AnswerAsync(await end.RunAsync(new EndGrant(Id, grant) { CommandId = CommandId }, cancellation), "Đã kết thúc quyền này từ hôm nay.", cancellation);

    public async Task<IActionResult> OnPostLockAsync(bool locked, CancellationToken cancellation) =>
        await AnswerAsync(
            await locking.RunAsync(new LockAccount(Id, locked) { CommandId = CommandId }, cancellation),
            locked ? "Đã khoá tài khoản; các máy đang đăng nhập đều bị đăng xuất." : "Đã mở khoá tài khoản.",
            cancellation
        );

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellation)
    {
        var result = await reset.RunAsync(new ResetAccess(Id) { CommandId = CommandId }, cancellation);
        if (!result.Ok)
        {
            return await AnswerAsync(result, "", cancellation);
        }
        Slip = result.Value;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<IActionResult> AnswerAsync<T>(Result<T> result, string done, CancellationToken cancellation)
    {
        if (result.Problem is { } problem)
        {
            return await LoadAsync(cancellation) ? Refuse(problem) : Refuse(Problem.NotFound());
        }
        Done = done;
        return LocalRedirect($"/tai-khoan/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, cancellation);
        var grants = await db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == Id).ToListAsync(cancellation);
        var seen = grants.Where(g => authority.Sees(g.AreaId)).ToList();
        if (account is null || seen.Count == 0)
        {
            return false;
        }
        Account = account;
        LockedOut = account.IsLockedOut(clock.Now);
        Grants = await words.LinesAsync(seen, cancellation);
        Elsewhere = grants.Count - seen.Count;
        NotMine = authority.Over(Id, grants).Problem;
        return true;
    }
}
