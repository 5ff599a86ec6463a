using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>Somebody of the demo at a screen: signs in by a card, goes to pages, presses what stands there.</summary>
public sealed class Person(IBrowserContext context, string address, string card) : IAsyncDisposable
{
    public IPage Page { get; private set; } = null!;

    public static async Task<Person> SignInAsync(Chromium chromium, AppProcess app, string card, int width = 1280, int height = 900)
    {
        var person = new Person(await chromium.NewContextAsync(width, height), app.Address, card);
        person.Page = await person.NewPageAsync();
        await person.Page.GotoAsync($"{app.Address}/dang-nhap");
        await person.Page.Locator($"button[name=card][value={card}]").ClickAsync();
        // Signed in once the next page came; on a slow machine its load event may go by between two questions for it, and is then waited for in vain.
        await person.Page.WaitForURLAsync(url => !url.Contains("dang-nhap", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return person;
    }

    public static async Task<Person> WithoutSigningInAsync(Chromium chromium, AppProcess app)
    {
        var person = new Person(await chromium.NewContextAsync(390, 844), app.Address, "anybody");
        person.Page = await person.NewPageAsync();
        return person;
    }

    public async Task GoAsync(string url, int status = 200)
    {
        var response = await Page.GotoAsync(url.StartsWith("http", StringComparison.Ordinal) ? url : address + url);
        (response?.Status).ShouldBe(status, $"{url}: {await TextAsync()}");
        await Inspection.LookAsync(Page, card);
    }

    /// <summary>Goes where the first such link leads.</summary>
    public async Task FollowAsync(string link) => await GoAsync((await Page.Locator(link).First.GetAttributeAsync("href"))!);

    /// <summary>Presses a button and, if it asks first, says yes; waits for the page that follows.</summary>
    public async Task PressAsync(string button)
    {
        var target = Page.GetByRole(AriaRole.Button, new() { Name = button }).First;
        // What follows may have the same address (a form shown again), so the navigation itself is waited for.
#pragma warning disable CS0612
        await Page.RunAndWaitForNavigationAsync(async () =>
        {
            await target.ClickAsync();
            var dialog = Page.Locator("dialog[open] [value=yes]");
            if (await dialog.CountAsync() > 0)
            {
                await dialog.ClickAsync();
            }
        });
#pragma warning restore CS0612
        await Inspection.LookAsync(Page, card);
    }

    public async Task FillAsync(string field, string value) => await Page.Locator($"[name=\"{field}\"]").First.FillAsync(value);

    public async Task ChooseAsync(string field, params string[] values)
    {
        foreach (var value in values)
        {
            // The box itself is drawn by its label; a click on the element is what a tap on the label does.
            await Page.Locator($"[name=\"{field}\"][value=\"{value}\"]").First.EvaluateAsync("box => { if (!box.checked) box.click(); }");
        }
    }

    public async Task<string> TextAsync() => string.Join(' ', (await Page.Locator("body").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task SeesAsync(string text) => (await TextAsync()).ShouldContain(text);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task<IPage> NewPageAsync()
    {
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }
}
