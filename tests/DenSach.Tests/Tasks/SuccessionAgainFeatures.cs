using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Tasks;

/// <summary>A succession that is taken back, made again, changed meanwhile, sent twice; and what it left open.</summary>
public abstract class SuccessionAgainFeatures(TestApp app)
{
    private const string Officer = "hoi-tuy-an-tay";
    private static readonly DateOnly Begun = new(2026, 3, 1);
    private static readonly DateOnly NextYear = new(2027, 1, 1);

    private Task<Plan> DraftAsync(DateOnly from) =>
        app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                p.Add(new TaskContent { Lead = "Hội Khuyến học xã", What = "Mở lớp xóa mù chữ" });
                p.Add(new TaskContent { Lead = "Công an xã", What = "Rà soát dân cư" });
            },
            from
        );

    private async Task<Plan> EarlierAsync(Session officer)
    {
        var plan = await DraftAsync(new DateOnly(2024, 3, 1));
        await OkAsync(
            officer,
            "/api/plans/confirm",
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = plan.Id,
                basedOn = plan.Version,
            }
        );
        await OkAsync(officer, "/api/tasks/report", Report(plan, 1, 0, "Doing"));
        return plan;
    }

    private static object Report(Plan plan, int place, int basedOn, string state) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan.Id,
            place,
            basedOn,
            state,
            text = "ghi chú",
        };

    private static object Replace(Plan later, Plan earlier, bool goesOn = true) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = later.Id,
            basedOn = later.Version,
            replacesId = earlier.Id,
            continues = goesOn ? new[] { new { from = 1, to = 1 } } : [],
        };

    private static async Task OkAsync(Session officer, string path, object command)
    {
        var answer = await officer.PostJsonAsync(path, command);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task EndAsync(Session officer, Plan plan, bool takeBack = false)
    {
        var version = await app.QueryAsync(db => db.Set<Plan>().Where(p => p.Id == plan.Id).Select(p => p.Version).SingleAsync());
        await OkAsync(
            officer,
            "/api/plans/end",
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = plan.Id,
                basedOn = version,
                reason = "nạp nhầm",
                takeBack,
            }
        );
    }

    private Task<TaskFollowed> FollowedAsync(Plan plan) => app.QueryAsync(db => db.Set<TaskFollowed>().AsNoTracking().SingleAsync(f => f.PlanId == plan.Id && f.Place == 1));

    [Fact]
    public async Task A_succession_that_was_withdrawn_can_be_made_again_and_only_the_standing_one_is_led_to()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, slip, again) = (await EarlierAsync(officer), await DraftAsync(Begun), await DraftAsync(NextYear));
        var url = $"/nhiem-vu/{earlier.Id}/1";
        await OkAsync(officer, "/api/plans/confirm", Replace(slip, earlier));
        (await officer.GetAsync(url)).Text.ShouldContain("Việc này nối tiếp ở kế hoạch sau");
        await EndAsync(officer, slip);
        await EndAsync(officer, earlier, takeBack: true);
        (await officer.GetAsync(url)).Text.ShouldNotContain("Việc này nối tiếp ở kế hoạch sau", customMessage: "that plan was withdrawn");
        await OkAsync(officer, "/api/plans/confirm", Replace(again, earlier));
        var task = await officer.GetAsync(url);
        task.Status.ShouldBe(HttpStatusCode.OK);
        task.Document.QuerySelector($"a[href='/nhiem-vu/{again.Id}/1']").ShouldNotBeNull();
        await OkAsync(officer, "/api/tasks/report", Report(earlier, 1, (await FollowedAsync(earlier)).Version, "Done"));
        ((await FollowedAsync(again)).State, (await FollowedAsync(slip)).State).ShouldBe((TaskState.Done, TaskState.Doing));
    }

    [Fact]
    public async Task A_plan_whose_successor_was_replaced_in_turn_is_not_taken_back()
    {
        using var officer = await app.SignInAsync(Officer);
        var (first, second, third) = (await EarlierAsync(officer), await DraftAsync(new DateOnly(2025, 3, 1)), await DraftAsync(Begun));
        await OkAsync(officer, "/api/plans/confirm", Replace(second, first));
        await OkAsync(officer, "/api/plans/confirm", Replace(third, second));
        var version = await app.QueryAsync(db => db.Set<Plan>().Where(p => p.Id == first.Id).Select(p => p.Version).SingleAsync());
        var answer = await officer.PostJsonAsync(
            "/api/plans/end",
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = first.Id,
                basedOn = version,
                takeBack = true,
            }
        );
        (await answer.Content.ReadAsStringAsync()).ShouldContain("plans.replaced");
        (await officer.GetAsync($"/nhiem-vu/{first.Id}/1")).Text.ShouldContain("Việc này nối tiếp ở kế hoạch sau", customMessage: "it went on, and on");
    }

    [Fact]
    public async Task What_somebody_changed_since_the_check_was_opened_does_not_go_in_force_unseen()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = (await EarlierAsync(officer), await DraftAsync(Begun));
        var check = $"/ke-hoach/{later.Id}/kiem-tra";
        var opened = await officer.GetAsync(check);
        var asked = await (await officer.GetAsync(check)).Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync();
        asked.Path.ShouldStartWith($"/ke-hoach/{later.Id}/noi-tiep");
        await OkAsync(
            officer,
            "/api/plans/task",
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = later.Id,
                basedOn = later.Version,
                content = new { lead = "Trạm Y tế", what = "Không ai xem qua" },
            }
        );
        (await opened.Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await (await officer.GetAsync(asked.Path)).Form("Xác nhận kế hoạch và việc nối tiếp").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == later.Id))).IsDraft.ShouldBeTrue();
    }

    [Fact]
    public async Task Sent_twice_the_second_time_leads_to_the_plan()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = (await EarlierAsync(officer), await DraftAsync(Begun));
        var asked = await (await officer.GetAsync($"/ke-hoach/{later.Id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync();
        for (var time = 1; time <= 2; time++)
        {
            (await asked.Form("Xác nhận kế hoạch và việc nối tiếp").SubmitAsync()).Path.ShouldBe($"/ke-hoach/{later.Id}");
        }
    }

    [Fact]
    public async Task What_was_left_open_is_closed_at_the_earlier_plan_and_takes_nothing_else()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = (await EarlierAsync(officer), await DraftAsync(Begun));
        await OkAsync(officer, "/api/plans/confirm", Replace(later, earlier, goesOn: false));
        (await officer.GetAsync($"/ke-hoach/{later.Id}")).Find("section[aria-labelledby=left-open]").ShouldNotBeNull();
        var version = (await FollowedAsync(earlier)).Version;
        (await officer.PostJsonAsync("/api/tasks/report", Report(earlier, 1, version, "Doing"))).IsSuccessStatusCode.ShouldBeFalse();
        var page = await officer.GetAsync($"/nhiem-vu/{earlier.Id}/1");
        page.FindAll("select[name=State] option").Select(o => o.GetAttribute("value")).ShouldBe(["Done", "Stopped"]);
        page.Find("section[aria-labelledby=give]").ShouldBeNull();
        (await page.Form("Ghi tiến độ").Set("State", "Stopped").Set("Text", "không làm nữa").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await FollowedAsync(earlier)).State.ShouldBe(TaskState.Stopped);
        (await officer.GetAsync($"/ke-hoach/{later.Id}")).Find("section[aria-labelledby=left-open]").ShouldBeNull();
        (await officer.PostJsonAsync("/api/tasks/report", Report(earlier, 2, 0, "Done"))).IsSuccessStatusCode.ShouldBeFalse("nobody had begun it");
        await EndAsync(officer, later);
        (await officer.PostJsonAsync("/api/tasks/report", Report(earlier, 1, version + 1, "Done"))).IsSuccessStatusCode.ShouldBeFalse("nothing stands in its place");
    }

    [Fact]
    public async Task What_is_told_while_a_task_goes_over_is_not_lost()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = (await EarlierAsync(officer), await DraftAsync(NextYear));
        var version = (await FollowedAsync(earlier)).Version;
        await app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var work = new Work(db, Actor.System, PlantedPlans.At, Begun, Guid.CreateVersion7());
            foreach (var follower in services.GetServices<IFollowTasks>())
            {
                await follower.ContinueAsync(earlier, later, [new ContinuedTask(1, 1)], work, default);
            }
            await OkAsync(officer, "/api/tasks/report", Report(earlier, 1, version, "Done"));
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            return 0;
        });
    }

    [Fact]
    public async Task What_goes_on_is_given_under_the_later_plan_alone()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = (await EarlierAsync(officer), await DraftAsync(NextYear));
        await OkAsync(officer, "/api/plans/confirm", Replace(later, earlier));
        object Give(Plan plan, int version) =>
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = plan.Id,
                place = 1,
                basedOn = version,
                product = "Ba lớp",
            };
        var answer = await officer.PostJsonAsync("/api/tasks/follow", Give(earlier, (await FollowedAsync(earlier)).Version));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("tasks.onward");
        var page = await officer.GetAsync($"/nhiem-vu/{earlier.Id}/1");
        page.Find("section[aria-labelledby=give]").ShouldBeNull();
        page.Text.ShouldContain("Giao việc, đổi hạn hoặc kết quả ở đó.");
        await OkAsync(officer, "/api/tasks/follow", Give(later, (await FollowedAsync(later)).Version));
    }
}

public sealed class SuccessionAgainOnSqlite(SqliteApp app) : SuccessionAgainFeatures(app), IClassFixture<SqliteApp>;

public sealed class SuccessionAgainOnPostgres(PostgresApp app) : SuccessionAgainFeatures(app), IClassFixture<PostgresApp>;
