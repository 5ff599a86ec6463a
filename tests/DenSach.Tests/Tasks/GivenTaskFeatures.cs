using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Tasks;

/// <summary>A task that was given reaches who holds it, comes back to who gave it, and does not go nowhere without a word.</summary>
public abstract class GivenTaskFeatures(TestApp app)
{
    private Task<Plan> TaskAsync(int area, string what, string lead = "Công an xã thử") => app.PlantAsync(area, p => p.Add(new TaskContent { Lead = lead, What = what }));

    private static async Task<PageView> GiveAsync(Session officer, Plan plan, params (string Field, string Value)[] fields)
    {
        var form = (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi việc giao");
        foreach (var (field, value) in fields)
        {
            form.Set(field, value);
        }
        var given = await form.SubmitAsync();
        given.Status.ShouldBe(HttpStatusCode.OK, given.Text);
        return given;
    }

    private static string Noted(PageView page) => page.Find(".notice.done")!.TextContent.Trim();

    private static async Task<string> QueueAsync(Session who) => (await who.GetAsync("/viec")).Text;

    [Fact]
    public async Task Who_holds_it_hears_that_it_was_given_and_who_gave_it_that_it_is_late_or_asked_about()
    {
        var plan = await TaskAsync(KnownAreas.BinhLu, "đặt biển thử ở nhà văn hóa");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, ("OwnerRole", "CommuneFinanceOfficer"), ("DueOn", "2026-12-20"));
        using var finance = await app.SignInAsync("tai-chinh");
        (await QueueAsync(finance)).ShouldContain("1 việc mới được giao");
        (await QueueAsync(officer)).ShouldNotContain("việc mới được giao", customMessage: "who gave it knows");
        var task = await finance.GetAsync($"/nhiem-vu/{plan.Id}/1");
        var heard = await task.Form("Đã nhận việc").SubmitAsync();
        heard.Find("section[aria-labelledby=notes]")!.TextContent.ShouldContain("Đã nhận việc.");
        Noted(heard).ShouldBe("Đã ghi là đã nhận việc.");
        (await QueueAsync(finance)).ShouldNotContain("việc mới được giao");

        var asked = await heard.Form("Ghi tiến độ").Set("Asks", "true").Set("Text", "Biển theo mẫu nào?").SubmitAsync();
        asked.Text.ShouldContain("Hỏi người giao việc");
        Noted(asked).ShouldBe("Đã gửi câu hỏi tới người giao việc.");
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao có người hỏi lại");
        (await officer.GetAsync("/nhiem-vu?xem=hoi")).Text.ShouldContain("đặt biển thử ở nhà văn hóa");
        Noted(await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Theo mẫu của tỉnh").SubmitAsync())
            .ShouldBe("Đã gửi trả lời cho người hỏi.");
        Noted(await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Nhớ làm trước Tết").SubmitAsync())
            .ShouldBe("Đã ghi lời nhắn cho người giữ việc ở mục “Diễn biến”.");
        (await QueueAsync(officer)).ShouldNotContain("hỏi lại");

        await GiveAsync(officer, plan, ("DueOn", "2026-11-20"));
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao quá hạn chưa xong");
        (await QueueAsync(finance)).ShouldContain("1 nhiệm vụ của mình đã quá hạn");
        Noted(await (await finance.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Đã gọi thợ").SubmitAsync()).ShouldBe("Đã ghi tiến độ.");
        Noted(await (await finance.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã đặt").SubmitAsync()).ShouldBe("Đã ghi: “Đã xong”.");
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao quá hạn");
    }

    [Fact]
    public async Task How_it_goes_begins_with_who_gave_it_to_whom_by_when_and_on_which_day()
    {
        var plan = await TaskAsync(KnownAreas.BinhLu, "trồng cây thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Đang hỏi xem ai làm").SubmitAsync();
        (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("#giving").ShouldBeNull("nobody gave it yet");
        var given = await GiveAsync(officer, plan, ("OwnerRole", "CommuneFinanceOfficer"), ("DueOn", "2026-12-20"));
        var by = await app.QueryAsync(db => db.Set<TaskNote>().Where(n => n.PlanId == plan.Id).Select(n => n.ByName).SingleAsync());
        var line = given.Find("section[aria-labelledby=notes] li")!;
        line.TextContent.ShouldContain("Giao cho");
        line.TextContent.ShouldContain("Hạn 20/12/2026");
        line.QuerySelector(".muted")!.TextContent.ShouldBe($"21/11/2026 · {by}");
        using var finance = await app.SignInAsync("tai-chinh");
        (await finance.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("#giving")!.TextContent.ShouldContain(by, customMessage: "who holds it reads it too");

        await GiveAsync(officer, plan, ("OwnerRole", ""), ("DueOn", ""));
        (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("#giving")!.TextContent.ShouldContain("Công an xã thử", customMessage: "by the words of the plan");

        await app.QueryAsync(db =>
            db.Set<TaskFollowed>()
                .Where(f => f.PlanId == plan.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(f => f.GivenAt, (DateTime?)null)
                        .SetProperty(f => f.GivenBy, (Guid?)null)
                        .SetProperty(f => f.GivenByName, (string?)null)
                        .SetProperty(f => f.DueOn, new DateOnly(2026, 12, 1))
                )
        );
        var known = (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("#giving")!;
        known.TextContent.ShouldContain("Hạn 1/12/2026");
        known.QuerySelector(".muted").ShouldBeNull("given before it was kept by whom");
    }

    [Fact]
    public async Task Who_could_give_tasks_himself_asks_and_tells_of_the_one_that_another_gave_him()
    {
        var plan = await TaskAsync(KnownAreas.BinhLu, "biên tập tin thử");
        using var giver = await app.SignInAsync("hoi-khuyen-hoc");
        using var holder = await app.SignInAsync("van-hoa");
        await GiveAsync(giver, plan, ("OwnerRole", "CommuneCultureOfficer"));
        var page = await holder.GetAsync($"/nhiem-vu/{plan.Id}/1");
        page.Find("section[aria-labelledby=unheard]").ShouldNotBeNull("it was given to him");
        Noted(await page.Form("Ghi tiến độ").Set("Asks", "true").Set("Text", "Đăng ở đâu?").SubmitAsync()).ShouldBe("Đã gửi câu hỏi tới người giao việc.");
        await (await holder.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("Text", "Đã viết bài").SubmitAsync();
        app.Time.Advance(TimeSpan.FromMinutes(2)); // a queue is remembered for a minute
        (await QueueAsync(giver)).ShouldContain("1 việc đã giao có người hỏi lại", customMessage: "his own later word is no answer");
        (await QueueAsync(holder)).ShouldNotContain("có người hỏi lại");
        (await holder.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("section[aria-labelledby=questions]").ShouldBeNull();
        var asked = await giver.GetAsync($"/nhiem-vu/{plan.Id}/1");
        await asked.Form("Gửi trả lời").Set("Text", "Đăng trên trang của xã.").SubmitAsync();
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await QueueAsync(giver)).ShouldNotContain("có người hỏi lại");
        await (await holder.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã đăng").SubmitAsync();
        (await giver.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("section[aria-labelledby=told-done]").ShouldNotBeNull("it waits for a look of who gave it");
        (await holder.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("section[aria-labelledby=told-done]").ShouldBeNull();
    }

    [Fact]
    public async Task Of_what_comes_every_year_the_time_that_is_told_done_is_named_before_and_after()
    {
        var plan = await TaskAsync(KnownAreas.BinhLu, "đón bằng thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, ("OwnerRole", "CommuneFinanceOfficer"), ("DueOn", "2027-03-30"), ("Yearly", "true"));
        using var finance = await app.SignInAsync("tai-chinh");
        var page = await finance.GetAsync($"/nhiem-vu/{plan.Id}/1");
        page.Find("select[name=State] option[value=Done]")!.TextContent.ShouldBe("Đã xong (cho hạn 30/3/2027)");
        var told = await page.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã đón").SubmitAsync();
        Noted(told).ShouldBe("Đã ghi: “Đã xong”, cho hạn 30/3/2027.");
        told.Text.ShouldContain("Lần tới: hạn 30/3/2028");
    }

    [Fact]
    public async Task Done_closes_no_time_that_was_over_before_the_plan_stood_here()
    {
        var plan = await app.PlantAsync(
            KnownAreas.NongCong,
            p =>
            {
                var day = p.Add(
                    new DeadlineContent
                    {
                        Day = 31,
                        Month = 3,
                        Relation = PlanDeadline.Before,
                        Recurrence = "yearly",
                        What = "Gửi số liệu thử đầu năm",
                    }
                );
                p.Add(
                    new TaskContent
                    {
                        Lead = "Công an xã thử",
                        What = "Gửi số liệu thử đầu năm",
                        DeadlinePlace = day.Place,
                    }
                );
            }
        );
        using var officer = await app.SignInAsync("hoi-nong-cong");
        await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã gửi").SubmitAsync();
        async Task<string> RowAsync(int year) =>
            (await officer.GetAsync($"/lich/{year}/3"))
                .FindAll("li")
                .Where(r => r.TextContent.Contains("Gửi số liệu thử đầu năm", StringComparison.Ordinal))
                .ShouldHaveSingleItem()
                .TextContent;
        (await RowAsync(2027)).ShouldContain("xong cùng nhiệm vụ");
        (await RowAsync(2026)).ShouldNotContain("xong cùng nhiệm vụ");
    }

    [Fact]
    public async Task An_organisation_without_an_account_is_told_at_once_and_its_progress_is_noted_in_its_stead()
    {
        var plan = await TaskAsync(KnownAreas.NongCong, "tổ chức khám mắt thử cho học sinh");
        var station = await AddOrganisationAsync(KnownAreas.NongCong, "Trạm Y tế thử không tài khoản");
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var given = await GiveAsync(officer, plan, ("OrganisationId", $"{station}"), ("DueOn", "2026-12-01"));
        given.Find("#unreached")!.TextContent.ShouldContain("Trạm Y tế thử không tài khoản");
        given.Find("#given")!.TextContent.ShouldContain("Chậm nhất thứ Ba, 1/12/2026");
        given.Document.Links.ShouldContain(a => a.GetAttribute("href") == $"/tai-khoan/moi?donVi={station}");
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}")).Find("ul.due li")!.TextContent.ShouldContain("Chưa có tài khoản");
        given.Find("#InStead")!.HasAttribute("checked").ShouldBeTrue("who has no account is spoken for");
        var told = await given.Form("Ghi tiến độ").Set("InStead", "true").Set("Text", "Đã khám 40 em").SubmitAsync();
        told.Find("section[aria-labelledby=notes]")!.TextContent.ShouldContain("ghi thay Trạm Y tế thử không tài khoản");
        Noted(told).ShouldBe("Đã ghi thay Trạm Y tế thử không tài khoản: “Đang làm”.");
        (await app.QueryAsync(db => db.Set<AuditRow>().CountAsync(r => r.Action == "tasks.report" && r.OnBehalfOf == station))).ShouldBe(1);

        using var school = await app.SignInAsync("truong-hoc");
        var theirs = await TaskAsync(KnownAreas.BinhLu, "việc thử của trường");
        using var commune = await app.SignInAsync("hoi-khuyen-hoc");
        var seat = Guid.Parse((await school.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên")["VoiceKey"]!.Split(':')[1]);
        (await GiveAsync(commune, theirs, ("OrganisationId", $"{seat}"))).Find("#unreached").ShouldBeNull("the school has an account");
        (await QueueAsync(school)).ShouldContain("1 việc mới được giao");
        (await school.GetAsync($"/nhiem-vu/{theirs.Id}/1")).Find("#InStead").ShouldBeNull();
        (
            await school.PostJsonAsync(
                "/api/tasks/report",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    planId = theirs.Id,
                    place = 1,
                    basedOn = 1,
                    state = "Doing",
                    text = "thay người khác",
                    inStead = true,
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_task_stands_at_the_day_that_its_own_sentence_names_until_a_person_says_another_or_none()
    {
        var plan = await SentenceAsync(KnownAreas.TuyAnTay, ("yearly", 30, 11), inside: true);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await LineAsync(officer, plan)).ShouldBe(("2026-11-29", "trước 30/11 hằng năm", false));
        var page = await officer.GetAsync($"/nhiem-vu/{plan.Id}/1");
        page.Text.ShouldContain("hạn theo câu trong kế hoạch: trước 30/11 hằng năm");
        (await officer.GetAsync("/nhiem-vu?ke-hoach=" + plan.Id)).Find("ul.due li")!.TextContent.ShouldContain("Hạn 29/11/2026");
        (await QueueAsync(officer)).ShouldContain("nhiệm vụ của mình sắp tới hạn");
        JsonDocument
            .Parse(await officer.Http.GetStringAsync("/api/calendar?year=2026"))
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Count(i => i.GetProperty("planId").GetGuid() == plan.Id)
            .ShouldBe(1, "the deadline itself stands in the calendar, the task not beside it");

        await GiveAsync(officer, plan, ("DueOn", "2026-12-10"));
        (await LineAsync(officer, plan)).ShouldBe(("2026-12-10", null, false));
        await GiveAsync(officer, plan, ("DueOn", ""), ("NoDay", "true"));
        (await LineAsync(officer, plan)).ShouldBe((null, null, false));
        await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi việc giao").Without("NoDay").SubmitAsync();
        (await LineAsync(officer, plan)).ShouldBe(("2026-11-29", "trước 30/11 hằng năm", false), "back to its sentence");
        await (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã nộp").SubmitAsync();
        (await LineAsync(officer, plan)).ShouldBe(("2027-11-29", "trước 30/11 hằng năm", false), "the next time it comes");
    }

    [Fact]
    public async Task The_day_of_a_sentence_passes_as_late_unless_its_deadline_was_told_done()
    {
        var plan = await SentenceAsync(KnownAreas.NongCong, ("yearly", 21, 11), inside: true);
        var beside = await SentenceAsync(KnownAreas.NongCong, ("yearly", 21, 11), inside: false);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        (await LineAsync(officer, plan)).ShouldBe(("2026-11-20", "trước 21/11 hằng năm", true));
        (await LineAsync(officer, beside)).ShouldBe((null, null, false), "the deadline stands in another sentence");
        var settle = new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan.Id,
            place = 1,
            occurrence = "2026",
            basedOn = 0,
            state = "Done",
        };
        (await officer.PostJsonAsync("/api/calendar/settle", settle)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LineAsync(officer, plan)).ShouldBe(("2027-11-20", "trước 21/11 hằng năm", false));
    }

    [Fact]
    public async Task One_agency_under_several_spellings_stands_under_one_heading()
    {
        var names = new[] { "Phòng VH-XH", "Phòng Văn hóa - Xã hội", "Phòng Văn hoá và Xã hội xã Nông Cống", "Phòng Kinh tế" };
        var plan = await app.PlantAsync(
            KnownAreas.NongCong,
            p =>
            {
                foreach (var name in names)
                {
                    p.Add(new TaskContent { Lead = name, What = $"việc của {name}" });
                }
            }
        );
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var board = await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}");
        board.FindAll("section.card h2").Select(h => h.TextContent.Trim()).ShouldBe(["Phòng VH-XH", "Phòng Kinh tế"], ignoreOrder: true);
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&co-quan=Phòng Văn hóa - Xã hội")).FindAll("ul.due a").Count().ShouldBe(3);
        board.FindAll("select#co-quan option").Count(o => o.TextContent.Contains("V", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_task_stands_at_the_deadline_that_is_named_for_it_wherever_its_words_stand()
    {
        var plan = await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                var due = p.Add(
                    new DeadlineContent
                    {
                        Day = 30,
                        Month = 11,
                        Relation = "by",
                        Recurrence = "yearly",
                        What = "thẩm định thử",
                    }
                );
                p.Add(
                    new TaskContent
                    {
                        Lead = "Hội Khuyến học xã thử hạn",
                        What = "thẩm định thử",
                        DeadlinePlace = due.Place,
                    }
                );
            }
        );
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await LineAsync(officer, plan)).ShouldBe(("2026-11-30", "chậm nhất 30/11 hằng năm", false));
        (await QueueAsync(officer)).ShouldContain("nhiệm vụ của mình sắp tới hạn");
    }

    [Fact]
    public async Task What_was_given_for_every_year_is_still_yearly_when_it_is_given_again_untouched()
    {
        var plan = await TaskAsync(KnownAreas.NongCong, "tổ chức hội thi thử");
        using var officer = await app.SignInAsync("hoi-nong-cong");
        await GiveAsync(officer, plan, ("DueOn", "2026-12-20"), ("Yearly", "true"));
        (await IsTickedAsync(officer, plan)).ShouldBeTrue();
        await GiveAsync(officer, plan);
        (await DayAsync(plan)).ShouldBe((new DateOnly(2026, 12, 20), true));
    }

    [Fact]
    public async Task What_its_sentence_asks_every_year_is_given_for_every_year_until_a_person_says_once()
    {
        var plan = await SentenceAsync(KnownAreas.TuyAnTay, ("yearly", 30, 11), inside: true);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await IsTickedAsync(officer, plan)).ShouldBeTrue();
        await GiveAsync(officer, plan);
        (await LineAsync(officer, plan)).ShouldBe(("2026-11-29", "trước 30/11 hằng năm", false), "untouched, its sentence stands");
        await GiveAsync(officer, plan, ("DueOn", "2026-12-10"));
        (await DayAsync(plan)).ShouldBe((new DateOnly(2026, 12, 10), true));

        await GiveAsync(officer, plan, ("Yearly", "false"));
        (await IsTickedAsync(officer, plan)).ShouldBeFalse("his word stands above that of the sentence");
        await GiveAsync(officer, plan);
        (await DayAsync(plan)).ShouldBe((new DateOnly(2026, 12, 10), false));
    }

    private static async Task<bool> IsTickedAsync(Session officer, Plan plan) => (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Find("#Yearly")!.HasAttribute("checked");

    private async Task<(DateOnly? Due, bool Yearly)> DayAsync(Plan plan)
    {
        var given = await app.QueryAsync(db => db.Set<TaskFollowed>().AsNoTracking().SingleAsync(f => f.PlanId == plan.Id));
        return (given.DueOn, given.Yearly);
    }

    private static async Task<(string? Due, string? Said, bool Late)> LineAsync(Session who, Plan plan)
    {
        var line = JsonDocument.Parse(await who.Http.GetStringAsync($"/api/tasks?plan={plan.Id}")).RootElement.EnumerateArray().Single();
        return (line.GetProperty("due").GetString(), line.GetProperty("dueSaid").GetString(), line.GetProperty("late").GetBoolean());
    }

    /// <summary>A task, and a deadline that was read inside its sentence or outside.</summary>
    private async Task<Plan> SentenceAsync(int area, (string Recurrence, int Day, int Month) when, bool inside)
    {
        var plan = await app.PlantAsync(
            area,
            p =>
            {
                p.Add(new TaskContent { Lead = "Hội Khuyến học xã thử câu", What = "tổng hợp, báo cáo thử" });
                p.Add(
                    new DeadlineContent
                    {
                        Day = when.Day,
                        Month = when.Month,
                        Relation = PlanDeadline.Before,
                        Recurrence = when.Recurrence,
                        What = "báo cáo thử",
                    }
                );
            }
        );
        await app.QueryAsync(async db =>
        {
            Place(db, await db.Set<PlanTask>().SingleAsync(t => t.PlanId == plan.Id), 100, 200);
            Place(db, await db.Set<PlanDeadline>().SingleAsync(d => d.PlanId == plan.Id), inside ? 150 : 190, inside ? 170 : 210);
            return await db.SaveChangesAsync();
        });
        return plan;

        static void Place(AppDb db, PlanItem item, int start, int end)
        {
            db.Entry(item).Property(nameof(PlanItem.SpanStart)).CurrentValue = start;
            db.Entry(item).Property(nameof(PlanItem.SpanEnd)).CurrentValue = end;
        }
    }

    private Task<Guid> AddOrganisationAsync(int commune, string name) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var register = services.GetRequiredService<AreaTree>()[commune].HomeRegisterId!.Value;
            var station = new Organisation
            {
                RegisterId = register,
                Id = RowId.New(register),
                AreaId = commune,
                Name = name,
                Kind = OrganisationKind.HealthStation,
            };
            db.Add(station);
            await db.SaveChangesAsync();
            return station.Id;
        });
}

public sealed class GivenTasksOnSqlite(SqliteApp app) : GivenTaskFeatures(app), IClassFixture<SqliteApp>;

public sealed class GivenTasksOnPostgres(PostgresApp app) : GivenTaskFeatures(app), IClassFixture<PostgresApp>;
