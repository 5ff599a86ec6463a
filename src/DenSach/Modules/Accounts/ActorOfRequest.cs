using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace DenSach.Modules.Accounts;

/// <summary>
/// After the cookie was read: whose session it is, whether it still holds, and what the account may do today. Who must use a second step
/// and has none yet gets no right before it is set up; a demo database does not ask for it.
/// </summary>
internal sealed class ActorOfRequest(RequestDelegate next, KnownAccounts accounts, Clock clock, Installation installation)
{
    public const string SetUpSecondStep = "/toi/ma-xac-thuc";

    public async Task InvokeAsync(HttpContext context, AppDb db, CurrentActor current)
    {
        if (SignInCookie.Read(context.User) is not { } session)
        {
            await next(context);
            return;
        }
        var account = session.Since + SignInCookie.Longest > clock.Now ? await accounts.FindAsync(db, session.AccountId, session.Stamp, context.RequestAborted) : null;
        if (account is null || account.Locked || account.Stamp != session.Stamp || account.Ended.Has(session.Session))
        {
            await SignInCookie.CloseAsync(context);
            await next(context);
            return;
        }
        var today = clock.Today;
        var grants = account.Grants.Where(g => g.HoldsOn(today)).ToList();
        var unconfirmed = !account.HasSecondStep && !installation.IsDemo && SecondStep.IsAskedOf(grants);
        current.Actor = account.Acting(unconfirmed ? [] : grants);
        if (unconfirmed && LeadsElsewhere(context))
        {
            context.Response.Redirect(SetUpSecondStep);
            return;
        }
        await next(context);
    }

    private static bool LeadsElsewhere(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && !SignInCookie.IsForPrograms(context.Request)
        && !context.Request.Path.StartsWithSegments("/toi");
}
