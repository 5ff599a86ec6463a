using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Calendar.Feed;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Calendar;

/// <summary>The address that phones and Outlook read: shown once, kept as a hash, open only as long as its account may see the area.</summary>
public abstract class FeedFeatures(TestApp app)
{
    private static async Task<string> MakeAsync(Session who)
    {
        var made = await (await who.GetAsync("/lich/dang-ky")).Form("Tạo đường dẫn").SubmitAsync();
        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        return new Uri(made.Find("#address")!.TextContent.Trim()).AbsolutePath;
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var phone = app.Anonymous();
        return (await phone.Http.GetAsync(address)).StatusCode;
    }

    private Task<int> ChangeAsync(string account, Func<DenSach.Platform.Data.AppDb, Account, Task> change) =>
        app.QueryAsync(async db =>
        {
            await change(db, await db.Set<Account>().SingleAsync(a => a.UserName == account));
            return await db.SaveChangesAsync();
        });

    private static object Command(string hash) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            areaId = KnownAreas.BinhLu,
            tokenHash = hash,
        };

    [Fact]
    public async Task A_phone_reads_it_without_signing_in_and_it_is_shown_only_once()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var address = await MakeAsync(officer);
        using var phone = app.Anonymous();
        var answer = await phone.Http.GetAsync(address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("DTSTART;VALUE=DATE:20261230");
        text.ShouldContain("DTSTART;VALUE=DATE:20281230", customMessage: "two years ahead");
        var token = Path.GetFileNameWithoutExtension(address);
        (await officer.GetAsync("/lich/dang-ky")).Html.ShouldNotContain(token);
        var hashes = await app.QueryAsync(db => db.Set<CalendarFeed>().Select(f => f.TokenHash).ToListAsync());
        hashes.ShouldContain(CalendarFeed.HashOf(token));
        hashes.Contains(token).ShouldBeFalse();
        (await StatusAsync($"/lich/{CalendarFeed.NewToken()}.ics")).ShouldBe(HttpStatusCode.NotFound);
        var told = await app.QueryAsync(db => db.Set<AuditRow>().Where(r => r.Action == "calendar.feed").ToListAsync());
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(r => !r.Subjects.Contains(token));
    }

    [Fact]
    public async Task Ended_it_gives_nothing()
    {
        using var officer = await app.SignInAsync("van-hoa");
        var address = await MakeAsync(officer);
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.OK);
        (await (await officer.GetAsync("/lich/dang-ky")).Form("Bỏ").SubmitAsync()).Text.ShouldContain("Đã bỏ đường dẫn lịch");
        (await StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pressed_twice_one_is_made_and_the_second_is_told()
    {
        using var officer = await app.SignInAsync("mat-tran");
        var form = (await officer.GetAsync("/lich/dang-ky")).Form("Tạo đường dẫn");
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var again = await form.SubmitAsync();
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Text.ShouldContain("đã được tạo ở lần bấm trước");
        again.FindAll("ul.plan-list li").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_locked_account_and_one_without_its_grant_give_nothing()
    {
        using var locked = await app.SignInAsync("truyen-thong");
        var first = await MakeAsync(locked);
        await ChangeAsync(
            "truyen-thong",
            (_, account) =>
            {
                account.Lock(DateTime.UtcNow);
                return Task.CompletedTask;
            }
        );
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.NotFound);
        using var moved = await app.SignInAsync("hoi-tuy-an-tay");
        var second = await MakeAsync(moved);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.OK);
        await ChangeAsync(
            "hoi-tuy-an-tay",
            async (db, account) =>
            {
                foreach (var grant in await db.Set<Grant>().Where(g => g.AccountId == account.Id).ToListAsync())
                {
                    grant.EndOn(new DateOnly(2026, 11, 21));
                }
            }
        );
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_account_has_at_most_ten_and_a_token_in_the_clear_is_not_taken()
    {
        using var officer = await app.SignInAsync("tai-chinh");
        (await officer.PostJsonAsync("/api/calendar/feeds", Command("mat-khau-de-doan"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        for (var n = 0; n < 10; n++)
        {
            (await officer.PostJsonAsync("/api/calendar/feeds", Command(CalendarFeed.HashOf(CalendarFeed.NewToken())))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await officer.PostJsonAsync("/api/calendar/feeds", Command(CalendarFeed.HashOf(CalendarFeed.NewToken())))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var one = await app.QueryAsync(db =>
            db.Set<CalendarFeed>().OrderBy(f => f.MadeAt).FirstAsync(f => db.Set<Account>().Any(a => a.Id == f.AccountId && a.UserName == "tai-chinh"))
        );
        var end = new { commandId = Guid.CreateVersion7(), feedId = one.Id };
        using var other = await app.SignInAsync("van-thu");
        (await other.PostJsonAsync("/api/calendar/feeds/end", end)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody ends another's");
        (await officer.PostJsonAsync("/api/calendar/feeds/end", end)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/calendar/feeds", Command(CalendarFeed.HashOf(CalendarFeed.NewToken())))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class FeedsOnSqlite(SqliteApp app) : FeedFeatures(app), IClassFixture<SqliteApp>;

public sealed class FeedsOnPostgres(PostgresApp app) : FeedFeatures(app), IClassFixture<PostgresApp>;
