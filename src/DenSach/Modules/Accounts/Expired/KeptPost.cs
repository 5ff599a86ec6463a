using System.Text.Json;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace DenSach.Modules.Accounts.Expired;

/// <summary>What somebody posted when their sign-in had run out: where to, which fields, and how many files had to be left behind.</summary>
public sealed record KeptPost(string Url, IReadOnlyList<KeyValuePair<string, string>> Fields, int Files, DateTime At)
{
    /// <summary>What a person typed, to be shown before it is sent again: without the ids a form carries for itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed => Fields.Where(f => f.Key is not ("CommandId" or "BasedOn") && f.Value.Length > 0 && !Guid.TryParse(f.Value, out _));
}

/// <summary>
/// Seals a post into one form field and opens it after signing in. Size-limited, for twelve hours, without files, without the old form's
/// token; a form with a password in it is not kept at all.
/// </summary>
public sealed class KeptPosts(IDataProtectionProvider protection, Clock clock)
{
    /// <summary>Names and values together, in characters.</summary>
    public const int MostText = 128 * 1024;
    public const int MostFields = 1000;
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);
    private const string FormToken = "__RequestVerificationToken";

    private readonly IDataProtector protector = protection.CreateProtector("DenSach.Accounts.KeptPost");

    /// <summary>The post to be kept, or null if it is too large, holds a password, or leads elsewhere.</summary>
    public KeptPost? Take(string url, IEnumerable<KeyValuePair<string, string>> posted, int files)
    {
        var fields = posted.Where(f => f.Key != FormToken).ToList();
        var fits = fields.Count <= MostFields && fields.Sum(f => (long)f.Key.Length + f.Value.Length) <= MostText;
        var secret = fields.Any(f => f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase));
        return fits && !secret && IsLocal(url) ? new KeptPost(url, fields, files, clock.Now) : null;
    }

    public string Seal(KeptPost post) => protector.Protect(JsonSerializer.Serialize(post));

    /// <summary>Null if the seal is broken or twelve hours have gone.</summary>
    public KeptPost? Open(string? text) =>
        Sealed.Open(protector, text) is { } json && JsonSerializer.Deserialize<KeptPost>(json) is { } post && post.At + Validity > clock.Now && IsLocal(post.Url) ? post : null;

    /// <summary>A path on this server: one slash, no slash or backslash after it, and only what may stand in a header.</summary>
    public static bool IsLocal(string? url) => url is ['/'] || (url is ['/', not ('/' or '\\'), ..] && url.All(c => c is > ' ' and <= '~'));
}
