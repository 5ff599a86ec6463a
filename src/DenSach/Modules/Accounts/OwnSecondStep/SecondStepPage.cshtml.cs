using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.OwnSecondStep;

/// <summary>Second step of one's own account: the key for the phone as picture and text, then the recovery codes, once.</summary>
[SignedIn]
public sealed class SecondStepPage(SetSecondStep set, AppDb db, Clock clock, Installation installation) : AppPage
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key to be put into the phone; null when the step is on.</summary>
    public string? Key { get; private set; }

    /// <summary>The holder decides or hands out rights: the step cannot be switched off.</summary>
    public bool Must { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>/toi/ma-xac-thuc/bat.</summary>
    public Task<IActionResult> OnPostBatAsync(CancellationToken cancellation) => ShowAsync(() => set.TurnOnAsync(Gate.Actor.AccountId, Code, cancellation), cancellation);

    /// <summary>/toi/ma-xac-thuc/duphong.</summary>
    public Task<IActionResult> OnPostDuPhongAsync(CancellationToken cancellation) => ShowAsync(() => set.RenewCodesAsync(Gate.Actor.AccountId, Code, cancellation), cancellation);

    /// <summary>/toi/ma-xac-thuc/tat.</summary>
    public async Task<IActionResult> OnPostTatAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Must && !installation.IsDemo)
        {
            return Refuse(Problem.Refused("second_step_needed", "Vai của bạn bắt buộc dùng mã xác thực nên không tắt được. Mất điện thoại thì xin phiếu cấp lại."));
        }
        var result = await set.TurnOffAsync(Gate.Actor.AccountId, Code, cancellation);
        if (result.Problem is { } problem)
        {
            return Refuse(problem);
        }
        await SignInCookie.OpenAsync(HttpContext, result.Value.Account);
        Done = "Đã tắt mã xác thực.";
        return LocalRedirect("/toi");
    }

    private async Task<IActionResult> ShowAsync(Func<Task<Result<SecondStepSet>>> change, CancellationToken cancellation)
    {
        var result = await change();
        if (result.Ok)
        {
            // The codes are on this answer alone; a redirect would have to keep them somewhere.
            await SignInCookie.OpenAsync(HttpContext, result.Value.Account);
            RecoveryCodes = result.Value.RecoveryCodes;
            Response.Headers.CacheControl = "no-store";
        }
        Code = null;
        ModelState.Clear();
        await LoadAsync(cancellation);
        return result.Problem is { } problem ? Refuse(problem) : Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var id = Gate.Actor.AccountId;
        db.ChangeTracker.Clear();
        Key = await set.KeyAsync(id, cancellation);
        var today = clock.Today;
        Must = SecondStep.IsAskedOf((await db.Set<Grant>().AsNoTracking().Where(g => g.AccountId == id).ToListAsync(cancellation)).Where(g => g.HoldsOn(today)));
    }
}
