using DenSach.Modules.Accounts.Grants;
using DenSach.Modules.Accounts.Holding;
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
public sealed class DetailPage(
    AppDb db,
    Authority authority,
    GrantWords words,
    EndingGrant end,
    NamingHolder naming,
    Homes homes,
    LockingAccount locking,
    ResettingAccess reset,
    WrongPasswords wrong,
    Clock clock
) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public HolderFields Holder { get; set; } = new();

    public Account Account { get; private set; } = null!;

    /// <summary>Where the holder lives, if it is known and within one's scope.</summary>
    public FamilyHome? Home { get; private set; }

    /// <summary>Where to look for the holder's household; null if the account holds nothing in a commune.</summary>
    public int? HomeArea { get; private set; }

    /// <summary>The holder has an office over families and nobody has said yet which family is the own.</summary>
    public bool HomeMissing { get; private set; }
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

    /// <summary>Searches, and with a choice names the household.</summary>
    public async Task<IActionResult> OnPostHolderAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || HomeArea is not { } area)
        {
            return Refuse(Problem.NotFound());
        }
        var problem = string.IsNullOrWhiteSpace(Holder.Search)
            ? Problem.Invalid("home_words", "Hãy gõ số hộ hoặc tên một người trong hộ để tìm.", "Holder.Search")
            : await homes.AskHomeAsync(Holder, area, cancellation);
        if (problem is not null)
        {
            ModelState.Clear();
            return Refuse(problem);
        }
        return HolderFields.Read(Holder.Chosen) is { } holder
            ? await AnswerAsync(await naming.RunAsync(new NameHolder(Id, holder) { CommandId = CommandId }, cancellation), "Đã ghi hộ của người giữ tài khoản.", cancellation)
            : LocalRedirect($"/tai-khoan/{Id}");
    }

    public async Task<IActionResult> OnPostNoHolderAsync(CancellationToken cancellation) =>
        await AnswerAsync(await naming.RunAsync(new NameHolder(Id, null) { CommandId = CommandId }, cancellation), "Đã bỏ hộ đã ghi.", cancellation);

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
        LockedOut = account.IsLockedOut(clock.Now) || wrong.IsClosedSomewhere(account.NormalizedUserName!);
        Grants = await words.LinesAsync(seen, cancellation);
        Elsewhere = grants.Count - seen.Count;
        NotMine = account.IsForgotten ? Authority.Forgotten : authority.Over(Id, grants).Problem;
        var living = seen.Where(g => g.To is null || g.To > clock.Today).ToList();
        HomeArea = living.Where(g => homes.AreAskedAt(g.AreaId)).Select(g => (int?)g.AreaId).FirstOrDefault();
        HomeMissing = account.HouseholdId is null && living.Any(g => g.Scope == ScopeKind.Area && homes.AreAskedAt(g.AreaId));
        Home = account.HouseholdId is { } household && await homes.FindAsync(household, cancellation) is { } home && authority.Sees(home.AreaId) ? home : null;
        return true;
    }
}
