using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Accounts.SignOut;

[Public]
public sealed class SignOutPage(AccountDiary diary) : AppPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Gate.Actor is { IsSignedIn: true } actor)
        {
            await diary.WriteAsync(actor.AccountId, "accounts.sign_out", "ok", cancellation);
        }
        await SignInCookie.CloseAsync(HttpContext);
        return LocalRedirect("/dang-nhap");
    }
}
