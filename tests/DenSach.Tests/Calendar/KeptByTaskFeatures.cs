using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Calendar;

/// <summary>A deadline and the tasks that name it are told once: done with the work, and seen on the plan, in the calendar and at the task alike.</summary>
public abstract class KeptByTaskFeatures(TestApp app)
{
    /// <summary>A plan with one deadline by today's eve and so many tasks that name it.</summary>
    private Task<Plan> PlanAsync(string what, int? year, params string[] leads) =>
        app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                var due = p.Add(
                    new DeadlineContent
                    {
                        Day = 20,
                        Month = 11,
                        Year = year,
                        Relation = "by",
                        Recurrence = year is null ? "yearly" : "once",
                        What = what,
                    }
                );
                foreach (var lead in leads)
                {
                    p.Add(
                        new TaskContent
                        {
                            Lead = lead,
                            What = $"{what} của {lead}",
                            DeadlinePlace = due.Place,
                        }
                    );
                }
            }
        );

    private static async Task<PageView> TellAsync(Session who, Plan plan, int place, string state)
    {
        var told = await (await who.GetAsync($"/nhiem-vu/{plan.Id}/{place}")).Form("Ghi tiến độ").Set("State", state).Set("Text", "thử").SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.OK, told.Text);
        return told;
    }

    private static async Task<string> StateAsync(Session who, Plan plan, string day = "2026-11-20") =>
        JsonDocument
            .Parse(await who.Http.GetStringAsync($"/api/calendar?year={day[..4]}"))
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("planId").GetGuid() == plan.Id && i.GetProperty("day").GetString() == day)
            .GetProperty("state")
            .GetString()!;

    [Fact]
    public async Task Told_done_with_its_task_a_deadline_is_kept_for_that_time_and_waits_again_when_the_task_does()
    {
        var plan = await PlanAsync("Báo cáo thử theo việc", null, "Trạm Y tế thử");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await officer.GetAsync("/viec")).Text.ShouldContain("Báo cáo thử theo việc");
        await TellAsync(officer, plan, 1, "Done");

        (await StateAsync(officer, plan)).ShouldBe("Done");
        (await StateAsync(officer, plan, "2027-11-20")).ShouldBe("Open", "next year's waits");
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("Báo cáo thử theo việc");
        var item = (await officer.GetAsync("/lich/2026/11")).Find($"li[id='{plan.Id:N}-1-20261120']")!;
        item.TextContent.ShouldContain("xong cùng nhiệm vụ của Trạm Y tế thử");
        item.QuerySelector("details.settle").ShouldBeNull("it is told at the task");
        var csv = (await officer.GetAsync("/lich")).Document.Links.Single(a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        (await officer.Http.GetStringAsync(csv)).ShouldContain("Xong cùng nhiệm vụ của Trạm Y tế thử");
        var sheet = await officer.GetAsync($"/ke-hoach/{plan.Id}");
        sheet.Find("#dong-h-1")!.TextContent.ShouldContain("Đã xong 21/11/2026");
        sheet.Find("#dong-nv-1")!.TextContent.ShouldContain("Đã xong 21/11/2026");
        sheet.Text.ShouldContain("Nhiệm vụ: 1 đã xong");

        await TellAsync(officer, plan, 1, "Doing");
        (await StateAsync(officer, plan)).ShouldBe("Open");
        (await officer.GetAsync($"/ke-hoach/{plan.Id}")).Find("#dong-h-1")!.TextContent.ShouldContain("Quá hạn 20/11/2026");
    }

    [Fact]
    public async Task Named_by_several_tasks_it_is_kept_when_each_is_done_or_given_up()
    {
        var plan = await PlanAsync("Báo cáo thử của nhiều nơi", 2026, "Trạm Y tế thử", "Công an thử", "Đoàn Thanh niên thử");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        await TellAsync(officer, plan, 1, "Done");
        (await StateAsync(officer, plan)).ShouldBe("Open");
        await TellAsync(officer, plan, 2, "Stopped");
        (await StateAsync(officer, plan)).ShouldBe("Open");
        await TellAsync(officer, plan, 3, "Done");
        (await StateAsync(officer, plan)).ShouldBe("Done");
    }

    [Fact]
    public async Task Settled_in_the_calendar_its_day_asks_nothing_more_of_the_task_which_says_so()
    {
        var plan = await PlanAsync("Báo cáo thử theo lịch", 2026, "Trạm Y tế thử");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var month = await officer.GetAsync($"/lich/2026/11?han={plan.Id:N}-1-20261120");
        (await month.Form("Đã xong", $"li[id='{plan.Id:N}-1-20261120']").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var task = await officer.GetAsync($"/nhiem-vu/{plan.Id}/1");
        task.Text.ShouldContain("Hạn của việc này đã được ghi ở lịch.");
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}")).Text.ShouldContain("Hạn đã ghi ở lịch");
        await TellAsync(officer, plan, 1, "Done");
        (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Text.ShouldNotContain("đã được ghi ở lịch");
    }

    [Fact]
    public async Task What_a_province_has_not_done_is_not_told_to_those_below()
    {
        var plan = await app.PlantAsync(
            KnownAreas.LaiChau,
            p =>
                p.Add(
                    new DeadlineContent
                    {
                        Day = 20,
                        Month = 11,
                        Relation = "by",
                        Recurrence = "yearly",
                        What = "Báo cáo thử của tỉnh",
                    }
                )
        );
        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync($"/ke-hoach/{plan.Id}")).Find("#dong-h-1")!.TextContent.ShouldNotContain("Quá hạn");
        using var province = await app.SignInAsync("hoi-tinh");
        (await province.GetAsync($"/ke-hoach/{plan.Id}")).Find("#dong-h-1")!.TextContent.ShouldContain("Quá hạn 20/11/2026");
    }

    [Fact]
    public async Task The_plan_tells_that_difficulties_were_met_with_its_items_to_who_may_see_them()
    {
        var plan = await PlanAsync("Báo cáo thử có vướng mắc", 2027, "Trạm Y tế thử");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var form = (await officer.GetAsync($"/kho-khan/bao?ke-hoach={plan.Id}&muc=nv-1"))
            .Form("Gửi lên cấp trên")
            .Set("Title", "Thiếu máy đo thử")
            .Set("Text", "Trạm chưa có máy.");
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var row = (await officer.GetAsync($"/ke-hoach/{plan.Id}")).Find("#dong-nv-1")!;
        row.TextContent.ShouldContain("Có khó khăn");
        var list = await officer.GetAsync(row.QuerySelector("a[href^='/kho-khan?ke-hoach']")!.GetAttribute("href")!);
        list.Text.ShouldContain("Thiếu máy đo thử");
        (await officer.GetAsync($"/kho-khan?ke-hoach={plan.Id}&muc=nv-9")).Text.ShouldNotContain("Thiếu máy đo thử");
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        (await stranger.GetAsync($"/ke-hoach/{plan.Id}")).Text.ShouldNotContain("Có khó khăn");
        var english = await officer.GetAsync($"/ke-hoach/{plan.Id}?ngon-ngu=en");
        english.LeftInVietnamese().ShouldBeEmpty();
    }
}

public sealed class KeptByTaskOnSqlite(SqliteApp app) : KeptByTaskFeatures(app), IClassFixture<SqliteApp>;

public sealed class KeptByTaskOnPostgres(PostgresApp app) : KeptByTaskFeatures(app), IClassFixture<PostgresApp>;
