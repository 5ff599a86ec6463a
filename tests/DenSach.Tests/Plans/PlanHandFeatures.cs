using System.Net;
using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>What a hand does on the check screen: one comes back to the row, several go together and come back together, a task has its day.</summary>
public abstract class PlanHandFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";

    private static Task<PageView> UploadAsync(Session officer) =>
        officer.UploadPlanAsync(KnownAreas.NongCong, "van-hoa-2022.txt", Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt")));

    private Task<Plan> PlanAsync(Guid id) =>
        app.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Targets).Include(p => p.Deadlines).Include(p => p.Tasks).AsSplitQuery().SingleAsync(p => p.Id == id));

    [Theory]
    [InlineData("chi-tieu/3", "Value", "41", "dong-ct-3")]
    [InlineData("han/2", "SentTo", "UBND xã", "dong-h-2")]
    [InlineData("nhiem-vu/4", "Lead", "Hội Khuyến học xã", "dong-nv-4")]
    [InlineData("van-ban", "SignerName", "Lê Văn Sáng", "facts")]
    public async Task After_writing_one_is_back_at_the_row_and_told_there(string form, string field, string value, string row)
    {
        using var officer = await app.SignInAsync(Officer);
        var id = (await UploadAsync(officer)).PlanId();
        var after = await (await officer.GetAsync($"/ke-hoach/{id}/{form}")).Form("Ghi").Set(field, value).SubmitAsync();
        after.Response.RequestMessage!.RequestUri!.Fragment.ShouldBe($"#{row}");
        var there = after.Find($"#{row}")!;
        (row == "facts" ? there.Closest("section")! : there).QuerySelector("[role=status]")!.TextContent.ShouldContain("Đã ghi chỗ sửa tay");
        if (row != "facts")
        {
            there.GetAttribute("tabindex").ShouldBe("-1", "so that a browser moves the focus there, without any script");
        }
        (await officer.GetAsync($"/ke-hoach/{id}/kiem-tra")).Find(".just").ShouldBeNull("told once");
        (await officer.GetAsync($"/ke-hoach/{id}/{form}"))
            .FindAll(".actions a")
            .Last()
            .GetAttribute("href")!
            .ShouldEndWith($"/kiem-tra#{row}", customMessage: "nor is one lost by not writing");
    }

    [Fact]
    public async Task A_deadline_that_does_not_say_whether_it_comes_again_does_not_begin_to_when_its_words_are_corrected()
    {
        using var officer = await app.SignInAsync(Officer);
        var text =
            "ỦY BAN NHÂN DÂN\nXÃ NÔNG CỐNG\nSố: 71/KH-UBND\nNông Cống, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nXây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn xã Nông Cống\n\n"
            + "I. MỤC TIÊU\n- Đến năm 2030: 85% gia đình đạt danh hiệu “Gia đình học tập”.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Hội Khuyến học xã\n- Vận động quỹ khuyến học, hoàn thành trước ngày 30/8.\n";
        var id = (await officer.UploadPlanAsync(KnownAreas.NongCong, "khong-ro-nam.txt", Encoding.UTF8.GetBytes(text))).PlanId();
        var before = (await PlanAsync(id)).Deadlines.Single();
        before.Recurrence.ShouldBeNull("the words do not say it");
        var form = (await officer.GetAsync($"/ke-hoach/{id}/han/{before.Place}")).Form("Ghi");
        (form["Recurrence"], form["Relation"]).ShouldBe(("", "before"));
        (await form.Set("What", "Vận động quỹ khuyến học năm đầu").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var after = (await PlanAsync(id)).Deadlines.Single();
        (after.What, after.Recurrence, after.Year, after.Relation).ShouldBe(("Vận động quỹ khuyến học năm đầu", null, null, "before"));
    }

    [Fact]
    public async Task What_a_table_says_again_is_left_out_told_and_may_be_taken_back()
    {
        using var officer = await app.SignInAsync(Officer);
        var text =
            "ỦY BAN NHÂN DÂN\nXÃ NÔNG CỐNG\nSố: 72/KH-UBND\nNông Cống, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nXây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn xã Nông Cống\n\n"
            + "I. MỤC TIÊU\n- Đến năm 2030: 85% gia đình đạt danh hiệu “Gia đình học tập”.\n\n| Chỉ tiêu | ĐVT | Năm 2028 | Năm 2030 |\n| Gia đình học tập | % | 75 | 85 |\n| Dòng họ học tập | % | 60 | 70 |\n";
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "hai-lan.txt", Encoding.UTF8.GetBytes(text));
        check.Text.ShouldContain("Bảng ghi lại 1 chỉ tiêu đã có trong câu");
        (await PlanAsync(check.PlanId()))
            .Targets.Select(t => (t.Title, t.Year, t.Value))
            .ShouldBe([("Gia đình học tập", 2030, 85m), ("Gia đình học tập", 2028, 75m), ("Dòng họ học tập", 2028, 60m), ("Dòng họ học tập", 2030, 70m)], ignoreOrder: true);
        var id = check.PlanId();
        var again = await app.QueryAsync(db => db.Set<Modules.Plans.PlanTarget>().IgnoreQueryFilters().SingleAsync(t => t.PlanId == id && t.Dropped));
        (await check.Form("Lấy lại", $"#dong-ct-{again.Place}").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await PlanAsync(id)).Targets.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_a_table_says_of_the_whole_commune_is_no_repetition_of_what_a_sentence_says_of_one_hamlet()
    {
        using var officer = await app.SignInAsync(Officer);
        var text =
            "ỦY BAN NHÂN DÂN\nXÃ NÔNG CỐNG\nSố: 73/KH-UBND\nNông Cống, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nXây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn xã Nông Cống\n\n"
            + "I. MỤC TIÊU\n- Đến năm 2028: 75% gia đình đạt danh hiệu “Gia đình học tập”, riêng thôn Vạn Hòa đạt 85% gia đình.\n\n"
            + "| Chỉ tiêu | ĐVT | Năm 2027 | Năm 2028 |\n| Gia đình học tập | % | 70 | 85 |\n";
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "rieng-mot-thon.txt", Encoding.UTF8.GetBytes(text));
        (await PlanAsync(check.PlanId())).Targets.ShouldContain(t => t.Year == 2028 && t.Value == 85 && t.Scope == null, "what contradicts a sentence is for a person to see");
    }

    [Fact]
    public async Task What_is_left_out_says_so_beside_its_row()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var dropped = await check.Form("Bỏ", "#dong-ct-2").SubmitAsync();
        dropped.Response.RequestMessage!.RequestUri!.Fragment.ShouldBe("#dong-ct-2");
        dropped.Find("#dong-ct-2 [role=status]")!.TextContent.ShouldContain("Đã bỏ mục này");
        var back = await dropped.Form("Lấy lại", "#dong-ct-2").SubmitAsync();
        back.Find("#dong-ct-2 [role=status]")!.TextContent.ShouldContain("Đã lấy lại mục này");
    }

    [Fact]
    public async Task Several_go_at_once_and_come_back_at_once()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var before = await PlanAsync(check.PlanId());
        (await check.Form("Bỏ các mục đã đánh dấu").SubmitAsync()).Text.ShouldContain("Chưa đánh dấu mục nào");
        var ticked = check.Form("Bỏ các mục đã đánh dấu").Also("Targets", "1").Also("Targets", "2").Also("Deadlines", "1").Also("Tasks", "3");
        var dropped = await ticked.SubmitAsync();
        dropped.Find("#vua-lam")!.TextContent.ShouldContain("Đã bỏ 4 mục");
        dropped.FindAll(".dropped").Count().ShouldBe(4);
        var plan = await PlanAsync(check.PlanId());
        (plan.Targets.Count, plan.Deadlines.Count, plan.Tasks.Count).ShouldBe((before.Targets.Count - 2, before.Deadlines.Count - 1, before.Tasks.Count - 1));
        var back = await dropped.Form("Lấy lại", "#vua-lam").SubmitAsync();
        back.Text.ShouldContain("Đã lấy lại 4 mục");
        back.FindAll(".dropped").ShouldBeEmpty();
        (await check.Form("Bỏ các mục đã đánh dấu").Also("Targets", "1").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict, "a stale tab drops nothing");
    }

    [Fact]
    public async Task A_task_has_a_day_of_its_own_or_a_deadline_of_the_plan_and_goes_with_it()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = (await UploadAsync(officer)).PlanId();
        FormFill Task(PageView page, string what) => page.Form("Ghi").Set("Lead", "Trung tâm học tập cộng đồng").Set("What", what);
        var form = await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu");
        var refused = await Task(form, "mở lớp xoá mù chữ").Set("Day", "31").Set("Month", "2").SubmitAsync();
        refused.Text.ShouldContain("Ngày 31 không có trong tháng đã ghi");
        (await Task(form, "mở lớp xoá mù chữ").Set("Day", "1").Set("Month", "2").Set("Due", "1").SubmitAsync()).Text.ShouldContain("không cả hai");
        var added = await Task(refused, "mở lớp xoá mù chữ").Set("Relation", "by").Set("Day", "15").Set("Month", "6").SubmitAsync();
        var plan = await PlanAsync(id);
        var task = plan.Tasks.Single(t => t.Origin == PlanItemOrigin.Added);
        var due = plan.DeadlineOf(task)!;
        (due.Said, due.What, due.LastDay(2027)).ShouldBe(("chậm nhất 15/6 hằng năm", "mở lớp xoá mù chữ", new DateOnly(2027, 6, 15)));
        added.Find($"#dong-nv-{task.Place}")!.TextContent.ShouldContain("chậm nhất 15/6 hằng năm");
        added.Find($"#dong-h-{due.Place}")!.TextContent.ShouldContain("Trung tâm học tập cộng đồng");

        // Its words change with it, it goes and comes with it, and gives way to another of the plan.
        await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/{task.Place}")).Form("Ghi").Set("What", "mở hai lớp xoá mù chữ").SubmitAsync();
        (await PlanAsync(id)).Deadlines.Single(d => d.Place == due.Place).What.ShouldBe("mở hai lớp xoá mù chữ");
        var dropped = await (await officer.GetAsync($"/ke-hoach/{id}/kiem-tra")).Form("Bỏ", $"#dong-nv-{task.Place}").SubmitAsync();
        (await PlanAsync(id)).Deadlines.ShouldNotContain(d => d.Place == due.Place);
        await dropped.Form("Lấy lại", $"#dong-nv-{task.Place}").SubmitAsync();
        (await PlanAsync(id)).Deadlines.ShouldContain(d => d.Place == due.Place);
        await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/{task.Place}")).Form("Ghi").Set("Due", "3").SubmitAsync();
        plan = await PlanAsync(id);
        plan.DeadlineOf(plan.Tasks.Single(t => t.Place == task.Place))!.Place.ShouldBe(3);
        plan.Deadlines.ShouldNotContain(d => d.Place == due.Place, "nobody asks that day any more");
        (await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/{task.Place}")).Form("Ghi").Set("Due", "999").SubmitAsync()).Text.ShouldContain(
            "Hạn đã chọn không còn trong kế hoạch"
        );
    }

    [Fact]
    public async Task A_plan_that_another_place_issued_is_confirmed_only_by_who_says_so()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var check = await officer.UploadPlanAsync(KnownAreas.BinhLu, "van-hoa-2022.txt", Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt")));
        check.Find("#elsewhere")!.TextContent.ShouldContain("Vạn Hòa");
        var refused = await check.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Find("[role=alert]")!.TextContent.ShouldContain("ban hành, không phải");
        (await PlanAsync(check.PlanId())).IsDraft.ShouldBeTrue();
        async Task<HttpStatusCode> ConfirmAsync(object command) => (await officer.PostJsonAsync("/api/plans/confirm", command)).StatusCode;
        var (id, version) = (check.PlanId(), (await PlanAsync(check.PlanId())).Version);
        (
            await ConfirmAsync(
                new
                {
                    commandId = Guid.CreateVersion7(),
                    planId = id,
                    basedOn = version,
                }
            )
        ).ShouldBe(HttpStatusCode.BadRequest);
        var load = await officer.PostJsonAsync(
            "/api/plans",
            new
            {
                commandId = Guid.CreateVersion7(),
                areaId = KnownAreas.BinhLu,
                text = SamplePlans.Again("van-hoa-2022.txt"),
            }
        );
        load.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "nor in force at once");
        (await refused.Form("Xác nhận kế hoạch").Also("FromElsewhere", "true").SubmitAsync()).Text.ShouldContain("Đã xác nhận kế hoạch");
        (await PlanAsync(id)).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task An_issuer_corrected_to_the_own_area_is_asked_no_more()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var check = await officer.UploadPlanAsync(KnownAreas.BinhLu, "van-hoa-2022.txt", Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt")));
        var after = await (await officer.GetAsync($"/ke-hoach/{check.PlanId()}/van-ban")).Form("Ghi").Set("Issuer", "Ủy ban nhân dân xã Bình Lư").SubmitAsync();
        after.Find("#elsewhere").ShouldBeNull();
    }

    [Fact]
    public async Task A_successor_that_is_taken_back_asks_of_the_earlier_one_that_was_resumed()
    {
        using var officer = await app.SignInAsync(Officer);
        var first = await UploadAsync(officer);
        await first.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync();
        var second = await UploadAsync(officer);
        await second.Form("Xác nhận kế hoạch").Set("EarlierId", $"{first.PlanId()}").SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{second.PlanId()}/thu-hoi")).Form("Thu hồi").Set("Reason", "Nạp nhầm văn bản").SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{first.PlanId()}/thu-hoi")).Form("Lấy lại kế hoạch").SubmitAsync();
        (await PlanAsync(first.PlanId())).EndedOn.ShouldBeNull();

        var form = await officer.GetAsync($"/ke-hoach/{second.PlanId()}/thu-hoi");
        form.Text.ShouldContain("Đang có hiệu lực ở chỗ của kế hoạch này");
        var refused = await form.Form("Lấy lại kế hoạch").SubmitAsync();
        refused.Text.ShouldContain("hai kế hoạch không thể cùng giao việc");
        (await PlanAsync(second.PlanId())).EndedOn.ShouldNotBeNull();
        (await refused.Form("Lấy lại kế hoạch").Set("EndsEarlier", "true").SubmitAsync()).Text.ShouldContain("Đã lấy lại kế hoạch");
        ((await PlanAsync(first.PlanId())).EndedOn is null, (await PlanAsync(second.PlanId())).EndedOn is null).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_plan_that_begins_later_says_when()
    {
        await app.PlantAsync(KnownAreas.NongCong, p => p.Confirm(PlantedPlans.At, Guid.CreateVersion7()), new DateOnly(2027, 1, 15), level: PlanLevel.Commune);
        using var officer = await app.SignInAsync(Officer);
        (await officer.GetAsync("/ke-hoach")).Text.ShouldContain("Bắt đầu từ 15/1/2027");
        var english = await officer.GetAsync("/ke-hoach?ngon-ngu=en");
        english.Text.ShouldContain("Begins on 15 Jan 2027");
    }
}

public sealed class PlanHandOnSqlite(SqliteApp app) : PlanHandFeatures(app), IClassFixture<SqliteApp>;

public sealed class PlanHandOnPostgres(PostgresApp app) : PlanHandFeatures(app), IClassFixture<PostgresApp>;
