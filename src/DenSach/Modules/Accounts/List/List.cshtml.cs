using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.List;

public sealed record AccountLine(Account Account, IReadOnlyList<GrantLine> Grants);

/// <summary>The accounts with a right in an area of one's scope or below it.</summary>
[Needs(AccountsModule.Manage)]
public sealed class ListPage(AppDb db, AreaTree areas, Authority authority, GrantWords words, Clock clock) : AppPage
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "diaBan")]
    public int? AreaId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public AreaChoice Choice { get; private set; } = null!;
    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];
    public bool IsCut { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (AreaChoice.Of(authority, areas, clock.Today, AreaId, "/tai-khoan") is not { } choice)
        {
            return Refuse(Problem.NotFound("Không tìm thấy địa bàn này, hoặc bạn không quản lý tài khoản ở đó."));
        }
        Choice = choice;
        var inside = db.Set<Grant>().Within(db, choice.Area.Id, clock.Today).Select(g => g.AccountId);
        var accounts = db.Set<Account>().AsNoTracking().Where(a => inside.Contains(a.Id));
        foreach (var word in SearchKey.Of(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            accounts = accounts.Where(a => a.SearchKey.Contains(word));
        }
        var found = await accounts.OrderBy(a => a.SearchKey).Take(Most + 1).ToListAsync(cancellation);
        IsCut = found.Count > Most;
        var ids = found.Take(Most).Select(a => a.Id).ToList();
        // Rights elsewhere are told by their number on the account's page only.
        var grants = (await db.Set<Grant>().AsNoTracking().Where(g => ids.Contains(g.AccountId)).ToListAsync(cancellation)).Where(g => authority.Sees(g.AreaId));
        var lines = (await words.LinesAsync(grants, cancellation)).ToLookup(l => l.Grant.AccountId);
        Lines = [.. found.Take(Most).Select(account => new AccountLine(account, [.. lines[account.Id]]))];
        return Page();
    }
}
