using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>A plan is loaded again after its paper was mended: what was corrected by hand in the first edition is offered again, never lost and never done unasked.</summary>
public abstract class EarlierEditionFeatures(TestApp app) : IAsyncLifetime
{
    private const string Officer = "hoi-nong-cong";

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private static Task<PageView> UploadAsync(Session officer, Func<string, string>? mend = null) =>
        officer.UploadPlanAsync(KnownAreas.NongCong, "van-hoa-2022.txt", Encoding.UTF8.GetBytes((mend ?? (text => text))(SamplePlans.Again("van-hoa-2022.txt"))));

    private Task<Plan> PlanAsync(Guid id) =>
        app.QueryAsync(db =>
            db.Set<Plan>().AsNoTracking().IgnoreQueryFilters().Include(p => p.Targets).Include(p => p.Deadlines).Include(p => p.Tasks).AsSplitQuery().SingleAsync(p => p.Id == id)
        );

    private static PlanTarget Of(Plan plan, string title, int year) => plan.Targets.Single(t => t.Title == title && t.Year == year);

    /// <summary>The first edition: a figure and a title corrected, a target left out, a deadline and a task added, the signer corrected.</summary>
    private async Task<Plan> FirstEditionAsync(Session officer, bool confirmed = true)
    {
        var check = await UploadAsync(officer);
        var id = check.PlanId();
        var read = await PlanAsync(id);
        async Task WriteAsync(string page, params (string Field, string Value)[] fields)
        {
            var form = (await officer.GetAsync($"/ke-hoach/{id}/{page}")).Form("Ghi");
            foreach (var (field, value) in fields)
            {
                form = form.Set(field, value);
            }
            (await form.SubmitAsync()).Text.ShouldContain("Đã ghi chỗ sửa tay");
        }
        await WriteAsync($"chi-tieu/{Of(read, "Gia đình học tập", 2025).Place}", ("Value", "86"));
        await WriteAsync($"chi-tieu/{Of(read, "Dòng họ học tập", 2030).Place}", ("Subject", "Citizen"));
        await WriteAsync("han", ("Day", "20"), ("Month", "6"), ("What", "báo cáo sơ kết sáu tháng"));
        await WriteAsync("nhiem-vu", ("Lead", "Đoàn Thanh niên xã"), ("What", "mở lớp kỹ năng số cho các thôn"));
        await WriteAsync("van-ban", ("SignerName", "Lê Văn Sáng"));
        var page = await officer.GetAsync($"/ke-hoach/{id}/kiem-tra");
        var left = Of(read, "Đơn vị học tập", 2025);
        await page.Form("Bỏ", $"#dong-ct-{left.Place}").SubmitAsync();
        if (confirmed)
        {
            (await (await officer.GetAsync($"/ke-hoach/{id}/kiem-tra")).Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync()).Text.ShouldContain("Đã xác nhận kế hoạch");
        }
        return await PlanAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_done_by_hand_is_offered_again_and_done_only_when_said(bool confirmed)
    {
        using var officer = await app.SignInAsync(Officer);
        var first = await FirstEditionAsync(officer, confirmed);
        // A typing mistake in the very sentence is mended.
        var check = await UploadAsync(
            officer,
            text => text.Replace("- 85% gia đình được công nhận danh hiệu", "- 85% gia đình được công nhận đạt danh hiệu", StringComparison.Ordinal)
        );
        var panel = check.Find("section[aria-labelledby=earlier]")!;
        panel.QuerySelectorAll("li").Length.ShouldBe(6, panel.TextContent);
        panel.TextContent.ShouldContain("85");
        panel.TextContent.ShouldContain("86");
        panel.TextContent.ShouldContain("Lê Văn Sáng");
        var unasked = await PlanAsync(check.PlanId());
        unasked.Targets.ShouldAllBe(t => t.Origin == PlanItemOrigin.Read && !t.Dropped, "nothing is done unasked");

        var all = await check.Form("Áp dụng tất cả 6 chỗ").SubmitAsync();
        all.Text.ShouldContain("Đã áp dụng lại 6 chỗ sửa");
        all.Find("section[aria-labelledby=earlier]").ShouldBeNull("nothing is left to offer");
        var plan = await PlanAsync(check.PlanId());
        var family = Of(plan, "Gia đình học tập", 2025);
        (family.Value, family.Origin, family.ReadAs!.Contains("85%", StringComparison.Ordinal)).ShouldBe((86, PlanItemOrigin.Corrected, true));
        Of(plan, "Dòng họ học tập", 2030).Subject.ShouldBe(Papers.Plans.PlanSubject.Citizen);
        Of(plan, "Đơn vị học tập", 2025).Dropped.ShouldBeTrue();
        plan.Deadlines.Single(d => d.Origin == PlanItemOrigin.Added).What.ShouldBe("báo cáo sơ kết sáu tháng");
        plan.Tasks.Single(t => t.Origin == PlanItemOrigin.Added).Lead.ShouldBe("Đoàn Thanh niên xã");
        plan.SignerName.ShouldBe("Lê Văn Sáng");
        (await PlanAsync(first.Id)).Version.ShouldBe(first.Version, "the earlier edition stays what it was");
    }

    [Fact]
    public async Task An_amended_figure_is_never_overwritten_by_a_correction_of_something_else()
    {
        using var officer = await app.SignInAsync(Officer);
        await FirstEditionAsync(officer);
        // The amendment raises one figure that was corrected by hand, and one whose subject was.
        var check = await UploadAsync(
            officer,
            text =>
                text.Replace("- 85% gia đình được công nhận danh hiệu", "- 88% gia đình được công nhận danh hiệu", StringComparison.Ordinal)
                    .Replace("90% dòng", "93% dòng", StringComparison.Ordinal)
        );
        var family = check.FindAll("section[aria-labelledby=earlier] li").Single(li => li.TextContent.Contains("Bản này ghi khác", StringComparison.Ordinal));
        family.TextContent.ShouldContain("88");
        await check.Form("Áp dụng tất cả 5 chỗ").SubmitAsync();
        var plan = await PlanAsync(check.PlanId());
        Of(plan, "Gia đình học tập", 2025).Value.ShouldBe(88, "what reads otherwise waits for a word of its own");
        var clan = Of(plan, "Dòng họ học tập", 2030);
        (clan.Value, clan.Subject).ShouldBe((93m, Papers.Plans.PlanSubject.Citizen));
        var again = await (await officer.GetAsync($"/ke-hoach/{plan.Id}/kiem-tra")).Form("Áp dụng lại").SubmitAsync();
        again.Find("section[aria-labelledby=earlier]").ShouldBeNull();
        Of(await PlanAsync(plan.Id), "Gia đình học tập", 2025).Value.ShouldBe(86);
    }

    [Fact]
    public async Task What_the_new_edition_no_longer_holds_is_told_and_what_it_mended_itself_is_not()
    {
        using var officer = await app.SignInAsync(Officer);
        await FirstEditionAsync(officer);
        var check = await UploadAsync(
            officer,
            text =>
                Regex.Replace(
                    text.Replace("- 85% gia đình được công nhận danh hiệu", "- 86% gia đình được công nhận danh hiệu", StringComparison.Ordinal),
                    "90% dòng.*?học\\s+tập”,",
                    "",
                    RegexOptions.Singleline
                )
        );
        var panel = check.Find("section[aria-labelledby=earlier]")!;
        panel.QuerySelectorAll("ul.due li").Length.ShouldBe(4, panel.TextContent);
        panel.TextContent.ShouldContain("Không tìm thấy chỗ tương ứng");
        panel.QuerySelectorAll("ul.plan-list li").ShouldHaveSingleItem().TextContent.ShouldContain("Dòng họ học tập");
        check.Find("#confirm")!.Closest("section")!.QuerySelector("button[data-confirm]")!.GetAttribute("data-confirm")!.ShouldContain("Còn 4 chỗ đã sửa ở bản trước");
    }

    [Fact]
    public async Task Programs_name_what_is_done_again_and_what_no_longer_fits_is_refused()
    {
        using var officer = await app.SignInAsync(Officer);
        var first = await FirstEditionAsync(officer);
        var check = await UploadAsync(officer);
        async Task<HttpStatusCode> AskAsync(params string[] keys) =>
            (
                await officer.PostJsonAsync(
                    "/api/plans/reapply",
                    new
                    {
                        commandId = Guid.CreateVersion7(),
                        planId = check.PlanId(),
                        basedOn = (await PlanAsync(check.PlanId())).Version,
                        fromId = first.Id,
                        keys,
                    }
                )
            ).StatusCode;
        (await AskAsync("Target-999")).ShouldBe(HttpStatusCode.BadRequest);
        (await AskAsync("Facts")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync("Facts")).ShouldBe(HttpStatusCode.BadRequest, "it is done");
        (await PlanAsync(check.PlanId())).SignerName.ShouldBe("Lê Văn Sáng");
    }

    [Fact]
    public async Task A_plan_of_another_place_offers_nothing()
    {
        using var officer = await app.SignInAsync(Officer);
        await FirstEditionAsync(officer);
        using var other = await app.SignInAsync("hoi-khuyen-hoc");
        var check = await other.UploadPlanAsync(KnownAreas.BinhLu, "van-hoa-2022.txt", Encoding.UTF8.GetBytes(SamplePlans.Again("van-hoa-2022.txt")));
        check.Find("section[aria-labelledby=earlier]").ShouldBeNull();
    }
}

public sealed class EarlierEditionOnSqlite() : EarlierEditionFeatures(new SqliteApp());

public sealed class EarlierEditionOnPostgres() : EarlierEditionFeatures(new PostgresApp());
