using System.Threading.RateLimiting;

namespace DenSach.Platform.Hosting;

/// <summary>
/// How often one address may ask, as policies for <c>[EnableRateLimiting(RateLimits.Public)]</c>. Generous on purpose: a whole commune may share one address.
/// What guards a single account is its lock-out. Other numbers per minute: DENSACH_RATE_PUBLIC, DENSACH_RATE_SIGNIN.
/// </summary>
public static class RateLimits
{
    /// <summary>Pages for everybody, such as the check of a certificate.</summary>
    public const string Public = "public";

    /// <summary>Trying passwords and one-time codes; looking at the form is free.</summary>
    public const string SignIn = "sign-in";

    internal static void AddRateLimits(this WebApplicationBuilder builder) =>
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Public, context => PerMinute(context, builder.Configuration.GetValue("DENSACH_RATE_PUBLIC", 120)));
            options.AddPolicy(
                SignIn,
                context =>
                    HttpMethods.IsPost(context.Request.Method) ? PerMinute(context, builder.Configuration.GetValue("DENSACH_RATE_SIGNIN", 60)) : RateLimitPartition.GetNoLimiter("")
            );
        });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }
        );
}
