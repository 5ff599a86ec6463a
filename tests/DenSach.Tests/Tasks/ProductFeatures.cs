using System.Net;
using System.Text;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Tasks;

/// <summary>What is to come of a task, as the plan's table of work says it, needs nobody to type it again; what a person says goes before it.</summary>
public abstract class ProductFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";
    private const string Read = "Kế hoạch tuần lễ; báo cáo kết quả";

    private static int edition;

    private static string Text(string program, string product = Read) =>
        $"""
            ỦY BAN NHÂN DÂN XÃ NÔNG CỐNG
            Số: 7{Interlocked.Increment(ref edition)}/KH-UBND
            Nông Cống, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            {program} giai đoạn 2026-2030 trên địa bàn xã Nông Cống
            I. MỤC TIÊU
            - Đến năm 2030, 80% gia đình đạt danh hiệu “Gia đình học tập”.
            PHỤ LỤC
            PHÂN CÔNG NHIỆM VỤ
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |
            | 1 | Tổ chức tuần lễ học tập thử | Phòng Văn hóa - Xã hội | Các trường học | Trước ngày 20/12/2026 | {product} |
            | 2 | Mở lớp xóa mù chữ thử | Trường Tiểu học thử | Trưởng các thôn | Thường xuyên | |
            Nơi nhận:
            - Lưu: VT.
            """;

    private static Task<PageView> UploadAsync(Session officer, string text) => officer.UploadPlanAsync(KnownAreas.NongCong, "ke-hoach.txt", Encoding.UTF8.GetBytes(text));

    private Task<List<PlanTask>> TasksAsync(Guid plan) => app.QueryAsync(db => db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == plan).OrderBy(t => t.Place).ToListAsync());

    private static async Task<Guid> ConfirmAsync(Session officer, PageView check)
    {
        (await check.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync()).Text.ShouldContain("Đã xác nhận kế hoạch");
        return check.PlanId();
    }

    private static async Task<PageView> GiveAsync(Session officer, Guid plan, string product) =>
        await (await officer.GetAsync($"/nhiem-vu/{plan}/1")).Form("Ghi việc giao").Set("OwnerRole", "CommuneFinanceOfficer").Set("Product", product).SubmitAsync();

    private static async Task<string> FileAsync(Session officer, Guid plan)
    {
        var link = (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan}")).Document.Links.Single(a => a.TextContent.Contains("CSV", StringComparison.Ordinal));
        return Encoding.UTF8.GetString(await officer.Http.GetByteArrayAsync(link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_the_plan_says_stands_wherever_the_task_stands()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer, Text("Học tập suốt đời thử một"));
        check.Find("section[aria-labelledby=tasks]")!.TextContent.ShouldContain(Read);
        (await officer.GetAsync($"/ke-hoach/{check.PlanId()}/nhiem-vu/1")).Find("#Product")!.TextContent.Trim().ShouldBe(Read);
        var plan = await ConfirmAsync(officer, check);

        (await officer.GetAsync($"/ke-hoach/{plan}")).Find("section[aria-labelledby=tasks]")!.TextContent.ShouldContain(Read);
        (await officer.GetAsync($"/ke-hoach/{plan}/ban-in")).Text.ShouldContain($"kết quả: {Read}");
        var tasks = JsonDocument.Parse(await officer.Http.GetStringAsync($"/api/plans/{plan}")).RootElement.GetProperty("tasks");
        tasks.EnumerateArray().Select(t => t.GetProperty("product").GetString()).ShouldBe([Read, null]);

        (await officer.GetAsync($"/nhiem-vu/{plan}/1")).Text.ShouldContain(Read);
        (await officer.GetAsync($"/nhiem-vu/{plan}/2")).FindAll("dt").ShouldNotContain(d => d.TextContent == "Kết quả phải có", "the plan says nothing of it");
        (await officer.GetAsync($"/nhiem-vu?ke-hoach={plan}")).Find("ul.due li")!.TextContent.ShouldContain(Read);
        (await FileAsync(officer, plan)).ShouldContain(Read);
    }

    [Fact]
    public async Task What_a_person_says_goes_before_it_and_emptied_the_plans_words_return()
    {
        using var officer = await app.SignInAsync(Officer);
        var plan = await ConfirmAsync(officer, await UploadAsync(officer, Text("Học tập suốt đời thử hai")));
        var form = (await officer.GetAsync($"/nhiem-vu/{plan}/1")).Find("#Product")!;
        form.GetAttribute("value").ShouldBeNullOrEmpty("nobody has said anything yet");
        form.ParentElement!.TextContent.ShouldContain(Read, Case.Sensitive, "what stands where it is left empty");

        var given = await GiveAsync(officer, plan, "Biên bản bàn giao");
        given.Find("#given")!.TextContent.ShouldContain("Kết quả phải có: Biên bản bàn giao.");
        (await FileAsync(officer, plan)).ShouldNotContain(Read);
        given.Find("#Product")!.GetAttribute("value").ShouldBe("Biên bản bàn giao");

        var emptied = await GiveAsync(officer, plan, " ");
        emptied.Find("#given")!.TextContent.ShouldContain($"Kết quả phải có: {Read}.");
        (await FileAsync(officer, plan)).ShouldContain(Read);
    }

    [Fact]
    public async Task It_is_corrected_and_added_like_the_other_words_of_a_task()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer, Text("Học tập suốt đời thử ba"));
        var id = check.PlanId();
        var corrected = await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/1")).Form("Ghi").Set("Product", "Kế hoạch đã ký").SubmitAsync();
        corrected.Text.ShouldContain("Đã ghi chỗ sửa tay");
        corrected.Find("section[aria-labelledby=tasks]")!.TextContent.ShouldContain($"kết quả: {Read}", Case.Sensitive, "what had been read stays beside it");
        await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu"))
            .Form("Ghi")
            .Set("Lead", "Công an xã")
            .Set("What", "giữ trật tự thử")
            .Set("Product", "Báo cáo\r\nbằng văn bản")
            .SubmitAsync();
        (await TasksAsync(id)).Select(t => t.Product).ShouldBe(["Kế hoạch đã ký", null, "Báo cáo bằng văn bản"]);
        var refused = await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu/1")).Form("Ghi").Set("Product", new string('a', PlanTask.LongestProduct + 1)).SubmitAsync();
        refused.Text.ShouldContain("nhiều nhất là 500");
    }

    [Fact]
    public async Task Longer_words_are_cut_at_a_word_and_say_so()
    {
        using var officer = await app.SignInAsync(Officer);
        var words = string.Join(", ", Enumerable.Range(1, 90).Select(i => $"phụ lục {i}"));
        var task = (await TasksAsync((await UploadAsync(officer, Text("Học tập suốt đời thử bốn", words))).PlanId()))[0];
        task.Product!.Length.ShouldBeLessThanOrEqualTo(PlanTask.LongestProduct);
        task.Product.ShouldEndWith("…");
        words.ShouldStartWith(task.Product.TrimEnd('…'));
        task.HasSpan.ShouldBeTrue("the words of the row lead to the rest");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_later_edition_is_offered_what_was_corrected_of_it_and_nothing_else(bool wasKept)
    {
        using var officer = await app.SignInAsync(Officer);
        var text = Text($"Học tập suốt đời thử {(wasKept ? "năm" : "sáu")}");
        var first = (await UploadAsync(officer, text)).PlanId();
        var form = (await officer.GetAsync($"/ke-hoach/{first}/nhiem-vu/1")).Form("Ghi").Set("Partners", "Công an xã");
        await (wasKept ? form.Set("Product", "Kế hoạch đã ký") : form).SubmitAsync();
        if (!wasKept)
        {
            // As of a plan that was taken in before this was read.
            await app.QueryAsync(db =>
                db.Set<PlanTask>()
                    .Where(t => t.PlanId == first && t.ReadAs != null)
                    .ExecuteUpdateAsync(t => t.SetProperty(p => p.Product, (string?)null).SetProperty(p => p.ReadAs, "Phòng Văn hóa - Xã hội · Tổ chức tuần lễ học tập thử"))
            );
        }
        var check = await UploadAsync(officer, text + "\n(Bản sửa lỗi đánh máy)");
        var offered = check.Find("section[aria-labelledby=earlier]")!.TextContent;
        offered.ShouldContain("Phối hợp với");
        offered.Contains("Kết quả phải có", StringComparison.Ordinal).ShouldBe(wasKept, offered);
        await check.Form("Áp dụng lại").SubmitAsync();
        (await TasksAsync(check.PlanId()))[0].Product.ShouldBe(wasKept ? "Kế hoạch đã ký" : Read);
    }

    [Fact]
    public async Task Emptied_by_hand_it_is_offered_to_a_later_edition_as_struck_out()
    {
        using var officer = await app.SignInAsync(Officer);
        var text = Text("Học tập suốt đời thử tám");
        var first = (await UploadAsync(officer, text)).PlanId();
        await (await officer.GetAsync($"/ke-hoach/{first}/nhiem-vu/1")).Form("Ghi").Set("Product", "").SubmitAsync();
        var check = await UploadAsync(officer, text + "\n(Bản sửa lỗi đánh máy)");
        check.Find("section[aria-labelledby=earlier]")!.TextContent.ShouldContain("Kết quả phải có");
        (await TasksAsync(check.PlanId()))[0].Product.ShouldBe(Read, "nothing is done unasked");
        (await check.Form("Áp dụng lại").SubmitAsync()).Find("section[aria-labelledby=earlier]").ShouldBeNull("nothing is left to offer");
        (await TasksAsync(check.PlanId()))[0].Product.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_done_to_it_is_told_in_the_language_of_the_page()
    {
        using var officer = await app.SignInAsync(Officer);
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        var load = (await officer.GetAsync("/ke-hoach/nap")).Form("Read the text").Set("AreaId", $"{KnownAreas.NongCong}");
        var check = await load.Set("Text", Text("Học tập suốt đời thử bảy")).SubmitAsync();
        check.Find(".notice.done")!.TextContent.ShouldStartWith("The text was read. Targets: 1; deadlines: 1.");
        var plan = check.PlanId();
        await check.Form("Confirm the plan").Set("EarlierId", "").SubmitAsync();
        var given = await (await officer.GetAsync($"/nhiem-vu/{plan}/1")).Form("Save", "form[action*=Follow]").Set("OwnerRole", "CommuneFinanceOfficer").SubmitAsync();
        given.Find(".notice.done")!.TextContent.ShouldBe("Saved: who does the task, and by when.");
        var told = await given.Form("Save", "form[action*=Report]").Set("State", "Doing").Set("Text", "Đang làm thử").SubmitAsync();
        told.Find(".notice.done")!.TextContent.ShouldBe("Noted in the stead of Commune finance officer: “Under way”.");
    }

    [Fact]
    public async Task A_plan_written_after_it_takes_it_along()
    {
        var above = await app.PlantAsync(
            KnownAreas.ThanhHoa,
            p =>
                p.Add(
                    new TaskContent
                    {
                        Lead = "UBND các xã thử",
                        What = "lập danh sách thử",
                        Product = Read,
                    }
                )
        );
        using var officer = await app.SignInAsync(Officer);
        var written = await officer.PostJsonAsync(
            "/api/plans/written",
            new
            {
                commandId = Guid.CreateVersion7(),
                areaId = KnownAreas.NongCong,
                facts = new
                {
                    title = "Kế hoạch thử viết theo cấp trên",
                    firstYear = 2026,
                    lastYear = 2030,
                },
                copyOf = above.Id,
            }
        );
        written.StatusCode.ShouldBe(HttpStatusCode.OK, await written.Content.ReadAsStringAsync());
        var id = JsonDocument.Parse(await written.Content.ReadAsStringAsync()).RootElement.GetProperty("planId").GetGuid();
        (await TasksAsync(id)).ShouldHaveSingleItem().Product.ShouldBe(Read);
    }
}

public sealed class ProductsOnSqlite(SqliteApp app) : ProductFeatures(app), IClassFixture<SqliteApp>;

public sealed class ProductsOnPostgres(PostgresApp app) : ProductFeatures(app), IClassFixture<PostgresApp>;
