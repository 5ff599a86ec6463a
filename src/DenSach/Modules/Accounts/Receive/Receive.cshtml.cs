using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DenSach.Modules.Accounts.Receive;

[Public]
[EnableRateLimiting("sign-in")]
public sealed class ReceivePage(ReceiveAccess receive) : AppPage
{
    /// <summary>The code of the slip; the picture on it leads here with the code filled in.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    /// <summary>Whose slip it is; then a password is asked.</summary>
    public Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            return Page();
        }
        var seen = await receive.LookAsync(Code, cancellation);
        Account = seen.Ok ? seen.Value : null;
        return seen.Ok ? Page() : Refuse(seen.Problem!);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var result = await receive.RunAsync(Code, Password, PasswordAgain, cancellation);
        if (result.Problem is { } problem)
        {
            var seen = await receive.LookAsync(Code, cancellation);
            Account = seen.Ok ? seen.Value : null;
            return Refuse(problem);
        }
        Done = $"Đã đặt mật khẩu cho tài khoản {result.Value.UserName}. Hãy đăng nhập bằng mật khẩu mới.";
        return LocalRedirect("/dang-nhap");
    }
}
