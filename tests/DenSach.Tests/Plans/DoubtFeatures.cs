using System.Text;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Plans;

/// <summary>What the reader doubts is one line for each kind, with the words themselves, and is settled together.</summary>
public abstract class DoubtFeatures(TestApp app)
{
    private const string NoYear = """
        ỦY BAN NHÂN DÂN
        XÃ NÔNG CỐNG
        Số: 61/KH-UBND
        Nông Cống, ngày 12 tháng 3 năm 2026
        KẾ HOẠCH
        Xây dựng xã hội học tập giai đoạn 2026-2030
        I. MỤC TIÊU
        - 80% gia đình đạt danh hiệu "Gia đình học tập".
        - 75% dòng họ đạt danh hiệu "Dòng họ học tập".
        - 70% thôn đạt danh hiệu "Cộng đồng học tập".
        """;

    private Task<List<PlanDoubt>> DoubtsAsync(Guid plan) => app.QueryAsync(db => db.Set<PlanDoubt>().AsNoTracking().Where(d => d.PlanId == plan).ToListAsync());

    [Fact]
    public async Task A_plan_that_names_no_year_says_so_once_and_one_look_settles_it()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "khong-nam.txt", Encoding.UTF8.GetBytes(NoYear));
        var doubts = await DoubtsAsync(check.PlanId());
        doubts.Count(d => d.Code == "year").ShouldBe(3);
        var line = check.FindAll("section[aria-labelledby=doubts] li").ShouldHaveSingleItem();
        line.QuerySelectorAll("a").Select(a => a.TextContent).ShouldContain(words => words.Contains("75% dòng họ", StringComparison.Ordinal));
        foreach (var link in line.QuerySelectorAll("a[href^='#']"))
        {
            check.Find(link.GetAttribute("href")!).ShouldNotBeNull();
        }

        var after = await check.Form("Đã xem cả 3 chỗ").SubmitAsync();
        (await DoubtsAsync(check.PlanId())).ShouldAllBe(d => d.Settled);
        after.Text.ShouldContain("còn 0 chỗ");
        await after.Form("Xem lại cả 3 chỗ").SubmitAsync();
        (await DoubtsAsync(check.PlanId())).ShouldAllBe(d => !d.Settled);
    }

    [Fact]
    public async Task Beside_an_open_doubt_its_item_is_opened_for_correction_and_one_comes_back_to_the_doubt()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "sua-muc-nay.txt", Encoding.UTF8.GetBytes(NoYear + "\n \n"));
        var plan = check.PlanId();
        var doubts = await DoubtsAsync(plan);
        static List<string> Ways(PageView page) => [.. page.FindAll("section[aria-labelledby=doubts] a.btn").Select(a => a.GetAttribute("href")!)];
        Ways(check).ShouldBe(doubts.OrderBy(d => d.Place).Select(d => $"/ke-hoach/{plan}/chi-tieu/{d.Place}?nghi={d.Place}"));

        var form = await officer.GetAsync(Ways(check)[1]);
        form.Find("main form .actions a")!.GetAttribute("href").ShouldBe($"/ke-hoach/{plan}/kiem-tra#nghi-{doubts[1].Place}", "also who leaves it as it is comes back there");
        var after = await form.Form("Ghi").Set("Year", "2030").SubmitAsync();
        after.Find($"#nghi-{doubts[1].Place} + .just")!.TextContent.ShouldContain("Đã ghi chỗ sửa tay.");
        after.FindAll("section[aria-labelledby=targets] .just").ShouldBeEmpty("it is told once");
        (await app.QueryAsync(db => db.Set<PlanTarget>().Where(t => t.PlanId == plan && t.Origin == PlanItemOrigin.Corrected).Select(t => t.Place).ToListAsync())).ShouldBe([
            doubts[1].Place,
        ]);
        Ways(await after.Form("Đã xem cả 3 chỗ").SubmitAsync()).ShouldBeEmpty("what was looked at asks no more");
    }

    [Fact]
    public async Task Where_a_doubt_is_about_a_task_and_its_deadline_each_way_says_what_it_corrects()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var text = NoYear + "\nII. TỔ CHỨC THỰC HIỆN\n1. Hội Khuyến học xã: tổng hợp, báo cáo UBND xã kết quả trước ngày 30/11 hằng năm.\n";
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "sua-gi.txt", Encoding.UTF8.GetBytes(text));
        var id = check.PlanId();
        await app.QueryAsync(async db =>
        {
            var task = await db.Set<PlanTask>().SingleAsync(t => t.PlanId == id);
            var doubt = db.Entry(await db.Set<PlanDoubt>().OrderBy(d => d.Place).FirstAsync(d => d.PlanId == id));
            (doubt.Property(d => d.SpanStart).CurrentValue, doubt.Property(d => d.SpanEnd).CurrentValue) = (task.SpanStart, task.SpanEnd);
            return await db.SaveChangesAsync();
        });
        var ways = (await officer.GetAsync($"/ke-hoach/{id}/kiem-tra")).FindAll("section[aria-labelledby=doubts] a.btn").Select(a => a.TextContent).ToList();
        ways.ShouldContain(way => way.StartsWith("Sửa nhiệm vụ: ", StringComparison.Ordinal));
        ways.ShouldContain(way => way.StartsWith("Sửa hạn: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settling_one_doubt_leaves_those_of_other_words_open()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var text = NoYear + "\n- 65% người dân đạt danh hiệu \"Công dân học tập\" vào năm 2028, năm 2029.\n";
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "hai-loai.txt", Encoding.UTF8.GetBytes(text));
        var others = (await DoubtsAsync(check.PlanId())).Select(d => d.Message).Distinct().Count();
        others.ShouldBeGreaterThan(1);
        await check.Form("Đã xem cả 3 chỗ").SubmitAsync();
        (await DoubtsAsync(check.PlanId())).Where(d => !d.Settled).Select(d => d.Message).Distinct().Count().ShouldBe(others - 1);
    }

    [Fact]
    public async Task One_of_many_alike_can_be_settled_by_itself()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var check = await officer.UploadPlanAsync(KnownAreas.NongCong, "mot-trong-ba.txt", Encoding.UTF8.GetBytes(NoYear + "\n"));
        await check.Form("Đã xem").SubmitAsync();
        (await DoubtsAsync(check.PlanId())).Count(d => d.Settled).ShouldBe(1);
    }
}

public sealed class DoubtsOnSqlite(SqliteApp app) : DoubtFeatures(app), IClassFixture<SqliteApp>;

public sealed class DoubtsOnPostgres(PostgresApp app) : DoubtFeatures(app), IClassFixture<PostgresApp>;
