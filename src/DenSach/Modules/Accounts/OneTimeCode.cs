using System.Security.Cryptography;
using System.Text;

namespace DenSach.Modules.Accounts;

/// <summary>
/// The code on a printed slip: twelve signs that are not mistaken for each other (Crockford's base 32), 60 random bits, shown in fours.
/// Only its SHA-256 is kept; 60 bits need no salt and no slow hash.
/// </summary>
public static class OneTimeCode
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Signs, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>What was typed as it is compared: without spaces and dashes, with the letters people mistake read as the digits they look like. Null if it is no code.</summary>
    public static string? Read(string? typed)
    {
        var code = new StringBuilder(Length);
        foreach (var c in (typed ?? "").ToUpperInvariant())
        {
            var sign = c switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                _ => c,
            };
            if (Signs.Contains(sign))
            {
                code.Append(sign);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '–' or '.'))
            {
                return null;
            }
        }
        return code.Length == Length ? code.ToString() : null;
    }

    /// <summary>The hash under which a slip is kept; null if what was typed is no code.</summary>
    public static string? HashOf(string? typed) => Read(typed) is { } code ? HashText(code) : null;

    internal static string HashText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
