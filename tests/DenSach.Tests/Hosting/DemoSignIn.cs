using DenSach.Modules.Accounts;

namespace DenSach.Tests.Hosting;

public static class DemoSignIn
{
    /// <summary>Signs in with one of the demo's accounts.</summary>
    public static async Task<Session> SignInAsync(this TestApp app, string account)
    {
        var session = app.Anonymous();
        var page = await session.GetAsync("/dang-nhap");
        var home = await page.Form("Đăng nhập").Set("UserName", account).Set("Password", DemoAccounts.Password).SubmitAsync();
        home.Path.ShouldBe("/viec", home.Text);
        return session;
    }

    /// <summary>What a person reads on the page in Vietnamese although the page is in English.</summary>
    public static string LeftInVietnamese(this PageView page)
    {
        var main = page.Find("main")!;
        foreach (var data in main.QuerySelectorAll("[lang=vi]").ToList())
        {
            data.Remove();
        }
        return string.Join(' ', main.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(DenSach.Platform.Ui.Language.IsVietnamese));
    }
}
