using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Accounts;

/// <summary>One signing-in: whose, with which stamp, since when. Its id is on the account's list once it was signed out.</summary>
public sealed record SignedInAs(Guid AccountId, string Stamp, string Session, DateTime Since);

/// <summary>The cookie that says who is signed in: the account's id, the stamp it had then, and the session with its beginning. Nothing else.</summary>
public static class SignInCookie
{
    public const string Scheme = "densach";
    private const string Stamp = "stamp";
    private const string Session = "session";
    private const string Since = "since";

    /// <summary>However busy it is, a session ends a day after signing in.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "densach";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/dang-nhap";
        options.LogoutPath = "/dang-xuat";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context =>
            IsForPrograms(context.Request) ? Tell(context.HttpContext, StatusCodes.Status401Unauthorized, "not_signed_in", "Chưa đăng nhập, hoặc phiên đăng nhập đã hết.")
            : HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? Redirect(context)
            : Status(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
            IsForPrograms(context.Request)
                ? Tell(context.HttpContext, StatusCodes.Status403Forbidden, "forbidden", "Tài khoản này không có quyền làm việc đó.")
                : Status(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    internal static Task OpenAsync(HttpContext context, Account account)
    {
        var since = context.RequestServices.GetRequiredService<Clock>().Now;
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new Claim(Stamp, account.SecurityStamp!),
                new Claim(Session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))),
                new Claim(Since, since.Ticks.ToString(CultureInfo.InvariantCulture)),
            ],
            Scheme
        );
        var principal = new ClaimsPrincipal(identity);
        // Forms on the page that answers this request already belong to the new session.
        context.User = principal;
        return context.SignInAsync(Scheme, principal);
    }

    internal static Task CloseAsync(HttpContext context)
    {
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        return context.SignOutAsync(Scheme);
    }

    /// <summary>Whose session this is, by the cookie alone; whether it still holds is for the account to say.</summary>
    internal static SignedInAs? Read(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && user.FindFirstValue(Stamp) is { } stamp
        && user.FindFirstValue(Session) is { } session
        && long.TryParse(user.FindFirstValue(Since), CultureInfo.InvariantCulture, out var ticks)
            ? new SignedInAs(id, stamp, session, new DateTime(ticks, DateTimeKind.Utc))
            : null;

    internal static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api");

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Tell(HttpContext context, int status, string code, string sentence) =>
        Results
            .Problem(
                new ProblemDetails
                {
                    Status = status,
                    Title = sentence,
                    Type = $"urn:densach:{code}",
                    Extensions = { ["code"] = code },
                }
            )
            .ExecuteAsync(context);
}
