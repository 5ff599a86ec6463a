using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DenSach.Modules.Home.Check;

/// <summary>Where a code from a certificate is typed. The page of the code itself belongs to who issues certificates.</summary>
[Public]
[EnableRateLimiting(RateLimits.Public)]
public sealed class CheckPage : AppPage
{
    public IActionResult OnGet(string? ma) => string.IsNullOrWhiteSpace(ma) ? Page() : LocalRedirect($"/kiem-tra/{Uri.EscapeDataString(ma.Trim())}");
}
