using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Modules.Registry.Demo;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Tallies;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Registry;

/// <summary>The registry as people meet it: lists, cards and files, through HTTP.</summary>
public abstract class RegistryFeatures(TestApp app)
{
    private static readonly string[] RegistryCounts = [RegistryMeasures.Households, RegistryMeasures.Adults];

    private const string Officer = "hoi-khuyen-hoc";
    private const string HamletHead = "truong-ban";
    private const string Administrator = "quan-tri";

    private static readonly DateOnly Today = DateOnly.FromDateTime(TestApp.Start.DateTime);

    private async Task<Session> SignInAsync(string card)
    {
        var session = app.Anonymous();
        var page = await session.GetAsync("/dang-nhap");
        var button = page.FindAll("button[name=card]").Single(b => b.GetAttribute("value") == card);
        var home = await page.Form(button.TextContent).SubmitAsync();
        home.Path.ShouldNotStartWith("/dang-nhap", customMessage: $"{home.Status} {home.Text}");
        return session;
    }

    private Task<long> AuditCountAsync(string action) => app.QueryAsync(db => db.Set<AuditRow>().LongCountAsync(a => a.Action == action));

    private Task<long> StockAsync(string measure, int area) =>
        app.QueryAsync(async db =>
            (await db.Set<Tally>().Where(t => t.Measure == measure && t.Date <= Today && db.Within(area, Today).Any(p => p.AreaId == t.AreaId)).ToListAsync()).Sum(t =>
                (long)t.Value
            )
        );

    [Fact]
    public async Task The_demo_holds_400_households_in_twelve_uneven_hamlets_and_20_elsewhere()
    {
        var byHamlet = await app.QueryAsync(db =>
            db.Set<Household>().GroupBy(h => h.AreaId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count)
        );
        byHamlet.Where(h => KnownAreas.BinhLuHamlets.Contains(h.Key)).Sum(h => h.Value).ShouldBe(400);
        byHamlet.Where(h => KnownAreas.NongCongHamlets.Contains(h.Key)).Sum(h => h.Value).ShouldBe(20);
        byHamlet.Count.ShouldBe(14);
        (await app.QueryAsync(db => db.Set<Household>().AllAsync(h => h.Invented))).ShouldBeTrue();
        (await app.QueryAsync(db => db.Set<Clan>().CountAsync())).ShouldBe(3);
        (await app.QueryAsync(db => db.Set<Organisation>().CountAsync())).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Loading_the_demo_again_changes_nothing_and_its_command_tells_counts_only()
    {
        var before = await app.QueryAsync(db => db.Set<Person>().CountAsync());
        await app.InsideAsync(async services =>
        {
            await services.GetRequiredService<DemoRegistry>().LoadAsync(CancellationToken.None);
            return 0;
        });
        (await app.QueryAsync(db => db.Set<Person>().CountAsync())).ShouldBe(before);
        var commands = await app.QueryAsync(db => db.Set<CommandRecord>().Where(c => c.Name.EndsWith(nameof(LoadDemoRegistry))).ToListAsync());
        commands.Count.ShouldBe(5);
        commands.ShouldAllBe(c =>
            JsonDocument.Parse(c.Content!, default).RootElement.EnumerateObject().All(p => p.NameEquals("commandId") || p.Value.ValueKind != JsonValueKind.String)
        );
    }

    [Fact]
    public async Task The_sums_are_what_the_rows_give()
    {
        var (stored, counted) = await app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var changes = new TallyChanges();
            foreach (var facts in services.GetServices<ICountFacts>())
            {
                await facts.CountAsync(db, changes, CancellationToken.None);
            }
            var rows = await db.Set<Tally>().AsNoTracking().Where(t => RegistryCounts.Contains(t.Measure)).ToListAsync();
            return (rows.Where(r => r.Value != 0).Select(Told).Order().ToList(), changes.Rows.Where(r => RegistryCounts.Contains(r.Measure)).Select(Told).Order().ToList());
        });
        stored.Count.ShouldBeGreaterThan(500);
        counted.ShouldBe(stored);

