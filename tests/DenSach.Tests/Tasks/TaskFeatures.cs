using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Tasks;

/// <summary>The work of a plan with the people who hold it: each sees the own, tells how it goes, and nothing is done to another's.</summary>
public abstract class TaskFeatures(TestApp app)
{
    private static async Task<List<JsonElement>> TasksAsync(Session who) => [.. JsonDocument.Parse(await who.Http.GetStringAsync("/api/tasks")).RootElement.EnumerateArray()];

    private static string LeadOf(JsonElement task) => task.GetProperty("lead").GetString()!;

    private static async Task<IEnumerable<string>> OwnAsync(Session who) => (await TasksAsync(who)).Where(t => t.GetProperty("isOwn").GetBoolean()).Select(LeadOf).Distinct();

    private Task<Plan> PlantAsync(int area, Action<Plan>? more = null, Guid? organisation = null, params string[] leads) =>
        app.PlantAsync(
            area,
            p =>
            {
                foreach (var lead in leads)
                {
                    p.Add(new TaskContent { Lead = lead, What = $"việc thử của {lead}" });
                }
                more?.Invoke(p);
            },
            organisation: organisation
        );

    private static object Follow(Guid plan, int version = 0, string? due = null, string? role = null, Guid? organisation = null, bool yearly = false) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan,
            place = 1,
            basedOn = version,
            ownerRole = role,
            organisationId = organisation,
            dueOn = due,
            yearly,
        };

    private static object Report(Guid plan, string state = "Doing", string text = "đã họp", string? file = null, int version = 0) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan,
            place = 1,
            basedOn = version,
            state,
            text,
            fileSha256 = file,
        };

    [Fact]
    public async Task An_agency_sees_its_own()
    {
        using var association = await app.SignInAsync("hoi-khuyen-hoc");
        (await OwnAsync(association)).ShouldBe(["Hội Khuyến học xã Bình Lư"]);
        using var hamlet = await app.SignInAsync("truong-ban");
        (await OwnAsync(hamlet)).ShouldBe(["Trưởng bản, các bản, cơ quan, đơn vị trên địa bàn"]);
        using var school = await app.SignInAsync("truong-hoc");
        (await OwnAsync(school)).ShouldBe(["Các trường học trên địa bàn xã"]);
        using var province = await app.SignInAsync("hoi-hung-yen");
        (await OwnAsync(province)).ShouldBe(["Hội Khuyến học tỉnh"]);
        using var heir = await app.SignInAsync("hoi-ninh-binh");
        (await OwnAsync(heir)).ShouldBe(["Hội Khuyến học huyện"], "of the district that is no more");
        using var inspector = await app.SignInAsync("kiem-tra");
        (await OwnAsync(inspector)).ShouldBeEmpty();
        var board = await association.GetAsync("/nhiem-vu?xem=cua-toi");
        board.FindAll("section.card h2").Select(h => h.TextContent.Trim()).ShouldBe(["Hội Khuyến học xã Bình Lư"]);
    }

    [Fact]
    public async Task The_task_of_a_province_is_not_that_of_each_hamlet_and_an_agencys_plan_is_its_own_alone()
    {
        await PlantAsync(KnownAreas.LaiChau, leads: ["Hội Khuyến học, các thôn bản của tỉnh thử", "Trưởng bản tỉnh thử"]);
        using var hamlet = await app.SignInAsync("truong-ban-2");
        var seen = await TasksAsync(hamlet);
        seen.Where(t => LeadOf(t).Contains("tỉnh thử", StringComparison.Ordinal)).ShouldNotBeEmpty("the plan above is to be carried out");
        (await OwnAsync(hamlet)).ShouldNotContain(l => l.Contains("tỉnh thử", StringComparison.Ordinal));
        var other = await AddOrganisationAsync(KnownAreas.BinhLu, "Trường Tiểu học thử");
        await PlantAsync(KnownAreas.BinhLu, organisation: other, leads: ["Nhà trường thử"]);
        using var school = await app.SignInAsync("truong-hoc");
        (await OwnAsync(school)).ShouldNotContain("Nhà trường thử", "another school's own plan");
    }

    [Fact]
    public async Task Whose_it_is_and_by_when_says_who_takes_plans_in_and_nobody_else()
    {
        var plan = await PlantAsync(KnownAreas.NongCong, leads: ["Công an xã thử"]);
        using var hamlet = await app.SignInAsync("truong-ban");
        (await hamlet.PostJsonAsync("/api/tasks/follow", Follow(plan.Id))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        foreach (var bad in new[] { Follow(plan.Id, due: "2031-01-01"), Follow(plan.Id, due: "2023-12-31"), Follow(plan.Id, yearly: true), Follow(plan.Id, role: "Citizen") })
        {
            (await officer.PostJsonAsync("/api/tasks/follow", bad)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        var elsewhere = await AddOrganisationAsync(KnownAreas.BinhLu, "Trường ở nơi khác");
        (await officer.PostJsonAsync("/api/tasks/follow", Follow(plan.Id, organisation: elsewhere))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var here = await AddOrganisationAsync(KnownAreas.NongCong, "Trường ở đây");
        (await officer.PostJsonAsync("/api/tasks/follow", Follow(plan.Id, organisation: here, due: "2026-11-01"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync("/api/tasks/follow", Follow(plan.Id))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "based on nothing, while somebody has begun");
        (await officer.PostJsonAsync("/api/tasks/follow", Follow(plan.Id, version: 1, role: "CommuneAssociationOfficer", due: "2026-11-01"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await OwnAsync(officer)).ShouldContain("Công an xã thử");
        (await officer.GetAsync("/viec")).Text.ShouldContain("1 nhiệm vụ của mình đã quá hạn");
        (await officer.GetAsync("/nhiem-vu?xem=qua-han")).Text.ShouldContain("việc thử của Công an xã thử");
        (await officer.GetAsync("/nhiem-vu?thang=11")).Text.ShouldContain("việc thử của Công an xã thử");
        (await officer.GetAsync("/nhiem-vu?thang=10")).Text.ShouldNotContain("việc thử của Công an xã thử");
        (await officer.PostJsonAsync("/api/tasks/report", Report(plan.Id, "Done", "đã xong", version: 2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync("/viec")).Text.ShouldNotContain("nhiệm vụ của mình đã quá hạn");
        (
            await app.QueryAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "tasks.report" && r.Role == DenSach.Platform.Access.Role.CommuneAssociationOfficer))
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task Progress_tells_who_holds_the_task_with_a_file_for_who_may_see_it()
    {
        using var association = await app.SignInAsync("hoi-khuyen-hoc");
        var url = (await association.GetAsync("/nhiem-vu?xem=cua-toi")).FindAll("ul.due a").First().GetAttribute("href")!;
        using var finance = await app.SignInAsync("tai-chinh");
        var refused = await finance.GetAsync(url);
        refused.Status.ShouldBe(HttpStatusCode.OK, "who may see the plan sees its tasks");
        refused.Text.ShouldNotContain("Báo tiến độ");
        var id = Guid.Parse(url.Split('/')[2]);
        var place = int.Parse(url.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
        (
            await finance.PostJsonAsync(
                "/api/tasks/report",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    planId = id,
                    place,
                    basedOn = 0,
                    state = "Done",
                    text = "thay người khác",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var empty = await (await association.GetAsync(url)).Form("Ghi tiến độ").Set("Text", " ").SubmitAsync();
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.Text.ShouldContain("Hãy ghi đã làm được gì");
        var told = await (await association.GetAsync(url))
            .Form("Ghi tiến độ")
            .Set("State", "Doing")
            .Set("Text", "Đã tập huấn 12 bản")
            .Attach("Tep", "anh.jpg", "image/jpeg", SampleFiles.Jpeg(seed: 4242))
            .SubmitAsync();
        told.Text.ShouldContain("Đã tập huấn 12 bản");
        var file = told.Document.Links.First(a => a.TextContent.Contains("Xem tệp", StringComparison.Ordinal)).GetAttribute("href")!;
        (await finance.Http.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        (await stranger.Http.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tasks_of_a_plan_that_ended_leave_the_board_and_take_nothing_more()
    {
        var plan = await PlantAsync(KnownAreas.TuyAnTay, leads: ["Hội Khuyến học thử cũ"]);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await officer.PostJsonAsync("/api/tasks/report", Report(plan.Id))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TasksAsync(officer)).Select(LeadOf).ShouldContain("Hội Khuyến học thử cũ");
        await app.QueryAsync(async db =>
        {
            (await db.Set<Plan>().SingleAsync(p => p.Id == plan.Id)).Withdraw(new DateOnly(2026, 11, 21), "thử");
            return await db.SaveChangesAsync();
        });
        (await TasksAsync(officer)).Select(LeadOf).ShouldNotContain("Hội Khuyến học thử cũ");
        (await officer.PostJsonAsync("/api/tasks/report", Report(plan.Id))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.PostJsonAsync("/api/tasks/follow", Follow(plan.Id, version: 1))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await officer.GetAsync($"/nhiem-vu/{plan.Id}/1");
        page.Text.ShouldContain("đã họp", customMessage: "what was done stays to be read");
        page.Text.ShouldNotContain("Báo tiến độ");
    }

    [Fact]
    public async Task In_English_only_the_plan_stays_Vietnamese()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        var task = (await officer.GetAsync("/nhiem-vu")).FindAll("ul.due a").First().GetAttribute("href")!;
        foreach (var url in new[] { "/nhiem-vu", "/nhiem-vu?co-quan=khong-co", task })
        {
            var page = await officer.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }

    private Task<Guid> AddOrganisationAsync(int commune, string name) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var register = services.GetRequiredService<AreaTree>()[commune].HomeRegisterId!.Value;
            var school = new Organisation
            {
                RegisterId = register,
                Id = RowId.New(register),
                AreaId = commune,
                Name = name,
                Kind = OrganisationKind.PrimarySchool,
            };
            db.Add(school);
            await db.SaveChangesAsync();
            return school.Id;
        });
}

public sealed class TasksOnSqlite(SqliteApp app) : TaskFeatures(app), IClassFixture<SqliteApp>;

public sealed class TasksOnPostgres(PostgresApp app) : TaskFeatures(app), IClassFixture<PostgresApp>;
