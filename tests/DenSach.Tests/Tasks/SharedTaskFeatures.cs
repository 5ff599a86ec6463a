using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Modules.Tasks;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Tasks;

/// <summary>What a plan gives to many is done by each of them for himself: everybody tells of his part, nobody of the whole but who follows it.</summary>
public abstract class SharedTaskFeatures(TestApp app)
{
    private static readonly string[] Hamlets = [.. KnownAreas.BinhLuHamlets.Select(h => $"dia-ban:{h}")];

    private Task<Plan> TaskAsync(string what, string lead = "Các bản") => app.PlantAsync(KnownAreas.BinhLu, p => p.Add(new TaskContent { Lead = lead, What = what }));

    private static string Path(Plan plan) => $"/nhiem-vu/{plan.Id}/1";

    private static async Task<PageView> GiveAsync(Session officer, Plan plan, string due) =>
        await (await officer.GetAsync(Path(plan))).Form("Ghi việc giao").Set("DueOn", due).SubmitAsync();

    private static async Task<PageView> TellAsync(Session who, Plan plan, string state, string text) =>
        await (await who.GetAsync(Path(plan))).Form("Ghi tiến độ").Set("State", state).Set("Text", text).SubmitAsync();

    private static object Report(Plan plan, string state, string? holder = null, int basedOn = 0) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = plan.Id,
            place = 1,
            basedOn,
            state,
            text = "báo qua điện thoại",
            holder,
        };

    private static async Task<string> QueueAsync(Session who) => (await who.GetAsync("/viec")).Text;

    [Fact]
    public async Task Each_hamlet_tells_of_its_part_and_who_follows_it_sees_who_is_left()
    {
        var plan = await TaskAsync("rà soát người thử chưa biết chữ");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, "2026-11-20");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        (await QueueAsync(first)).ShouldContain("1 nhiệm vụ của mình đã quá hạn");
        var told = await TellAsync(first, plan, "Done", "Bản có 4 người, đã lập danh sách");
        told.Find(".notice.done")!.TextContent.Trim().ShouldBe("Đã ghi: “Phần mình: đã xong”.");
        told.Find("main .chip")!.TextContent.ShouldBe("Phần mình: đã xong");
        told.Text.ShouldContain("1/12 nơi đã xong");
        (await QueueAsync(first)).ShouldNotContain("của mình đã quá hạn", customMessage: "his part is done");
        (await QueueAsync(second)).ShouldContain("1 nhiệm vụ của mình đã quá hạn");
        (await second.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}")).Find("ul.due li")!.TextContent.ShouldContain("Phần mình: chưa làm");

        var board = (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}")).Find("ul.due li")!.TextContent;
        board.ShouldContain("1/12 nơi đã xong");
        board.ShouldContain("Quá hạn", customMessage: "eleven are left");
        var page = await officer.GetAsync(Path(plan));
        page.Find("#remind-parts")!.TextContent.ShouldNotContain(await NameAsync(0));
        page.Find("#remind-parts")!.TextContent.ShouldContain(await NameAsync(1));
        page.Find("section[aria-labelledby=notes]")!.TextContent.ShouldContain($"phần của {await NameAsync(0)}");
        (await officer.Http.GetStringAsync($"/nhiem-vu?ke-hoach={plan.Id}&handler=File")).ShouldContain("1/12");
    }

    [Fact]
    public async Task Once_all_have_told_their_parts_the_whole_waits_for_a_word_of_who_follows_it()
    {
        var plan = await TaskAsync("treo khẩu hiệu thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        await TellAsync(head, plan, "Done", "Đã treo");
        var chosen = await officer.GetAsync($"{Path(plan)}?noi={Hamlets[1]}");
        chosen.Find("#report")!.TextContent.ShouldContain(await NameAsync(1));
        var stead = await chosen.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Trưởng bản gọi điện báo").SubmitAsync();
        stead.Text.ShouldContain($"ghi thay {await NameAsync(1)}");
        stead.Find(".notice.done")!.TextContent.Trim().ShouldBe($"Đã ghi thay {await NameAsync(1)}: “Đã xong”.");
        stead.Text.ShouldContain("2/12 nơi đã xong");
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        foreach (var hamlet in Hamlets[2..])
        {
            (await officer.PostJsonAsync("/api/tasks/report", Report(plan, "Done", hamlet))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao báo xong");
        (await officer.GetAsync("/nhiem-vu?xem=bao-xong")).Text.ShouldContain("treo khẩu hiệu thử");
        (await WholeAsync(plan)).ShouldBe(TaskState.Doing, "nobody told the whole done");
        var all = await officer.GetAsync(Path(plan));
        all.Text.ShouldContain("Mọi nơi đã báo xong phần mình");
        (await all.Form("Ghi cả việc đã xong").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await WholeAsync(plan)).ShouldBe(TaskState.Done);
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        (await head.GetAsync(Path(plan))).Text.ShouldNotContain("Phần mình", customMessage: "the whole is over");
    }

    [Fact]
    public async Task A_part_is_told_by_its_holder_or_by_who_follows_the_task_and_cannot_be_given_up_alone()
    {
        var plan = await TaskAsync("dọn nhà văn hóa thử");
        using var head = await app.SignInAsync("truong-ban");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await head.PostJsonAsync("/api/tasks/report", Report(plan, "Done", Hamlets[1]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PostJsonAsync("/api/tasks/report", Report(plan, "Done", "dia-ban:1"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var stopped = await head.PostJsonAsync("/api/tasks/report", Report(plan, "Stopped"));
        (await stopped.Content.ReadAsStringAsync()).ShouldContain("tasks.shared");
        (await app.QueryAsync(db => db.Set<TaskNote>().CountAsync(n => n.PlanId == plan.Id))).ShouldBe(0, "nothing was kept");
        (await head.GetAsync(Path(plan))).FindAll("select#State option").Select(o => o.GetAttribute("value")).ShouldBe(["NotStarted", "Doing", "Done"]);
    }

    [Fact]
    public async Task Two_hamlets_tell_at_the_same_moment_and_neither_is_asked_to_read_the_other()
    {
        var plan = await TaskAsync("thắp đèn học thử");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        var forms = new[] { await first.GetAsync(Path(plan)), await second.GetAsync(Path(plan)) };
        var told = await Task.WhenAll(forms.Select(f => f.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã thắp").SubmitAsync()));
        told.ShouldAllBe(t => t.Status == HttpStatusCode.OK);
        (await app.QueryAsync(db => db.Set<TaskShare>().CountAsync(s => s.PlanId == plan.Id && s.State == TaskState.Done))).ShouldBe(2);
        (await TellAsync(first, plan, "Doing", "Còn một nhà")).Text.ShouldContain("Phần mình: đang làm", customMessage: "and takes his own back");
        (await app.QueryAsync(db => db.Set<TaskShare>().CountAsync(s => s.PlanId == plan.Id && s.State == TaskState.Done))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_task_that_was_given_two_tell_their_parts_at_the_same_moment_as_well()
    {
        var plan = await TaskAsync("quét vôi lớp học thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, "2026-12-20");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        var forms = new[] { await first.GetAsync(Path(plan)), await second.GetAsync(Path(plan)) };
        var told = await Task.WhenAll(forms.Select(f => f.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã quét").SubmitAsync()));
        told.Select(t => t.Text).ShouldAllBe(t => t.Contains("Phần mình: đã xong", StringComparison.Ordinal));
        (await WholeAsync(plan)).ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task Who_tells_the_whole_done_is_first_shown_the_part_that_was_told_meanwhile()
    {
        var plan = await TaskAsync("lợp mái nhà học thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        await TellAsync(head, plan, "Done", "Đã lợp");
        var open = await officer.GetAsync(Path(plan));
        await TellAsync(head, plan, "Doing", "Còn ba nhà chưa lợp");
        var refused = await open.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Mọi nơi xong").SubmitAsync();
        refused.Text.ShouldContain("Còn ba nhà chưa lợp");
        (await WholeAsync(plan)).ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task The_branches_of_the_Association_tell_each_of_its_own_part_and_not_of_the_heads()
    {
        var plan = await TaskAsync("vận động quỹ thử", "Chi hội khuyến học các bản");
        using var branch = await app.SignInAsync("chi-hoi");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await TellAsync(branch, plan, "Done", "Đã vận động")).Text.ShouldContain("1/12 nơi đã xong");
        (await officer.GetAsync(Path(plan))).Find("#parts")!.TextContent.ShouldContain($"Chi hội khuyến học {await NameAsync(0)}");
        (await WholeAsync(plan)).ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task One_school_that_the_words_name_holds_it_alone_among_the_schools()
    {
        using var school = await app.SignInAsync("truong-hoc");
        var own = Guid.Parse((await school.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên")["VoiceKey"]!.Split(':')[1]);
        var name = await app.QueryAsync(db => db.Set<Organisation>().Where(o => o.Id == own).Select(o => o.Name).SingleAsync());
        var other = await app.QueryAsync(db =>
            db.Set<Organisation>().Where(o => o.Id != own && o.AreaId == KnownAreas.BinhLu && o.Name.StartsWith("Trường")).Select(o => o.Name).FirstAsync()
        );
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var theirs = await TaskAsync("mở câu lạc bộ thử", other);
        (await school.GetAsync("/nhiem-vu?xem=cua-toi&trang=0")).Text.ShouldNotContain("mở câu lạc bộ thử");
        (await officer.GetAsync(Path(theirs))).Find("#parts")!.TextContent.ShouldContain("0/1 nơi đã xong");
        var mine = await TaskAsync("trực thư viện thử", $"{name} (chủ trì)");
        (await TellAsync(school, mine, "Done", "Đã trực")).Text.ShouldContain("1/1 nơi đã xong");
        await (await officer.GetAsync(Path(mine))).Form("Ghi cả việc đã xong").SubmitAsync();
    }

    [Fact]
    public async Task A_program_tells_a_part_twice_by_the_version_that_it_was_given()
    {
        var plan = await TaskAsync("đọc sách thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, "2026-12-20");
        using var head = await app.SignInAsync("truong-ban");
        foreach (var (state, version) in new[] { ("Doing", 0), ("Done", 1) })
        {
            var part = (await LineAsync(head, plan)).GetProperty("ownParts").EnumerateArray().Single();
            (part.GetProperty("key").GetString(), part.GetProperty("version").GetInt32()).ShouldBe((Hamlets[0], version));
            (await head.PostJsonAsync("/api/tasks/report", Report(plan, state, Hamlets[0], version))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await LineAsync(head, plan)).GetProperty("parts").GetArrayLength().ShouldBe(0, "how far the others are is told to who follows it");
        var whole = await LineAsync(officer, plan);
        (whole.GetProperty("whole").GetString(), whole.GetProperty("parts").GetArrayLength()).ShouldBe(("Doing", 12));
    }

    [Fact]
    public async Task Those_who_hold_it_together_read_how_many_are_done_and_not_who()
    {
        var plan = await TaskAsync("trồng cây thử");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        using var leader = await app.SignInAsync("lanh-dao-xa");
        await TellAsync(first, plan, "Done", "Đã trồng");
        var page = await second.GetAsync(Path(plan));
        page.Text.ShouldContain("1/12 nơi đã xong");
        page.Text.ShouldNotContain("Đã trồng", customMessage: "words of another's part are not his to read");
        (await first.GetAsync(Path(plan))).Text.ShouldContain("Đã trồng");
        page.Find("#parts").ShouldBeNull();
        (await leader.GetAsync(Path(plan))).Find("#parts").ShouldNotBeNull();
        using var elsewhere = await app.SignInAsync("hoi-nong-cong");
        (await elsewhere.GetAsync(Path(plan))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_day_given_to_all_hamlets_stands_in_the_calendar_of_each_and_what_others_hold_does_not()
    {
        var plan = await TaskAsync("vận động quỹ thử của mọi bản");
        var others = await TaskAsync("việc thử của phòng", "Phòng Kinh tế");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, "2026-12-18");
        await GiveAsync(officer, others, "2026-12-19");
        using var head = await app.SignInAsync("truong-ban");
        var month = (await head.GetAsync("/lich/2026/12")).Text;
        month.ShouldContain("vận động quỹ thử của mọi bản");
        month.ShouldNotContain("việc thử của phòng");
        (await officer.GetAsync("/lich/2026/12")).Text.ShouldContain("việc thử của phòng");
    }

    [Fact]
    public async Task Schools_are_asked_where_the_words_mean_schools_and_no_health_station()
    {
        var plan = await TaskAsync("mở thư viện thử", "Các trường học trên địa bàn xã");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var school = await app.SignInAsync("truong-hoc");
        await TellAsync(school, plan, "Done", "Thư viện đã mở");
        var parts = (await officer.GetAsync(Path(plan))).Find("#parts")!.TextContent;
        parts.ShouldContain("Trường");
        parts.ShouldNotContain("Trạm Y tế");
        parts.ShouldContain("Đã xong");
    }

    [Fact]
    public async Task What_one_holds_alone_and_tells_done_waits_for_a_look_of_who_follows_it()
    {
        var plan = await TaskAsync("quyết toán thử", "Phòng Kinh tế");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var finance = await app.SignInAsync("tai-chinh");
        await TellAsync(finance, plan, "Done", "Đã quyết toán");
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao báo xong");
        (await QueueAsync(finance)).ShouldNotContain("báo xong");
        await TellAsync(officer, plan, "Doing", "Còn thiếu chứng từ");
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        await TellAsync(finance, plan, "Done", "Đã đủ");
        var page = await officer.GetAsync(Path(plan));
        page.Text.ShouldContain("Người giữ việc báo đã xong");
        await page.Form("Ghi cả việc đã xong").SubmitAsync();
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        (await WholeAsync(plan)).ShouldBe(TaskState.Done);
    }

    [Fact]
    public async Task Of_a_mass_organisation_that_the_words_name_alone_who_tells_his_part_is_known_only_by_telling()
    {
        var plan = await TaskAsync("ra mắt câu lạc bộ thử", "Hội Liên hiệp Phụ nữ xã");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var front = await app.SignInAsync("mat-tran");
        await GiveAsync(officer, plan, "2026-12-20");
        (await officer.GetAsync(Path(plan))).Find("#parts").ShouldBeNull("nobody knows whose account that is");
        (await TellAsync(front, plan, "Doing", "Đang vận động")).Text.ShouldContain("Phần mình: đang làm");
        (await TellAsync(front, plan, "Done", "Đã ra mắt")).Text.ShouldContain("Phần mình: đã xong");
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao báo xong");
        (await front.GetAsync($"{Path(plan)}?noi={Hamlets[0]}")).Find("#report")!.TextContent.ShouldContain("Báo phần của", customMessage: "not that of a hamlet");
        await (await officer.GetAsync(Path(plan))).Form("Ghi cả việc đã xong").SubmitAsync();
        (await WholeAsync(plan)).ShouldBe(TaskState.Done);
    }

    [Fact]
    public async Task Under_a_later_plan_each_part_goes_on_as_it_stands()
    {
        var earlier = await TaskAsync("lập tủ sách thử ở các bản");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await officer.PostJsonAsync("/api/tasks/report", Report(earlier, "Done", Hamlets[4]))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var later = await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(new TaskContent { Lead = "Các bản", What = "lập tủ sách thử ở các bản" }), new DateOnly(2026, 3, 1));
        var confirm = new
        {
            commandId = Guid.CreateVersion7(),
            planId = later.Id,
            basedOn = later.Version,
            replacesId = earlier.Id,
            continues = new[] { new { from = 1, to = 1 } },
        };
        (await officer.PostJsonAsync("/api/plans/confirm", confirm)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var share = await app.QueryAsync(db => db.Set<TaskShare>().AsNoTracking().SingleAsync(s => s.PlanId == later.Id));
        (share.Holder, share.State).ShouldBe((Hamlets[4], TaskState.Done));
    }

    private static async Task<JsonElement> LineAsync(Session who, Plan plan) =>
        JsonDocument.Parse(await who.Http.GetStringAsync($"/api/tasks?plan={plan.Id}")).RootElement.EnumerateArray().Single();

    private Task<TaskState> WholeAsync(Plan plan) => app.QueryAsync(db => db.Set<TaskFollowed>().Where(f => f.PlanId == plan.Id).Select(f => f.State).SingleAsync());

    private Task<string> NameAsync(int hamlet) => app.InsideAsync(services => Task.FromResult(services.GetRequiredService<AreaTree>()[KnownAreas.BinhLuHamlets[hamlet]].FullName));
}

public sealed class SharedTasksOnSqlite(SqliteApp app) : SharedTaskFeatures(app), IClassFixture<SqliteApp>;

public sealed class SharedTasksOnPostgres(PostgresApp app) : SharedTaskFeatures(app), IClassFixture<PostgresApp>;
