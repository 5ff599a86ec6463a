using DenSach.Tests.Hosting;

namespace DenSach.Tests.Home;

/// <summary>What waits is counted in the menu of every page, not only on the home page, and follows what one does.</summary>
public abstract class MenuFeatures(TestApp app)
{
    private static string? CountAt(PageView page, string url) => page.Find($".side a[href='{url}'] .count")?.FirstChild?.TextContent;

    [Fact]
    public async Task The_menu_counts_on_every_page_what_the_home_page_counts_and_follows_what_one_does()
    {
        using var head = await app.SignInAsync("truong-ban");
        await (await head.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên").Set("Title", "Cho danh mục").Set("Text", "Đề nghị").SubmitAsync();
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var home = await officer.GetAsync("/viec");
        CountAt(home, "/viec").ShouldNotBeNull();
        foreach (var url in new[] { "/ke-hoach", "/nhiem-vu", "/lich", "/ho", "/toi", "/kho-khan" })
        {
            var page = await officer.GetAsync(url);
            CountAt(page, "/viec").ShouldBe(CountAt(home, "/viec"), url);
            CountAt(page, "/kho-khan").ShouldBe("1", url);
        }
        var open = await (await officer.GetAsync("/kho-khan?xem=cho-cap-minh")).FollowAsync("Cho danh mục");
        CountAt(await open.Form("Trả lời").Set("Text", "Đã cấp").SubmitAsync(), "/kho-khan").ShouldBeNull("answered: the menu knows at once");
        await (await head.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên").Set("Title", "Của người khác").Set("Text", "Đề nghị").SubmitAsync();
        app.Time.Advance(TimeSpan.FromSeconds(61));
        CountAt(await officer.GetAsync("/lich"), "/kho-khan").ShouldBe("1", "what others did is counted within a minute");
    }
}

public sealed class MenuOnSqlite(SqliteApp app) : MenuFeatures(app), IClassFixture<SqliteApp>;

public sealed class MenuOnPostgres(PostgresApp app) : MenuFeatures(app), IClassFixture<PostgresApp>;
