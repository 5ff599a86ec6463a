using System.Globalization;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace DenSach.Modules.Accounts.SignIn;

/// <summary>Carries through the form of the second step that the first was passed: whose, with which stamp, for ten minutes. Sealed, so that nobody makes one.</summary>
public sealed class SecondStepForm(IDataProtectionProvider protection, Clock clock)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    public static readonly Problem Over = Problem.Refused("second_step_over", "Bước xác thực đã quá 10 phút. Hãy đăng nhập lại từ đầu.");

    private readonly IDataProtector protector = protection.CreateProtector("DenSach.Accounts.SecondStep");

    public string Seal(Account account) => protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id} {account.SecurityStamp} {(clock.Now + Validity).Ticks}"));

    public (Guid AccountId, string Stamp)? Open(string? form)
    {
        var parts = (Sealed.Open(protector, form) ?? "").Split(' ');
        return parts.Length == 3 && long.Parse(parts[2], CultureInfo.InvariantCulture) > clock.Now.Ticks ? (Guid.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]) : null;
    }
}
