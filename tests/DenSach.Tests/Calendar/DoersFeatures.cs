using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Calendar;

/// <summary>Who has to see to a deadline stands beside it wherever it is told: whoever leads the tasks that name it, else whom its sentence names.</summary>
public abstract class DoersFeatures(TestApp app)
{
    private static DeadlineContent Due(string what) =>
        new()
        {
            Day = 5,
            Month = 12,
            Relation = "by",
            Recurrence = "yearly",
            What = what,
            SentTo = "UBND xã",
        };

    private Task<Plan> PlanAsync(string what, params string[] leads) =>
        app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                var due = p.Add(Due(what));
                foreach (var lead in leads)
                {
                    p.Add(
                        new TaskContent
                        {
                            Lead = lead,
                            What = "việc thử",
                            DeadlinePlace = due.Place,
                        }
                    );
                }
            },
            firstYear: 2026
        );

    private static async Task<string?> DoersAsync(Session who, Plan plan) =>
        JsonDocument
            .Parse(await who.Http.GetStringAsync("/api/calendar?year=2026"))
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("planId").GetGuid() == plan.Id)
            .GetProperty("doers")
            .GetString();

    [Fact]
    public async Task Year_month_message_file_feed_and_queue_name_the_leads_of_its_tasks()
    {
        var plan = await PlanAsync("Nộp bảng tổng hợp thử", "Phòng Văn hóa - Xã hội", "Trạm Y tế thử", "Phòng VH-XH");
        const string Named = "Phòng Văn hóa - Xã hội; Trạm Y tế thử";
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await DoersAsync(officer, plan)).ShouldBe(Named, "one agency under two spellings is named once");
        var key = $"{plan.Id:N}-1-20261205";
        (await officer.GetAsync("/lich?nam=2026")).Document.GetElementById(key)!.TextContent.ShouldContain($"Thực hiện: {Named}");
        var month = await officer.GetAsync($"/lich/2026/12?han={key}");
        month.Document.GetElementById(key)!.TextContent.ShouldContain($"Thực hiện: {Named}");
        month.Find("#notice")!.TextContent.ShouldContain($"Nộp bảng tổng hợp thử. Thực hiện: {Named}. Gửi UBND xã.");
        (await officer.Http.GetStringAsync("/lich?nam=2026&handler=File")).ShouldContain(Named);
        var address = (await (await officer.GetAsync("/lich/dang-ky")).Form("Tạo đường dẫn").SubmitAsync()).Find("#address")!.TextContent;
        (await officer.Http.GetStringAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("Thực hiện: Phòng Văn hóa - Xã hội\\; Trạm Y tế thử.");
        (await officer.GetAsync("/viec")).Text.ShouldContain($"Nộp bảng tổng hợp thử → UBND xã · Thực hiện: {Named}");
    }

    [Fact]
    public async Task Without_such_a_task_its_own_sentence_tells_and_a_message_does_not_say_it_twice()
    {
        var plan = await PlanAsync("Các đơn vị thử nghiệm báo cáo kết quả");
        var silent = await PlanAsync("Báo cáo kết quả thử nghiệm");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await DoersAsync(officer, plan)).ShouldBe("Các đơn vị thử nghiệm");
        (await DoersAsync(officer, silent)).ShouldBeNull("nobody is guessed");
        var message = (await officer.GetAsync($"/lich/2026/12?han={plan.Id:N}-1-20261205")).Find("#notice")!.TextContent;
        message.ShouldContain("Các đơn vị thử nghiệm báo cáo kết quả. Gửi UBND xã.");
        (await officer.GetAsync("/lich/2026/12")).Document.GetElementById($"{plan.Id:N}-1-20261205")!.TextContent.ShouldNotContain("Thực hiện:");
    }

    [Fact]
    public async Task In_the_plan_of_a_commune_an_agency_is_one_with_and_without_the_name_of_the_commune()
    {
        var plan = await PlanAsync("Nộp bảng thử của hội", "Hội Khuyến học", "Hội Khuyến học xã", "Hội Khuyến học xã Tuy An Tây");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await DoersAsync(officer, plan)).ShouldBe("Hội Khuyến học");
    }

    [Fact]
    public async Task A_task_that_was_stopped_names_nobody()
    {
        var plan = await PlanAsync("Nộp bảng thử đã dừng", "Trạm Y tế thử", "Phòng Văn hóa thử");
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await DoersAsync(officer, plan)).ShouldBe("Trạm Y tế thử; Phòng Văn hóa thử");
        var form = (await officer.GetAsync($"/nhiem-vu/{plan.Id}/1")).Form("Ghi tiến độ");
        (await form.Set("State", "Stopped").Set("Text", "Giao cho nơi khác").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await DoersAsync(officer, plan)).ShouldBe("Phòng Văn hóa thử");
    }
}

public sealed class DoersOnSqlite(SqliteApp app) : DoersFeatures(app), IClassFixture<SqliteApp>;

public sealed class DoersOnPostgres(PostgresApp app) : DoersFeatures(app), IClassFixture<PostgresApp>;
