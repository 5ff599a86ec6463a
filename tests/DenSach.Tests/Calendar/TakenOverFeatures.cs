using System.Text.Json;
using AngleSharp.Dom;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;

namespace DenSach.Tests.Calendar;

/// <summary>What small plans took over from the commune's stands in its calendar once, with those who took it over.</summary>
public abstract class TakenOverFeatures(TestApp app)
{
    /// <summary>The day before the one on which the tests look.</summary>
    private static readonly DateOnly Yesterday = new(2026, 11, 20);

    private static DeadlineContent Due(string what, DateOnly? on = null) =>
        new()
        {
            Day = on?.Day ?? 12,
            Month = on?.Month ?? 12,
            Year = 2026,
            Relation = "by",
            Recurrence = "once",
            What = what,
            SentTo = "UBND xã",
        };

    private Task<Plan> CommuneAsync(string what, DateOnly? on = null) =>
        app.PlantAsync(KnownAreas.BinhLu, p => p.Add(Due(what, on)), firstYear: 2026, level: Papers.Plans.PlanLevel.Commune);

    private Task<Plan> SmallAsync(int area, Plan commune, Func<DeadlineContent, DeadlineContent>? changed = null, Guid? seat = null, string? also = null) =>
        app.PlantAsync(
            area,
            p =>
            {
                p.CopyFrom(commune);
                if (changed is not null)
                {
                    p.Deadlines[0].Correct(changed(p.Deadlines[0].Content));
                }
                if (also is not null)
                {
                    p.Add(Due(also));
                }
            },
            firstYear: 2026,
            organisation: seat
        );

    private static string KeyOf(Plan plan, int place = 1, int day = 12) => $"{plan.Id:N}-{place}-202612{day}";

    private static IEnumerable<IElement> Lines(PageView page, string words) =>
        page.FindAll("ul.due > li").Where(li => li.ParentElement!.Closest("details") is null && li.TextContent.Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task It_is_one_line_with_the_plans_that_took_it_over_and_what_they_set_or_ask_themselves_stays()
    {
        var commune = await CommuneAsync("Các bản nộp sổ thử chung");
        var first = await SmallAsync(KnownAreas.BinhLuHamlets[0], commune, content => content with { SentTo = "Hội Khuyến học xã" }, also: "Bản họp thử riêng");
        var second = await SmallAsync(KnownAreas.BinhLuHamlets[1], commune);
        var other = await SmallAsync(KnownAreas.BinhLuHamlets[2], commune, content => content with { Day = 10 });
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");

        var month = await officer.GetAsync("/lich/2026/12");
        Lines(month, "Các bản nộp sổ thử chung").Select(li => li.Id).ShouldBe([KeyOf(other, day: 10), KeyOf(commune)]);
        Lines(month, "Bản họp thử riêng").Select(li => li.Id).ShouldBe([KeyOf(first, 2)]);
        var line = month.Document.GetElementById(KeyOf(commune))!;
        line.QuerySelector("details.small-plans summary")!.TextContent.ShouldContain("và 2 kế hoạch nhỏ");
        line.QuerySelectorAll("details.small-plans li").Select(li => li.Id).ShouldBe([KeyOf(first), KeyOf(second)], ignoreOrder: true);
        (await officer.GetAsync("/lich?nam=2026")).Document.GetElementById(KeyOf(commune))!.TextContent.ShouldContain("và 2 kế hoạch nhỏ");
        (await FileAsync(officer, "Các bản nộp sổ thử chung")).Count.ShouldBe(4, "a file has a row for each plan");
        var item = JsonDocument
            .Parse(await officer.Http.GetStringAsync("/api/calendar?year=2026"))
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("key").GetString() == KeyOf(commune));
        item.GetProperty("small").EnumerateArray().Select(s => s.GetProperty("planId").GetGuid()).ShouldBe([first.Id, second.Id], ignoreOrder: true);

        using var head = await app.SignInAsync("truong-ban");
        Lines(await head.GetAsync("/lich/2026/12"), "Các bản nộp sổ thử chung").Select(li => li.Id).ShouldBe([KeyOf(first)], "in its own calendar it stands alone");
    }

    private static async Task<IReadOnlyList<string>> FileAsync(Session who, string words) =>
        [.. (await who.Http.GetStringAsync("/lich?nam=2026&handler=File")).Split('\n').Where(row => row.Contains(words, StringComparison.Ordinal))];

