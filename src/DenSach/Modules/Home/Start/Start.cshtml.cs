using DenSach.Platform.Access;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DenSach.Modules.Home.Start;

/// <summary>The front door: who is signed in goes to work, everybody else reads what this is.</summary>
[Public]
public sealed class StartPage : AppPage
{
    public IActionResult OnGet() => Gate.Actor.IsSignedIn ? LocalRedirect("/viec") : Page();
}
