using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Plans;

/// <summary>A plan as people meet it: read, compared with its text, confirmed, and then the one everything answers to.</summary>
public abstract class PlanFeatures(TestApp app)
{
    private const string Officer = "hoi-khuyen-hoc";
    private const string Stranger = "hoi-nong-cong";
    private const string HamletHead = "truong-ban";

    private static string TextOf(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "plans", file));

    private Task<Plan> DemoPlanAsync() =>
        app.QueryAsync(db =>
            db.Set<Plan>()
                .AsNoTracking()
                .Include(p => p.Received)
                .Include(p => p.Targets.OrderBy(t => t.Place))
                .Include(p => p.Deadlines)
                .AsSplitQuery()
                .Where(p => p.AreaId == KnownAreas.BinhLu)
                .OrderBy(p => p.TakenInAt)
                .FirstAsync()
        );

    private static object Command(int area, string text) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            areaId = area,
            text,
        };

    [Fact]
    public async Task The_demo_goes_by_the_real_plan_of_Binh_Lu()
    {
        var plan = await DemoPlanAsync();
        plan.Targets.Count.ShouldBe(10);
        plan.Targets.Select(t => (t.Year, t.Value, t.Subject))
            .ShouldBe([
                (2030, 100, PlanSubject.AssociationMember),
                (2030, 80, PlanSubject.Household),
                (2030, 75, PlanSubject.Clan),
                (2030, 75, PlanSubject.Hamlet),
                (2030, 100, PlanSubject.Organisation),
                (2030, 60, PlanSubject.Adult),
                (2030, 80, PlanSubject.Official),
                (2030, 75, PlanSubject.CitizenWithTitle),
                (2030, 70, PlanSubject.CitizenWithTitle),
                (2030, 70, PlanSubject.PromotionStaff),
            ]);
        plan.Deadlines.ShouldHaveSingleItem().LastDay(2026).ShouldBe(new DateOnly(2026, 12, 30));
        (plan.FirstYear, plan.LastYear, plan.IssuedPartial, plan.NumberSuffix).ShouldBe((2026, 2030, "2026-03", "/KH-UBND"));
        plan.RegisterId.ShouldBe(2001);
        plan.Received!.Text.ShouldBe(TextOf("binh-lu-2026.txt").ReplaceLineEndings("\n"));
        plan.TextSha256.ShouldBe(Plan.HashOf(plan.Received.Text));
        foreach (var target in plan.Targets)
        {
            target.IsSaidIn(plan.Received.Text).ShouldBeTrue(target.Asked);
        }
    }

    [Fact]
    public async Task Each_target_of_the_page_leads_to_its_very_sentence()
    {
        using var officer = await app.SignInAsync(Officer);
        var page = await (await officer.GetAsync("/ke-hoach")).FollowAsync("Ủy ban nhân dân xã Bình Lư");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var family = page.FindAll("table.cards tbody tr").First(r => r.TextContent.Contains("Gia đình học tập", StringComparison.Ordinal));
        family.TextContent.ShouldContain("80%");
        family.TextContent.ShouldContain("2030");
        var anchor = family.QuerySelector("th a")!.GetAttribute("href")!;
        page.Find($"mark{anchor}")!.TextContent.ShouldContain("80% gia đình được công nhận đạt danh hiệu “Gia đình học tập”");
        page.Text.ShouldContain("30/12/2026");
        page.Find(".received")!.GetAttribute("lang").ShouldBe("vi");
        var open = page.Document.Links.Select(a => a.GetAttribute("href")!).Single(a => a.StartsWith("/dot/mo", StringComparison.Ordinal));
        open.ShouldEndWith("&xa=2001&han=2026-12-30", customMessage: "in time for the report that the plan asks for");
        (await officer.GetAsync(open)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_hamlet_head_sees_the_plan_of_the_commune_and_may_not_load_one()
    {
        using var head = await app.SignInAsync(HamletHead);
        var plan = await DemoPlanAsync();
        (await head.GetAsync($"/ke-hoach/{plan.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await head.GetAsync("/ke-hoach/nap")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.PostJsonAsync("/api/plans", Command(KnownAreas.BinhLu, "x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_officer_of_another_commune_sees_nothing_of_the_plan_and_loads_none_there()
    {
        using var stranger = await app.SignInAsync(Stranger);
        var plan = await DemoPlanAsync();
        (await stranger.GetAsync("/ke-hoach")).Text.ShouldNotContain("Bình Lư");
        foreach (var url in new[] { $"/ke-hoach/{plan.Id}", $"/api/plans/{plan.Id}" })
        {
            var seen = await stranger.GetAsync(url);
            seen.Status.ShouldBe(HttpStatusCode.NotFound, url);
            seen.Html.ShouldNotContain("Bình Lư", customMessage: url);
        }
        (await stranger.Http.GetStringAsync("/api/plans")).ShouldNotContain(plan.Id.ToString());
        (await stranger.PostJsonAsync("/api/plans", Command(KnownAreas.BinhLu, TextOf("van-hoa-2022.txt")))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_same_text_is_told_and_not_taken_in_twice()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "content", "plans", "van-hoa-2022.txt");
        var (code, output) = await app.CommandLineAsync("plan", "load", file, "--area", $"{KnownAreas.NongCong}");
        code.ShouldBe(1);
        output.ShouldContain("Đúng văn bản này đã được nạp cho xã Nông Cống ngày 21/11/2026");
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var refused = await (await officer.GetAsync("/ke-hoach/nap")).Form("Đọc văn bản").Set("Text", TextOf("van-hoa-2022.txt")).SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        (await officer.GetAsync(refused.Find(".problem a")!.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK, "the plan that is there is a click away");
    }

    [Fact]
    public async Task A_plan_of_another_place_is_loaded_with_a_doubt_that_says_so_and_only_where_one_says_so()
    {
        string[] command = ["plan", "load", Path.Combine(AppContext.BaseDirectory, "content", "plans", "an-nghiep-2024.txt"), "--area", $"{KnownAreas.LaiChau}"];
        var (refused, why) = await app.CommandLineAsync(command);
        refused.ShouldBe(1, why);
        why.ShouldContain("ban hành, không phải tỉnh Lai Châu");
        var (code, output) = await app.CommandLineAsync([.. command, "--from-elsewhere"]);
        code.ShouldBe(0, output);
        output.ShouldContain("không phải tỉnh Lai Châu: hãy kiểm tra đã chọn đúng địa bàn");
    }

    [Theory]
    [InlineData("xin chào", "không có dòng “KẾ HOẠCH”")]
    [InlineData("", "Chưa có chữ nào để đọc")]
    [InlineData(
        "Số: 12/KH-UBND\n\nBình Lư, ngày 01 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nTổ chức hội nghị khuyến học\n\nCăn cứ Quyết định số 387/QĐ-TTg ngày 25/3/2022;\n\nI. MỤC ĐÍCH\n\nGặp mặt.",
        "không tìm thấy chỉ tiêu, hạn hay nhiệm vụ nào"
    )]
    public async Task What_is_no_plan_is_refused_with_a_sentence(string text, string sentence)
    {
        using var officer = await app.SignInAsync(Officer);
        var answer = await officer.PostJsonAsync("/api/plans", Command(KnownAreas.BinhLu, text));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString()!.ShouldContain(sentence);
        var page = await (await officer.GetAsync("/ke-hoach/nap")).Form("Đọc văn bản").Set("Text", text).SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("[role=alert]")!.TextContent.ShouldContain(sentence);
        page.Find("textarea")!.TextContent.Trim().ShouldBe(text.Trim(), "what was typed stays");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_by_name()
    {
        using var officer = await app.SignInAsync(Officer);
        foreach (
            var (name, bytes) in new[]
            {
                ("ke-hoach.pdf", "%PDF-1.7 …"u8.ToArray()),
                ("ke-hoach.docx", [(byte)'P', (byte)'K', 3, 4, 0]),
                ("ke-hoach.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1]),
                ("ke-hoach.txt", []),
            }
        )
        {
            var page = await (await officer.GetAsync("/ke-hoach/nap")).Form("Đọc văn bản").Attach("Upload", name, "application/octet-stream", bytes).SubmitAsync();
            page.Status.ShouldBe(HttpStatusCode.BadRequest, name);
            page.Find("[role=alert]")!.TextContent.ShouldContain(name);
        }
    }

    [Fact]
    public async Task A_Word_file_is_read_for_checking_like_its_text()
    {
        using var officer = await app.SignInAsync(Officer);
        var page = await (await officer.GetAsync("/ke-hoach/nap"))
            .Form("Đọc văn bản")
            .Attach("Upload", "ke-hoach.docx", "application/octet-stream", SamplePlans.Word(TextOf("van-hoa-2022.txt")))
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain($"Đã đọc văn bản: {PlanReader.Read(TextOf("van-hoa-2022.txt")).Targets.Count} chỉ tiêu");
        page.Path.ShouldEndWith("/kiem-tra");
    }

    [Fact]
    public async Task The_command_line_reads_a_plan_without_keeping_it()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "content", "plans", "binh-lu-2026.txt");
        var (code, json) = await app.CommandLineAsync("plan", "read", file, "--format", "json");
        code.ShouldBe(0);
        JsonDocument.Parse(json).RootElement.GetProperty("targets").GetArrayLength().ShouldBe(10);
        (await app.CommandLineAsync("plan", "read", file)).Output.ShouldContain("Chỉ tiêu (10)");
        (await app.CommandLineAsync("plan", "read", "khong-co.txt")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task The_commune_officer_is_told_of_the_report_that_is_due_and_how_many_days_are_left()
    {
        using var officer = await app.SignInAsync(Officer);
        var home = await officer.GetAsync("/viec");
        home.Text.ShouldContain("Hạn trong kế hoạch: còn 39 ngày");
        using var head = await app.SignInAsync(HamletHead);
        (await head.GetAsync("/viec")).Text.ShouldNotContain("Hạn trong kế hoạch");
    }

    [Fact]
    public async Task In_English_the_pages_keep_only_the_plan_itself_in_Vietnamese()
    {
        using var officer = await app.SignInAsync(Officer);
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        var plan = await DemoPlanAsync();
        foreach (
            var url in new[]
            {
                "/ke-hoach",
                "/ke-hoach/nap",
                "/ke-hoach/viet",
                $"/ke-hoach/{plan.Id}",
                $"/ke-hoach/{plan.Id}/kiem-tra",
                $"/ke-hoach/{plan.Id}/chi-tieu/1",
                $"/ke-hoach/{plan.Id}/han/1",
                $"/ke-hoach/{plan.Id}/nhiem-vu/1",
                $"/ke-hoach/{plan.Id}/van-ban",
                $"/ke-hoach/{plan.Id}/thu-hoi",
            }
        )
        {
            var page = await officer.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }
}

public sealed class PlansOnSqlite(SqliteApp app) : PlanFeatures(app), IClassFixture<SqliteApp>;

public sealed class PlansOnPostgres(PostgresApp app) : PlanFeatures(app), IClassFixture<PostgresApp>;
