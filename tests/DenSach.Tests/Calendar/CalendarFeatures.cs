using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Calendar;

/// <summary>What is due in an area, as its people see it: each deadline on its last day, of plans that hold then, and of nobody else's.</summary>
public abstract class CalendarFeatures(TestApp app)
{
    private static async Task<List<JsonElement>> DueAsync(Session who, string query = "") =>
        [.. JsonDocument.Parse(await who.Http.GetStringAsync($"/api/calendar{query}")).RootElement.GetProperty("items").EnumerateArray()];

    private static IEnumerable<string> Days(IEnumerable<JsonElement> items) => items.Select(i => i.GetProperty("day").GetString()!);

    private static void Yearly(Plan plan, int day, int month, string what) =>
        plan.Add(
            new DeadlineContent
            {
                Day = day,
                Month = month,
                Relation = "by",
                Recurrence = "yearly",
                What = what,
            }
        );

    [Fact]
    public async Task Each_place_sees_the_deadlines_of_its_plan_on_the_last_day_in_time()
    {
        using var binhLu = await app.SignInAsync("hoi-khuyen-hoc");
        Days(await DueAsync(binhLu, "?year=2026")).ShouldContain("2026-12-30");
        using var nongCong = await app.SignInAsync("hoi-nong-cong");
        new[] { "2026-06-30", "2026-12-04", "2026-12-31" }.Except(Days(await DueAsync(nongCong, "?year=2026"))).ShouldBeEmpty();
        var last = (await DueAsync(nongCong, "?year=2030")).Where(i => i.GetProperty("kind").GetString() == "Review").ToList();
        Days(last).ShouldBe(["2030-12-31"], "a review named in several places is one milestone");
        using var ninhBinh = await app.SignInAsync("hoi-ninh-binh");
        new[] { "2026-11-29", "2026-12-09", "2026-12-14" }.Except(Days(await DueAsync(ninhBinh, "?year=2026"))).ShouldBeEmpty();
        using var hungYen = await app.SignInAsync("hoi-hung-yen");
        Days((await DueAsync(hungYen, "?year=2030")).Where(i => i.GetProperty("kind").GetString() == "Review")).ShouldBe(["2030-06-30"]);
    }

