using Microsoft.Playwright;

namespace DenSach.Browser.Tests;

/// <summary>That the look at every page can fail.</summary>
[Collection(nameof(Chromium))]
public sealed class InspectionRules(Chromium chromium)
{
    [Fact]
    public async Task A_picture_without_words_and_a_sentence_left_in_Vietnamese_are_found()
    {
        await using var context = await chromium.NewContextAsync(390, 844);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Planted }));
        await page.GotoAsync("http://planted.example/trang");
        (await Inspection.AgainstAccessAsync(page)).ShouldContain(found => found.StartsWith("image-alt"));
        (await Inspection.LeftInEnglishAsync(page)).ShouldBe(["Hộ gia đình", "Tìm hộ"]);
    }

    private const string Planted = """
        <!doctype html><html lang="en"><head><title>Planted</title></head>
        <body><main><h1>Hộ gia đình</h1><p lang="vi">Bản Nà Luồng</p><input aria-label="Tìm hộ"><img src="x.png"></main></body></html>
        """;
}
