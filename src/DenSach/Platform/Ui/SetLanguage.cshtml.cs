using DenSach.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Platform.Ui;

/// <summary>Remembers the language of the screen on this device and goes back to where one was.</summary>
[Public]
public sealed class SetLanguagePage : AppPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? to, string? backTo)
    {
        Language.Remember(Response, to == "en" ? "en" : "vi");
        return LocalRedirect(Url.IsLocalUrl(backTo) ? backTo : "/");
    }
}
