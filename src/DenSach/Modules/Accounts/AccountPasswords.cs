using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DenSach.Modules.Accounts;

/// <summary>
/// Hashes and compares passwords in one written form (Unicode NFKC): Vietnamese marks come composed from one keyboard and apart from another,
/// and the same sentence must open on both.
/// </summary>
public sealed class AccountPasswords(IOptions<PasswordHasherOptions>? options = null) : PasswordHasher<Account>(options)
{
    public override string HashPassword(Account user, string password) => base.HashPassword(user, Written(password)!);

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Written(providedPassword)!);

    /// <summary>The password as it is counted and compared.</summary>
    public static string? Written(string? password)
    {
        try
        {
            return password?.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a sign, which no keyboard sends: it stays as it came.
            return password;
        }
    }
}
