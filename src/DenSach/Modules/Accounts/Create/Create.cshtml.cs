using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DenSach.Modules.Accounts.Create;

/// <summary>A new account at the area one stands at, or for a household, clan or organisation its page sends here.</summary>
[Needs(AccountsModule.Manage)]
public sealed class CreatePage(CreatingAccount create, NewGrant newGrant, Homes homes, Authority authority, AreaTree areas, Clock clock) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public GrantFields Grant { get; set; } = new();

    [BindProperty]
    public HolderFields Holder { get; set; } = new();

    public AreaChoice? Choice { get; private set; }

    /// <summary>The form asks where the holder lives.</summary>
    public bool AsksHome { get; private set; }

    /// <summary>The slip, on the answer to the form alone.</summary>
    public PrintedSlip? Slip { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? diaBan, Guid? hoGiaDinh, Guid? dongHo, Guid? donVi, CancellationToken cancellation)
    {
        Grant = GrantFields.For(diaBan, hoGiaDinh, dongHo, donVi, clock.Today);
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellation);
        }
        if (Grant is { SubjectId: null, AreaId: { } area } && await homes.AskHomeAsync(Holder, area, cancellation) is { } unfinished)
        {
            ModelState.Clear();
            return await ShowAsync(cancellation) is PageResult ? Refuse(unfinished) : Refuse(Problem.NotFound());
        }
        var command = new CreateAccount(DisplayName ?? "", UserName, Grant.Wish, HolderFields.Read(Holder.Chosen)) { CommandId = CommandId };
        var result = await create.RunAsync(command, cancellation);
        if (result.Problem is { } problem)
        {
            var page = await ShowAsync(cancellation);
            return page is PageResult ? Refuse(problem) : page;
        }
        Slip = result.Value;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (Grant.SubjectId is { } id)
        {
            Grant.Subject = Grant.Role is { } role ? await newGrant.SubjectAsync(role, id, cancellation) : null;
            if (Grant.Subject is { Kind: ScopeKind.Household })
            {
                AsksHome = true;
                await homes.AskMemberAsync(Holder, id, cancellation);
            }
            return Grant.Subject is null ? Refuse(NewGrant.NoSubject) : Page();
        }
        Choice = AreaChoice.Of(authority, areas, clock.Today, Grant.AreaId, "/tai-khoan/moi");
        if (Choice is null)
        {
            return Refuse(Problem.NotFound("Không tìm thấy địa bàn này, hoặc bạn không quản lý tài khoản ở đó."));
        }
        Grant.AreaId = Choice.Area.Id;
        Grant.Roles = [.. authority.RolesFor(Choice.Area)];
        AsksHome = homes.AreAskedAt(Choice.Area.Id);
        await homes.ShowAgainAsync(Holder, Choice.Area.Id, cancellation);
        return Page();
    }
}
