using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.Grants;

[Needs(AccountsModule.Manage)]
public sealed class GiveGrantPage(AppDb db, GivingGrant give, NewGrant newGrant, Homes homes, Authority authority, AreaTree areas, Clock clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public GrantFields Grant { get; set; } = new();

    [BindProperty]
    public HolderFields Holder { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public AreaChoice? Choice { get; private set; }

    public Task<IActionResult> OnGetAsync(int? diaBan, Guid? hoGiaDinh, Guid? dongHo, Guid? donVi, CancellationToken cancellation)
    {
        Grant = GrantFields.For(diaBan, hoGiaDinh, dongHo, donVi, clock.Today);
        return ShowAsync(null, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(null, cancellation);
        }
        var result = await give.RunAsync(new GiveGrant(Id, Grant.Wish, HolderFields.Read(Holder.Chosen)) { CommandId = CommandId }, cancellation);
        if (result.Problem is { } problem)
        {
            return await ShowAsync(problem, cancellation);
        }
        Done = "Đã cấp thêm quyền.";
        return LocalRedirect($"/tai-khoan/{Id}");
    }

    private async Task<IActionResult> ShowAsync(Problem? problem, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var grants = await db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == Id).ToListAsync(cancellation);
        if (!grants.Any(g => authority.Sees(g.AreaId)))
        {
            return Refuse(Problem.NotFound());
        }
        Account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == Id, cancellation);
        if (Grant.SubjectId is { } subject)
        {
            Grant.Subject = Grant.Role is { } role ? await newGrant.SubjectAsync(role, subject, cancellation) : null;
            if (Grant.Subject is null)
            {
                return Refuse(NewGrant.NoSubject);
            }
            if (Grant.Subject.Kind == ScopeKind.Household)
            {
                await homes.AskMemberAsync(Holder, subject, cancellation);
            }
        }
        else
        {
            Choice = AreaChoice.Of(authority, areas, clock.Today, Grant.AreaId, $"/tai-khoan/{Id}/quyen");
            if (Choice is null)
            {
                return Refuse(Problem.NotFound("Không tìm thấy địa bàn này, hoặc bạn không quản lý tài khoản ở đó."));
            }
            Grant.AreaId = Choice.Area.Id;
            Grant.Roles = [.. authority.RolesFor(Choice.Area)];
        }
        return problem is null ? Page() : Refuse(problem);
    }
}
