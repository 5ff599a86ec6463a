using System.Globalization;
using System.Security.Cryptography;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace DenSach.Modules.Accounts.SignIn;

/// <summary>
/// Remembers on a device, sealed, which names were signed in on it. It opens nothing: it only gives the device its own count of wrong passwords, so that
/// strangers who try the same name elsewhere do not shut its holder out.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, Clock clock)
{
    private const string Cookie = "densach-device";
    private const int MostNames = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private readonly IDataProtector protector = protection.CreateProtector("DenSach.Accounts.Device");

    /// <summary>From where the name is tried.</summary>
    public Origin Of(HttpContext context, string normalizedName)
    {
        var network = RateLimits.NetworkOf(context.Connection.RemoteIpAddress);
        return Read(context) is { } device && device.Names.Contains(OneTimeCode.HashText(normalizedName)) ? new Origin(network, device.Id) : new Origin(network);
    }

    /// <summary>The name was signed in here.</summary>
    public void Remember(HttpContext context, string normalizedName)
    {
        var device = Read(context) ?? (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Array.Empty<string>());
        var name = OneTimeCode.HashText(normalizedName);
        var names = device.Names.Where(n => n != name).Prepend(name).Take(MostNames);
        context.Response.Cookies.Append(
            Cookie,
            protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.Now + Kept).Ticks} {device.Id} {string.Join(' ', names)}")),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = Kept,
                Path = "/dang-nhap",
            }
        );
    }

    private (string Id, string[] Names)? Read(HttpContext context)
    {
        var parts = (Sealed.Open(protector, context.Request.Cookies[Cookie]) ?? "").Split(' ');
        return parts.Length > 2 && long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.Now.Ticks ? (parts[1], parts[2..]) : null;
    }
}
