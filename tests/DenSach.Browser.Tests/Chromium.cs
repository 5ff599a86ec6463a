using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>The installed Chromium, driven; one for all tests of the run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path =
            Environment.GetEnvironmentVariable("DENSACH_CHROMIUM")
            ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no Chromium to test with: run the tests by ./test, which installs one, or set DENSACH_CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--font-render-hinting=none",
                ],
            }
        );
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A browser of somebody: own cookies, Vietnamese, a size of window.</summary>
    public Task<IBrowserContext> NewContextAsync(int width, int height, bool script = true) =>
        Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
                JavaScriptEnabled = script,
            }
        );
}

[CollectionDefinition(nameof(Chromium))]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
