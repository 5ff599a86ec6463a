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
using static DenSach.Tests.Tasks.SharedTasks;

namespace DenSach.Tests.Tasks;

/// <summary>What a plan gives to many is done by each of them for himself: everybody tells of his part, nobody of the whole but who follows it.</summary>
public abstract class SharedTaskFeatures(TestApp app)
{
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

    [Fact]
    public async Task Each_hamlet_tells_of_its_part_and_who_follows_it_sees_who_is_left()
    {
        var plan = await app.TaskAsync("rà soát người thử chưa biết chữ");
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
        var page = await officer.GetAsync(PathOf(plan));
        page.Find("#remind-parts")!.TextContent.ShouldNotContain(await app.NameAsync(0));
        page.Find("#remind-parts")!.TextContent.ShouldContain(await app.NameAsync(1));
        page.Find("section[aria-labelledby=notes]")!.TextContent.ShouldContain($"phần của {await app.NameAsync(0)}");
        (await officer.Http.GetStringAsync($"/nhiem-vu?ke-hoach={plan.Id}&handler=File")).ShouldContain("1/12");
    }

    [Fact]
    public async Task Once_all_have_told_their_parts_the_whole_waits_for_a_word_of_who_follows_it()
    {
        var plan = await app.TaskAsync("treo khẩu hiệu thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        await TellAsync(head, plan, "Done", "Đã treo");
        var chosen = await officer.GetAsync($"{PathOf(plan)}?noi={Hamlets[1]}");
        chosen.Find("#report")!.TextContent.ShouldContain(await app.NameAsync(1));
        var stead = await chosen.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Trưởng bản gọi điện báo").SubmitAsync();
        stead.Text.ShouldContain($"ghi thay {await app.NameAsync(1)}");
        stead.Find(".notice.done")!.TextContent.Trim().ShouldBe($"Đã ghi thay {await app.NameAsync(1)}: “Đã xong”.");
        stead.Text.ShouldContain("2/12 nơi đã xong");
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        foreach (var hamlet in Hamlets[2..])
        {
            (await officer.PostJsonAsync("/api/tasks/report", Report(plan, "Done", hamlet))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao báo xong");
        (await officer.GetAsync("/nhiem-vu?xem=bao-xong")).Text.ShouldContain("treo khẩu hiệu thử");
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Doing, "nobody told the whole done");
        var all = await officer.GetAsync(PathOf(plan));
        all.Text.ShouldContain("Mọi nơi đã báo xong phần mình");
        (await all.Form("Ghi cả việc đã xong").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Done);
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        (await head.GetAsync(PathOf(plan))).Text.ShouldNotContain("Phần mình", customMessage: "the whole is over");
    }

    [Fact]
    public async Task A_part_is_told_by_its_holder_or_by_who_follows_the_task_and_cannot_be_given_up_alone()
    {
        var plan = await app.TaskAsync("dọn nhà văn hóa thử");
        using var head = await app.SignInAsync("truong-ban");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await head.PostJsonAsync("/api/tasks/report", Report(plan, "Done", Hamlets[1]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PostJsonAsync("/api/tasks/report", Report(plan, "Done", "dia-ban:1"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var stopped = await head.PostJsonAsync("/api/tasks/report", Report(plan, "Stopped"));
        (await stopped.Content.ReadAsStringAsync()).ShouldContain("tasks.shared");
        (await app.QueryAsync(db => db.Set<TaskNote>().CountAsync(n => n.PlanId == plan.Id))).ShouldBe(0, "nothing was kept");
        (await head.GetAsync(PathOf(plan))).FindAll("select#State option").Select(o => o.GetAttribute("value")).ShouldBe(["NotStarted", "Doing", "Done"]);
    }

    [Fact]
    public async Task Two_hamlets_tell_at_the_same_moment_and_neither_is_asked_to_read_the_other()
    {
        var plan = await app.TaskAsync("thắp đèn học thử");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        var forms = new[] { await first.GetAsync(PathOf(plan)), await second.GetAsync(PathOf(plan)) };
        var told = await Task.WhenAll(forms.Select(f => f.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã thắp").SubmitAsync()));
        told.ShouldAllBe(t => t.Status == HttpStatusCode.OK);
        (await app.QueryAsync(db => db.Set<TaskShare>().CountAsync(s => s.PlanId == plan.Id && s.State == TaskState.Done))).ShouldBe(2);
        (await TellAsync(first, plan, "Doing", "Còn một nhà")).Text.ShouldContain("Phần mình: đang làm", customMessage: "and takes his own back");
        (await app.QueryAsync(db => db.Set<TaskShare>().CountAsync(s => s.PlanId == plan.Id && s.State == TaskState.Done))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_task_that_was_given_two_tell_their_parts_at_the_same_moment_as_well()
    {
        var plan = await app.TaskAsync("quét vôi lớp học thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        await GiveAsync(officer, plan, "2026-12-20");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        var forms = new[] { await first.GetAsync(PathOf(plan)), await second.GetAsync(PathOf(plan)) };
        var told = await Task.WhenAll(forms.Select(f => f.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã quét").SubmitAsync()));
        told.Select(t => t.Text).ShouldAllBe(t => t.Contains("Phần mình: đã xong", StringComparison.Ordinal));
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task Who_tells_the_whole_done_is_first_shown_the_part_that_was_told_meanwhile()
    {
        var plan = await app.TaskAsync("lợp mái nhà học thử");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        await TellAsync(head, plan, "Done", "Đã lợp");
        var open = await officer.GetAsync(PathOf(plan));
        await TellAsync(head, plan, "Doing", "Còn ba nhà chưa lợp");
        var refused = await open.Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Mọi nơi xong").SubmitAsync();
        refused.Text.ShouldContain("Còn ba nhà chưa lợp");
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task A_program_tells_a_part_twice_by_the_version_that_it_was_given()
    {
        var plan = await app.TaskAsync("đọc sách thử");
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
        var plan = await app.TaskAsync("trồng cây thử");
        using var first = await app.SignInAsync("truong-ban");
        using var second = await app.SignInAsync("truong-ban-2");
        using var leader = await app.SignInAsync("lanh-dao-xa");
        await TellAsync(first, plan, "Done", "Đã trồng");
        var page = await second.GetAsync(PathOf(plan));
        page.Text.ShouldContain("1/12 nơi đã xong");
        page.Text.ShouldNotContain("Đã trồng", customMessage: "words of another's part are not his to read");
        (await first.GetAsync(PathOf(plan))).Text.ShouldContain("Đã trồng");
        page.Find("#parts").ShouldBeNull();
        (await leader.GetAsync(PathOf(plan))).Find("#parts").ShouldNotBeNull();
        using var elsewhere = await app.SignInAsync("hoi-nong-cong");
        (await elsewhere.GetAsync(PathOf(plan))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_day_given_to_all_hamlets_stands_in_the_calendar_of_each_and_what_others_hold_does_not()
    {
        var plan = await app.TaskAsync("vận động quỹ thử của mọi bản");
        var others = await app.TaskAsync("việc thử của phòng", "Phòng Kinh tế");
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
    public async Task What_one_holds_alone_and_tells_done_waits_for_a_look_of_who_follows_it()
    {
        var plan = await app.TaskAsync("quyết toán thử", "Phòng Kinh tế");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var finance = await app.SignInAsync("tai-chinh");
        await TellAsync(finance, plan, "Done", "Đã quyết toán");
        (await QueueAsync(officer)).ShouldContain("1 việc đã giao báo xong");
        (await QueueAsync(finance)).ShouldNotContain("báo xong");
        await TellAsync(officer, plan, "Doing", "Còn thiếu chứng từ");
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        await TellAsync(finance, plan, "Done", "Đã đủ");
        var page = await officer.GetAsync(PathOf(plan));
        page.Text.ShouldContain("Người giữ việc báo đã xong");
        await page.Form("Ghi cả việc đã xong").SubmitAsync();
        (await QueueAsync(officer)).ShouldNotContain("việc đã giao báo xong");
        (await app.WholeAsync(plan)).ShouldBe(TaskState.Done);
    }

    [Fact]
    public async Task Under_a_later_plan_each_part_goes_on_as_it_stands()
    {
        var earlier = await app.TaskAsync("lập tủ sách thử ở các bản");
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
}

public sealed class SharedTasksOnSqlite(SqliteApp app) : SharedTaskFeatures(app), IClassFixture<SqliteApp>;

public sealed class SharedTasksOnPostgres(PostgresApp app) : SharedTaskFeatures(app), IClassFixture<PostgresApp>;
