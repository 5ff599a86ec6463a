using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Accounts.Own;
using DenSach.Modules.Areas;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Accounts;

public abstract class ExpiredPostFeature(TestApp app)
{
    private static readonly string NewAccount = $"/tai-khoan/moi?diaBan={KnownAreas.BinhLuHamlets[2]}";

    private async Task EndSessionsAsync(string card)
    {
        var id = (await app.AccountAsync(card)).Id;
        await app.InsideAsync(services => services.GetRequiredService<ChangePassword>().EndSessionsAsync(id, CancellationToken.None));
    }

    private static FormFill Fill(PageView page, string name) => page.Form("Tạo và in phiếu").Set("DisplayName", name).Set("Grant.Role", "HamletHead");

    private Task<int> AccountsCalledAsync(string name) => app.QueryAsync(db => db.Set<Account>().CountAsync(a => a.DisplayName == name));

    [Fact]
    public async Task A_form_posted_too_late_is_kept_and_sent_again_after_signing_in()
    {
        using var session = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = Fill(await session.GetAsync(NewAccount), "Giàng Thị Máy");
        await EndSessionsAsync("hoi-khuyen-hoc");

        var late = await form.SubmitAsync();
        late.Status.ShouldBe(HttpStatusCode.Unauthorized);
        late.Text.ShouldContain("Phiên đăng nhập đã hết");
        late.Text.ShouldContain("Những gì đã nhập vẫn còn đây");
        (await AccountsCalledAsync("Giàng Thị Máy")).ShouldBe(0);

        var kept = await late.Form("Trưởng thôn, bản").Set("card", "hoi-khuyen-hoc").SubmitAsync();
        kept.Text.ShouldContain("Giàng Thị Máy");
        (await kept.Form("Gửi lại những gì đã nhập").SubmitAsync()).Text.ShouldContain("Phiếu nhận tài khoản");
        (await AccountsCalledAsync("Giàng Thị Máy")).ShouldBe(1);

        (await kept.Form("Gửi lại những gì đã nhập").SubmitAsync()).Text.ShouldContain("Phiếu đã cấp");
        (await AccountsCalledAsync("Giàng Thị Máy")).ShouldBe(1);
    }

    [Fact]
    public async Task By_password_it_is_kept_too_and_a_wrong_password_does_not_lose_it()
    {
        using var session = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = Fill(await session.GetAsync(NewAccount), "Giàng A Chu");
        await EndSessionsAsync("hoi-khuyen-hoc");
        var late = await form.SubmitAsync();
        var wrong = await late.Form("Đăng nhập").Set("UserName", "hoi-khuyen-hoc").Set("Password", "khong phai mat khau").SubmitAsync();
        var kept = await wrong.Form("Đăng nhập").Set("Password", DemoAccounts.Password).SubmitAsync();
        (await kept.Form("Gửi lại những gì đã nhập").SubmitAsync()).Text.ShouldContain("Giàng A Chu");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task What_another_site_posts_is_not_kept(string site)
    {
        using var session = app.Anonymous();
        session.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        var answer = await session.PostAsync("/tai-khoan/moi", new FormUrlEncodedContent([new("DisplayName", "Kẻ lạ")]));
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Text.ShouldContain("Không giữ lại được");
        answer.Find("input[name=Kept]")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_form_with_a_password_or_of_a_whole_book_is_not_kept()
    {
        using var session = app.Browser();
        foreach (var field in new KeyValuePair<string, string>[] { new("OldPassword", "x"), new("Text", new string('x', 200_000)) })
        {
            var answer = await session.PostAsync("/toi/matkhau", new FormUrlEncodedContent([field]));
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Text.ShouldContain("Không giữ lại được");
        }
    }

    [Fact]
    public async Task Files_stay_behind_and_it_is_said()
    {
        using var session = app.Browser();
        var content = new MultipartFormDataContent { { new StringContent("Lò Văn Pành"), "DisplayName" }, { new ByteArrayContent([1, 2, 3]), "anh", "anh.jpg" } };
        var late = await session.PostAsync("/tai-khoan/moi", content);
        late.Text.ShouldContain("Những gì đã nhập vẫn còn đây");
        var kept = await late.Form("Trưởng thôn, bản").Set("card", "hoi-khuyen-hoc").SubmitAsync();
        kept.Text.ShouldContain("Tệp đính kèm không giữ lại được (1)");
        kept.Text.ShouldContain("Lò Văn Pành");
    }
}

public sealed class ExpiredPostFeatureOnSqlite(SqliteApp app) : ExpiredPostFeature(app), IClassFixture<SqliteApp>;

public sealed class ExpiredPostFeatureOnPostgres(PostgresApp app) : ExpiredPostFeature(app), IClassFixture<PostgresApp>;
