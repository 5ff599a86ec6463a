using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Accounts;

public abstract class DelegationFeature(TestApp app)
{
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[3];

    private async Task<(PageView Page, string Code, string UserName)> CreateAsync(Session session, string name, string role = "HamletHead")
    {
        var page = await (await session.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}")).Form("Tạo và in phiếu").Set("DisplayName", name).Set("Grant.Role", role).SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return (page, page.SlipCode(), page.FindAll(".slip dd").ElementAt(1).TextContent.Trim());
    }

    [Fact]
    public async Task An_account_is_handed_over_on_paper_and_opens_with_the_chosen_password()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var (page, code, userName) = await CreateAsync(officer, "Lù Văn Sơn");
        userName.ShouldBe("lu.van.son");
        var picture = await officer.Http.GetAsync(page.Find(".slip img")!.GetAttribute("src"));
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();

        using var holder = app.Browser();
        (await holder.ReceiveAsync(code.ToLowerInvariant().Replace("-", " "))).Path.ShouldBe("/dang-nhap");
        (await holder.PasswordAsync(userName, "mùa này lúa tốt")).Path.ShouldBe("/viec");
        (await holder.GetAsync("/toi")).Text.ShouldContain("Trưởng thôn, bản");

        (await app.QueryAsync(db => db.Set<AccessSlip>().AnyAsync(s => s.CodeHash.Contains(code)))).ShouldBeFalse();
        var records = await app.QueryAsync(db => db.Set<DenSach.Platform.Commands.CommandRecord>().Select(r => r.Content + r.Outcome).ToListAsync());
        records.ShouldNotContain(text => text.Contains(code) || text.Contains(code.Replace("-", "")));
    }

    [Fact]
    public async Task A_slips_code_comes_by_post_only_so_that_no_address_holds_it_and_every_try_counts()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var (_, code, _) = await CreateAsync(officer, "Lù Văn Kín");
        using var holder = app.Browser();
        var page = await holder.GetAsync($"/nhan-tai-khoan?ma={code}");
        page.Text.ShouldNotContain("Lù Văn Kín");
        page = await page.Form("Tiếp tục").Set("ma", code).SubmitAsync();
        page.Path.ShouldNotContain(code);
        page.Text.ShouldContain("Lù Văn Kín");
    }

    [Fact]
    public async Task A_slip_works_once()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var (_, code, _) = await CreateAsync(officer, "Lù Thị Én");
        using var holder = app.Browser();
        var form = (await holder.SlipAsync(code)).Form("Đặt mật khẩu").Set("Password", "mùa này lúa tốt").Set("PasswordAgain", "mùa này lúa tốt");
        var both = await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        both.Count(p => p.Path == "/dang-nhap").ShouldBe(1);
        both.Single(p => p.Path != "/dang-nhap").Text.ShouldContain("mỗi phiếu chỉ dùng một lần");
        (await holder.SlipAsync(code)).Text.ShouldContain("Phiếu này đã dùng lúc");
    }

    [Fact]
    public async Task A_slip_older_than_fourteen_days_or_replaced_by_a_newer_one_says_so()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var (page, first, _) = await CreateAsync(officer, "Lù Thị Phượng");
        var account = await page.FollowAsync("Đã in xong");
        var anew = await account.Form("Cấp lại và in phiếu").SubmitAsync();
        anew.Status.ShouldBe(HttpStatusCode.OK, anew.Path + anew.Text);
        var second = anew.SlipCode();
        using var holder = app.Browser();
        (await holder.SlipAsync(first)).Text.ShouldContain("đã có phiếu mới hơn");
        app.Time.Advance(AccessSlip.Validity);
        (await holder.SlipAsync(second)).Text.ShouldContain("hết hạn từ");
        (await holder.SlipAsync("0000-0000-0000")).Text.ShouldContain("Không có phiếu nào mang mã này");
    }

    [Fact]
    public async Task Sending_the_form_twice_makes_one_account_and_shows_the_code_once()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}")).Form("Tạo và in phiếu").Set("DisplayName", "Vàng Văn Đôi").Set("Grant.Role", "HamletHead");
        (await form.SubmitAsync()).Find(".slip").ShouldNotBeNull();
        var again = await form.SubmitAsync();
        again.Find(".slip").ShouldBeNull();
        again.Text.ShouldContain("mã trên phiếu chỉ hiện một lần");
        (await app.QueryAsync(db => db.Set<Account>().CountAsync(a => a.DisplayName == "Vàng Văn Đôi"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_right_until_the_end_of_time_is_refused_with_a_sentence()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}")).Form("Tạo và in phiếu").Set("DisplayName", "Lù Văn Mãi").Set("Grant.Role", "HamletHead");
        var refused = await form.Set("Grant.LastDay", "9999-12-31").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("để trống nếu chưa định");
    }

    [Fact]
    public async Task The_officer_of_another_commune_sees_and_changes_nothing_of_binh_lu()
    {
        var target = await app.AccountAsync("truong-ban");
        using var stranger = await app.WithCardAsync("hoi-nong-cong");
        (await stranger.GetAsync("/tai-khoan")).Text.ShouldNotContain("Vàng A Sáng");
        await stranger.ShouldSeeAsync($"/tai-khoan?diaBan={KnownAreas.BinhLu}", HttpStatusCode.NotFound);
        await stranger.ShouldSeeAsync($"/tai-khoan/moi?diaBan={Hamlet}", HttpStatusCode.NotFound);
        await stranger.ShouldSeeAsync($"/tai-khoan/{target.Id}", HttpStatusCode.NotFound);
        await stranger.ShouldSeeAsync($"/tai-khoan/{target.Id}/quyen", HttpStatusCode.NotFound);
        (await stranger.GetAsync("/tai-khoan?q=sang")).Text.ShouldNotContain("Vàng A Sáng");

        var token = (await stranger.GetAsync("/toi")).Form("Đăng xuất khỏi mọi máy");
        foreach (var handler in new[] { "Reset", "Lock", "End" })
        {
            var answer = await stranger.PostAsync(
                $"/tai-khoan/{target.Id}?handler={handler}",
                new FormUrlEncodedContent([
                    new("__RequestVerificationToken", token["__RequestVerificationToken"]!),
                    new("CommandId", Guid.CreateVersion7().ToString()),
                    new("locked", "true"),
                ])
            );
            answer.Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }
        var after = await app.AccountAsync("truong-ban");
        (after.Version, after.SecurityStamp).ShouldBe((target.Version, target.SecurityStamp));
    }

    [Fact]
    public async Task An_officer_gives_no_role_above_the_own_and_does_not_take_over_a_leaders_account()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?diaBan={KnownAreas.BinhLu}")).Form("Tạo và in phiếu");
        var refused = await form.Set("DisplayName", "Ai đó").Set("Grant.Role", "CommuneLeader").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.QueryAsync(db => db.Set<Account>().AnyAsync(a => a.DisplayName == "Ai đó"))).ShouldBeFalse();

        var leader = await app.AccountAsync("lanh-dao-xa");
        var page = await officer.GetAsync($"/tai-khoan/{leader.Id}");
        page.Text.ShouldContain("ngoài phạm vi bạn được cấp");
        page.FindAll("button").ShouldNotContain(b => b.TextContent.Contains("Cấp lại") || b.TextContent.Contains("Khoá tài khoản") || b.TextContent.Contains("Kết thúc"));
    }

    [Fact]
    public async Task Nobody_changes_the_own_rights()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var own = await app.AccountAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/{own.Id}/quyen?diaBan={Hamlet}")).Form("Cấp quyền").Set("Grant.Role", "HamletHead");
        (await form.SubmitAsync()).Text.ShouldContain("Không ai tự đổi quyền");
        (await app.QueryAsync(db => db.Set<Grant>().CountAsync(g => g.AccountId == own.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_and_an_ended_right_take_hold_at_once()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var (page, code, userName) = await CreateAsync(officer, "Vàng Thị Lụa", "HamletAssociationBranch");
        using var holder = app.Browser();
        await holder.ReceiveAsync(code);
        (await holder.PasswordAsync(userName, "mùa này lúa tốt")).Path.ShouldBe("/viec");
        var account = await page.FollowAsync("Đã in xong");
        account = await account.Form("Kết thúc từ hôm nay").SubmitAsync();
        account.Status.ShouldBe(HttpStatusCode.OK, account.Path + account.Text);
        account.Text.ShouldContain("đã kết thúc");
        (await holder.GetAsync("/toi")).Text.ShouldContain("đã kết thúc");
        account = await account.Form("Khoá tài khoản").SubmitAsync();
        (await holder.GetAsync("/toi")).Path.ShouldStartWith("/dang-nhap");
        (await holder.PasswordAsync(userName, "mùa này lúa tốt")).Text.ShouldContain("đã bị người quản trị khoá");
        await account.Form("Mở khoá").SubmitAsync();
        (await holder.PasswordAsync(userName, "mùa này lúa tốt")).Path.ShouldBe("/viec");
    }

    [Fact]
    public async Task Who_does_not_look_after_accounts_finds_the_door_closed()
    {
        using var head = await app.WithCardAsync("truong-ban");
        await head.ShouldSeeAsync("/tai-khoan", HttpStatusCode.Forbidden);
        await head.ShouldSeeAsync("/tai-khoan/moi", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_familys_slip_opens_that_household_and_is_given_in_its_own_commune_only()
    {
        var household = await app.QueryAsync(db => db.Set<Household>().AsNoTracking().OrderBy(h => h.Number).FirstAsync(h => h.AreaId == Hamlet));
        using var stranger = await app.WithCardAsync("hoi-nong-cong");
        var none = await stranger.GetAsync($"/tai-khoan/moi?hoGiaDinh={household.Id}");
        none.Status.ShouldBe(HttpStatusCode.NotFound);
        none.Text.ShouldNotContain(household.HeadName);
        (await stranger.GetAsync($"/tai-khoan/moi?hoGiaDinh={Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var page = await (await officer.GetAsync($"/ho/{household.Id}")).FollowAsync("Cấp phiếu cho gia đình");
        page.Text.ShouldContain(household.HeadName);
        var slip = await page.Form("Tạo và in phiếu").Set("DisplayName", "Gia đình thử phiếu").SubmitAsync();
        using var family = app.Browser();
        await family.ReceiveAsync(slip.SlipCode());
        await family.PasswordAsync("gia.dinh.thu.phieu", "mùa này lúa tốt");
        (await family.GetAsync("/toi")).Text.ShouldContain($"hộ {household.HeadName}");
        await family.ShouldSeeAsync($"/ho/{household.Id}", HttpStatusCode.OK);
        var neighbour = await app.QueryAsync(db => db.Set<Household>().AsNoTracking().FirstAsync(h => h.AreaId == Hamlet && h.Id != household.Id));
        await family.ShouldSeeAsync($"/ho/{neighbour.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_family_holds_its_own_household_only()
    {
        var citizen = await app.AccountAsync(DemoAccounts.Citizen);
        var grant = await app.QueryAsync(db => db.Set<Grant>().SingleAsync(g => g.AccountId == citizen.Id));
        citizen.HouseholdId.ShouldNotBeNull();
        (grant.Role, grant.Scope, grant.SubjectId).ShouldBe((Role.Citizen, ScopeKind.Household, citizen.HouseholdId));
        using var session = await app.WithCardAsync(DemoAccounts.Citizen);
        await session.ShouldSeeAsync("/tai-khoan", HttpStatusCode.Forbidden);
    }
}

public sealed class DelegationFeatureOnSqlite(SqliteApp app) : DelegationFeature(app), IClassFixture<SqliteApp>;

public sealed class DelegationFeatureOnPostgres(PostgresApp app) : DelegationFeature(app), IClassFixture<PostgresApp>;
