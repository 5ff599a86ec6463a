using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Plans;

/// <summary>A task whose sentence names several days is due by each of them: on the check screen, on paper, and in the paper read again.</summary>
public abstract class TaskOfSeveralDaysFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";

    private const string Text = """
        ỦY BAN NHÂN DÂN
        XÃ NÔNG CỐNG
        Số: 83/KH-UBND
        Nông Cống, ngày 05 tháng 3 năm 2026

        KẾ HOẠCH
        Xây dựng xã hội học tập giai đoạn 2026-2030 trên địa bàn xã Nông Cống

        I. MỤC TIÊU
        - Đến năm 2030: 85% gia đình đạt danh hiệu “Gia đình học tập”.

        II. TỔ CHỨC THỰC HIỆN
        1. Hội Khuyến học xã
        - Tổng hợp kết quả, báo cáo UBND xã trước ngày 20/6 và trước ngày 10/12 hằng năm.
        - Tổ chức bình xét từ ngày 01/10/2026 đến ngày 15/10/2026.
        2. Phòng Văn hóa - Xã hội
        - Tuyên truyền thường xuyên trên hệ thống truyền thanh.
        - Gửi tin bài cho UBND xã trước ngày 25 hằng tháng.
        - Định kỳ 6 tháng, năm báo cáo UBND xã kết quả phối hợp.
        """;

    private static Task<PageView> UploadAsync(Session officer, string mark, byte[]? bytes = null) =>
        officer.UploadPlanAsync(
            KnownAreas.NongCong,
            bytes is null ? "ke-hoach.txt" : "ke-hoach.docx",
            bytes ?? Encoding.UTF8.GetBytes(Text.Replace("83/", mark, StringComparison.Ordinal))
        );

    private Task<List<PlanDeadline>> DeadlinesAsync(Guid plan) => app.QueryAsync(db => db.Set<PlanDeadline>().Where(d => d.PlanId == plan).OrderBy(d => d.Place).ToListAsync());

    [Fact]
    public async Task Both_days_stand_at_the_task_and_the_task_at_both_days()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer, "84/");
        check.FindAll("#dong-nv-1 a[href^='#dong-h-']").Select(a => a.TextContent.Trim()).ShouldBe(["Hạn: trước 20/6 hằng năm", "Hạn: trước 10/12 hằng năm"]);
        check.FindAll("#dong-nv-2 a[href^='#dong-h-']").Select(a => a.TextContent.Trim()).ShouldHaveSingleItem().ShouldContain("15/10/2026");
        check.FindAll("#dong-nv-3 a[href^='#dong-h-']").ShouldBeEmpty();
        foreach (var day in (await DeadlinesAsync(check.PlanId())).Where(d => d.Month is 6 or 12))
        {
            check.Find($"#dong-h-{day.Place}")!.TextContent.ShouldContain("Nhiệm vụ của Hội Khuyến học xã");
        }
    }

    [Fact]
    public async Task The_form_says_what_the_sentence_says_until_one_day_is_chosen()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = (await UploadAsync(officer, "85/")).PlanId();
        var page = await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/1");
        page.Find("select[name=Due] option[value='']")!.TextContent.Trim().ShouldBe("như câu ghi: trước 20/6 hằng năm; trước 10/12 hằng năm");
        (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/3")).Find("select[name=Due] option[value='']")!.TextContent.Trim().ShouldBe("không ghi hạn riêng");
        var december = (await DeadlinesAsync(id)).Single(d => d.Month == 12).Place;
        var after = await page.Form("Ghi").Set("Due", $"{december}").SubmitAsync();
        after.FindAll("#dong-nv-1 a[href^='#dong-h-']").Select(a => a.TextContent.Trim()).ShouldBe(["Hạn: trước 10/12 hằng năm"]);
    }

    [Fact]
    public async Task On_paper_a_day_that_was_not_chosen_for_the_task_is_still_said_once_and_what_a_person_wrote_of_a_day_is_said()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = (await UploadAsync(officer, "87/")).PlanId();
        var (june, december) = ((await DeadlinesAsync(id)).Single(d => d.Month == 6).Place, (await DeadlinesAsync(id)).Single(d => d.Month == 12).Place);
        await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/1")).Form("Ghi").Set("Due", $"{december}").SubmitAsync();
        (await officer.GetAsync($"/ke-hoach/{id}/ban-in")).Text.Split("20/6").Length.ShouldBe(2);
        await (await officer.GetAsync($"/ke-hoach/{id}/han/{june}")).Form("Ghi").Set("What", "Gửi số liệu nửa năm").Set("SentTo", "Sở Giáo dục và Đào tạo").SubmitAsync();
        var print = (await officer.GetAsync($"/ke-hoach/{id}/ban-in")).Text;
        print.ShouldContain("Gửi số liệu nửa năm");
        print.ShouldContain("Sở Giáo dục và Đào tạo");
    }

    [Fact]
    public async Task On_paper_each_day_is_said_once_and_the_paper_read_again_has_the_same_days()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = (await UploadAsync(officer, "86/")).PlanId();
        var print = await officer.GetAsync($"/ke-hoach/{id}/ban-in");
        foreach (var day in new[] { "20/6", "10/12", "01/10/2026", "15/10/2026" })
        {
            print.Text.Split(day).Length.ShouldBe(2, day);
        }
        foreach (var words in new[] { "Gửi tin bài", "Định kỳ 6 tháng" })
        {
            print.FindAll("li, p").Select(l => l.TextContent.Trim()).Where(l => l.Contains(words, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldNotContain("(hạn");
        }
        var word = await officer.Http.GetByteArrayAsync($"/ke-hoach/{id}/ban-in?handler=Word");
        var again = await DeadlinesAsync((await UploadAsync(officer, "", word)).PlanId());
        again.Select(d => d.Said).ShouldBe((await DeadlinesAsync(id)).Select(d => d.Said), ignoreOrder: true);
    }
}

public sealed class TaskOfSeveralDaysOnSqlite(SqliteApp app) : TaskOfSeveralDaysFeatures(app), IClassFixture<SqliteApp>;

public sealed class TaskOfSeveralDaysOnPostgres(PostgresApp app) : TaskOfSeveralDaysFeatures(app), IClassFixture<PostgresApp>;
