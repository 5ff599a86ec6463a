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
public sealed class CreatePage(CreatingAccount create, Authority authority, AreaTree areas, Clock clock) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public GrantFields Grant { get; set; } = new();

    public AreaChoice? Choice { get; private set; }

    /// <summary>The slip, on the answer to the form alone.</summary>
    public PrintedSlip? Slip { get; private set; }

    public IActionResult OnGet(int? diaBan, Guid? hoGiaDinh, Guid? dongHo, Guid? donVi)
    {
        Grant = GrantFields.For(diaBan, hoGiaDinh, dongHo, donVi, clock.Today);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Show();
        }
        var command = new CreateAccount(DisplayName ?? "", UserName, Grant.Wish) { CommandId = CommandId };
        var result = await create.RunAsync(command, cancellation);
        if (result.Problem is { } problem)
        {
            var page = Show();
            return page is PageResult ? Refuse(problem) : page;
        }
        Slip = result.Value;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private IActionResult Show()
    {
        if (Grant.SubjectId is not null)
        {
            return Page();
        }
        Choice = AreaChoice.Of(authority, areas, clock.Today, Grant.AreaId, "/tai-khoan/moi");
        if (Choice is null)
        {
            return Refuse(Problem.NotFound("Không tìm thấy địa bàn này, hoặc bạn không quản lý tài khoản ở đó."));
        }
        Grant.AreaId = Choice.Area.Id;
        Grant.Roles = [.. authority.RolesFor(Choice.Area)];
        return Page();
    }
}