    [Fact]
    public async Task Before_a_plan_begins_and_after_its_last_year_it_asks_nothing()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        Days(await DueAsync(officer, "?year=2025")).ShouldNotContain("2025-12-30");
        Days(await DueAsync(officer, "?year=2030")).ShouldContain("2030-12-30");
        Days(await DueAsync(officer, "?year=2031")).ShouldNotContain("2031-12-30");
        (await officer.GetAsync("/lich?nam=2031")).Text.ShouldContain("Năm này chưa có hạn nào");
    }

    [Fact]
    public async Task A_plan_that_was_withdrawn_asks_nothing_from_that_day_and_the_past_stays()
    {
        var plan = await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
            {
                Yearly(p, 17, 10, "báo cáo cũ");
                p.Withdraw(new DateOnly(2026, 10, 1), "thử");
            }
        );
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        Days((await DueAsync(officer, "?year=2025")).Where(i => i.GetProperty("planId").GetGuid() == plan.Id)).ShouldBe(["2025-10-17"]);
        (await DueAsync(officer, "?year=2026")).ShouldNotContain(i => i.GetProperty("planId").GetGuid() == plan.Id);
    }

    [Fact]
    public async Task A_hamlet_follows_the_commune_and_the_commune_sees_its_small_plans()
    {
        var asking = await app.PlantAsync(KnownAreas.BinhLu, p => Yearly(p, 25, 8, "các bản báo cáo xã"), firstYear: 2026);
        var small = await app.PlantAsync(KnownAreas.BinhLuHamlets[1], p => Yearly(p, 3, 7, "bản báo cáo xã"), firstYear: 2026);
        using var head = await app.SignInAsync("truong-ban-2");
        var due = await DueAsync(head, "?year=2026");
        due.ShouldContain(i => i.GetProperty("planId").GetGuid() == asking.Id && i.GetProperty("fromAbove").GetBoolean());
        due.ShouldNotContain(i => i.GetProperty("day").GetString() == "2026-12-30", "what the commune sends to its province is no duty of a hamlet");
        due.ShouldContain(i => i.GetProperty("planId").GetGuid() == small.Id && !i.GetProperty("fromAbove").GetBoolean());
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        (await DueAsync(officer, "?year=2026")).ShouldContain(i => i.GetProperty("planId").GetGuid() == small.Id);
        using var neighbour = await app.SignInAsync("truong-ban");
        (await DueAsync(neighbour, "?year=2026")).ShouldNotContain(i => i.GetProperty("planId").GetGuid() == small.Id);
    }

    [Fact]
    public async Task A_province_lives_by_its_own_plan_and_opens_the_calendar_of_each_commune()
    {
        using var province = await app.SignInAsync("hoi-tinh");
        (await DueAsync(province, "?year=2026")).ShouldBeEmpty();
        (await province.GetAsync("/lich")).Find($"#dia-ban option[value='{KnownAreas.BinhLu}']").ShouldNotBeNull();
        Days(await DueAsync(province, $"?year=2026&area={KnownAreas.BinhLu}")).ShouldContain("2026-12-30");
    }

    [Fact]
    public async Task Nobody_opens_the_calendar_of_another_commune()
    {
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        foreach (var url in new[] { "/api/calendar?area=2001", "/lich?dia-ban=2001", "/lich/2026/12?dia-ban=2001", "/lich/dang-ky?dia-ban=2001" })
        {
            var page = await stranger.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.NotFound, url);
            page.Html.ShouldNotContain("Bình Lư", customMessage: url);
        }
        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync($"/lich?dia-ban={KnownAreas.BinhLuHamlets[1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var citizen = await app.SignInAsync("nguoi-dan");
        (await citizen.GetAsync("/lich")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_line_shows_only_what_goes_up_it()
    {
        using var officer = await app.SignInAsync("hoi-ninh-binh");
        var education = await officer.GetAsync("/lich?nam=2026&tuyen=Education");
        var days = education.FindAll("ul.due time").Select(t => t.TextContent.Trim()).ToList();
        days.ShouldContain("9/12");
        days.ShouldNotContain("14/12", "that one goes to the People's Committee of the district");
        (await officer.GetAsync("/lich?nam=2026&tuyen=PeoplesCommittee")).FindAll("ul.due time").Select(t => t.TextContent.Trim()).ShouldContain("14/12");
    }

    [Fact]
    public async Task The_month_begins_on_Monday_and_comes_as_a_message()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var month = await officer.GetAsync("/lich/2026/12");
        month.FindAll("table.month th").First().TextContent.ShouldBe("Thứ Hai");
        var first = month.FindAll("table.month tbody tr").First().Children;
        first.Length.ShouldBe(7);
        first[0].TextContent.Trim().ShouldBe("", "the first of December 2026 is a Tuesday");
        first[1].QuerySelector(".day")!.TextContent.ShouldBe("1");
        month.FindAll("table.month tbody tr").Count().ShouldBe(5);
        month.Find("#notice")!.TextContent.ShouldContain("Chậm nhất thứ Tư, 30/12:");
        month.Find("#notice")!.TextContent.ShouldStartWith("NHẮC HẠN THÁNG 12/2026 – XÃ BÌNH LƯ");
        (await officer.GetAsync("/lich/2026/13")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync("/lich/2026/5")).Text.ShouldContain("không có hạn nào theo kế hoạch");
    }

    [Fact]
    public async Task What_has_no_day_stands_beside_the_calendar()
    {
        await app.PlantAsync(
            KnownAreas.TuyAnTay,
            p =>
                p.Add(
                    new DeadlineContent
                    {
                        Recurrence = PlanDeadline.OnRequest,
                        What = "báo cáo đột xuất việc thử",
                        SentTo = "UBND tỉnh",
                    }
                )
        );
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        (await officer.GetAsync("/lich")).Find("section[aria-labelledby=undated]")!.TextContent.ShouldContain("báo cáo đột xuất việc thử");
        (await officer.GetAsync("/lich?tuyen=PeoplesCommittee")).Text.ShouldContain("báo cáo đột xuất việc thử");
        (await officer.GetAsync("/lich?tuyen=Association")).Text.ShouldNotContain("báo cáo đột xuất việc thử");
    }

    [Fact]
    public async Task A_task_that_was_given_a_day_is_due_until_it_is_done()
    {
        var plan = await app.PlantAsync(KnownAreas.NongCong, p => p.Add(new TaskContent { Lead = "Hội Khuyến học xã", What = "trao tủ sách thử" }));
        using var officer = await app.SignInAsync("hoi-nong-cong");
        async Task<IEnumerable<string>> DueOfTaskAsync() =>
            Days((await DueAsync(officer, "?year=2026")).Where(i => i.GetProperty("what").GetString()!.EndsWith("trao tủ sách thử", StringComparison.Ordinal)));
        (await DueOfTaskAsync()).ShouldBeEmpty("nobody gave it a day");
        var url = $"/nhiem-vu/{plan.Id}/1";
        await (await officer.GetAsync(url)).Form("Ghi việc giao").Set("DueOn", "2026-12-18").SubmitAsync();
        (await DueOfTaskAsync()).ShouldBe(["2026-12-18"]);
        (await officer.GetAsync("/lich/2026/12")).Find($"a[href='{url}']").ShouldNotBeNull();
        await (await officer.GetAsync(url)).Form("Ghi tiến độ").Set("State", "Done").Set("Text", "Đã trao đủ").SubmitAsync();
        (await DueOfTaskAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_English_only_the_plans_stay_Vietnamese()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        foreach (var url in new[] { "/lich", "/lich?nam=2031", "/lich/2026/12", "/lich/2026/5", "/lich/dang-ky" })
        {
            var page = await officer.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }

    [Theory]
    [InlineData("vi", "Tháng 12", "Lịch tháng 12/2026", "Tháng 12", "← 11/2026")]
    [InlineData("en", "December 2026", "Calendar of December 2026", "December 2026", "← November 2026")]
    public async Task A_month_is_called_as_in_the_language_of_the_page(string language, string ofYear, string heading, string crumb, string before)
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        (await officer.GetAsync($"/lich?nam=2026&ngon-ngu={language}")).Find("#t-12")!.TextContent.ShouldBe(ofYear);
        var month = await officer.GetAsync($"/lich/2026/12?ngon-ngu={language}");
        month.Find("h1")!.TextContent.ShouldBe(heading);
        month.Find(".crumbs [aria-current]")!.TextContent.Trim().ShouldBe(crumb);
        month.Find("main .actions a")!.TextContent.ShouldBe(before);
    }
}

public sealed class CalendarOnSqlite(SqliteApp app) : CalendarFeatures(app), IClassFixture<SqliteApp>;

public sealed class CalendarOnPostgres(PostgresApp app) : CalendarFeatures(app), IClassFixture<PostgresApp>;