    [Fact]
    public async Task What_is_late_in_a_small_plan_is_not_hidden_under_a_line_that_was_told_done()
    {
        var commune = await CommuneAsync("Các bản nộp sổ thử trễ", Yesterday);
        var small = await SmallAsync(KnownAreas.BinhLuHamlets[0], commune);
        var (line, late) = ($"{commune.Id:N}-1-20261120", $"{small.Id:N}-1-20261120");
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var month = await officer.GetAsync("/lich/2026/11");
        Lines(month, "Các bản nộp sổ thử trễ").Select(li => li.Id).ShouldBe([line], "both are late: one line");

        month = await month.Form("Đã xong", $"li[id='{line}']").Set("Note", "12/BC-UBND").SubmitAsync();
        Lines(month, "Các bản nộp sổ thử trễ").Select(li => li.Id).ShouldBe([line, late], ignoreOrder: true);
        month.Document.GetElementById(line)!.TextContent.ShouldContain("Đã xong");
        month.Document.GetElementById(line)!.TextContent.ShouldNotContain("kế hoạch nhỏ");
        month.Document.GetElementById(late)!.TextContent.ShouldContain("Quá hạn");
        month.Find("#notice")!.TextContent.ShouldContain("Đã quá hạn thứ Sáu, 20/11: Các bản nộp sổ thử trễ", customMessage: "the message reminds of it");
        var rows = await FileAsync(officer, "Các bản nộp sổ thử trễ");
        rows.Count.ShouldBe(2);
        rows.Single(row => row.Contains("Đã xong", StringComparison.Ordinal)).ShouldContain("12/BC-UBND");
        rows.Single(row => row.Contains("Quá hạn", StringComparison.Ordinal)).ShouldNotContain("12/BC-UBND");
    }

    [Fact]
    public async Task A_line_that_the_commune_corrected_and_a_hamlet_copied_is_one()
    {
        var province = await app.PlantAsync(KnownAreas.LaiChau, p => p.Add(Due("Các xã lập sổ thử tỉnh nêu")), firstYear: 2026, level: Papers.Plans.PlanLevel.Province);
        var commune = await app.PlantAsync(
            KnownAreas.BinhLu,
            p =>
            {
                p.CopyFrom(province);
                p.Deadlines[0].Correct(Due("Các bản lập sổ thử xã sửa"));
            },
            firstYear: 2026,
            level: Papers.Plans.PlanLevel.Commune
        );
        var small = await SmallAsync(KnownAreas.BinhLuHamlets[0], commune);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var month = await officer.GetAsync("/lich/2026/12");
        Lines(month, "Các bản lập sổ thử xã sửa").Select(li => li.Id).ShouldBe([KeyOf(commune)]);
        month.Document.GetElementById(KeyOf(commune))!.QuerySelectorAll("details.small-plans li").Select(li => li.Id).ShouldBe([KeyOf(small)]);
    }

    [Fact]
    public async Task A_school_is_led_to_its_own_under_that_line_and_tells_it_done_there()
    {
        using var school = await app.SignInAsync("truong-hoc");
        var seat = Guid.Parse((await school.GetAsync("/kho-khan/bao")).Form("Gửi lên cấp trên")["VoiceKey"]!.Split(':')[1]);
        var commune = await CommuneAsync("Các trường nộp bảng thử chung");
        var own = await SmallAsync(KnownAreas.BinhLu, commune, seat: seat);
        var row = (await school.GetAsync("/viec")).FindAll("ol a").Single(a => a.TextContent.Contains("Các trường nộp bảng thử chung", StringComparison.Ordinal));
        var month = await school.GetAsync(row.GetAttribute("href")!.Split('#')[0]);
        var line = month.Document.GetElementById(KeyOf(own))!;
        line.Closest("details.small-plans")!.HasAttribute("open").ShouldBeTrue();
        month.Find("#notice")!.TextContent.ShouldContain("Các trường nộp bảng thử chung");
        var told = await month.Form("Đã xong", $"li[id='{KeyOf(own)}']").SubmitAsync();
        told.Text.ShouldContain("Đã ghi hạn này là xong.");
        var after = told.Document;
        after.GetElementById(KeyOf(own))!.Closest("details.small-plans")!.HasAttribute("open").ShouldBeTrue("where it was told it stands to be seen");
        after.GetElementById(KeyOf(own))!.TextContent.ShouldContain("Đã xong");
        after
            .GetElementById(KeyOf(commune))!
            .QuerySelectorAll("details.settle")
            .Select(d => d.Closest("li")!.Id)
            .ShouldBe([KeyOf(own)], "the commune's is not the school's to tell");
    }

    [Fact]
    public async Task In_English_the_plans_alone_stay_Vietnamese()
    {
        var commune = await CommuneAsync("Các bản nộp phiếu thử chung");
        await SmallAsync(KnownAreas.BinhLuHamlets[1], commune);
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var page = await officer.GetAsync("/lich/2026/12?ngon-ngu=en");
        page.Document.GetElementById(KeyOf(commune))!.TextContent.ShouldContain("and 1 small plan");
        page.Find("#ngay-12")!.TextContent.ShouldStartWith("Saturday, 12 Dec");
        page.LeftInVietnamese().ShouldBeEmpty();
    }
}

public sealed class TakenOverOnSqlite(SqliteApp app) : TakenOverFeatures(app), IClassFixture<SqliteApp>;

public sealed class TakenOverOnPostgres(PostgresApp app) : TakenOverFeatures(app), IClassFixture<PostgresApp>;
