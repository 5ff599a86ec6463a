using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace DenSach.Platform.Errors;

/// <summary>
/// At a closed door: a program gets a status, a person the page that says whose account it is; who is not signed in is led to sign in,
/// unless he was sending a form: then the page for that keeps what he typed.
/// </summary>
internal sealed class NoEntry : IAuthorizationMiddlewareResultHandler
{
    private static readonly AuthorizationMiddlewareResultHandler Framework = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        // No such page, or not by this method: nothing is behind the door, and the answer is 404 or 405.
        if (context.GetEndpoint() is not RouteEndpoint)
        {
            return next(context);
        }
        if (result.Forbidden)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (result.Challenged && (ErrorSetup.IsApi(context) || !isReading))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        return Framework.HandleAsync(next, context, policy, result);
    }
}
