using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Tasks.Board;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Tasks;

/// <summary>A board of three hundred tasks stays to be used: a page at a time, by agency or by month, searched, as a file and as a paper.</summary>
public abstract class BoardFeatures(TestApp app)
{
    private static IEnumerable<string> Tasks(PageView page) => page.FindAll("ul.due a").Select(a => a.TextContent);

    private Task<Plan> PlantAsync(int area, int many) =>
        app.PlantAsync(
            area,
            p =>
            {
                for (var i = 1; i <= many; i++)
                {
                    p.Add(new TaskContent { Lead = $"Cơ quan thử {i % 30 + 1}", What = i == 7 ? "=Đọc sách cùng con" : $"Việc thử số {i}" });
                }
            }
        );

    [Fact]
    public async Task Three_hundred_tasks_come_a_page_at_a_time_under_their_headings()
    {
        var plan = await PlantAsync(KnownAreas.TuyAnTay, 300);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        var first = await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}");
        first.Text.ShouldContain("300 nhiệm vụ");
        Tasks(first).Count().ShouldBe(TaskBoard.PageSize);
        first.FindAll("section.card h2").Count().ShouldBe(4, "ten under each agency");
        var seen = Tasks(first).ToList();
        for (var page = first; page.Document.Links.Any(a => a.TextContent.Contains("Trang sau", StringComparison.Ordinal)); )
        {
            page = await page.FollowAsync("Trang sau");
            seen.AddRange(Tasks(page));
        }
        seen.Count.ShouldBe(300);
        seen.Distinct().Count().ShouldBe(300, "each once");
        Tasks(await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&trang=0")).Count().ShouldBe(300, "the whole list, to print");
        Tasks(await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&co-quan=Cơ quan thử 3")).Count().ShouldBe(10);
        Tasks(await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&q=viec so 123")).ShouldBe(["Việc thử số 123"]);
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&q=khong co")).Text.ShouldContain("Không có nhiệm vụ nào như vậy");
        Tasks(await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&trang=99")).Count().ShouldBe(20, "the last page there is");
    }

    [Fact]
    public async Task By_month_what_is_late_stands_first_and_what_has_no_day_last()
    {
        var plan = await PlantAsync(KnownAreas.NongCong, 3);
        using var officer = await app.SignInAsync("hoi-nong-cong");
        foreach (var (place, due) in new[] { (1, "2026-11-20"), (2, "2026-12-04") })
        {
            var task = await officer.GetAsync($"/nhiem-vu/{plan.Id}/{place}");
            (await task.Form("Ghi việc giao").Set("DueOn", due).SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        }
        var board = await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&xep=thang");
        board.FindAll("section.card h2").Select(h => h.TextContent.Trim()).ShouldBe(["Đã quá hạn", "Tháng 12/2026", "Chưa có ngày hạn"]);
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}&xep=thang&ngon-ngu=en")).FindAll("section.card h2").ElementAt(1).TextContent.ShouldBe("December 2026");
        Tasks(board).ShouldBe(["Việc thử số 1", "Việc thử số 2", "Việc thử số 3"]);
    }

    [Fact]
    public async Task The_file_holds_what_the_filter_finds_and_no_cell_that_a_spreadsheet_would_calculate()
    {
        var plan = await PlantAsync(KnownAreas.BinhLu, 90);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var page = await officer.GetAsync($"/nhiem-vu?ke-hoach={plan.Id}");
        var link = page.Document.Links.Single(a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
        var answer = await officer.Http.GetAsync(link);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(91, "a heading and all of them, not a page");
        lines.ShouldContain(l => l.Contains(",'=Đọc sách cùng con,"));
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        (await (await stranger.Http.GetAsync(link)).Content.ReadAsStringAsync()).ShouldNotContain("Đọc sách cùng con");
    }
}

public sealed class BoardOnSqlite(SqliteApp app) : BoardFeatures(app), IClassFixture<SqliteApp>;

public sealed class BoardOnPostgres(PostgresApp app) : BoardFeatures(app), IClassFixture<PostgresApp>;
