using System.Net;
using System.Text.RegularExpressions;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Accounts;

/// <summary>An installation that is no demo, from its first start on.</summary>
public sealed partial class FirstStartFeature : IAsyncLifetime
{
    private readonly StringWriter console = new();
    private readonly string folder = Directory.CreateTempSubdirectory("densach-first-").FullName;
    private WebApplication app = null!;
    private Uri address = null!;

    public async Task InitializeAsync()
    {
        app = DenSachHost.Build([$"--DENSACH_DATA={folder}", "--DENSACH_JOBS=0", "--Logging:LogLevel:Default=Warning", "--urls=http://127.0.0.1:0"], AllModules.List);
        await StartAgainAsync();
        await app.StartAsync();
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAgainAsync()
    {
        using (ConsoleOutput.To(console))
        {
            await app.Services.GetRequiredService<Installation>().PrepareAsync(app.Services, AllModules.List, CancellationToken.None);
        }
    }

    private Session Browser()
    {
        var session = new Session(address);
        session.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return session;
    }

    [Fact]
    public async Task The_administrator_comes_in_by_the_printed_code_and_has_no_right_before_the_second_step()
    {
        var codes = Code().Matches(console.ToString()).Select(m => m.Value).ToList();
        codes.Count.ShouldBe(1);
        await StartAgainAsync();
        Code().Matches(console.ToString()).Count.ShouldBe(1, "told once");

        using var session = Browser();
        (await session.GetAsync("/dang-nhap")).Text.ShouldNotContain("Thẻ dùng thử");
        var form = (await session.SlipAsync(codes[0])).Form("Đặt mật khẩu");
        await form.Set("Password", "trâu ta ăn cỏ đồng ta").Set("PasswordAgain", "trâu ta ăn cỏ đồng ta").SubmitAsync();
        (await session.PasswordAsync("quantri", "trâu ta ăn cỏ đồng ta")).Path.ShouldBe("/toi/ma-xac-thuc");
        (await session.GetAsync("/tai-khoan")).Path.ShouldBe("/toi/ma-xac-thuc");

        var page = await session.GetAsync("/toi/ma-xac-thuc");
        var token = page.Form("Bật mã xác thực")["__RequestVerificationToken"]!;
        var forced = await session.PostAsync("/tai-khoan/moi", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        forced.Status.ShouldBe(HttpStatusCode.Forbidden);

        await page.Form("Bật mã xác thực").Set("Code", Visitor.CodeOf(page.Find("code")!.TextContent, 0, TimeProvider.System)).SubmitAsync();
        (await session.GetAsync("/tai-khoan")).Path.ShouldBe("/tai-khoan");
        var off = (await session.GetAsync("/toi/ma-xac-thuc")).Form("Tắt mã xác thực");
        (await off.Set("Code", "000000").SubmitAsync()).Text.ShouldContain("không tắt được");
    }

    [Fact]
    public async Task A_card_opens_nothing_outside_a_demo()
    {
        using var session = Browser();
        var token = (await session.GetAsync("/dang-nhap")).Form("Đăng nhập")["__RequestVerificationToken"]!;
        var answer = await session.PostAsync("/dang-nhap/the", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("card", "quan-tri")]));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await session.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task The_owner_of_the_machine_gets_a_new_code_when_the_first_is_lost()
    {
        var output = new StringWriter();
        using (ConsoleOutput.To(output))
        {
            (await CommandLine.RunAsync(AllModules.List, ["accounts", "code", "quantri"], () => app.Services)).ShouldBe(0);
            (await CommandLine.RunAsync(AllModules.List, ["accounts", "code", "ai-do"], () => app.Services)).ShouldBe(1);
        }
        using var session = Browser();
        (await session.SlipAsync(Code().Match(console.ToString()).Value)).Text.ShouldContain("đã có phiếu mới hơn");
        (await session.SlipAsync(Code().Match(output.ToString()).Value)).Text.ShouldContain("quantri");
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Code();
}
