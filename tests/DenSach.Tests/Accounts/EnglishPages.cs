using AngleSharp.Dom;
using DenSach.Modules.Areas;
using DenSach.Platform.Ui;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Accounts;

/// <summary>In English no Vietnamese is left outside what is marked as such: names, places, slips, sentences of use cases.</summary>
public sealed class EnglishPages() : TestApp(Engine.Sqlite)
{
    private static IEnumerable<string> VietnameseOn(PageView page) =>
        page
            .Document.Body!.GetDescendants()
            .OfType<IText>()
            .Where(text => text.ParentElement is { } parent && parent.Closest("script, [lang=vi]") is null && Language.IsVietnamese(text.Data))
            .Select(text => text.Data.Trim());

    [Fact]
    public async Task Pages_for_everybody()
    {
        using var session = this.Browser();
        foreach (var url in new[] { "/dang-nhap?ngon-ngu=en", "/nhan-tai-khoan?ngon-ngu=en", "/dang-xuat?ngon-ngu=en" })
        {
            VietnameseOn(await session.GetAsync(url)).ShouldBeEmpty(url);
        }
    }

    [Fact]
    public async Task Pages_of_those_who_look_after_accounts()
    {
        using var session = await this.WithCardAsync("hoi-khuyen-hoc");
        var head = (await this.AccountAsync("truong-ban")).Id;
        var leader = (await this.AccountAsync("lanh-dao-xa")).Id;
        string[] urls =
        [
            "/toi",
            "/toi/ma-xac-thuc",
            "/tai-khoan",
            $"/tai-khoan/{head}",
            $"/tai-khoan/{leader}",
            $"/tai-khoan/{head}/quyen",
            $"/tai-khoan/moi?diaBan={KnownAreas.BinhLuHamlets[0]}",
        ];
        foreach (var url in urls)
        {
            VietnameseOn(await session.GetAsync(url + (url.Contains('?') ? "&" : "?") + "ngon-ngu=en")).ShouldBeEmpty(url);
        }
        var slip = await (await session.GetAsync($"/tai-khoan/moi?diaBan={KnownAreas.BinhLuHamlets[0]}&ngon-ngu=en"))
            .Form("Create and print the slip")
            .Set("DisplayName", "Vàng Thị Én")
            .Set("Grant.Role", "HamletHead")
            .SubmitAsync();
        VietnameseOn(slip).ShouldBeEmpty();
    }
}
