using System.Net;
using System.Text.Json;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Platform.Ui;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Areas;

/// <summary>The tree on pages and for programs, as any signed-in person sees it.</summary>
public abstract class AreaPages(Engine engine) : TestApp(engine)
{
    private async Task<Session> SignedInAsync()
    {
        var session = Anonymous();
        var page = await session.GetAsync("/dang-nhap");
        var home = await page.Form("Đăng nhập").Set("UserName", "truong-ban").Set("Password", DemoAccounts.Password).SubmitAsync();
        home.Path.ShouldBe("/viec", home.Text);
        return session;
    }

    [Fact]
    public async Task A_commune_is_shown_with_its_way_down_its_hamlets_and_its_history()
    {
        using var session = await SignedInAsync();
        var page = await session.GetAsync($"/dia-ban/{KnownAreas.BinhLu}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Find("h1")!.TextContent.ShouldContain("xã Bình Lư");
        page.Find(".crumbs")!.TextContent.ShouldContain("tỉnh Lai Châu");
        page.FindAll("tbody tr").Count().ShouldBe(12);
        page.FindAll("tbody .chip").ShouldAllBe(chip => chip.TextContent == "hư cấu");
        page.Text.ShouldContain("1670/NQ-UBTVQH15");
        var before = await page.FollowAsync("thị trấn Tam Đường");
        before.Text.ShouldContain("huyện Tam Đường, tỉnh Lai Châu, nước Việt Nam");
    }

    [Fact]
    public async Task The_same_place_lies_elsewhere_on_another_day()
    {
        using var session = await SignedInAsync();
        var hamlet = KnownAreas.BinhLuHamlets[0];
        (await session.GetAsync($"/dia-ban/{hamlet}?ngay=2025-06-30")).Find(".crumbs")!.TextContent.ShouldContain("thị trấn Tam Đường");
        (await session.GetAsync($"/dia-ban/{hamlet}?ngay=2025-07-01")).Find(".crumbs")!.TextContent.ShouldContain("xã Bình Lư");
        var gone = await session.GetAsync($"/dia-ban/{KnownAreas.VanHoa}");
        gone.Text.ShouldContain("địa bàn này chưa có hoặc không còn");
        gone.Text.ShouldContain("xã Nông Cống");
    }

    [Fact]
    public async Task A_place_that_is_not_there_and_a_day_that_is_none_are_said_so()
    {
        using var session = await SignedInAsync();
        (await session.GetAsync("/dia-ban/424242")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await session.GetAsync($"/dia-ban/{KnownAreas.BinhLu}?ngay=31-02-2025")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await session.Http.GetAsync($"/api/areas/{KnownAreas.BinhLu}?asAt=2025-02-31");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("không phải là một ngày");
    }

    [Fact]
    public async Task A_name_is_found_without_marks_also_when_it_is_of_the_past()
    {
        using var session = await SignedInAsync();
        (await session.GetAsync("/dia-ban")).FindAll("tbody tr").Count().ShouldBe(34);
        var found = await session.GetAsync("/dia-ban?tim=van+hoa");
        found.FindAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("đến hết 30/6/2025");
        (await session.GetAsync("/dia-ban?tim=zzz")).Text.ShouldContain("Không có địa bàn nào có tên như vậy");
    }

    [Fact]
    public async Task Programs_get_the_same_tree()
    {
        using var session = await SignedInAsync();
        var one = JsonDocument.Parse(await session.Http.GetStringAsync($"/api/areas/{KnownAreas.AnNghiep}?asAt=2025-06-30")).RootElement;
        one.GetProperty("path").EnumerateArray().Select(a => a.GetProperty("id").GetInt32()).ShouldBe([1, KnownAreas.PhuYen, KnownAreas.TuyAnDistrict, KnownAreas.AnNghiep]);
        one.GetProperty("history")[1].GetProperty("to")[0].GetProperty("id").GetInt32().ShouldBe(KnownAreas.TuyAnTay);
        var children = JsonDocument.Parse(await session.Http.GetStringAsync($"/api/areas/{KnownAreas.Country}/children?asAt=2025-06-30")).RootElement;
        children.GetProperty("children").GetArrayLength().ShouldBe(63);
    }

    [Theory]
    [InlineData("/dia-ban?")]
    [InlineData("/dia-ban?tim=zzz&")]
    [InlineData("/dia-ban?tim=binh+lu&")]
    [InlineData("/dia-ban/2001?")]
    [InlineData("/dia-ban/5001?")]
    [InlineData("/dia-ban/1013?")]
    public async Task On_the_English_page_only_data_is_Vietnamese(string url)
    {
        using var session = await SignedInAsync();
        var page = await session.GetAsync(url + "ngon-ngu=en");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Find("h1")!
            .Closest("main")!
            .QuerySelectorAll("*")
            .Where(e => e.Closest("[lang='vi']") is null)
            .Select(e => string.Concat(e.ChildNodes.Where(n => n.NodeType == AngleSharp.Dom.NodeType.Text).Select(n => n.TextContent)))
            .ShouldAllBe(own => !Language.IsVietnamese(own));
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_no_tree()
    {
        using var session = Anonymous();
        (await session.GetAsync($"/dia-ban/{KnownAreas.BinhLu}")).Text.ShouldNotContain("Bình Lư");
        (await session.Http.GetAsync($"/api/areas/{KnownAreas.BinhLu}")).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task A_hamlet_head_may_not_record_a_reform()
    {
        using var session = await SignedInAsync();
        var answer = await session.PostJsonAsync(
            "/api/areas/reforms",
            new
            {
                commandId = Guid.CreateVersion7(),
                on = "2026-12-01",
                name = "x",
                legalBasis = "x",
                steps = new { dissolve = new[] { KnownAreas.BinhLuHamlets[0] } },
            }
        );
        answer.IsSuccessStatusCode.ShouldBeFalse();
        Services.GetService(typeof(AreaTree)).ShouldBeOfType<AreaTree>().IsInForce(KnownAreas.BinhLuHamlets[0], new DateOnly(2026, 12, 1)).ShouldBeTrue();
    }
}

public sealed class AreaPagesOnSqlite() : AreaPages(Engine.Sqlite);

public sealed class AreaPagesOnPostgres() : AreaPages(Engine.Postgres);
