using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Accounts;

public abstract class SecondStepFeature(TestApp app)
{
    private async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> TurnOnAsync(Session session)
    {
        var page = await session.GetAsync("/toi/ma-xac-thuc");
        var key = page.Find("code")!.TextContent;
        (await session.Http.GetAsync("/toi/ma-xac-thuc/qr.svg")).Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await page.Form("Bật mã xác thực").Set("Code", "000000").SubmitAsync()).Text.ShouldContain("Mã chưa đúng");
        var on = await page.Form("Bật mã xác thực").Set("Code", app.CodeOf(key, -1)).SubmitAsync();
        return (key, [.. on.FindAll("ul.font-monospace li").Select(li => li.TextContent.Trim())]);
    }

    [Fact]
    public async Task With_a_second_step_the_password_alone_opens_nothing()
    {
        using var session = await app.WithCardAsync("lanh-dao-xa");
        var (key, codes) = await TurnOnAsync(session);
        codes.Count.ShouldBe(10);
        (await session.GetAsync("/toi")).Path.ShouldBe("/toi", "this session goes on");
        (await session.Http.GetAsync("/toi/ma-xac-thuc/qr.svg")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the key is never shown again");

        using var other = app.Browser();
        var asked = await other.PasswordAsync("lanh-dao-xa", DemoAccounts.Password);
        (await other.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
        var code = app.CodeOf(key);
        (await asked.Form("Xác nhận").Set("Code", "123").SubmitAsync()).Text.ShouldContain("Mã xác thực chưa đúng");
        (await asked.Form("Xác nhận").Set("Code", code).SubmitAsync()).Path.ShouldBe("/viec");

        using var thief = app.Browser();
        var again = await thief.PasswordAsync("lanh-dao-xa", DemoAccounts.Password);
        (await again.Form("Xác nhận").Set("Code", code).SubmitAsync()).Text.ShouldContain("đã dùng");
        (await again.Form("Xác nhận").Set("Code", app.CodeOf(key, -1)).SubmitAsync()).Text.ShouldContain("đã dùng");

        (await again.Form("Xác nhận").Set("Code", codes[0].ToLowerInvariant()).SubmitAsync()).Path.ShouldBe("/viec");
        using var third = app.Browser();
        var last = await third.PasswordAsync("lanh-dao-xa", DemoAccounts.Password);
        (await last.Form("Xác nhận").Set("Code", codes[0]).SubmitAsync()).Text.ShouldContain("Mã xác thực chưa đúng");

        var kept = await app.QueryAsync(db => db.Set<IdentityUserToken<Guid>>().Where(t => t.Name == "RecoveryCodes").Select(t => t.Value!).ToListAsync());
        kept.ShouldAllBe(value => !codes.Any(c => value.Contains(c) || value.Contains(c.Replace("-", ""))));
    }

    [Fact]
    public async Task Every_recovery_code_opens_once_also_after_others_were_used()
    {
        using var session = await app.WithCardAsync("ban-chi-dao");
        var (_, codes) = await TurnOnAsync(session);
        foreach (var code in new[] { codes[0], codes[1], codes[9] })
        {
            using var other = app.Browser();
            var asked = await other.PasswordAsync("ban-chi-dao", DemoAccounts.Password);
            (await asked.Form("Xác nhận").Set("Code", code).SubmitAsync()).Path.ShouldBe("/viec");
        }
        using var again = app.Browser();
        var last = await again.PasswordAsync("ban-chi-dao", DemoAccounts.Password);
        (await last.Form("Xác nhận").Set("Code", codes[1]).SubmitAsync()).Text.ShouldContain("Mã xác thực chưa đúng");
    }

    [Fact]
    public async Task After_a_reset_the_lost_phone_is_worth_nothing()
    {
        using var session = await app.WithCardAsync("trung-tam");
        var (key, codes) = await TurnOnAsync(session);
        var account = await app.AccountAsync("trung-tam");
        using var administrator = await app.WithCardAsync("quan-tri");
        var slip = await (await administrator.GetAsync($"/tai-khoan/{account.Id}")).Form("Cấp lại và in phiếu").SubmitAsync();
        (await app.QueryAsync(db => db.Set<IdentityUserToken<Guid>>().CountAsync(t => t.UserId == account.Id))).ShouldBe(0);

        using var holder = app.Browser();
        await holder.ReceiveAsync(slip.SlipCode());
        await holder.PasswordAsync("trung-tam", "mùa này lúa tốt");
        var anew = await TurnOnAsync(holder);
        anew.Key.ShouldNotBe(key);

        using var thief = app.Browser();
        var asked = await thief.PasswordAsync("trung-tam", "mùa này lúa tốt");
        (await asked.Form("Xác nhận").Set("Code", app.CodeOf(key)).SubmitAsync()).Text.ShouldContain("Mã xác thực chưa đúng");
        (await asked.Form("Xác nhận").Set("Code", codes[0]).SubmitAsync()).Text.ShouldContain("Mã xác thực chưa đúng");
    }

    [Fact]
    public async Task A_code_from_the_command_line_takes_the_old_phone_away_too()
    {
        using var session = await app.WithCardAsync("truyen-thong");
        await TurnOnAsync(session);
        var account = await app.AccountAsync("truyen-thong");
        (await app.CommandLineAsync("accounts", "code", "truyen-thong")).Code.ShouldBe(0);
        (await app.QueryAsync(db => db.Set<IdentityUserToken<Guid>>().CountAsync(t => t.UserId == account.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_out()
    {
        using var session = await app.WithCardAsync("kiem-tra");
        var (key, _) = await TurnOnAsync(session);
        using var thief = app.Browser();
        var asked = await thief.PasswordAsync("kiem-tra", DemoAccounts.Password);
        PageView page = asked;
        for (var i = 0; i < 5; i++)
        {
            page = await asked.Form("Xác nhận").Set("Code", "abc").SubmitAsync();
        }
        page.Text.ShouldContain("tạm khoá đến");
        (await asked.Form("Xác nhận").Set("Code", app.CodeOf(key, 1)).SubmitAsync()).Text.ShouldContain("tạm khoá đến");
    }

    [Fact]
    public async Task The_second_step_must_follow_within_ten_minutes_and_cannot_be_made_up()
    {
        using var session = await app.WithCardAsync("hoi-tinh");
        var (key, _) = await TurnOnAsync(session);
        using var other = app.Browser();
        var asked = await other.PasswordAsync("hoi-tinh", DemoAccounts.Password);
        (await asked.Form("Xác nhận").Set("SecondStep", "tu-nghi-ra").Set("Code", app.CodeOf(key)).SubmitAsync()).Text.ShouldContain("đăng nhập lại từ đầu");
        app.Time.Advance(TimeSpan.FromMinutes(10));
        (await asked.Form("Xác nhận").Set("Code", app.CodeOf(key)).SubmitAsync()).Text.ShouldContain("quá 10 phút");
    }
}

public sealed class SecondStepFeatureOnSqlite(SqliteApp app) : SecondStepFeature(app), IClassFixture<SqliteApp>;

public sealed class SecondStepFeatureOnPostgres(PostgresApp app) : SecondStepFeature(app), IClassFixture<PostgresApp>;
