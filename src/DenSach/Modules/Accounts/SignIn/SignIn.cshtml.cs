using DenSach.Modules.Accounts.Expired;
using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts.SignIn;

/// <summary>Sign-in in its three guises: password, second step, demo card; and the page that answers a form which came after the sign-in ran out.</summary>
[Public]
[EnableRateLimiting("sign-in")]
public sealed class SignInPage(OpenSession open, KnownDevices devices, SecondStepForm secondSteps, KeptPosts posts, Installation installation, AppDb db) : AppPage
{
    private const string Home = "/viec";

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where to after signing in: a page of this site only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The sealed post that came too late.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>The seal that the first step was passed; with it the page asks for the code.</summary>
    [BindProperty]
    public string? SecondStep { get; set; }

    /// <summary>A form was posted after the sign-in ran out.</summary>
    public bool Expired { get; private set; }

    /// <summary>The post to be sent again, now that somebody is signed in.</summary>
    public KeptPost? Resend { get; private set; }

    public IReadOnlyList<DemoAccount> Cards { get; private set; } = [];

    /// <summary>Where a card's role is held, for those that are not of the demo's commune.</summary>
    public string? PlaceOf(DemoAccount card) =>
        card.AreaId is { } area && area != KnownAreas.BinhLu && !KnownAreas.BinhLuHamlets.Contains(area)
            ? HttpContext.RequestServices.GetRequiredService<IPlaceAreas>().NameOf(area)
            : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (HttpContext.Items[typeof(ExpiredNotice)] is ExpiredNotice notice)
        {
            Expired = true;
            Kept = notice.Kept is { } post ? posts.Seal(post) : null;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (Gate.Actor.IsSignedIn)
        {
            return LocalRedirect(Destination);
        }
        await ShowCardsAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var result = await open.ByPasswordAsync(UserName, Password, name => devices.Of(HttpContext, name), cancellation);
        await ShowCardsAsync(cancellation);
        return result.Problem is { } problem ? Refuse(problem) : await EnterAsync(result.Value, wasConfirmed: false);
    }

    /// <summary>The second step: /dang-nhap/ma.</summary>
    public async Task<IActionResult> OnPostMaAsync(CancellationToken cancellation)
    {
        if (secondSteps.Open(SecondStep) is not var (accountId, stamp))
        {
            SecondStep = null;
            await ShowCardsAsync(cancellation);
            return Refuse(SecondStepForm.Over);
        }
        var result = await open.ByCodeAsync(accountId, stamp, Code, cancellation);
        Code = null;
        ModelState.Clear();
        return result.Problem is { } problem ? Refuse(problem) : await EnterAsync(result.Value, wasConfirmed: true);
    }

    /// <summary>A demo card: /dang-nhap/the.</summary>
    public async Task<IActionResult> OnPostTheAsync(string? card, CancellationToken cancellation)
    {
        var result = await open.ByDemoCardAsync(card, cancellation);
        await ShowCardsAsync(cancellation);
        return result.Problem is { } problem ? Refuse(problem) : await EnterAsync(result.Value, wasConfirmed: false);
    }

    private async Task<IActionResult> EnterAsync(Account account, bool wasConfirmed)
    {
        ModelState.Clear();
        if (account.TwoFactorEnabled && !wasConfirmed)
        {
            SecondStep = secondSteps.Seal(account);
            return Page();
        }
        await SignInCookie.OpenAsync(HttpContext, account);
        devices.Remember(HttpContext, account.NormalizedUserName!);
        if (posts.Open(Kept) is { } kept)
        {
            Resend = kept;
            return Page();
        }
        return LocalRedirect(Destination);
    }

    private string Destination => KeptPosts.IsLocal(ReturnUrl) ? ReturnUrl! : Home;

    private async Task ShowCardsAsync(CancellationToken cancellation)
    {
        if (installation.IsDemo)
        {
            // A card whose household, clan or school is not linked yet would open an empty house.
            var withGrant = await db.Set<Account>().Where(a => db.Set<Grant>().Any(g => g.AccountId == a.Id)).Select(a => a.UserName).ToListAsync(cancellation);
            Cards = [.. DemoAccounts.All.Where(card => withGrant.Contains(card.Card))];
        }
    }
}
