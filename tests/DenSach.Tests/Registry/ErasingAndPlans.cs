using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Modules.Registry;
using DenSach.Tests.Accounts;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Registry;

/// <summary>A person whom a plan names is erased from the registry; the plan stays what an office issued (decision 5), and the page says so beforehand.</summary>
public abstract class ErasingAndPlans(TestApp app)
{
    [Fact]
    public async Task Who_signed_a_plan_sits_on_its_committee_or_holds_its_work_stays_named_in_it()
    {
        var person = await app.QueryAsync(db =>
            db.Set<Person>().Where(p => p.AreaId == KnownAreas.BinhLuHamlets[3] && p.RelationToHead == Relation.Head && p.ErasedOn == null).OrderBy(p => p.Id).FirstAsync()
        );
        using var officer = await app.SignInAsync("hoi-khuyen-hoc");
        var text = SamplePlans.Again("binh-lu-2026.txt").Replace("(Bản", $"Ông {person.FullName}, trưởng bản, phụ trách.\n(Bản", StringComparison.Ordinal);
        var check = await (await officer.GetAsync("/ke-hoach/nap")).Form("Đọc văn bản").Set("Text", text).SubmitAsync();
        var id = check.PlanId();
        await (await officer.GetAsync($"/ke-hoach/{id}/van-ban")).Form("Ghi").Set("SignerName", person.FullName).SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu")).Form("Ghi").Set("Lead", $"Ông {person.FullName}").Set("What", "phụ trách tủ sách của bản").SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync();

        using var administrator = await app.WithCardAsync("quan-tri");
        var page = await administrator.GetAsync($"/nguoi/{person.Id}/xoa");
        page.Text.ShouldContain("kế hoạch", Case.Insensitive, "what stays is said before anybody presses the button");
        (await page.Form("Xóa hẳn").Set("Reason", "Theo đơn").SubmitAsync()).Text.ShouldContain("đã được xóa theo yêu cầu");

        (await app.QueryAsync(db => db.Set<Person>().SingleAsync(p => p.Id == person.Id))).FullName.ShouldBe(Person.ErasedName);
        var plan = await app.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Received).Include(p => p.Tasks).AsSplitQuery().SingleAsync(p => p.Id == id));
        plan.SignerName.ShouldBe(person.FullName);
        plan.Tasks.ShouldContain(t => t.Lead == $"Ông {person.FullName}");
        plan.Received!.Text.ShouldContain(person.FullName, customMessage: "the text is the record, and its hash would no longer be its");
        Plan.HashOf(plan.Received.Text).ShouldBe(plan.TextSha256);
    }
}

public sealed class ErasingAndPlansOnSqlite(SqliteApp app) : ErasingAndPlans(app), IClassFixture<SqliteApp>;

public sealed class ErasingAndPlansOnPostgres(PostgresApp app) : ErasingAndPlans(app), IClassFixture<PostgresApp>;
