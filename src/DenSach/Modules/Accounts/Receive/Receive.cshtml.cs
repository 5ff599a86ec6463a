using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DenSach.Modules.Accounts.Receive;

[Public]
[EnableRateLimiting("sign-in")]
public sealed class ReceivePage(ReceiveAccess receive) : AppPage
{
    /// <summary>The code of the slip. It comes by post only: an address is kept in the logs of every proxy on the way, and what is posted counts under the limit.</summary>
    [BindProperty(Name = "ma")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    /// <summary>Whose slip it is; then a password is asked.</summary>
    public Account? Account { get; private set; }

    public void OnGet() { }

    /// <summary>/nhan-tai-khoan/ma: whose slip it is.</summary>
    public async Task<IActionResult> OnPostMaAsync(CancellationToken cancellation)
    {
        var seen = await receive.OpenAsync(Code, cancellation);
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
