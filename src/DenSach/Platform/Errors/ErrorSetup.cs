using System.Diagnostics;
using System.Globalization;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace DenSach.Platform.Errors;

/// <summary>What is answered when there is no answer: a page that says what to do for people, ProblemDetails under /api for programs.</summary>
internal static class ErrorSetup
{
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>What an operator can look for in the log.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public static void AddErrors(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NoEntry>();
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = told =>
            {
                var details = told.ProblemDetails;
                details.Extensions["traceId"] = TraceOf(told.HttpContext);
                if (details.Type?.StartsWith("urn:densach:", StringComparison.Ordinal) != true && ErrorWords.CodeOf(details.Status) is { } code)
                {
                    (details.Type, details.Title) = ($"urn:densach:{code}", ErrorWords.SentenceOf(details.Status));
                    details.Extensions["code"] = code;
                }
            }
        );
    }

    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(
            IsApi,
            api =>
            {
                api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
                api.UseStatusCodePages();
                api.Use(RefuseOtherSites);
            }
        );
        app.UseWhen(
            context => !IsApi(context),
            pages =>
            {
                pages.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandler = FailurePage(app, pages) });
                pages.UseStatusCodePagesWithReExecute("/loi/{0}");
            }
        );
    }

    private static int StatusOf(Exception failure) => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    /// <summary>The error page, reached without routing, authentication or the database: any of them may be what failed.</summary>
    private static RequestDelegate FailurePage(WebApplication app, IApplicationBuilder branch)
    {
        // Found at the first failure: pages are mapped after this line.
        var page = new Lazy<Endpoint>(() =>
            ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Single(endpoint => endpoint.RoutePattern.RawText == ErrorPage.Route)
        );
        var failed = branch.New();
        failed.UseRequestLocalization();
        failed.Run(context =>
        {
            Log(context).LogError("Answered with {Status}: trace {Trace}", context.Response.StatusCode, TraceOf(context));
            context.SetEndpoint(page.Value);
            context.Request.RouteValues["status"] = context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
            return page.Value.RequestDelegate!(context);
        });
        return failed.Build();
    }

    /// <summary>A browser says which site asks. A program, which has no such header, is not concerned.</summary>
    private static Task RefuseOtherSites(HttpContext context, RequestDelegate next)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!reads && context.Request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { } site && site is not ("same-origin" or "none"))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(context);
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("DenSach.Errors");
}
