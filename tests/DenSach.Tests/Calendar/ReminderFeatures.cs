using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Calendar;

/// <summary>A deadline is told to whoever has to act, with a message to send on; to nobody else.</summary>
public abstract class ReminderFeatures(TestApp app)
{
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    private static DeadlineContent Due(string what, int day = 5, int month = 12, int? year = null, string relation = "before") =>
        new()
        {
            Day = day,
            Month = month,
            Year = year,
            Relation = relation,
            Recurrence = year is null ? "yearly" : "once",
            What = what,
            SentTo = "UBND xã",
        };

    private static async Task<PageView> FollowAsync(Session who, string words)
    {
        var row = (await who.GetAsync("/viec")).FindAll("ol a").Single(a => a.TextContent.Contains(words, StringComparison.Ordinal));
        return await who.GetAsync(row.GetAttribute("href")!.Split('#')[0]);
    }

    [Fact]
    public async Task The_deadline_of_a_hamlets_own_plan_is_told_to_its_head_and_branch_and_to_no_other()
    {
        await app.PlantAsync(Hamlet, p => p.Add(Due("Bản báo cáo tủ sách thử")));
        foreach (var account in new[] { "truong-ban", "chi-hoi" })
        {
            using var own = await app.SignInAsync(account);
            var month = await FollowAsync(own, "Bản báo cáo tủ sách thử");
            var message = month.Find("#notice")!.TextContent;
            message.ShouldContain("Chậm nhất thứ Sáu, 4/12/2026: Bản báo cáo tủ sách thử. Gửi UBND xã.", customMessage: "before the 5th is the 4th");
            message.Split('•').Length.ShouldBe(2, "only the deadline that was chosen");
            var address = (await (await own.GetAsync("/lich/dang-ky")).Form("Tạo đường dẫn").SubmitAsync()).Find("#address")!.TextContent;
            var feed = (await own.Http.GetStringAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal);
            var told = feed.Split("BEGIN:VEVENT").Single(e => e.Contains("Bản báo cáo tủ sách thử") && e.Contains("DTSTART;VALUE=DATE:2026"));
            told.ShouldContain("DTSTART;VALUE=DATE:20261204");
            told.ShouldContain("Kế hoạch ghi: trước 5/12 hằng năm.");
        }
        foreach (var account in new[] { "truong-ban-2", "hoi-khuyen-hoc", "truong-hoc" })
        {
            using var other = await app.SignInAsync(account);
            (await other.GetAsync("/viec")).Text.ShouldNotContain("Bản báo cáo tủ sách thử", customMessage: account);
        }
    }

    [Fact]
    public async Task The_deadline_of_a_schools_own_plan_is_told_to_the_school()
    {
        using var school = await app.SignInAsync("truong-hoc");
        var seat = Guid.Parse((await school.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên")["VoiceKey"]!.Split(':')[1]);
        await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(Due("Nhà trường nộp kết quả thử")), organisation: seat);
        await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(Due("Trường khác nộp kết quả thử")), organisation: Guid.CreateVersion7());
        (await FollowAsync(school, "Nhà trường nộp kết quả thử")).Find("#notice")!.TextContent.ShouldContain("Nhà trường nộp kết quả thử");
        (await school.GetAsync("/viec")).Text.ShouldNotContain("Trường khác nộp kết quả thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("Nhà trường nộp kết quả thử");
    }

    [Fact]
    public async Task The_review_in_the_year_after_the_last_of_the_plan_is_told_as_the_calendar_shows_it()
    {
        await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(Due("Tổng kết giai đoạn thử", 15, 1, 2027, "by")), firstYear: 2024, lastYear: 2026);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await officer.GetAsync("/lich?nam=2027")).Text.ShouldContain("Tổng kết giai đoạn thử");
        var month = await FollowAsync(officer, "Tổng kết giai đoạn thử");
        month.Find("#notice")!.TextContent.ShouldContain("thứ Sáu, 15/1/2027");
        var whole = await month.FollowAsync("Nhắc cả tháng");
        whole.Find("#notice")!.TextContent.ShouldContain("NHẮC HẠN THÁNG 1/2027");
    }

    [Fact]
    public async Task What_a_hamlet_plans_for_itself_is_work_of_its_head_and_a_message_to_send_on()
    {
        var plan = await app.PlantAsync(Hamlet, p => p.Add(new TaskContent { Lead = "Bà con trong bản thử", What = "dọn phòng đọc thử" }));
        using var head = await app.SignInAsync("truong-ban");
        var task = await head.GetAsync($"/nhiem-vu/{plan.Id}/1");
        (await task.Form("Ghi việc giao").Set("DueOn", "2026-11-20").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await head.GetAsync("/viec")).Text.ShouldContain("dọn phòng đọc thử");
        var late = await head.GetAsync("/nhiem-vu?xem=qua-han");
        late.Find("#notice")!.TextContent.ShouldContain("đã quá hạn thứ Sáu, 20/11: dọn phòng đọc thử");
        using var other = await app.SignInAsync("truong-ban-2");
        (await other.GetAsync("/viec")).Text.ShouldNotContain("dọn phòng đọc thử");
    }

    [Fact]
    public async Task A_month_of_sixty_deadlines_stays_to_be_read_and_hides_nothing_else_in_the_queue()
    {
        await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                for (var i = 0; i < 60; i++)
                {
                    p.Add(Due($"Việc bận thử {i}", 1 + i % 20, 12, 2026, "by"));
                }
            }
        );
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var month = await officer.GetAsync("/lich/2026/12");
        month.FindAll("table.month td").Max(td => td.QuerySelectorAll("a").Length).ShouldBeLessThanOrEqualTo(4, "three and the way to the rest");
        month.FindAll("ul.due > li").Count().ShouldBeGreaterThanOrEqualTo(60, "all of them in the list, day by day");
        month.FindAll("table.month a").Select(a => a.GetAttribute("href")![1..]).ShouldAllBe(id => month.Document.GetElementById(id) != null);
        (await officer.GetAsync("/lich?nam=2026")).FindAll("section[aria-labelledby=t-12] li").Count().ShouldBe(8);
        var rows = (await officer.GetAsync("/viec")).FindAll("ol a").Where(a => a.GetAttribute("href")!.StartsWith("/lich/", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBe(6, "five of their own, the rest together");
        rows.Sum(r => int.Parse(r.QuerySelector(".n")!.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    public async Task In_English_one_deadline_is_one_deadline()
    {
        await app.PlantAsync(KnownAreas.NongCong, p => p.Add(Due("Một việc thử", 10, 8, 2027, "by")));
        using var officer = await app.SignInAsync("hoi-nong-cong");
        (await officer.GetAsync("/lich/2027/8?ngon-ngu=en")).Find("#list")!.TextContent.ShouldBe("1 deadline");
        (await officer.GetAsync("/lich/2027/12?ngon-ngu=en")).Find("#list")!.TextContent.ShouldMatch("^[2-9][0-9]* deadlines$");
    }
}

public sealed class RemindersOnSqlite(SqliteApp app) : ReminderFeatures(app), IClassFixture<SqliteApp>;

public sealed class RemindersOnPostgres(PostgresApp app) : ReminderFeatures(app), IClassFixture<PostgresApp>;
