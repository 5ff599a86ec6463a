using System.Net;
using System.Text;
using System.Text.Json;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Papers.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>A plan is written here or taken in, replaced, withdrawn, thrown away; programs do the same by the same commands.</summary>
public abstract class PlanLifeFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";

    private static Task<PageView> UploadAsync(Session officer) =>
        officer.UploadPlanAsync(KnownAreas.NongCong, "van-hoa-2022.txt", Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt")));

    private Task<Plan> PlanAsync(Guid id) => app.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Targets).SingleAsync(p => p.Id == id));

    [Fact]
    public async Task A_later_plan_replaces_the_earlier_one_from_its_day_and_the_past_stays()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var earlier = check.PlanId();
        (await check.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var again = await UploadAsync(officer);
        again
            .FindAll("#EarlierId option[selected]")
            .ShouldHaveSingleItem()
            .TextContent.ShouldContain("38/KH-UBND", customMessage: "the same plan in another file is proposed for replacement");
        (await again.Form("Xác nhận kế hoạch").Set("EarlierId", $"{earlier}").SubmitAsync()).Text.ShouldContain("Thay cho");
        var old = await PlanAsync(earlier);
        var later = await PlanAsync(again.PlanId());
        old.EndedOn.ShouldBe(later.FirstDay, "on no day both hold, and on none neither");
        old.HoldsOn(new DateOnly(2026, 11, 20)).ShouldBeFalse();
        later.HoldsOn(new DateOnly(2026, 11, 20)).ShouldBeTrue();
        var page = await officer.GetAsync($"/ke-hoach/{earlier}");
        page.Text.ShouldContain("Được thay bằng");
        (await again.Form("Xác nhận kế hoạch").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict, "a stale tab changes nothing");
    }

    [Fact]
    public async Task A_plan_is_withdrawn_with_a_reason_and_a_draft_is_thrown_away()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var id = check.PlanId();
        await check.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync();
        var refused = await (await officer.GetAsync($"/ke-hoach/{id}/thu-hoi")).Form("Thu hồi").SubmitAsync();
        refused.Text.ShouldContain("Hãy ghi lý do thu hồi");
        var withdrawn = await refused.Form("Thu hồi").Set("Reason", "Nạp nhầm văn bản").SubmitAsync();
        withdrawn.Text.ShouldContain("Hết hiệu lực từ 21/11/2026");
        withdrawn.Text.ShouldContain("Lý do thu hồi: Nạp nhầm văn bản", customMessage: "a bare reason says not of what");
        (await (await officer.GetAsync($"/ke-hoach/{id}/thu-hoi")).Form("Lấy lại kế hoạch").SubmitAsync()).Text.ShouldContain(
            "Đang thực hiện",
            customMessage: "a slip can be taken back"
        );
        var draft = await UploadAsync(officer);
        (await draft.Form("Bỏ bản này").SubmitAsync()).Text.ShouldContain("Đã bỏ bản đang kiểm tra");
        (await app.QueryAsync(db => db.Set<Plan>().IgnoreQueryFilters().AnyAsync(p => p.Id == draft.PlanId()))).ShouldBeFalse();
        (await app.QueryAsync(db => db.Set<PlanText>().AnyAsync(t => t.PlanId == draft.PlanId()))).ShouldBeFalse();
        (await app.QueryAsync(db => db.Set<Platform.Commands.CommandRecord>().AnyAsync(r => r.Content!.Contains("Lê Văn Sang")))).ShouldBeFalse(
            "the record of the command keeps the hash of the text only"
        );
    }

    [Fact]
    public async Task A_plan_is_written_here_after_the_one_above_and_compared_with_it()
    {
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        using var head = await app.SignInAsync("truong-ban");
        var commune = await app.QueryAsync(db =>
            db.Set<Plan>().Include(p => p.Targets).SingleAsync(p => p.AreaId == KnownAreas.BinhLu && p.IssuedPartial == "2026-03" && p.EndedOn == null)
        );
        var write = (await head.GetAsync($"/ke-hoach/viet?theo={commune.Id}"))
            .Form("Viết tiếp")
            .Set("Title", "Xây dựng bản học tập năm 2027")
            .Set("FirstYear", "2027")
            .Set("LastYear", "2027");
        var check = await write.SubmitAsync();
        check.Path.ShouldEndWith("/kiem-tra", customMessage: check.Text);
        var own = await PlanAsync(check.PlanId());
        own.Targets.Count.ShouldBeInRange(1, commune.Targets.Count - 1, "those that concern a hamlet");
        own.Targets.ShouldAllBe(t => t.Origin == PlanItemOrigin.Copied);
        var family = own.Targets.Single(t => t.Title == "Gia đình học tập");
        await (await head.GetAsync($"/ke-hoach/{own.Id}/chi-tieu/{family.Place}")).Form("Ghi").Set("Value", "70").SubmitAsync();
        var confirmed = await (await head.GetAsync($"/ke-hoach/{own.Id}/kiem-tra")).Form("Xác nhận kế hoạch").SubmitAsync();
        confirmed.Text.ShouldContain("Thấp hơn", customMessage: confirmed.Text);
        (await officer.GetAsync($"/ke-hoach/{commune.Id}")).Text.ShouldContain("Kế hoạch thực hiện ở dưới");
        using var school = await app.SignInAsync("truong-hoc");
        (await school.GetAsync("/ke-hoach/viet")).Status.ShouldBe(HttpStatusCode.OK);
        (await school.GetAsync($"/ke-hoach/{own.Id}/kiem-tra")).Status.ShouldBe(HttpStatusCode.NotFound, "another's small plan is not changed");
    }

    [Fact]
    public async Task The_earlier_edition_of_a_plan_is_proposed_to_be_replaced_and_no_other()
    {
        const string Title = "Dạy bơi thử cho học sinh giai đoạn 2026-2030";
        const string Other = "Phòng cháy thử ở trường học";
        var spring = new DateOnly(2026, 3, 1);
        var autumn = new DateOnly(2026, 11, 5);
        var earlier = await NamedAsync(Title, "71/KH-UBND", spring, 2026, confirmed: true);
        using var officer = await app.SignInAsync("hoi-tuy-an-tay");
        async Task<List<string?>> ProposedAsync(Plan draft)
        {
            var check = await officer.GetAsync($"/ke-hoach/{draft.Id}/kiem-tra");
            check.Find($"#EarlierId option[value='{earlier.Id}']").ShouldNotBeNull("a person may choose it");
            return [.. check.FindAll("#EarlierId option[selected]").Select(o => o.GetAttribute("value"))];
        }
        foreach (
            var (edition, because) in new[]
            {
                (NamedAsync("Dạy bơi thử, bản đánh máy lại", "71/KH-UBND", spring, 2028), "the same number and date"),
                (NamedAsync("Sửa đổi Kế hoạch số 71/KH-UBND về dạy bơi thử", "90/KH-UBND", autumn, 2028), "its title names it"),
                (NamedAsync($"{Title} và những năm tiếp theo", "90/KH-UBND", autumn, 2026), "called alike, for the same years"),
            }
        )
        {
            (await ProposedAsync(await edition)).ShouldBe([$"{earlier.Id}"], because);
        }
        foreach (
            var (stranger, because) in new[]
            {
                (NamedAsync(Other, "90/KH-UBND", autumn, 2026), "of another subject"),
                (NamedAsync(Other, "71/KH-UBND", autumn, 2026), "a number of another day is another number"),
                (NamedAsync(Title, "90/KH-UBND", autumn, 2028), "called alike, for other years"),
                (NamedAsync($"Sửa đổi Kế hoạch số 171/KH-UBND về {Other}", "90/KH-UBND", autumn, 2026), "its title names another number"),
            }
        )
        {
            (await ProposedAsync(await stranger)).ShouldBeEmpty(because);
        }
        var elsewhere = await NamedAsync(Title, "71/KH-UBND", spring, 2026, organisation: Guid.CreateVersion7());
        (await officer.GetAsync($"/ke-hoach/{elsewhere.Id}/kiem-tra")).Find($"#EarlierId option[value='{earlier.Id}']").ShouldBeNull("a school replaces no plan of the commune");
    }

    private Task<Plan> NamedAsync(string title, string number, DateOnly issuedOn, int firstYear, bool confirmed = false, Guid? organisation = null) =>
        app.PlantAsync(
            KnownAreas.TuyAnTay,
            plan =>
            {
                plan.Correct(PlanFacts.Of(plan) with { Title = title, Number = number }, PlantedPlans.At);
                if (confirmed)
                {
                    plan.Confirm(PlantedPlans.At, Guid.CreateVersion7());
                }
            },
            issuedOn,
            firstYear,
            2030,
            organisation,
            PlanLevel.Commune
        );

    [Fact]
    public async Task Programs_do_the_same_by_the_same_commands()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = (await UploadAsync(officer)).PlanId();
        var answer = JsonDocument.Parse(await officer.Http.GetStringAsync($"/api/plans/{id}")).RootElement;
        answer.GetProperty("isDraft").GetBoolean().ShouldBeTrue();
        var version = answer.GetProperty("version").GetInt32();
        foreach (var bad in new[] { "2026-xx", "2026-13", "0" })
        {
            var refused = await officer.PostJsonAsync(
                "/api/plans/facts",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    planId = id,
                    basedOn = version,
                    facts = new { title = "Kế hoạch", issuedPartial = bad },
                }
            );
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, bad);
        }
        var drop = await officer.PostJsonAsync(
            "/api/plans/drop",
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = id,
                basedOn = version,
                kind = "Deadline",
                place = 1,
                dropped = true,
            }
        );
        drop.StatusCode.ShouldBe(HttpStatusCode.OK);
        var stale = await officer.PostJsonAsync(
            "/api/plans/confirm",
            new
            {
                commandId = Guid.CreateVersion7(),
                planId = id,
                basedOn = version,
            }
        );
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (
            await officer.PostJsonAsync(
                "/api/plans/confirm",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    planId = id,
                    basedOn = version + 1,
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class PlanLifeOnSqlite(SqliteApp app) : PlanLifeFeatures(app), IClassFixture<SqliteApp>;

public sealed class PlanLifeOnPostgres(PostgresApp app) : PlanLifeFeatures(app), IClassFixture<PostgresApp>;
