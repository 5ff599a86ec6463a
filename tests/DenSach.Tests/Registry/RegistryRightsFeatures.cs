using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Registry;

/// <summary>Who sees which households, by page, file and program.</summary>
public abstract class RegistryRightsFeatures(TestApp app)
{
    [Fact]
    public async Task A_hamlet_head_sees_the_own_hamlet_only()
    {
        using var head = await app.SignInAsync("truong-ban");
        var found = await head.Http.GetFromJsonAsync<JsonElement>("/api/households");
        found.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("areaId").GetInt32()).Distinct().ShouldBe([KnownAreas.BinhLuHamlets[0]]);
        var other = await app.AnyHouseholdAsync(KnownAreas.BinhLuHamlets[1]);
        (await head.GetAsync($"/ho/{other.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Http.GetFromJsonAsync<JsonElement>($"/api/households?area={KnownAreas.BinhLuHamlets[1]}")).GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task An_officer_of_another_commune_sees_nothing_by_page_file_program_or_guessed_id()
    {
        using var stranger = await app.SignInAsync("hoi-nong-cong");
        var hers = await app.AnyHouseholdAsync(KnownAreas.BinhLuHamlets[0]);
        var person = await app.QueryAsync(db => db.Set<Person>().FirstAsync(p => p.RegisterId == hers.RegisterId && p.HouseholdId == hers.Id));
        (await stranger.Http.GetFromJsonAsync<JsonElement>("/api/households")).GetProperty("count").GetInt32().ShouldBe(20);
        foreach (var url in new[] { $"/ho/{hers.Id}", $"/nguoi/{person.Id}", $"/api/households/{hers.Id}" })
        {
            var seen = await stranger.GetAsync(url);
            seen.Status.ShouldBe(HttpStatusCode.NotFound, url);
            seen.Html.ShouldNotContain(hers.HeadName, customMessage: url);
        }
        (await stranger.GetAsync($"/ho/{Guid.Empty}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/nguoi/{person.Id}/xoa")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync($"/ho/xuat.csv?diaban={KnownAreas.BinhLu}")).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1, "the head line only");
        (await stranger.GetAsync($"/ho?q={Uri.EscapeDataString(hers.HeadName)}&diaban={KnownAreas.BinhLu}")).FindAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_citizen_sees_the_own_household_and_no_other()
    {
        using var citizen = await app.SignInAsync("nguoi-dan");
        var found = await citizen.Http.GetFromJsonAsync<JsonElement>("/api/households");
        found.GetProperty("count").GetInt32().ShouldBe(1);
        var own = found.GetProperty("lines")[0].GetProperty("id").GetGuid();
        var page = await citizen.GetAsync($"/ho/{own}");
        page.Text.ShouldContain("Lò Thị Khuyên");
        var neighbour = await app.QueryAsync(db => db.Set<Household>().FirstAsync(h => h.AreaId == KnownAreas.BinhLuHamlets[0] && h.Id != own));
        (await citizen.GetAsync($"/ho/{neighbour.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_works_with_sums_only_gets_no_persons()
    {
        foreach (var card in new[] { "kiem-tra", "lanh-dao-tinh", "hoi-tinh", "van-thu", "quan-tri" })
        {
            using var session = await app.SignInAsync(card);
            (await session.GetAsync("/ho")).Status.ShouldBe(HttpStatusCode.Forbidden, card);
            (await session.Http.GetAsync("/api/households")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, card);
        }
    }
}

public sealed class RegistryRightsOnSqlite(SqliteApp app) : RegistryRightsFeatures(app), IClassFixture<SqliteApp>;

public sealed class RegistryRightsOnPostgres(PostgresApp app) : RegistryRightsFeatures(app), IClassFixture<PostgresApp>;
