using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Calendar;
using DenSach.Modules.Plans;
using DenSach.Platform.Audit;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Calendar;

/// <summary>A deadline of a plan waits until somebody tells it done or no longer needed; past, it is late and stays in sight.</summary>
public abstract class SettleFeatures(TestApp app)
{
    /// <summary>Planted plans were confirmed on 20 November, today is the 21st: what was due on the 20th is late by a day.</summary>
    private static DeadlineContent Due(string what, int day = 20, int month = 11, string recurrence = "yearly") =>
        new()
        {
            Day = day,
            Month = month,
            Relation = "by",
            Recurrence = recurrence,
            What = what,
            SentTo = "UBND tỉnh",
        };

    private static object Settle(Plan plan, string occurrence, string state = "Done", int version = 0, string? note = null, string? on = null, int? area = null) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan.Id,
            place = 1,
            occurrence,
            basedOn = version,
            state,
            note,
            on,
            areaId = area,
        };

    private static async Task<HttpStatusCode> TellAsync(Session who, object command) => (await who.PostJsonAsync("/api/calendar/settle", command)).StatusCode;

    private static async Task<JsonElement> ItemAsync(Session who, Plan plan, string day, string query = "") =>
        JsonDocument
            .Parse(await who.Http.GetStringAsync($"/api/calendar?year={day[..4]}{query}"))
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("planId").GetGuid() == plan.Id && i.GetProperty("day").GetString() == day);

    [Fact]
    public async Task What_went_by_stays_in_the_queue_until_it_is_told_done_and_can_be_taken_back()
    {
        var plan = await app.PlantAsync(KnownAreas.TuyAnTay, p => p.Add(Due("Báo cáo thử đã qua")));
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var queue = await officer.GetAsync("/viec");
        queue.Text.ShouldContain("Hạn trong kế hoạch: quá 1 ngày, chưa ghi là xong");
        var row = queue.FindAll("ol a").Single(a => a.TextContent.Contains("Báo cáo thử đã qua", StringComparison.Ordinal));
        var month = await officer.GetAsync(row.GetAttribute("href")!.Split('#')[0]);
        month.Find(Li(plan))!.TextContent.ShouldContain("Quá hạn");
        month.Find("#notice")!.TextContent.ShouldContain("Đã quá hạn thứ Sáu, 20/11");
        (await officer.GetAsync("/lich")).Find("#late")!.TextContent.ShouldContain("1 hạn đã quá, chưa ghi là xong");

        var done = await month.Form("Đã xong", Li(plan)).Set("On", "2026-11-20").Set("Note", "Báo cáo số 45/BC-UBND").SubmitAsync();
        done.Status.ShouldBe(HttpStatusCode.OK);
        var item = done.Find(Li(plan))!.TextContent;
        item.ShouldContain("Đã xong");
        item.ShouldContain("Báo cáo số 45/BC-UBND");
        item.ShouldContain("Cán bộ Hội Khuyến học xã, xã Tuy An Tây");
        done.Find("table.month")!.TextContent.ShouldContain("✓ Báo cáo thử đã qua", customMessage: "on the sheet to hang up");
        done.Find("#notice")!.TextContent.ShouldNotContain("Báo cáo thử đã qua", customMessage: "nobody is reminded of what is done");
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("Báo cáo thử đã qua");
        var year = await officer.GetAsync("/lich");
        year.Find("#late").ShouldBeNull();
        var csv = await officer.Http.GetStringAsync(year.Document.Links.Single(a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!);
        csv.Split("\r\n").Single(l => l.Contains("Báo cáo thử đã qua")).ShouldContain("Đã xong,20/11/2026,Báo cáo số 45/BC-UBND");
        var address = (await (await officer.GetAsync("/lich/dang-ky")).Form("Tạo đường dẫn").SubmitAsync()).Find("#address")!.TextContent;
        var feed = (await officer.Http.GetStringAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal);
        var told = feed.Split("BEGIN:VEVENT").Single(e => e.Contains("Báo cáo thử đã qua") && e.Contains("DTSTART;VALUE=DATE:2026"));
        told.ShouldContain("SUMMARY:Đã xong: Báo cáo thử đã qua");
        told.ShouldNotContain("VALARM");
        told.ShouldNotContain("45/BC", customMessage: "a feed opens without signing in");
        feed.Split("BEGIN:VEVENT")
            .Single(e => e.Contains("Báo cáo thử đã qua") && e.Contains("DTSTART;VALUE=DATE:2027"))
            .ShouldContain("VALARM", customMessage: "next year's waits");

        var back = await done.Form("Lấy lại", Li(plan)).SubmitAsync();
        back.Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync("/viec")).Text.ShouldContain("Báo cáo thử đã qua");
        var acts = await app.QueryAsync(db =>
            db.Set<AuditRow>().Where(r => r.Action == "calendar.settle" && r.Subjects == $"{plan.Id}").OrderBy(r => r.At).Select(r => r.Outcome).ToListAsync()
        );
        acts.ShouldBe(["Done", "Open"]);
    }

    [Fact]
    public async Task No_longer_needed_wants_a_reason_and_a_day_lies_in_the_past()
    {
        var plan = await app.PlantAsync(KnownAreas.NongCong, p => p.Add(Due("Việc thử không cần nữa")));
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var month = await officer.GetAsync($"/lich/2026/11?han={Key(plan, "20261120")}");
        var refused = await month.Form("Không cần nữa", Li(plan)).Set("On", "2026-11-19").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("Hãy ghi vì sao hạn này không cần nữa");
        (await TellAsync(officer, Settle(plan, "2026", on: "2026-11-22"))).ShouldBe(HttpStatusCode.BadRequest, "tomorrow");
        (await TellAsync(officer, Settle(plan, "2026", note: new string('a', 501)))).ShouldBe(HttpStatusCode.BadRequest);
        (await TellAsync(officer, Settle(plan, "2026", "Open"))).ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing to take back");
        foreach (var never in new[] { "2031", "2026-1/4", "", "x" })
        {
            (await TellAsync(officer, Settle(plan, never))).ShouldBe(HttpStatusCode.NotFound, never);
        }
        (await refused.Form("Không cần nữa", Li(plan)).Set("Note", "Tỉnh bỏ báo cáo này").SubmitAsync()).Find(Li(plan))!.TextContent.ShouldContain("Không cần nữa");
        (await TellAsync(officer, Settle(plan, "2026"))).ShouldBe(HttpStatusCode.Conflict, "based on nothing, while somebody told it");
    }

    [Fact]
    public async Task Each_time_it_comes_stands_for_itself_and_a_corrected_day_keeps_what_was_told()
    {
        var plan = await app.PlantAsync(KnownAreas.TuyAnTay, p => p.Add(Due("Báo cáo quý thử", 20, 2, "quarterly")));
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var quarters = JsonDocument
            .Parse(await officer.Http.GetStringAsync("/api/calendar?year=2026"))
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Where(i => i.GetProperty("planId").GetGuid() == plan.Id)
            .Select(i => i.GetProperty("occurrence").GetString()!)
            .ToList();
        quarters.ShouldBe(["2026-1/4", "2026-2/4", "2026-3/4", "2026-4/4"]);
        (await TellAsync(officer, Settle(plan, "2026-4/4"))).ShouldBe(HttpStatusCode.OK);
        await app.QueryAsync(async db =>
        {
            var deadline = await db.Set<PlanDeadline>().SingleAsync(d => d.PlanId == plan.Id);
            deadline.Correct(deadline.Content with { Day = 15 });
            return await db.SaveChangesAsync();
        });
        var items = JsonDocument.Parse(await officer.Http.GetStringAsync("/api/calendar?year=2026")).RootElement.GetProperty("items").EnumerateArray();
        items.Where(i => i.GetProperty("planId").GetGuid() == plan.Id).Select(i => i.GetProperty("state").GetString()).ShouldBe(["Open", "Open", "Open", "Done"]);
    }

    [Fact]
    public async Task What_went_by_before_the_plan_was_confirmed_or_after_it_was_withdrawn_is_not_late()
    {
        var before = await app.PlantAsync(KnownAreas.TuyAnTay, p => p.Add(Due("Việc thử từ trước", 19)));
        var ended = await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                p.Add(Due("Việc thử đã thu hồi"));
                p.Withdraw(new DateOnly(2026, 11, 21), "thử");
            }
        );
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await ItemAsync(officer, before, "2026-11-19")).GetProperty("isLate").GetBoolean().ShouldBeFalse();
        (await ItemAsync(officer, ended, "2026-11-20")).GetProperty("isLate").GetBoolean().ShouldBeFalse();
        var queue = (await officer.GetAsync("/viec")).Text;
        queue.ShouldNotContain("Việc thử từ trước");
        queue.ShouldNotContain("Việc thử đã thu hồi");
    }

    [Fact]
    public async Task Whose_plan_it_is_tells_it_and_of_the_level_above_each_commune_for_itself()
    {
        var commune = await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(Due("Báo cáo thử của xã")));
        var province = await app.PlantAsync(KnownAreas.LaiChau, p => p.Add(Due("Báo cáo thử theo tỉnh")));
        using var head = await app.SignInAsync("truong-ban");
        (await TellAsync(head, Settle(commune, "2026"))).ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync("/lich/2026/11")).Document.QuerySelectorAll("details.settle").ShouldBeEmpty();
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        (await TellAsync(stranger, Settle(commune, "2026"))).ShouldBe(HttpStatusCode.NotFound);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await TellAsync(officer, Settle(province, "2026"))).ShouldBe(HttpStatusCode.NotFound, "not for the province");
        (await ItemAsync(officer, province, "2026-11-20")).GetProperty("isLate").GetBoolean().ShouldBeFalse("the province's plan does not say that it is this commune's work");
        var month = await officer.GetAsync($"/lich/2026/11?han={Key(province, "20261120")}");
        (await month.Form("Đã xong", Li(province)).SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await ItemAsync(officer, province, "2026-11-20")).GetProperty("state").GetString().ShouldBe("Done");
        using var above = await app.SignInAsync("hoi-tinh");
        (await ItemAsync(above, province, "2026-11-20")).GetProperty("state").GetString().ShouldBe("Open", "one commune of many");
        (await above.GetAsync("/viec")).Text.ShouldContain("Báo cáo thử theo tỉnh");
        var registers = await app.QueryAsync(db => db.Set<SettledDeadline>().Where(s => s.PlanId == province.Id).Select(s => s.RegisterId).ToListAsync());
        registers.ShouldBe([commune.RegisterId]);
    }

    [Fact]
    public async Task A_hamlet_reads_what_its_commune_told()
    {
        var commune = await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(Due("Các bản nộp danh sách thử đã thu") with { SentTo = "UBND xã" }));
        var province = await app.PlantAsync(KnownAreas.LaiChau, p => p.Add(Due("Các bản tổng kết thử theo tỉnh") with { SentTo = null }));
        var hamlet = KnownAreas.BinhLuHamlets[0];
        using var head = await app.SignInAsync("truong-ban");
        (await ItemAsync(head, commune, "2026-11-20")).GetProperty("state").GetString().ShouldBe("Open");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await TellAsync(officer, Settle(commune, "2026", area: hamlet))).ShouldBe(HttpStatusCode.NotFound, "no hamlet's own word");
        (await TellAsync(officer, Settle(commune, "2026", note: "Đủ các bản"))).ShouldBe(HttpStatusCode.OK);
        (await TellAsync(officer, Settle(province, "2026", area: KnownAreas.BinhLu))).ShouldBe(HttpStatusCode.OK);
        (await ItemAsync(head, commune, "2026-11-20")).GetProperty("state").GetString().ShouldBe("Done");
        (await ItemAsync(head, province, "2026-11-20")).GetProperty("state").GetString().ShouldBe("Done");
        var month = await head.GetAsync("/lich/2026/11");
        month.Find(Li(commune))!.TextContent.ShouldContain("Đủ các bản");
        month.Document.QuerySelectorAll("details.settle").ShouldBeEmpty();
        (await officer.GetAsync($"/lich/2026/11?dia-ban={hamlet}")).Document.QuerySelectorAll("details.settle").ShouldBeEmpty();
    }

    [Fact]
    public async Task In_English_only_the_plan_stays_Vietnamese()
    {
        var plan = await app.PlantAsync(KnownAreas.NongCong, p => p.Add(Due("Báo cáo thử tiếng Anh")));
        using var officer = await app.SignInAsync("hoi-nong-cong");
        foreach (var url in new[] { "/viec", "/lich", $"/lich/2026/11?han={Key(plan, "20261120")}" })
        {
            var page = await officer.GetAsync($"{url}{(url.Contains('?') ? '&' : '?')}ngon-ngu=en");
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }

    private static string Li(Plan plan) => $"li[id='{Key(plan, "20261120")}']";

    private static string Key(Plan plan, string day) => $"{plan.Id:N}-1-{day}";
}

public sealed class SettledOnSqlite(SqliteApp app) : SettleFeatures(app), IClassFixture<SqliteApp>;

public sealed class SettledOnPostgres(PostgresApp app) : SettleFeatures(app), IClassFixture<PostgresApp>;
