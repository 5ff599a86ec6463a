using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace DenSach.Platform.Hosting;

/// <summary>
/// How often one address (of IPv6: one network of 64 bits) may ask, as policies for <c>[EnableRateLimiting(RateLimits.Public)]</c>. Generous on purpose: a whole commune may share one address.
/// What guards a single account is its lock-out. Other numbers per minute: DENSACH_RATE_PUBLIC, DENSACH_RATE_SIGNIN.
/// </summary>
public static class RateLimits
{
    /// <summary>Pages for everybody, such as the check of a certificate.</summary>
    public const string Public = "public";

    /// <summary>Trying passwords and one-time codes, which are posted; looking at the form is free.</summary>
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

    /// <summary>The address itself, or of IPv6 the network of 64 bits: one subscriber has all the addresses in it.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
        }
        return Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) + "/64";
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(
            NetworkOf(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }
        );
}
