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

/// <summary>A reading is checked by a person: corrected, added to, left out, settled, and put in force; what was done by hand stays marked.</summary>
public abstract class PlanCheckFeatures(TestApp app)
{
    private const string Officer = "hoi-nong-cong";

    private static int edition;

    /// <summary>The plan of Vạn Hòa as another file would hold it: the same words and one more line end.</summary>
    private static byte[] VanHoaAgain() =>
        Encoding.UTF8.GetBytes(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "plans", "van-hoa-2022.txt")) + new string('\n', Interlocked.Increment(ref edition))
        );

    private static async Task<PageView> UploadAsync(Session officer)
    {
        var page = await (await officer.GetAsync("/ke-hoach/nap"))
            .Form("Đọc văn bản")
            .Set("AreaId", $"{KnownAreas.NongCong}")
            .Attach("Upload", "van-hoa-2022.txt", "text/plain", VanHoaAgain())
            .SubmitAsync();
        page.Path.ShouldEndWith("/kiem-tra", customMessage: page.Text);
        return page;
    }

    private static Guid IdOf(PageView check) => Guid.Parse(check.Path.Split('/')[2]);

    private Task<Plan> PlanAsync(Guid id) =>
        app.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Targets).Include(p => p.Deadlines).Include(p => p.Tasks).AsSplitQuery().SingleAsync(p => p.Id == id));

    [Fact]
    public async Task A_draft_asks_nothing_of_anybody_until_it_is_confirmed()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var plan = await PlanAsync(IdOf(check));
        plan.IsDraft.ShouldBeTrue();
        plan.HoldsOn(new DateOnly(2026, 11, 21)).ShouldBeFalse();
        (await officer.GetAsync("/ke-hoach")).Find("#drafts").ShouldNotBeNull();
        using var hamlet = await app.SignInAsync("hoi-khuyen-hoc");
        (await hamlet.GetAsync($"/ke-hoach/{plan.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hamlet.GetAsync($"/ke-hoach/{plan.Id}/kiem-tra")).Status.ShouldBe(HttpStatusCode.NotFound);
        var confirmed = await check.Form("Xác nhận kế hoạch").Set("EarlierId", "").SubmitAsync();
        confirmed.Text.ShouldContain("Đã xác nhận kế hoạch");
        (await PlanAsync(plan.Id)).HoldsOn(new DateOnly(2026, 11, 21)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_plan_of_a_commune_that_is_no_more_may_replace_its_copy_taken_in_for_the_heir()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await (await officer.GetAsync("/ke-hoach/nap"))
            .Form("Đọc văn bản")
            .Set("AreaId", $"{KnownAreas.VanHoa}")
            .Attach("Upload", "van-hoa-2022.txt", "text/plain", VanHoaAgain())
            .SubmitAsync();
        check.Find("[name=EarlierId] option[selected]")!.TextContent.ShouldBe("Kế hoạch số 38/KH-UBND ngày 23/9/2022 (xã Nông Cống)");
    }

    [Fact]
    public async Task A_corrected_target_keeps_what_had_been_read_beside_it()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var id = IdOf(check);
        var form = (await officer.GetAsync($"/ke-hoach/{id}/chi-tieu/1"));
        form.Find("blockquote.said")!.TextContent.ShouldContain("%", customMessage: "the sentence stands above the form");
        var before = (await PlanAsync(id)).Targets.Single(t => t.Place == 1);
        var after = await form.Form("Ghi").Set("Value", "77,5").Set("Year", "2028").SubmitAsync();
        after.Text.ShouldContain("Đã ghi chỗ sửa tay");
        after.Text.ShouldContain($"Đã đọc: {before.Asked} · năm {before.Year}");
        var target = (await PlanAsync(id)).Targets.Single(t => t.Place == 1);
        (target.Value, target.Year, target.Origin).ShouldBe((77.5m, 2028, PlanItemOrigin.Corrected));
        (await (await officer.GetAsync($"/ke-hoach/{id}/chi-tieu/1")).Form("Ghi").Set("Value", "80").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await PlanAsync(id))
            .Targets.Single(t => t.Place == 1)
            .ReadAs!.ShouldStartWith(before.Asked, customMessage: "the second correction keeps what was read, not the first correction");
    }

    [Fact]
    public async Task The_place_a_year_was_taken_from_is_told_and_lit_and_a_year_typed_by_hand_says_so()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var id = IdOf(check);
        var plan = await PlanAsync(id);
        var target = plan.Targets.First(t => t is { Place: > 1, HasYearSpan: true, YearFrom: PlanYearSource.Heading or PlanYearSource.LeadIn });
        var link = check.FindAll("section[aria-labelledby=targets] tbody tr").ElementAt(target.Place - 1).QuerySelector("a.year-from")!;
        link.TextContent.ShouldStartWith("năm lấy từ ");
        check.Find(link.GetAttribute("href")!)!.TextContent.ShouldContain($"{target.Year}", customMessage: "the words that gave it are marked");

        var edit = $"/ke-hoach/{id}/chi-tieu/{target.Place}";
        await (await officer.GetAsync(edit)).Form("Ghi").Set("Value", "61").SubmitAsync();
        (await PlanAsync(id)).Targets.Single(t => t.Place == target.Place).YearFrom.ShouldBe(target.YearFrom, "the figure was corrected, not the year");
        var corrected = await (await officer.GetAsync(edit)).Form("Ghi").Set("Year", "2029").SubmitAsync();
        var row = corrected.FindAll("section[aria-labelledby=targets] tbody tr").ElementAt(target.Place - 1);
        row.QuerySelector("a.year-from").ShouldBeNull();
        row.TextContent.ShouldContain("năm ghi tay");
    }

    [Fact]
    public void Every_place_the_reader_takes_a_year_from_has_a_name_of_its_own() =>
        Enum.GetValues<YearSource>().Where(s => s != YearSource.None).Select(s => YearSources.Of(s)).ShouldBeUnique();

    [Fact]
    public async Task What_is_left_out_asks_nothing_and_can_be_taken_back()
    {
        using var officer = await app.SignInAsync(Officer);
        var check = await UploadAsync(officer);
        var id = IdOf(check);
        var count = (await PlanAsync(id)).Targets.Count;
        var row = check.FindAll("section[aria-labelledby=targets] tbody tr").First();
        row.QuerySelector("form")!.GetAttribute("action")!.ShouldEndWith("handler=Drop");
        var dropped = await check.Form("Bỏ").SubmitAsync();
        dropped.FindAll("tr.dropped").Count().ShouldBe(1);
        (await PlanAsync(id)).Targets.Count.ShouldBe(count - 1);
        (await dropped.Form("Lấy lại").SubmitAsync()).FindAll("tr.dropped").ShouldBeEmpty();
        (await PlanAsync(id)).Targets.Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_target_a_deadline_and_a_task_that_were_not_read_are_added_and_marked()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = IdOf(await UploadAsync(officer));
        await (await officer.GetAsync($"/ke-hoach/{id}/chi-tieu"))
            .Form("Ghi")
            .Set("Subject", "School")
            .Set("Value", "100")
            .Set("Year", "2027")
            .Set("Measure", "trường có góc đọc sách")
            .SubmitAsync();
        await (await officer.GetAsync($"/ke-hoach/{id}/han"))
            .Form("Ghi")
            .Set("Day", "20")
            .Set("Month", "6")
            .Set("What", "báo cáo sơ kết 6 tháng")
            .Set("SentTo", "UBND xã")
            .SubmitAsync();
        var last = await (await officer.GetAsync($"/ke-hoach/{id}/nhiem-vu"))
            .Form("Ghi")
            .Set("Lead", "Đoàn Thanh niên xã")
            .Set("What", "mở lớp kỹ năng số")
            .Set("Partners", "Hội Khuyến học xã\nTrung tâm học tập cộng đồng")
            .SubmitAsync();
        last.Status.ShouldBe(HttpStatusCode.OK);
        var plan = await PlanAsync(id);
        plan.Targets.Single(t => t.Origin == PlanItemOrigin.Added).Measure.ShouldBe("trường có góc đọc sách");
        plan.Deadlines.Single(d => d.Origin == PlanItemOrigin.Added).LastDay(2027).ShouldBe(new DateOnly(2027, 6, 19));
        plan.Tasks.Single(t => t.Origin == PlanItemOrigin.Added).PartnerList.ShouldBe(["Hội Khuyến học xã", "Trung tâm học tập cộng đồng"]);
    }

    [Theory]
    [InlineData("chi-tieu/1", "Value", "140", "không hợp lệ")]
    [InlineData("chi-tieu/1", "Value", "tám mươi", "không đọc được")]
    [InlineData("chi-tieu/1", "Year", "202", "không thể là năm")]
    [InlineData("chi-tieu/1", "ValueTo", "1", "phải lớn hơn")]
    [InlineData("han/1", "Day", "31", "hãy ghi cả ngày và tháng", "Month", "2")]
    [InlineData("han/1", "What", "", "Hãy ghi việc")]
    [InlineData("nhiem-vu/1", "Lead", " ", "Hãy ghi cơ quan")]
    [InlineData("van-ban", "LastYear", "2020", "bị ngược", "FirstYear", "2022")]
    [InlineData("van-ban", "Title", "", "phải có tên")]
    [InlineData("chi-tieu/1", "Value", "99999999999", "quá lớn")]
    public async Task What_cannot_be_is_told_beside_its_field_and_changes_nothing(
        string page,
        string field,
        string value,
        string sentence,
        string? also = null,
        string? alsoValue = null
    )
    {
        using var officer = await app.SignInAsync(Officer);
        var id = IdOf(await UploadAsync(officer));
        var version = (await PlanAsync(id)).Version;
        var form = (await officer.GetAsync($"/ke-hoach/{id}/{page}")).Form("Ghi").Set(field, value);
        form = page.StartsWith("han", StringComparison.Ordinal) ? form.Set("Quarter", "") : form;
        var answer = await (also is null ? form : form.Set(also, alsoValue!)).SubmitAsync();
        answer.Text.ShouldContain(sentence);
        (await PlanAsync(id)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Two_officers_at_once_one_wins_the_other_is_told_and_keeps_what_was_typed()
    {
        using var officer = await app.SignInAsync(Officer);
        var id = IdOf(await UploadAsync(officer));
        var first = (await officer.GetAsync($"/ke-hoach/{id}/chi-tieu/1")).Form("Ghi").Set("Value", "61");
        var second = (await officer.GetAsync($"/ke-hoach/{id}/chi-tieu/2")).Form("Ghi").Set("Value", "62");
        (await first.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        var told = await second.SubmitAsync();
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Find("[role=alert]")!.TextContent.ShouldContain("người khác đã ghi trước");
        told.Find("#Value")!.GetAttribute("value").ShouldBe("62");
        (await told.Form("Ghi").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK, "looked at again, it goes through");
    }

    [Fact]
    public async Task The_demo_holds_the_five_plans_each_as_its_text_says()
    {
        var plans = await app.QueryAsync(db =>
            db.Set<Plan>()
                .AsNoTracking()
                .Include(p => p.Targets)
                .Include(p => p.Deadlines)
                .Include(p => p.Goals)
                .AsSplitQuery()
                .Where(p => p.TakenInBy != Guid.Empty && p.ConfirmedAt != null)
                .ToListAsync()
        );
        Plan Of(int area) => plans.Where(p => p.AreaId == area).MinBy(p => p.TakenInAt)!;
        (
            Of(KnownAreas.BinhLu).Targets.Count,
            Of(KnownAreas.HungYen).Targets.Count(t => t.Scope is null),
            Of(KnownAreas.NongCong).Targets.Count,
            Of(KnownAreas.MyLocDistrict).Targets.Count
        ).ShouldBe((10, 21, 16, 21));
        Of(KnownAreas.TuyAnTay).Targets.ShouldBeEmpty();
        Of(KnownAreas.TuyAnTay).Goals.Count.ShouldBe(7, "its emulation conditions, one for each kind of participant, and no invented number");
        Of(KnownAreas.HungYen).Targets.Count(t => t.Scope == DenSach.Modules.Plans.PlanTarget.Government).ShouldBeGreaterThan(0);
    }
}

public sealed class PlanCheckOnSqlite(SqliteApp app) : PlanCheckFeatures(app), IClassFixture<SqliteApp>;

public sealed class PlanCheckOnPostgres(PostgresApp app) : PlanCheckFeatures(app), IClassFixture<PostgresApp>;
