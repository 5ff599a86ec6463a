using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Accounts.SignOut;

[Public]
public sealed class SignOutPage(AccountDiary diary, KnownAccounts known, Clock clock) : AppPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Gate.Actor is { IsSignedIn: true } && SignInCookie.Read(User) is { } session)
        {
            await diary.WriteAsync<bool>(
                session.AccountId,
                account =>
                {
                    account.EndSession(session.Session, session.Since, clock.Now);
                    return (true, "accounts.sign_out", "ok");
                },
                cancellation
            );
            known.Forget(session.AccountId);
        }
        await SignInCookie.CloseAsync(HttpContext);
        return LocalRedirect("/dang-nhap");
    }
}
