using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace DenSach.Modules.Accounts;

/// <summary>
/// The six digits of an authenticator (RFC 6238: SHA-1, steps of 30 seconds), by the clock of the application; Identity's own follow the machine's.
/// Two steps before and after count too, since clocks of phones differ.
/// </summary>
internal sealed class PhoneCodes(TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    private const int StepsAside = 2;
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The phone makes the codes, nobody else.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (
            await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key
            || !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || token.Length != 6
        )
        {
            return false;
        }
        var secret = Secret(key);
        var now = time.GetUtcNow().ToUnixTimeSeconds() / 30;
        return Enumerable.Range(-StepsAside, (2 * StepsAside) + 1).Any(step => CodeAt(secret, now + step) == code);
    }

    private static int CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var at = hash[^1] & 0xF;
        return (int)((BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(at)) & 0x7FFFFFFF) % 1_000_000);
    }

    private static byte[] Secret(string base32)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var sign in base32.ToUpperInvariant())
        {
            (bits, held) = ((bits << 5) | Signs.IndexOf(sign, StringComparison.Ordinal), held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        return [.. bytes];
    }
}