        static string Told(Tally row) => $"{row.RegisterId} {row.AreaId} {row.Measure} {row.Date:O} {row.Value}";
    }

    [Fact]
    public async Task The_list_counts_what_the_sums_count_plus_the_long_absent()
    {
        using var officer = await SignInAsync(Officer);
        var found = await officer.Http.GetFromJsonAsync<JsonElement>("/api/households");
        found.GetProperty("count").GetInt32().ShouldBe(400);
        var away = found.GetProperty("longAway").GetInt32();
        away.ShouldBeGreaterThan(0);
        (await StockAsync(RegistryMeasures.Households, KnownAreas.BinhLu)).ShouldBe(400 - away);
    }

    [Fact]
    public async Task A_list_comes_in_pages_with_its_count_and_in_the_order_of_hamlet_and_number()
    {
        using var officer = await SignInAsync(Officer);
        var first = await officer.GetAsync("/ho");
        first.Status.ShouldBe(HttpStatusCode.OK);
        first.Text.ShouldContain("400 hộ");
        first.FindAll("table.cards tbody tr").Count().ShouldBe(50);
        first.FindAll("table.cards td").ShouldAllBe(cell => cell.HasAttribute("data-label"));
        first.Find("tbody tr td")!.TextContent.ShouldBe("001");
        var second = await first.FollowAsync("Trang sau");
        second.Text.ShouldContain("Trang 2/8");
        first.FindAll("tbody a").Select(a => a.GetAttribute("href")).Intersect(second.FindAll("tbody a").Select(a => a.GetAttribute("href"))).ShouldBeEmpty();
        (await officer.GetAsync("/ho?trang=99")).Text.ShouldContain("Trang 8/8");
    }

    [Fact]
    public async Task By_name_a_list_is_sorted_by_the_given_name()
    {
        using var officer = await SignInAsync(Officer);
        var page = await officer.GetAsync("/ho?xep=ten");
        var given = page.FindAll("tbody th a").Select(a => DenSach.Platform.Text.SearchKey.Of(a.TextContent).Split(' ')[^1]).ToList();
        given.ShouldBe(given.Order(StringComparer.Ordinal));
        given.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_search_finds_heads_and_members_without_marks_in_any_order_and_is_told_without_the_words()
    {
        var member = await app.QueryAsync(db =>
            db.Set<Person>().Where(p => p.AreaId == KnownAreas.BinhLuHamlets[0] && p.RelationToHead == Relation.Child && p.LeftOn == null).OrderBy(p => p.Id).FirstAsync()
        );
        using var officer = await SignInAsync(Officer);
        var before = await AuditCountAsync("registry.search");
        var words = member.SearchKey.Split(' ').Reverse();
        var page = await officer.GetAsync($"/ho?q={Uri.EscapeDataString(string.Join(' ', words).ToUpperInvariant())}");
        page.FindAll("tbody a").ShouldContain(a => a.GetAttribute("href")!.Contains(member.HouseholdId.ToString()));
        page.Text.ShouldContain(member.FullName);
        (await AuditCountAsync("registry.search")).ShouldBe(before + 1);
        var row = await app.QueryAsync(db => db.Set<AuditRow>().Where(a => a.Action == "registry.search").OrderByDescending(a => a.At).FirstAsync());
        row.RegisterId.ShouldBeLessThanOrEqualTo(AuditTrail.SystemRegisters);
        row.Outcome.ShouldMatch("^[0-9]+$");
        row.Subjects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_by_number_and_hamlet_finds_one_and_a_search_for_nothing_says_so()
    {
        using var officer = await SignInAsync(Officer);
        var hamlet = KnownAreas.BinhLuHamlets[3];
        (await officer.GetAsync($"/ho?q=007&diaban={hamlet}")).FindAll("tbody tr").Count().ShouldBe(1);
        var nothing = await officer.GetAsync("/ho?q=kh%C3%B4ng+ai+t%C3%AAn+th%E1%BA%BF");
        nothing.Text.ShouldContain("Không có hộ nào khớp");
        nothing.FindAll("table").ShouldBeEmpty();
        (await officer.GetAsync("/ho?q=%25_'%22")).FindAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_a_household_came_it_is_not_in_the_list()
    {
        using var officer = await SignInAsync(Officer);
        var then = new DateOnly(2015, 6, 1);
        var expected = await app.QueryAsync(db => db.Set<Household>().CountAsync(h => KnownAreas.BinhLuHamlets.Contains(h.AreaId) && h.ResidentFrom <= then));
        expected.ShouldBeInRange(1, 399);
        var found = await officer.Http.GetFromJsonAsync<JsonElement>($"/api/households?asAt={then:yyyy-MM-dd}");
        found.GetProperty("count").GetInt32().ShouldBe(expected);
        (await officer.GetAsync("/ho?ngay=1900-01-01")).Text.ShouldContain("chưa có hộ nào");
    }

    [Fact]
    public async Task A_household_shows_its_members_with_their_age_on_the_day_and_where_it_lies()
    {
        var household = await app.AnyHouseholdAsync(KnownAreas.BinhLuHamlets[0]);
        var members = await app.QueryAsync(db => db.Set<Person>().Where(p => p.RegisterId == household.RegisterId && p.HouseholdId == household.Id).ToListAsync());
        using var head = await SignInAsync(HamletHead);
        var page = await head.GetAsync($"/ho/{household.Id}?ngay=2026-06-01");
        page.Text.ShouldContain("xã Bình Lư, tỉnh Lai Châu");
        page.Find("tbody tr td[data-label='Quan hệ']")!.TextContent.ShouldBe("Chủ hộ");
        page.FindAll("tbody tr").Count().ShouldBe(members.Count);
        foreach (var member in members)
        {
            var line = page.FindAll("tbody tr").Single(r => r.QuerySelector("a")!.TextContent == member.FullName);
            line.QuerySelector("td[data-label='Tuổi']")!.TextContent.ShouldBe(member.AgeOn(new DateOnly(2026, 6, 1)).ToString());
        }
        var before = await head.GetAsync($"/ho/{household.Id}?ngay=2025-06-01");
        before.Text.ShouldContain("huyện Tam Đường", customMessage: "the tree of that day");
    }

    [Fact]
    public async Task Opening_a_person_is_told_in_the_register_of_the_person()
    {
        var household = await app.AnyHouseholdAsync(KnownAreas.BinhLuHamlets[0]);
        var person = await app.QueryAsync(db => db.Set<Person>().FirstAsync(p => p.RegisterId == household.RegisterId && p.HouseholdId == household.Id));
        using var head = await SignInAsync(HamletHead);
        (await head.GetAsync($"/nguoi/{person.Id}")).Text.ShouldContain(person.FullName);
        var told = await app.QueryAsync(db => db.Set<AuditRow>().Where(a => a.RegisterId == person.RegisterId && a.Action == "registry.person.open").ToListAsync());
        told.ShouldContain(a => a.Subjects == person.Id.ToString() && a.Role == DenSach.Platform.Access.Role.HamletHead);
    }

    [Fact]
    public async Task The_file_holds_the_whole_list_as_a_spreadsheet_reads_it_and_is_told()
    {
        using var officer = await SignInAsync(Officer);
        var before = await AuditCountAsync("registry.export");
        var bytes = await officer.Http.GetByteArrayAsync("/ho/xuat.csv");
        bytes.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(401);
        lines[0].ShouldEndWith("Tính đến ngày");
        lines[1].ShouldStartWith("001,");
        (await AuditCountAsync("registry.export")).ShouldBe(before + 1);
        (await app.QueryAsync(db => db.Set<AuditRow>().Where(a => a.Action == "registry.export").OrderByDescending(a => a.At).FirstAsync())).Outcome.ShouldBe("400");
    }

    [Fact]
    public async Task An_administrator_forgets_a_person_by_a_form_that_keeps_what_was_typed_when_it_is_refused()
    {
        var household = await app.AnyHouseholdAsync(KnownAreas.BinhLuHamlets[9]);
        var person = await app.QueryAsync(db =>
            db.Set<Person>().FirstAsync(p => p.RegisterId == household.RegisterId && p.HouseholdId == household.Id && p.RelationToHead == Relation.Head)
        );
        using var administrator = await SignInAsync(Administrator);
        var form = await administrator.GetAsync($"/nguoi/{person.Id}/xoa");
        form.Text.ShouldContain(person.FullName);
        var refused = await form.Form("Xóa hẳn").Set("Reason", " ").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("Chưa ghi lý do xóa");
        var done = await refused.Form("Xóa hẳn").Set("Reason", "Theo đơn ngày 20/11/2026").SubmitAsync();
        done.Text.ShouldContain("đã được xóa theo yêu cầu");
        done.Html.ShouldNotContain(person.FullName);
        using var officer = await SignInAsync(Officer);
        (await officer.GetAsync($"/ho?q={Uri.EscapeDataString(person.FullName)}&diaban={household.AreaId}")).FindAll($"a[href*='{household.Id}']").ShouldBeEmpty();
        (await officer.GetAsync($"/ho/{household.Id}")).Html.ShouldNotContain(person.FullName);
    }

    [Fact]
    public async Task In_English_the_pages_say_everything_in_English_but_the_data()
    {
        var household = await app.AnyHouseholdAsync(KnownAreas.BinhLuHamlets[10]);
        var person = await app.QueryAsync(db => db.Set<Person>().FirstAsync(p => p.RegisterId == household.RegisterId && p.HouseholdId == household.Id));
        using var officer = await SignInAsync(Officer);
        using var administrator = await SignInAsync(Administrator);
        foreach (var url in new[] { "/ho?xep=ten", "/ho?q=zzz", "/ho?ngay=1900-01-01", "/ho?q=lo&ngay=2026-11-01", $"/ho/{household.Id}?x=", $"/nguoi/{person.Id}?x=" })
        {
            IsEnglish(await officer.GetAsync($"{url}&ngon-ngu=en"));
        }
        IsEnglish(await administrator.GetAsync($"/nguoi/{person.Id}/xoa?ngon-ngu=en"));
    }

    private static void IsEnglish(PageView page)
    {
        page.Status.ShouldBe(HttpStatusCode.OK, page.Path);
        var main = page.Find("main")!;
        foreach (var data in main.QuerySelectorAll("[lang=vi]").ToList())
        {
            data.Remove();
        }
        var said =
            main.TextContent + string.Join(' ', main.QuerySelectorAll("*").SelectMany(e => new[] { "data-label", "aria-label", "title", "data-confirm" }.Select(e.GetAttribute)));
        DenSach.Platform.Ui.Language.IsVietnamese(said).ShouldBeFalse($"{page.Path}: {said}");
    }
}

public sealed class RegistryOnSqlite(SqliteApp app) : RegistryFeatures(app), IClassFixture<SqliteApp>;

public sealed class RegistryOnPostgres(PostgresApp app) : RegistryFeatures(app), IClassFixture<PostgresApp>;
