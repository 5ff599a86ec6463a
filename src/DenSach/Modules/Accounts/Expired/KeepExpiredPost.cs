using DenSach.Platform.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DenSach.Modules.Accounts.Expired;

/// <summary>
/// A form that arrives after the sign-in ran out is answered by the sign-in page, which keeps what was typed and offers to send it again.
/// Only forms of our own pages: a post that another site started is refused and nothing of it kept, or signing in would lend it our name.
/// </summary>
internal sealed class KeepExpiredPost(RequestDelegate next, EndpointDataSource endpoints, KeptPosts posts)
{
    private const long MostBytes = 8 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        if (!NeedsSignIn(context) || current.Actor.IsSignedIn)
        {
            await next(context);
            return;
        }
        var notice = new ExpiredNotice(await KeepAsync(context));
        context.Items[typeof(ExpiredNotice)] = notice;
        AnswerBySignInPage(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await next(context);
    }

    private static bool NeedsSignIn(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && !SignInCookie.IsForPrograms(context.Request)
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private async Task<KeptPost?> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || !CameFromOurPage(request) || request.ContentLength is null or > MostBytes)
        {
            return null;
        }
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MostBytes, BufferBodyLengthLimit = MostBytes }, context.RequestAborted);
            var fields = form.SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? "")));
            return posts.Take(request.Path + request.QueryString, fields, form.Files.Count);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Browsers say which site started a request; those too old for it say the origin. A client that says neither keeps nothing.</summary>
    private static bool CameFromOurPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private void AnswerBySignInPage(HttpContext context)
    {
        var page = endpoints.Endpoints.First(e =>
            e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.EndsWith("/Accounts/SignIn/SignIn", StringComparison.Ordinal) == true
        );
        context.Request.Method = HttpMethods.Get;
        context.Request.RouteValues.Clear();
        foreach (var (name, value) in page.Metadata.GetMetadata<PageActionDescriptor>()!.RouteValues)
        {
            context.Request.RouteValues[name] = value;
        }
        context.SetEndpoint(page);
    }
}

/// <summary>Told to the sign-in page: a post came too late; what was kept of it, if anything could be.</summary>
internal sealed record ExpiredNotice(KeptPost? Kept);
