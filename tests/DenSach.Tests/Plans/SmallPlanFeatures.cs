using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Plans;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Plan = DenSach.Modules.Plans.Plan;

namespace DenSach.Tests.Plans;

/// <summary>A hamlet, an agency or a school writes its small plan under the commune's: it takes what it ticks, with its own figures, and its paper is its own.</summary>
public abstract class SmallPlanFeatures(TestApp app)
{
    private Task<Plan> CommuneAsync() =>
        app.QueryAsync(db =>
            db.Set<Plan>()
                .Include(p => p.Targets)
                .Include(p => p.Tasks)
                .AsSplitQuery()
                .OrderBy(p => p.TakenInAt)
                .FirstAsync(p => p.AreaId == KnownAreas.BinhLu && p.IssuedPartial == "2026-03" && p.EndedOn == null)
        );

    private Task<Plan> PlanAsync(Guid id) =>
        app.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Targets).Include(p => p.Deadlines).Include(p => p.Tasks).AsSplitQuery().SingleAsync(p => p.Id == id));

    [Fact]
    public async Task A_hamlet_takes_what_it_ticks_with_its_own_figure_and_what_concerns_hamlets_is_proposed_first()
    {
        using var head = await app.SignInAsync("truong-ban");
        var commune = await CommuneAsync();
        var page = await head.GetAsync($"/ke-hoach/viet?theo={commune.Id}");
        var boxes = page.FindAll("#take-over input[name=Targets]").ToList();
        boxes.Count.ShouldBe(commune.Targets.Count);
        var ticked = boxes.Where(b => b.HasAttribute("checked")).Select(b => commune.Targets.Single(t => $"{t.Place}" == b.GetAttribute("value"))).ToList();
        ticked.Select(t => t.Title).ShouldContain("Gia đình học tập");
        ticked.Select(t => t.Title).ShouldNotContain("Đơn vị học tập", "an agency's target is not the hamlet's");
        boxes.Take(ticked.Count).ShouldAllBe(b => b.HasAttribute("checked"), "those stand first");
        page.FindAll("#take-over input[name=Tasks]").Count().ShouldBe(commune.Tasks.Count);

        var family = ticked.Single(t => t.Title == "Gia đình học tập");
        page.Find($"input[name='Figures[{family.Place}]']")!.Closest("td")!.TextContent.ShouldMatch(@"nay \d+/\d+, \d+,\d%", "where the hamlet stands today, beside what is asked");
        var clan = ticked.Single(t => t.Title == "Dòng họ học tập");
        var form = page.Form("Viết tiếp")
            .Set("Title", "Xây dựng bản học tập năm 2027")
            .Without("Targets")
            .Without("Deadlines")
            .Without("Tasks")
            .Also("Targets", $"{family.Place}")
            .Also("Targets", $"{clan.Place}")
            .Set($"Figures[{family.Place}]", "72,5");
        var check = await form.SubmitAsync();
        check.Path.ShouldContain("/kiem-tra", customMessage: check.Text);
        var own = await PlanAsync(check.PlanId());
        own.Targets.Select(t => (t.Title, t.Value, t.Origin))
            .ShouldBe([("Gia đình học tập", 72.5m, PlanItemOrigin.Corrected), ("Dòng họ học tập", clan.Value, PlanItemOrigin.Copied)], ignoreOrder: true);
        (own.Deadlines.Count, own.Tasks.Count, own.CarriesOutId).ShouldBe((0, 0, commune.Id));

        check.Text.ShouldContain("Cấp trên ghi: 80%");
        check.Text.ShouldNotContain("Câu gốc", Case.Sensitive, "nothing here was read from a text");
        check.Text.ShouldNotContain("nạp lại văn bản khác");
        check.Text.ShouldContain("Bỏ bản nháp này");
    }

    [Fact]
    public async Task What_was_not_shown_is_not_taken_over_and_a_wrong_figure_is_told_with_what_was_typed()
    {
        using var head = await app.SignInAsync("truong-ban");
        var commune = await CommuneAsync();
        var blank = await head.GetAsync("/ke-hoach/viet");
        var shown = await blank.Form("Viết tiếp").Set("Title", "Kế hoạch của bản").Set("theo", $"{commune.Id}").SubmitAsync();
        shown.Text.ShouldContain("Hãy xem và đánh dấu những mục lấy theo");
        shown.Find("#Title")!.TextContent.ShouldContain("Kế hoạch của bản");
        var family = commune.Targets.Single(t => t.Title == "Gia đình học tập").Place;
        foreach (var (typed, said) in new[] { ("140", "không hợp lệ"), ("tám mươi", "không đọc được") })
        {
            var refused = await shown.Form("Viết tiếp").Set($"Figures[{family}]", typed).SubmitAsync();
            refused.Status.ShouldNotBe(HttpStatusCode.Redirect);
            refused.Text.ShouldContain(said);
            refused.Find($"input[name='Figures[{family}]']")!.GetAttribute("value").ShouldBe(typed);
        }
    }

    [Fact]
    public async Task Having_looked_at_the_items_one_goes_on_and_what_was_left_open_is_as_above()
    {
        using var head = await app.SignInAsync("truong-ban");
        var commune = await CommuneAsync();
        var shown = await (await head.GetAsync("/ke-hoach/viet")).Form("Xem các mục để chọn").Set("theo", $"{commune.Id}").SubmitAsync();
        var form = shown.Form("Viết tiếp");
        (form["FirstYear"], form["LastYear"]).ShouldBe(("2026", "2030"));
        var check = await form.Set("Title", "Kế hoạch của bản sau khi xem").SubmitAsync();
        check.Path.ShouldContain("/kiem-tra", customMessage: check.Text);
    }

    [Fact]
    public async Task The_paper_of_a_hamlet_has_no_number_and_is_signed_by_its_head()
    {
        using var head = await app.SignInAsync("truong-ban");
        var commune = await CommuneAsync();
        var check = await (await head.GetAsync($"/ke-hoach/viet?theo={commune.Id}")).Form("Viết tiếp").Set("Title", "Xây dựng bản học tập năm 2028").SubmitAsync();
        var paper = await head.GetAsync($"/ke-hoach/{check.PlanId()}/ban-in");
        paper.Find(".paper-number").ShouldBeNull("a hamlet is no agency with a book of numbers");
        paper.Find(".paper-parent")!.TextContent.ShouldBe("xã Bình Lư");
        paper.Find(".paper-issuer")!.TextContent.ShouldStartWith("bản ");
        paper.FindAll(".paper-signature").Select(s => s.TextContent).ShouldBe(["Trưởng bản"]);
        paper.Find(".paper-mark")!.TextContent.ShouldContain("DỰ THẢO");
        paper.Text.ShouldContain("Căn cứ Kế hoạch của Ủy ban nhân dân xã Bình Lư");
        await check.Form("Xác nhận kế hoạch").SubmitAsync();
        (await head.GetAsync($"/ke-hoach/{check.PlanId()}/ban-in")).Find(".paper-mark").ShouldBeNull();
    }

    [Fact]
    public async Task A_school_is_proposed_what_is_asked_of_organisations_and_its_headmaster_signs()
    {
        using var school = await app.SignInAsync("truong-hoc");
        var commune = await CommuneAsync();
        var page = await school.GetAsync($"/ke-hoach/viet?theo={commune.Id}");
        page.Find("#take-over input[name=Targets][checked]")!.GetAttribute("value").ShouldBe($"{commune.Targets.Single(t => t.Title == "Đơn vị học tập").Place}");
        var check = await page.Form("Viết tiếp").Set("Title", "Xây dựng đơn vị học tập").SubmitAsync();
        var paper = await school.GetAsync($"/ke-hoach/{check.PlanId()}/ban-in");
        paper.FindAll(".paper-signature").Select(s => s.TextContent).ShouldBe(["Hiệu trưởng"]);
        paper.Find(".paper-number")!.TextContent.ShouldContain("/KH");
    }
}

public sealed class SmallPlanOnSqlite(SqliteApp app) : SmallPlanFeatures(app), IClassFixture<SqliteApp>;

public sealed class SmallPlanOnPostgres(PostgresApp app) : SmallPlanFeatures(app), IClassFixture<PostgresApp>;
