using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Tests.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Indicators;

/// <summary>One number, wherever it is asked for; and the families behind it.</summary>
public abstract class TargetFeatures(TestApp app) : IAsyncLifetime
{
    private const string Officer = "hoi-khuyen-hoc";
    private static readonly DateOnly Before = PlantedTitles.From.AddDays(-1);
    private static readonly DateOnly After = PlantedTitles.From;
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[0];

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<JsonElement> TargetsAsync(Session session, int area, DateOnly day) =>
        await session.Http.GetFromJsonAsync<JsonElement>($"/api/targets?area={area}&asAt={Iso(day)}");

    private static JsonElement FamiliesLine(JsonElement table) =>
        table.GetProperty("plans")[0].GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("indicator").ValueKind == JsonValueKind.String);

    private static long Numerator(JsonElement figure) => figure.GetProperty("numerator").GetInt64();

    /// <summary>Households that count on the day, from the rows themselves.</summary>
    private Task<int> CountedAsync(DateOnly day) =>
        app.QueryAsync(async db =>
        {
            var absences = (await db.Set<Absence>().AsNoTracking().ToListAsync()).ToLookup(a => a.HouseholdId);
            var households = await db.Set<Household>().AsNoTracking().Where(h => KnownAreas.BinhLuHamlets.Contains(h.AreaId)).ToListAsync();
            return households.Count(h => RegistryMeasures.Counted(h, absences[h.Id]).Any(p => p.Holds(day)));
        });

    [Fact]
    public async Task On_paper_each_target_says_whole_what_it_measures()
    {
        using var officer = await app.SignInAsync("hoi-nong-cong");
        var page = await officer.GetAsync("/chi-tieu");
        var (brief, whole) = (page.FindAll("th .no-print"), page.FindAll("th .only-print"));
        whole.ShouldNotBeEmpty();
        foreach (var (screen, paper) in brief.Zip(whole))
        {
            screen.TextContent.ShouldEndWith("…");
            paper.TextContent.ShouldStartWith(screen.TextContent.TrimEnd('…'));
            paper.TextContent.ShouldNotEndWith("…");
        }
        page.FindAll("table.cards > thead").Count().ShouldBe(page.FindAll("table.cards").Count(), "the heads come again on every sheet");
    }

    [Fact]
    public async Task Before_any_recognition_it_is_nought_of_all_households_with_the_whole_gap()
    {
        using var officer = await app.SignInAsync(Officer);
        var all = await CountedAsync(Before);
        var line = FamiliesLine(await TargetsAsync(officer, KnownAreas.BinhLu, Before));
        (Numerator(line.GetProperty("figure")), line.GetProperty("figure").GetProperty("denominator").GetInt32()).ShouldBe((0, all));
        line.GetProperty("gap").GetInt32().ShouldBe((80 * all + 99) / 100);
        line.GetProperty("state").GetString().ShouldBe("Behind");
        var page = await officer.GetAsync("/chi-tieu");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain($"0/{all}");
        page.Text.ShouldContain($"còn thiếu {(80 * all + 99) / 100} gia đình");
        page.FindAll("table.cards tbody tr").Count(r => r.TextContent.Contains("chưa có số liệu", StringComparison.Ordinal)).ShouldBe(9, "only the families line is counted");
        (await officer.GetAsync($"/chi-tieu/gia-dinh?diaban={KnownAreas.BinhLu}")).Text.ShouldContain("Chưa có gia đình nào");
    }

    [Fact]
    public async Task A_recognition_moves_page_program_command_line_and_list_alike_at_every_level()
    {
        var planted = await app.PlantTitlesAsync(Hamlet, 9) + await app.PlantTitlesAsync(KnownAreas.BinhLuHamlets[7], 6);
        planted.ShouldBe(15);
        using var officer = await app.SignInAsync(Officer);
        using var province = await app.SignInAsync("hoi-tinh");
        var all = await CountedAsync(After);
        foreach (var (day, number) in new[] { (Before, 0), (After, 15), (PlantedTitles.Until.AddDays(-1), 15), (PlantedTitles.Until, 0) })
        {
            var table = await TargetsAsync(officer, KnownAreas.BinhLu, day);
            Numerator(FamiliesLine(table).GetProperty("figure")).ShouldBe(number);
            table.GetProperty("below").EnumerateArray().Sum(b => Numerator(b.GetProperty("figure"))).ShouldBe(number);
            Numerator((await TargetsAsync(province, KnownAreas.LaiChau, day)).GetProperty("families")).ShouldBe(number);
            (await officer.Http.GetFromJsonAsync<JsonElement>($"/api/measures/family_title.holding?area={KnownAreas.BinhLu}&asAt={Iso(day)}"))
                .GetProperty("value")
                .GetInt32()
                .ShouldBe(number);
            var (code, output) = await app.CommandLineAsync("targets", "--area", $"{KnownAreas.BinhLu}", "--as-at", Iso(day));
            code.ShouldBe(0);
            output.ShouldContain($"Gia đình: Gia đình học tập: {number}/");
            (await officer.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}&ngay={Iso(day)}")).Text.ShouldContain($"{number} gia đình trong");
            (await officer.Http.GetFromJsonAsync<JsonElement>($"/api/targets/families?area={KnownAreas.BinhLu}&asAt={Iso(day)}")).GetProperty("count").GetInt32().ShouldBe(number);
        }
        var page = await officer.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}&ngay={Iso(After)}");
        page.Text.ShouldContain($"15/{all}");
        page.Find("svg.bullet[aria-label*='đạt']").ShouldNotBeNull();
        page.Find(".notice.sample").ShouldNotBeNull("the titles rest on a sample");
        (await officer.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}&ngay={Iso(Before)}")).Find(".notice.sample").ShouldBeNull();
        var list = await page.FollowAsync("15 gia đình");
        list.Find("h2")!.TextContent.ShouldBe("15 gia đình");
        list.FindAll("tbody tr").Count().ShouldBe(15);
        var file = Encoding.UTF8.GetString(await officer.Http.GetByteArrayAsync($"/chi-tieu/gia-dinh/xuat.csv?diaban={KnownAreas.BinhLu}&ngay={Iso(After)}"));
        file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(16);
        file.ShouldContain("BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
        var hamlet = await officer.GetAsync($"/chi-tieu?diaban={Hamlet}&ngay={Iso(After)}");
        hamlet.Text.ShouldContain("9 gia đình trong");
        hamlet.Text.ShouldContain("mức của xã");
        var lines = await app.CommandLineAsync("tallies", "verify");
        lines.Code.ShouldBe(0, lines.Output);
    }

    [Fact]
    public async Task A_family_that_moves_away_or_is_long_absent_is_in_neither_the_number_nor_the_list()
    {
        await app.PlantTitlesAsync(Hamlet, 3);
        var gone = await app.QueryAsync(db => db.Set<Modules.Decisions.Recognition>().OrderBy(r => r.HouseholdId).Select(r => r.HouseholdId).FirstAsync());
        // Behind the application's back, sums and all: the list must follow the facts as the sums do.
        await app.InsideAsync(async services =>
        {
            var db = (Platform.Data.AppDb)services.GetService(typeof(Platform.Data.AppDb))!;
            var household = await db.Set<Household>().SingleAsync(h => h.Id == gone);
            household.LeaveOn(After.AddDays(10));
            await db.SaveChangesAsync();
            return 0;
        });
        using var officer = await app.SignInAsync(Officer);
        (await officer.Http.GetFromJsonAsync<JsonElement>($"/api/targets/families?area={Hamlet}&asAt={Iso(After.AddDays(9))}")).GetProperty("count").GetInt32().ShouldBe(3);
        (await officer.Http.GetFromJsonAsync<JsonElement>($"/api/targets/families?area={Hamlet}&asAt={Iso(After.AddDays(10))}")).GetProperty("count").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_no_right_there_gets_no_number_and_who_has_sums_only_gets_no_list()
    {
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        foreach (
            var url in new[]
            {
                "/chi-tieu?diaban=2001",
                "/api/targets?area=2001",
                "/api/measures/registry.households?area=2001",
                "/chi-tieu/gia-dinh?diaban=2001",
                "/chi-tieu/gia-dinh/xuat.csv?diaban=2001",
            }
        )
        {
            (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound, url);
        }
        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync("/chi-tieu")).Find("h1")!.TextContent.ShouldContain("bản");
        (await head.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var province = await app.SignInAsync("hoi-tinh");
        var page = await province.GetAsync("/chi-tieu");
        page.Text.ShouldContain("tỉnh Lai Châu");
        page.Text.ShouldContain("Không có kế hoạch nào đang thực hiện");
        (await province.GetAsync($"/chi-tieu/gia-dinh?diaban={KnownAreas.BinhLu}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_day_before_the_commune_was_and_a_day_that_is_none_are_said_so()
    {
        using var officer = await app.SignInAsync(Officer);
        var then = await officer.GetAsync($"/chi-tieu?diaban={KnownAreas.BinhLu}&ngay=2025-06-30");
        then.Status.ShouldBe(HttpStatusCode.BadRequest);
        then.Text.ShouldContain("Ngày 30/6/2025 xã Bình Lư chưa có hoặc không còn");
        (await officer.Http.GetAsync("/api/targets?area=2001&asAt=hom-qua")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.Http.GetAsync("/api/targets")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.Http.GetAsync("/api/measures/khong-co?area=2001")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.CommandLineAsync("targets", "--area", "424242")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_commune_without_households_says_that_it_has_no_data()
    {
        using var administrator = await app.SignInAsync("lanh-dao-tinh");
        await app.TamperAsync("DELETE FROM tally");
        await app.TamperAsync("DELETE FROM register_tally");
        var page = await administrator.GetAsync("/chi-tieu");
        page.Find("table tbody tr")!.TextContent.ShouldContain("chưa có số liệu");
        page.Text.ShouldContain("0/1 nơi có số liệu");
    }

    [Fact]
    public async Task The_officer_is_told_that_no_round_of_this_year_is_open()
    {
        using var officer = await app.SignInAsync(Officer);
        (await officer.GetAsync("/viec")).Text.ShouldContain("Chưa mở đợt “Gia đình học tập” năm 2026");
        using var head = await app.SignInAsync("truong-ban");
        (await head.GetAsync("/viec")).Text.ShouldNotContain("Chưa mở đợt");
    }

    [Fact]
    public async Task In_English_the_pages_keep_only_data_in_Vietnamese()
    {
        await app.PlantTitlesAsync(Hamlet, 2);
        using var officer = await app.SignInAsync(Officer);
        officer.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Dvi-VN%7Cuic%3Den");
        foreach (
            var url in new[]
            {
                "/chi-tieu",
                $"/chi-tieu?diaban={Hamlet}&ngay={Iso(After)}",
                $"/chi-tieu?diaban=2001&ngay=2026-02-01",
                $"/chi-tieu/gia-dinh?diaban=2001&ngay={Iso(After)}",
                $"/chi-tieu/gia-dinh?diaban=2001&ngay={Iso(Before)}",
            }
        )
        {
            var page = await officer.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }
}

public sealed class TargetsOnSqlite() : TargetFeatures(new SqliteApp());

public sealed class TargetsOnPostgres() : TargetFeatures(new PostgresApp());
