using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Tasks;

/// <summary>A plan takes the place of another: what was followed goes on where a person says so, is listed where it does not, and nothing is matched in silence.</summary>
public abstract class SuccessionFeatures(TestApp app)
{
    private const string Officer = "hoi-tuy-an-tay";

    private static void Give(Plan plan, params (string Lead, string What)[] tasks)
    {
        foreach (var (lead, what) in tasks)
        {
            plan.Add(new TaskContent { Lead = lead, What = what });
        }
    }

    /// <summary>An earlier plan with three tasks followed, and the draft of a later one that gives the first in other letters and the second to somebody else.</summary>
    private async Task<(Plan Earlier, Plan Later)> TwoPlansAsync(Session officer, DateOnly laterFrom)
    {
        var earlier = await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p => Give(p, ("Hội Khuyến học xã", "Mở lớp xóa mù chữ"), ("Công an xã", "Rà soát dân cư"), ("Đoàn Thanh niên", "Lập tủ sách"), ("Trạm Y tế", "Chưa ai ghi gì"))
        );
        for (var place = 1; place <= 3; place++)
        {
            await ReportAsync(officer, earlier, place, place == 3 ? "Done" : "Doing", $"ghi chú {place}");
        }
        var later = await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p => Give(p, ("Công an thôn", "Rà soát dân cư"), ("HỘI KHUYẾN HỌC XÃ", "Mở lớp xoá mù chữ;"), ("Đoàn thanh niên", "lập tủ sách")),
            laterFrom
        );
        return (earlier, later);
    }

    private static async Task ReportAsync(Session officer, Plan plan, int place, string state, string text)
    {
        var form = (await officer.GetAsync($"/nhiem-vu/{plan.Id}/{place}")).Form("Ghi tiến độ").Set("State", state).Set("Text", text);
        (await form.Attach("Tep", "anh.jpg", "image/jpeg", SampleFiles.Jpeg(seed: place)).SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<PageView> ToConfirmAsync(Session officer, Plan earlier, Plan later) =>
        await (await officer.GetAsync($"/ke-hoach/{later.Id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier.Id}").SubmitAsync();

    private Task<TaskFollowed?> FollowedAsync(Plan plan, int place) =>
        app.QueryAsync(db => db.Set<TaskFollowed>().AsNoTracking().SingleOrDefaultAsync(f => f.PlanId == plan.Id && f.Place == place));

    private static object Confirm(Plan later, Plan earlier, params (int From, int To)[] pairs) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            planId = later.Id,
            basedOn = later.Version,
            replacesId = earlier.Id,
            continues = pairs.Select(p => new { from = p.From, to = p.To }),
        };

    [Fact]
    public async Task The_same_work_of_the_same_agency_goes_on_with_its_state_and_its_notes_and_the_rest_is_listed()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = await TwoPlansAsync(officer, new DateOnly(2026, 3, 1));
        var asked = await ToConfirmAsync(officer, earlier, later);
        asked.Path.ShouldStartWith($"/ke-hoach/{later.Id}/noi-tiep", customMessage: asked.Text);
        asked
            .FindAll("input[name=Pairs]")
            .Select(box => (box.GetAttribute("value"), box.HasAttribute("checked")))
            .ShouldBe([("1:2", true), ("3:3", false)], "what is done is offered too, not proposed");
        asked.Find("section[aria-labelledby=rest]")!.TextContent.ShouldContain("Rà soát dân cư", customMessage: "given to another agency it is other work");
        (await app.QueryAsync(db => db.Set<Plan>().SingleAsync(p => p.Id == later.Id))).IsDraft.ShouldBeTrue("nothing is confirmed before a person looked");

        var plan = await asked.Form("Xác nhận kế hoạch và việc nối tiếp").SubmitAsync();
        plan.Path.ShouldBe($"/ke-hoach/{later.Id}", plan.Text);
        var left = plan.Find("section[aria-labelledby=left-open]")!.TextContent;
        left.ShouldContain("Rà soát dân cư");
        left.ShouldNotContain("Mở lớp");
        var task = await officer.GetAsync($"/nhiem-vu/{later.Id}/2");
        task.Text.ShouldContain("Nối tiếp từ kế hoạch trước");
        task.Text.ShouldContain("ghi chú 1");
        (await officer.Http.GetAsync(task.Document.Links.First(a => a.TextContent.Contains("Xem tệp", StringComparison.Ordinal)).GetAttribute("href"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await FollowedAsync(later, 2))!.State.ShouldBe(TaskState.Doing);
        (await app.QueryAsync(db => db.Set<TaskNote>().CountAsync(n => n.PlanId == later.Id))).ShouldBe(0, "history is led to, not copied");
        (await officer.GetAsync($"/nhiem-vu/{earlier.Id}/1")).Text.ShouldContain("Việc này nối tiếp ở kế hoạch sau");
        (await FollowedAsync(later, 3)).ShouldBeNull("what nobody ticked begins anew");
        await officer.GetAsync($"/nhiem-vu/{later.Id}/2");
        await ReportAsync(officer, later, 2, "Done", "xong ở kế hoạch mới");
        (await FollowedAsync(earlier, 1))!.State.ShouldBe(TaskState.Doing, "what was stays as it was");
    }

    [Fact]
    public async Task What_is_done_is_proposed_to_stay_done_in_another_edition_for_the_same_years()
    {
        using var officer = await app.SignInAsync(Officer);
        var earlier = await app.PlantAsync(KnownAreas.TuyAnTay, p => Give(p, ("Trạm Y tế", "Khám một lần"), ("Đoàn Thanh niên", "Bỏ hẳn")));
        await ReportAsync(officer, earlier, 1, "Done", "đã khám");
        await ReportAsync(officer, earlier, 2, "Stopped", "không làm nữa");
        var later = await app.PlantAsync(KnownAreas.TuyAnTay, p => Give(p, ("Trạm Y tế", "Khám một lần"), ("Đoàn Thanh niên", "Bỏ hẳn")), new DateOnly(2024, 6, 1));
        var asked = await ToConfirmAsync(officer, earlier, later);
        asked
            .FindAll("input[name=Pairs]")
            .Select(box => (box.GetAttribute("value"), box.HasAttribute("checked")))
            .ShouldBe([("1:1", true), ("2:2", false)], "what was given up is asked again by the later edition");
    }

    [Fact]
    public async Task What_was_noted_under_a_plan_that_was_withdrawn_is_led_to_from_the_task_that_is_taken_back()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = await TwoPlansAsync(officer, new DateOnly(2026, 3, 1));
        (await officer.PostJsonAsync("/api/plans/confirm", Confirm(later, earlier, (1, 2)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ReportAsync(officer, later, 2, "Doing", "ghi ở kế hoạch sau");
        var over = (await officer.GetAsync($"/nhiem-vu/{earlier.Id}/4")).Find("p.notice")!;
        over.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/ke-hoach/{later.Id}", "what goes on nowhere leads to the plan that took its place");
        await (await officer.GetAsync($"/ke-hoach/{later.Id}/thu-hoi")).Form("Thu hồi").Set("Reason", "nạp nhầm").SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{earlier.Id}/thu-hoi")).Form("Lấy lại kế hoạch").SubmitAsync();
        var task = await officer.GetAsync($"/nhiem-vu/{earlier.Id}/1");
        task.Text.ShouldContain("Việc này từng nối tiếp ở kế hoạch đã thu hồi");
        var there = task.FindAll($"a[href='/nhiem-vu/{later.Id}/2']").ShouldHaveSingleItem().GetAttribute("href")!;
        (await officer.GetAsync(there)).Text.ShouldContain("ghi ở kế hoạch sau");
        (await officer.GetAsync($"/nhiem-vu/{earlier.Id}/2")).Text.ShouldNotContain("từng nối tiếp");
    }

    [Fact]
    public async Task Pairs_that_are_not_the_same_work_are_refused_and_without_pairs_nothing_goes_over()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = await TwoPlansAsync(officer, new DateOnly(2026, 3, 1));
        foreach (var wrong in new[] { Confirm(later, earlier, (2, 1)), Confirm(later, earlier, (4, 2)), Confirm(later, earlier, (1, 2), (3, 2)) })
        {
            (await officer.PostJsonAsync("/api/plans/confirm", wrong)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        (await officer.PostJsonAsync("/api/plans/confirm", Confirm(later, earlier))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.QueryAsync(db => db.Set<TaskFollowed>().CountAsync(f => f.PlanId == later.Id))).ShouldBe(0);
        var left = (await officer.GetAsync($"/ke-hoach/{later.Id}")).Find("section[aria-labelledby=left-open]")!.TextContent;
        left.ShouldContain("Mở lớp xóa mù chữ");
        left.ShouldNotContain("Lập tủ sách", customMessage: "it is done");
        var withdrawn = await (await officer.GetAsync($"/ke-hoach/{later.Id}/thu-hoi")).Form("Thu hồi").Set("Reason", "nạp nhầm").SubmitAsync();
        withdrawn.Text.ShouldContain("Đã thu hồi kế hoạch.");
        withdrawn.Find("section[aria-labelledby=left-open]").ShouldBeNull("it took the place of nothing that is left");
    }

    [Fact]
    public async Task The_same_work_of_which_nobody_said_a_word_is_told_as_such_and_not_as_missing()
    {
        using var officer = await app.SignInAsync(Officer);
        var from = new DateOnly(2026, 3, 1);
        var earlier = await app.PlantAsync(KnownAreas.TuyAnTay, p => Give(p, ("Công an xã", "Rà soát thử"), ("Đoàn Thanh niên", "Lập tủ sách thử"), ("Trạm Y tế", "Khám thử")));
        await ReportAsync(officer, earlier, 1, "Doing", "đang làm");
        var same = await app.PlantAsync(KnownAreas.TuyAnTay, p => Give(p, ("Đoàn thanh niên", "lập tủ sách thử"), ("Trạm Y tế", "Khám thử")), from);
        var other = await app.PlantAsync(KnownAreas.TuyAnTay, p => Give(p, ("Trạm Y tế", "Việc khác hẳn")), from);
        var asked = await ToConfirmAsync(officer, earlier, same);
        asked.Find("#unfollowed")!.TextContent.ShouldStartWith("2 việc cả hai kế hoạch cùng giao");
        asked.Text.ShouldNotContain("Không có việc nào trùng");
        asked.Text.ShouldNotContain("Việc được đánh dấu", customMessage: "there is nothing to tick");
        asked.FindAll("main form button").Last().TextContent.ShouldBe("Xác nhận kế hoạch");
        (await ToConfirmAsync(officer, earlier, other)).Text.ShouldContain("Không có việc nào trùng lời và trùng cơ quan");
    }

    [Fact]
    public async Task Until_the_later_plan_begins_what_is_told_under_the_earlier_one_counts_for_both()
    {
        using var officer = await app.SignInAsync(Officer);
        var (earlier, later) = await TwoPlansAsync(officer, new DateOnly(2027, 1, 1));
        (await officer.PostJsonAsync("/api/plans/confirm", Confirm(later, earlier, (1, 2)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ReportAsync(officer, earlier, 1, "Done", "xong trước khi kế hoạch mới bắt đầu");
        (await FollowedAsync(later, 2))!.State.ShouldBe(TaskState.Done);
    }
}

public sealed class SuccessionOnSqlite(SqliteApp app) : SuccessionFeatures(app), IClassFixture<SqliteApp>;

public sealed class SuccessionOnPostgres(PostgresApp app) : SuccessionFeatures(app), IClassFixture<PostgresApp>;
