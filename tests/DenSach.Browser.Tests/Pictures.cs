namespace DenSach.Browser.Tests;

/// <summary>Pictures of pages for README and tour: taken only when DENSACH_SCREENSHOTS names a folder (./densach dev screenshots).</summary>
public static class Pictures
{
    /// <summary>Pages wider than their screen, found on the way; told together at the end of a walk.</summary>
    public static List<string> TooWide { get; } = [];

    private static readonly string? Folder = Environment.GetEnvironmentVariable("DENSACH_SCREENSHOTS");

    public static async Task TakeAsync(Person person, string name)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await person.Page.SetViewportSizeAsync(width, width == 390 ? 844 : 900);
            var wide = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                TooWide.Add($"{name} takes {wide} px of {width}");
            }
            if (Folder is not null)
            {
                Directory.CreateDirectory(Folder);
                await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = false });
            }
        }
    }
}
