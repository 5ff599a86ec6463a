using System.IO.Compression;
using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>A plan goes on as a paper: on screen, in print and as a Word file, for whoever may read it.</summary>
public abstract class PlanPaperFeatures(TestApp app)
{
    private Task<Guid> PlanOfAsync(int area) => app.QueryAsync(db => db.Set<Plan>().Where(p => p.AreaId == area).OrderBy(p => p.TakenInAt).Select(p => p.Id).FirstAsync());

    [Fact]
    public async Task A_received_plan_is_printed_as_an_extract_that_says_so()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var page = await officer.GetAsync($"/ke-hoach/{await PlanOfAsync(KnownAreas.BinhLu)}/ban-in");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("KHÔNG THAY VĂN BẢN ĐÃ KÝ");
        page.Text.ShouldContain("đạt danh hiệu “Gia đình học tập”");
        page.Text.ShouldContain("trước ngày 31/12 hằng năm");
    }

    [Fact]
    public async Task Each_line_says_what_is_measured_and_says_it_once()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var page = await officer.GetAsync($"/ke-hoach/{await PlanOfAsync(KnownAreas.BinhLu)}/ban-in");
        var lines = page.FindAll("table.paper-table tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()).ToList();
        lines.Count.ShouldBe(10);
        lines.Select(l => l[1]).ShouldBeUnique("two targets of one title are told apart by what they measure");
        lines.ShouldAllBe(l => !l[1].Contains('%'), "the figure stands in its own column alone");
        lines
            .Single(l => l[1].StartsWith("Người lớn", StringComparison.Ordinal))
            .ShouldBe(["6", "Người lớn trong gia đình học tập, dòng họ học tập, cộng đồng học tập đạt danh hiệu “Công dân học tập”", "60% trở lên"]);
        page.Text.Split("31/12").Length.ShouldBe(2, "the day stands in the sentence and is not said again before it");
        page.Text.ShouldNotContain("(gửi", Case.Sensitive);
    }

    [Fact]
    public async Task The_Word_file_holds_the_same_words_and_only_who_may_read_the_plan_gets_it()
    {
        var id = await PlanOfAsync(KnownAreas.BinhLu);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var response = await officer.Http.GetAsync($"/ke-hoach/{id}/ban-in?handler=Word");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldEndWith(".docx");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var words = await document.ReadToEndAsync();
        words.ShouldContain("Gia đình học tập");
        words.ShouldContain("Nguyễn Thị Nhàn");
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        (await stranger.Http.GetAsync($"/ke-hoach/{id}/ban-in?handler=Word")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_province_sees_its_targets_beside_what_the_Government_asks_and_what_was_reached()
    {
        using var officer = await app.SignInAsync("hoi-hung-yen");
        var page = await officer.GetAsync($"/ke-hoach/{await PlanOfAsync(KnownAreas.HungYen)}");
        var table = page.Find("section[aria-labelledby=beside]")!;
        table
            .QuerySelectorAll("thead th")
            .Select(h => h.TextContent.Trim())
            .ShouldBe(["Danh hiệu hoặc việc", "Đã đạt2020", "Chính phủ giao2025", "Của tỉnh2025", "Chính phủ giao2030", "Của tỉnh2030"]);
        var families = table.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Gia đình học tập", StringComparison.Ordinal));
        families.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ShouldBe(["71%", "70%", "75%", "80%", "80%"]);
        page.FindAll("section[aria-labelledby=targets] tbody td a").Count().ShouldBe(21);
        page.FindAll("section[aria-labelledby=targets] tbody tr").Count().ShouldBe(11);
    }

    [Fact]
    public void Less_than_the_Government_asks_is_said()
    {
        var plan = Plan.Write(new PlanFacts { Title = "Kế hoạch" }, KnownAreas.HungYen, KnownAreas.HungYen, null, null, DateTime.UnixEpoch, Guid.Empty);
        plan.Add(Figure("government", 70));
        plan.Add(Figure("province", 65));
        ScopeTable.Of(plan)!.Rows.ShouldHaveSingleItem().BelowGovernment.ShouldBeTrue();

        static TargetContent Figure(string scope, decimal value) =>
            new()
            {
                Year = 2025,
                Value = value,
                Unit = "%",
                Subject = PlanSubject.Household,
                Title = "Gia đình học tập",
                Measure = "Gia đình học tập",
                Scope = scope,
            };
    }
}

public sealed class PlanPaperOnSqlite(SqliteApp app) : PlanPaperFeatures(app), IClassFixture<SqliteApp>;

public sealed class PlanPaperOnPostgres(PostgresApp app) : PlanPaperFeatures(app), IClassFixture<PostgresApp>;
