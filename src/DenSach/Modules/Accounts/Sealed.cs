using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DenSach.Modules.Accounts;

/// <summary>Text that went through a browser under our seal.</summary>
internal static class Sealed
{
    /// <summary>The text, or null if the seal is not ours, is broken, or nothing came.</summary>
    public static string? Open(IDataProtector protector, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
