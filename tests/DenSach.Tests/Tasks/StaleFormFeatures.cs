using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Coordination;
using DenSach.Modules.Difficulties;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Tasks;

/// <summary>Two people with the same form open: the second is told what the first wrote, keeps the own words, and writes by sending again. Nothing is overwritten unseen.</summary>
public abstract class StaleFormFeatures(TestApp app)
{
    private async Task<string> TaskAsync(string lead)
    {
        var plan = await app.PlantAsync(KnownAreas.BinhLu, p => p.Add(new TaskContent { Lead = lead, What = "việc thử của hai người" }));
        return $"/nhiem-vu/{plan.Id}/1";
    }

    private Task<TaskFollowed> FollowedAsync(string url) => app.QueryAsync(db => db.Set<TaskFollowed>().AsNoTracking().SingleAsync(f => f.PlanId == Guid.Parse(url.Split('/')[2])));

    [Fact]
    public async Task Who_tells_how_a_task_goes_on_top_of_unread_words_reads_them_first()
    {
        var url = await TaskAsync("Hội Khuyến học xã thử hai thẻ");
        using var one = await app.SignInAsync("hoi-khuyen-hoc");
        using var other = await app.SignInAsync("van-hoa");
        var stale = (await other.GetAsync(url)).Form("Ghi tiến độ");
        (await (await one.GetAsync(url)).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã trao đủ 12 tủ sách").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var told = await stale.Set("State", "Doing").Set("Text", "Còn thiếu hai tủ sách").Attach("Tep", "anh.jpg", "image/jpeg", SampleFiles.Jpeg(seed: 77)).SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        var meanwhile = told.Find("section.meanwhile")!.TextContent;
        meanwhile.ShouldContain("Đã trao đủ 12 tủ sách");
        meanwhile.ShouldContain("Đã xong");
        told.Form("Ghi tiến độ")["Text"].ShouldBe("Còn thiếu hai tủ sách", "the own words stay");
        told.Form("Ghi tiến độ")["State"].ShouldBe("Doing");
        (await FollowedAsync(url)).State.ShouldBe(TaskState.Done, "nothing was written yet");
        var again = await told.Form("Ghi tiến độ").SubmitAsync();
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Text.ShouldContain("Còn thiếu hai tủ sách");
        again.Document.Links.ShouldContain(a => a.TextContent.Contains("Xem tệp", StringComparison.Ordinal), "the file went with the first sending");
        (await FollowedAsync(url)).State.ShouldBe(TaskState.Doing);
    }

    [Fact]
    public async Task A_note_that_leaves_the_state_as_it_is_makes_other_forms_older_too()
    {
        var url = await TaskAsync("Hội Khuyến học xã thử ghi thêm");
        using var one = await app.SignInAsync("hoi-khuyen-hoc");
        using var other = await app.SignInAsync("van-hoa");
        await (await one.GetAsync(url)).Form("Ghi tiến độ").Set("Text", "Bắt đầu").SubmitAsync();
        var stale = (await other.GetAsync(url)).Form("Ghi tiến độ");
        await (await one.GetAsync(url)).Form("Ghi tiến độ").Set("Text", "Vẫn đang làm").SubmitAsync();
        var told = await stale.Set("Text", "Lời thứ ba").SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Find("section.meanwhile")!.TextContent.ShouldContain("Vẫn đang làm");
        told.Find("section.meanwhile")!.TextContent.ShouldNotContain("Bắt đầu", customMessage: "that was read");
    }

    [Fact]
    public async Task Who_gives_a_task_sees_what_another_gave_and_the_form_not_sent_wipes_nothing()
    {
        var url = await TaskAsync("Công an xã thử giao việc");
        using var one = await app.SignInAsync("hoi-khuyen-hoc");
        using var other = await app.SignInAsync("van-hoa");
        var stale = (await other.GetAsync(url)).Form("Ghi việc giao");
        await (await one.GetAsync(url)).Form("Ghi việc giao").Set("Product", "Một báo cáo").Set("DueOn", "2026-12-05").SubmitAsync();
        var told = await stale.Set("Product", "Hai báo cáo").SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Find("section.meanwhile")!.TextContent.ShouldContain("Một báo cáo");
        told.Find("section.meanwhile")!.TextContent.ShouldContain("5/12/2026");
        told.Form("Ghi việc giao")["Product"].ShouldBe("Hai báo cáo");
        var empty = await (await one.GetAsync(url)).Form("Ghi tiến độ").Set("Text", " ").SubmitAsync();
        empty.Form("Ghi việc giao")["Product"].ShouldBe("Một báo cáo", "the other form on the page still shows what is kept");
        empty.Form("Ghi việc giao")["DueOn"].ShouldBe("2026-12-05");
    }

    [Fact]
    public async Task A_second_answer_to_a_difficulty_is_given_after_reading_the_first()
    {
        using var head = await app.SignInAsync("truong-ban");
        var raised = await (await head.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên").Set("Title", "Hai người cùng trả lời").Set("Text", "Đề nghị hướng dẫn").SubmitAsync();
        using var one = await app.SignInAsync("hoi-khuyen-hoc");
        using var other = await app.SignInAsync("van-hoa");
        await (await one.GetAsync(raised.Path)).Form("Trả lời").Set("Text", "Lần một").SubmitAsync();
        var stale = (await other.GetAsync(raised.Path)).Form("Trả lời");
        await (await one.GetAsync(raised.Path)).Form("Trả lời").Set("Text", "Sửa lại lần một").SubmitAsync();
        var told = await stale.Set("Text", "Lần hai").SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.Conflict, "answered already, answered again meanwhile");
        told.Find("section.meanwhile")!.TextContent.ShouldContain("Sửa lại lần một");
        told.Form("Trả lời")["Text"].ShouldBe("Lần hai");
        (await told.Form("Trả lời").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var id = Guid.Parse(raised.Path.Split('/')[2]);
        var steps = await app.QueryAsync(db => db.Set<DifficultyStep>().Where(s => s.DifficultyId == id).OrderBy(s => s.Number).Select(s => s.Text).ToListAsync());
        steps.ShouldBe(["Đề nghị hướng dẫn", "Lần một", "Sửa lại lần một", "Lần hai"]);
    }

    [Fact]
    public async Task Regulations_and_committees_show_what_another_changed_and_keep_what_was_typed()
    {
        using var one = await app.SignInAsync("hoi-khuyen-hoc");
        using var other = await app.SignInAsync("van-hoa");
        var kept = await (await one.GetAsync("/quy-che/moi")).Form("Ghi quy chế").Set("Title", "Quy chế hai thẻ").Set("Parties", "UBND xã\nHội Khuyến học xã").SubmitAsync();
        var stale = (await other.GetAsync(kept.Path)).Form("Ghi quy chế");
        await (await one.GetAsync(kept.Path)).Form("Ghi quy chế").Set("Parties", "UBND xã\nHội Khuyến học xã\nĐoàn Thanh niên").SubmitAsync();
        var told = await stale.Set("Agreed", "Mỗi quý họp một lần").SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Find("section.meanwhile")!.TextContent.ShouldContain("Đoàn Thanh niên");
        told.Form("Ghi quy chế")["Agreed"].ShouldBe("Mỗi quý họp một lần");
        var committee = await (await one.GetAsync("/ban-chi-dao")).Form("Lập ban chỉ đạo").Set("Name", "Ban chỉ đạo hai thẻ").Set("From", "2026-03-15").SubmitAsync();
        var adding = (await other.GetAsync(committee.Path)).Form("Thêm thành viên");
        await (await one.GetAsync(committee.Path)).Form("Thêm thành viên").Set("Name", "Hoàng Thị Trước").Set("Position", "Ủy viên").SubmitAsync();
        var shown = await adding.Set("Name", "Lý Văn Sau").Set("Position", "Ủy viên").SubmitAsync();
        shown.Status.ShouldBe(HttpStatusCode.Conflict);
        shown.Find("section.meanwhile")!.TextContent.ShouldContain("Hoàng Thị Trước");
        var both = await shown.Form("Thêm thành viên").SubmitAsync();
        both.FindAll("section[aria-labelledby=members] li strong").Select(s => s.TextContent).ShouldBe(["Hoàng Thị Trước", "Lý Văn Sau"]);
        var id = Guid.Parse(committee.Path.Split('/')[2]);
        (await app.QueryAsync(db => db.Set<CommitteeMember>().CountAsync(m => m.CommitteeId == id))).ShouldBe(2);
    }
}

public sealed class StaleFormsOnSqlite(SqliteApp app) : StaleFormFeatures(app), IClassFixture<SqliteApp>;

public sealed class StaleFormsOnPostgres(PostgresApp app) : StaleFormFeatures(app), IClassFixture<PostgresApp>;
