using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Platform.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Accounts;

public abstract class SignInFeature(TestApp app)
{
    [Fact]
    public async Task A_card_opens_the_demo_with_one_tap_and_signing_out_closes_it()
    {
        using var session = await app.WithCardAsync("van-thu");
        (await session.GetAsync("/toi")).Text.ShouldContain("Trần Thị Hạnh (dùng thử)");
        var away = await (await session.GetAsync("/dang-xuat")).Form("Đăng xuất khỏi máy này").SubmitAsync();
        away.Path.ShouldBe("/dang-nhap");
        (await session.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap?returnUrl=");
    }

    [Fact]
    public async Task A_name_nobody_has_a_wrong_password_and_a_lock_out_sound_the_same()
    {
        using var session = app.Browser();
        for (var i = 1; i <= 6; i++)
        {
            var known = await session.PasswordAsync("truyen-thong", "khong phai mat khau");
            var unknown = await session.PasswordAsync("khong-co-ai", "khong phai mat khau");
            known.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            unknown.Status.ShouldBe(known.Status);
            unknown.Find("[role=alert]")!.TextContent.ShouldBe(known.Find("[role=alert]")!.TextContent);
            known.Find("[role=alert]")!.TextContent.ShouldContain(i < 5 ? "chưa đúng" : "tạm khoá đến");
        }
    }

    [Fact]
    public async Task After_five_failures_the_right_password_waits_a_quarter_of_an_hour()
    {
        using var session = app.Browser();
        for (var i = 0; i < 5; i++)
        {
            await session.PasswordAsync("tai-chinh", "khong phai mat khau");
        }
        (await session.PasswordAsync("tai-chinh", DemoAccounts.Password)).Text.ShouldContain("tạm khoá");
        app.Time.Advance(TimeSpan.FromMinutes(15));
        (await session.PasswordAsync("tai-chinh", DemoAccounts.Password)).Path.ShouldBe("/viec");
    }

    [Fact]
    public async Task A_device_that_signed_in_before_is_not_shut_out_by_strangers()
    {
        using var own = app.Browser();
        (await own.PasswordAsync("van-hoa", DemoAccounts.Password)).Path.ShouldBe("/viec");
        await (await own.GetAsync("/dang-xuat")).Form("Đăng xuất khỏi máy này").SubmitAsync();
        using var stranger = app.Browser();
        for (var i = 0; i < 5; i++)
        {
            await stranger.PasswordAsync("van-hoa", "khong phai mat khau");
        }
        (await stranger.PasswordAsync("van-hoa", DemoAccounts.Password)).Text.ShouldContain("tạm khoá");
        (await own.PasswordAsync("van-hoa", DemoAccounts.Password)).Path.ShouldBe("/viec");
    }

    [Fact]
    public async Task An_administrator_opens_a_door_that_wrong_passwords_closed()
    {
        using var session = app.Browser();
        for (var i = 0; i < 5; i++)
        {
            await session.PasswordAsync("chi-hoi", "khong phai mat khau");
        }
        using var administrator = await app.WithCardAsync("quan-tri");
        var page = await administrator.GetAsync($"/tai-khoan/{(await app.AccountAsync("chi-hoi")).Id}");
        page.Text.ShouldContain("tạm khoá vì nhập sai nhiều lần");
        await page.Form("Mở khoá").SubmitAsync();
        (await session.PasswordAsync("chi-hoi", DemoAccounts.Password)).Path.ShouldBe("/viec");
    }

    [Fact]
    public async Task Failures_at_the_same_moment_are_all_counted()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async _ =>
                {
                    using var session = app.Browser();
                    await session.PasswordAsync("mat-tran", "khong phai mat khau");
                })
        );
        using var last = app.Browser();
        (await last.PasswordAsync("mat-tran", DemoAccounts.Password)).Text.ShouldContain("tạm khoá");
    }

    [Theory]
    [InlineData("/tai-khoan", "/tai-khoan")]
    [InlineData("//evil.example/x", "/viec")]
    [InlineData("/\\evil.example", "/viec")]
    [InlineData("https://evil.example", "/viec")]
    public async Task Signing_in_leads_to_a_page_of_this_site_only(string returnUrl, string arrives)
    {
        using var session = app.Browser();
        var page = await session.PasswordAsync("hoi-khuyen-hoc", DemoAccounts.Password, $"/dang-nhap?returnUrl={Uri.EscapeDataString(returnUrl)}");
        page.Response.RequestMessage!.RequestUri!.Authority.ShouldBe(app.Address.Authority);
        page.Path.ShouldBe(arrives);
    }

    [Fact]
    public async Task Who_asks_for_a_page_comes_back_to_it_after_signing_in()
    {
        using var session = app.Browser();
        var asked = await session.GetAsync("/toi?x=1");
        asked.Path.ShouldBe("/dang-nhap?returnUrl=%2Ftoi%3Fx%3D1");
        (await asked.Form("Trưởng thôn, bản").Set("card", "van-hoa").SubmitAsync()).Path.ShouldBe("/toi?x=1");
    }

    [Fact]
    public async Task A_card_that_does_not_exist_opens_nothing()
    {
        using var session = app.Browser();
        (await session.CardAsync("khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await session.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task A_restart_keeps_people_signed_in()
    {
        using var session = await app.WithCardAsync("ban-chi-dao");
        await app.RestartAsync();
        // Cookies belong to the host, whatever the port.
        (await session.GetAsync(new Uri(app.Address, "/toi").ToString())).Path.ShouldBe("/toi");
    }

    [Fact]
    public async Task The_audit_knows_every_attempt_and_no_name_that_was_typed()
    {
        using var session = app.Browser();
        await session.PasswordAsync("ten-la-khong-ai-co", "khong phai mat khau");
        await session.PasswordAsync("giao-duc", "khong phai mat khau");
        await session.PasswordAsync("giao-duc", DemoAccounts.Password);
        var account = await app.AccountAsync("giao-duc");
        var rows = await app.QueryAsync(db => db.Set<AuditRow>().AsNoTracking().Where(r => r.Action == "accounts.sign_in").OrderBy(r => r.Seq).ToListAsync());
        rows.Where(r => r.AccountId == account.Id).Select(r => r.Outcome).ShouldBe(["refused:password", "ok:Password"]);
        rows.ShouldContain(r => r.AccountId == Guid.Empty && r.Outcome == "refused:unknown" && r.Subjects == "");
        rows.ShouldNotContain(r => r.Subjects.Contains("ten-la") || r.Outcome.Contains("ten-la"));
        (await session.GetAsync("/toi")).Text.ShouldContain("bằng mật khẩu");
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_other_devices_and_keeps_this_one()
    {
        using var here = await app.WithCardAsync("trung-tam");
        using var there = await app.WithCardAsync("trung-tam");
        var form = (await here.GetAsync("/toi")).Form("Đổi mật khẩu");
        var refused = await form.Set("OldPassword", "sai").Set("Password", "mùa này lúa tốt").Set("PasswordAgain", "mùa này lúa tốt").SubmitAsync();
        refused.Text.ShouldContain("Mật khẩu đang dùng chưa đúng");
        var done = await form.Set("OldPassword", DemoAccounts.Password).SubmitAsync();
        done.Path.ShouldBe("/toi");
        done.Text.ShouldContain("Đã đổi mật khẩu");
        (await here.GetAsync("/toi")).Path.ShouldBe("/toi");
        (await there.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task A_password_is_the_same_however_the_keyboard_composes_its_marks()
    {
        using var here = await app.WithCardAsync("hoi-tinh");
        var decomposed = "mùa này lúa tốt".Normalize(System.Text.NormalizationForm.FormD);
        var form = (await here.GetAsync("/toi")).Form("Đổi mật khẩu").Set("OldPassword", DemoAccounts.Password);
        (await form.Set("Password", decomposed).Set("PasswordAgain", "mùa này lúa tốt".Normalize()).SubmitAsync()).Text.ShouldContain("Đã đổi mật khẩu");
        foreach (var typed in new[] { decomposed, "mùa này lúa tốt".Normalize() })
        {
            using var session = app.Browser();
            (await session.PasswordAsync("hoi-tinh", typed)).Path.ShouldBe("/viec");
        }
    }

    [Fact]
    public async Task Signing_out_ends_a_stolen_copy_of_the_cookie_and_no_other_device()
    {
        using var here = await app.WithCardAsync("kiem-tra");
        using var phone = await app.WithCardAsync("kiem-tra");
        using var stolen = app.Anonymous();
        foreach (var cookie in here.Cookies.GetCookies(app.Address).Where(c => c.Name == "densach"))
        {
            stolen.Cookies.Add(app.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
        }
        (await stolen.GetAsync("/toi")).Path.ShouldBe("/toi");
        await (await here.GetAsync("/dang-xuat")).Form("Đăng xuất khỏi máy này").SubmitAsync();
        (await stolen.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
        (await phone.GetAsync("/toi")).Path.ShouldBe("/toi");
    }

    [Fact]
    public async Task A_session_ends_a_day_after_signing_in_however_busy_it_is()
    {
        using var session = await app.WithCardAsync("lanh-dao-tinh");
        for (var hours = 0; hours < 20; hours += 5)
        {
            app.Time.Advance(TimeSpan.FromHours(5));
            (await session.GetAsync("/toi")).Path.ShouldBe("/toi", $"{hours + 5} hours");
        }
        app.Time.Advance(TimeSpan.FromHours(4));
        (await session.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task Programs_without_sign_in_get_problem_details()
    {
        using var session = app.Anonymous();
        var answer = await session.PostJsonAsync("/api/khong-co", new { });
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}

public sealed class SignInFeatureOnSqlite(SqliteApp app) : SignInFeature(app), IClassFixture<SqliteApp>;

public sealed class SignInFeatureOnPostgres(PostgresApp app) : SignInFeature(app), IClassFixture<PostgresApp>;
