using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Accounts;

/// <summary>Where the holder of an account lives: asked, found, chosen, and from then on the own household.</summary>
public abstract class HolderFeature(TestApp app)
{
    private static readonly int Hamlet = KnownAreas.BinhLuHamlets[10];

    private Task<Household> HouseholdAsync(int hamlet, int skip = 0) =>
        app.QueryAsync(db => db.Set<Household>().AsNoTracking().Where(h => h.AreaId == hamlet && h.ResidentTo == null).OrderBy(h => h.Number).Skip(skip).FirstAsync());

    private Task<Person> HeadOfAsync(Household household) =>
        app.QueryAsync(db =>
            db.Set<Person>().AsNoTracking().SingleAsync(p => p.RegisterId == household.RegisterId && p.HouseholdId == household.Id && p.RelationToHead == Relation.Head)
        );

    [Fact]
    public async Task Who_makes_an_account_finds_the_household_by_its_number_and_chooses_the_member()
    {
        var household = await HouseholdAsync(Hamlet);
        var head = await HeadOfAsync(household);
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}")).Form("Tạo và in phiếu").Set("DisplayName", head.FullName).Set("Grant.Role", "HamletHead");
        var choice = await form.Set("Holder.Search", household.Number).SubmitAsync();
        choice.Status.ShouldBe(HttpStatusCode.BadRequest);
        choice.Text.ShouldContain("Hãy chọn đúng người");
        choice.Find("fieldset p")!.TextContent.ShouldContain(household.HeadName, Case.Sensitive, "the own hamlet first");
        var slip = await choice.Form("Tạo và in phiếu").Set("Holder.Chosen", $"{household.Id} {head.Id}").SubmitAsync();
        slip.Status.ShouldBe(HttpStatusCode.OK, slip.Text);
        var account = await app.QueryAsync(db => db.Set<Account>().SingleAsync(a => a.PersonId == head.Id));
        account.HouseholdId.ShouldBe(household.Id);
    }

    [Fact]
    public async Task Words_that_find_nothing_are_told_and_no_account_is_made()
    {
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}")).Form("Tạo và in phiếu").Set("DisplayName", "Người Chưa Rõ Hộ").Set("Grant.Role", "HamletHead");
        (await form.Set("Holder.Search", "khongcoainhuthe").SubmitAsync()).Text.ShouldContain("Không thấy hộ nào ở xã Bình Lư");
        (await app.QueryAsync(db => db.Set<Account>().AnyAsync(a => a.DisplayName == "Người Chưa Rõ Hộ"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_household_elsewhere_is_nobodys_here()
    {
        var elsewhere = await HouseholdAsync(KnownAreas.NongCongHamlets[0]);
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var form = (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}")).Form("Tạo và in phiếu").Set("DisplayName", "Người Nơi Khác").Set("Grant.Role", "HamletHead");
        var refused = await form.Set("Holder.Search", "x").Set("Holder.Searched", "x").Set("Holder.Chosen", $"{elsewhere.Id}").SubmitAsync();
        refused.Text.ShouldContain("Không tìm thấy hộ hoặc người đã chọn");
        refused.Text.ShouldNotContain(elsewhere.HeadName);
    }

    [Fact]
    public async Task The_page_of_an_officer_whose_household_nobody_knows_says_so_until_it_is_named()
    {
        var household = await HouseholdAsync(Hamlet, skip: 1);
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        var made = await (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}"))
            .Form("Tạo và in phiếu")
            .Set("DisplayName", "Lù Văn Chưa")
            .Set("Grant.Role", "HamletAssociationBranch")
            .SubmitAsync();
        var page = await made.FollowAsync("Đã in xong");
        page.Text.ShouldContain("Chưa biết hộ của người này");
        var found = await page.Form("Tìm hộ").Set("Holder.Search", household.HeadName).SubmitAsync();
        page = await found.Form("Ghi hộ đã chọn").Set("Holder.Chosen", $"{household.Id}").SubmitAsync();
        page.Text.ShouldNotContain("Chưa biết hộ của người này");
        page.Text.ShouldContain($"Hộ {household.HeadName}");
        (await app.AccountAsync("lu.van.chua")).HouseholdId.ShouldBe(household.Id);
        (await page.Form("Bỏ hộ đã ghi").SubmitAsync()).Text.ShouldContain("Chưa biết hộ của người này");
    }

    [Fact]
    public async Task A_households_slip_given_later_makes_it_the_own_household_too()
    {
        var household = await HouseholdAsync(Hamlet, skip: 2);
        var head = await HeadOfAsync(household);
        using var officer = await app.WithCardAsync("hoi-khuyen-hoc");
        await (await officer.GetAsync($"/tai-khoan/moi?diaBan={Hamlet}"))
            .Form("Tạo và in phiếu")
            .Set("DisplayName", "Lù Thị Sau")
            .Set("Grant.Role", "AppraisalMember")
            .Set("Grant.AreaId", $"{KnownAreas.BinhLu}")
            .SubmitAsync();
        var account = await app.AccountAsync("lu.thi.sau");
        account.HouseholdId.ShouldBeNull();
        var form = (await officer.GetAsync($"/tai-khoan/{account.Id}/quyen?hoGiaDinh={household.Id}")).Form("Cấp quyền");
        (await form.Set("Holder.Chosen", $"{household.Id} {head.Id}").SubmitAsync()).Text.ShouldContain("Đã cấp thêm quyền");
        account = await app.AccountAsync("lu.thi.sau");
        (account.HouseholdId, account.PersonId).ShouldBe((household.Id, head.Id));
    }

    [Fact]
    public async Task Those_of_the_demo_who_live_in_the_commune_have_a_household_without_children_at_school()
    {
        foreach (var (card, hamlet) in new[] { ("truong-ban", 0), ("truong-ban-2", 1), ("chi-hoi", 0), ("tham-dinh", 4), ("lanh-dao-xa", 4) })
        {
            var account = await app.AccountAsync(card);
            account.HouseholdId.ShouldNotBeNull(card);
            var members = await app.QueryAsync(db => db.Set<Person>().AsNoTracking().Where(p => p.HouseholdId == account.HouseholdId).ToListAsync());
            members.ShouldAllBe(m => m.AreaId == KnownAreas.BinhLuHamlets[hamlet] && m.BirthYear <= 2008);
            members.Single(m => m.Id == account.PersonId).FullName.ShouldBe(DemoAccounts.Find(card)!.Name);
        }
    }
}

public sealed class HolderFeatureOnSqlite(SqliteApp app) : HolderFeature(app), IClassFixture<SqliteApp>;

public sealed class HolderFeatureOnPostgres(PostgresApp app) : HolderFeature(app), IClassFixture<PostgresApp>;

public sealed class OwnHouseholdRules
{
    [Fact]
    public void The_own_household_is_where_one_lives_and_every_one_whose_slip_one_holds()
    {
        var (home, parents, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var slip = new Grant
        {
            Id = Guid.CreateVersion7(),
            AccountId = Guid.CreateVersion7(),
            Role = Role.Citizen,
            Scope = ScopeKind.Household,
            AreaId = 1,
            SubjectId = parents,
            From = new DateOnly(2026, 1, 1),
        };
        var actor = new Actor(slip.AccountId, "", [slip], home);
        (actor.Owns(home), actor.Owns(parents), actor.Owns(other)).ShouldBe((true, true, false));
        Actor.Nobody.Owns(other).ShouldBeFalse();
    }
}
