using System.Net;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Deciding;

/// <summary>The registry helps to fill in a sheet; where it is wrong, the family says so with a reason, and everybody after it sees both figures.</summary>
public abstract class FigureRules(TestApp app)
{
    [Fact]
    public async Task A_wrong_figure_of_the_registry_is_contradicted_with_a_reason_and_both_stand_before_the_appraisal()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.RegisterAsync(await drive.FamilyAsync());
        var facts = new Dictionary<string, string?>(RoundDrive.Facts) { ["adults"] = "1", ["adults_titled"] = "1" };
        var refused = (await drive.TryHandInAsync(id, facts: facts)).Problem!;
        refused.Code.ShouldBe("fact_reason");
        refused.Sentence.ShouldContain("sổ ghi 2, khai 1. Khai khác sổ thì ghi lý do");
        facts["adults.why"] = "Vợ đã cắt khẩu từ tháng 3.";
        (await drive.TryHandInAsync(id, facts: facts)).Must();
        using var head = await drive.SignInAsync(RoundDrive.Head);
        (await head.GetAsync($"/danh-gia/{id}")).Text.ShouldContain("sổ ghi 2, khai 1: Vợ đã cắt khẩu từ tháng 3.");
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must();
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var list = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
        list.Text.ShouldContain("Số khác sổ");
        list.Text.ShouldContain("sổ ghi 2, khai 1: Vợ đã cắt khẩu từ tháng 3.");
    }

    [Fact]
    public async Task The_forms_of_the_family_and_of_the_appraisal_offer_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.RegisterAsync(await drive.FamilyAsync());
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var typed = (await head.GetAsync($"/danh-gia/{id}/tu-danh-gia")).Form("Lưu nháp").Set("Facts[children]", "2");
        var refused = await typed.SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("sổ ghi 1, khai 2");
        (await refused.Form("Lưu nháp").Set("Facts[children.why]", "Cháu út mới về ở cùng.").SubmitAsync()).Text.ShouldContain("đã lưu nháp");
        await drive.HandInAsync(id);
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must();
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh");
        var reckoned = await page.Form("Tính lại điểm").Set("Facts[adults]", "3").Set("Facts[adults.why]", "Có thêm bà nội.").SubmitAsync();
        reckoned.Text.ShouldContain("sổ ghi 2, khai 3: Có thêm bà nội.");
        (await page.Form("Kết luận đạt").Set("Facts[adults]", "3").SubmitAsync()).Text.ShouldContain("Khai khác sổ thì ghi lý do");
    }
}

public sealed class FigureRulesOnSqlite(SqliteApp app) : FigureRules(app), IClassFixture<SqliteApp>;

public sealed class FigureRulesOnPostgres(PostgresApp app) : FigureRules(app), IClassFixture<PostgresApp>;

/// <summary>What is read from the registry for a day.</summary>
public sealed class FamilyFactRules
{
    [Theory]
    [InlineData(2026, "2026-11-21", 1)]
    [InlineData(2025, "2026-06-30", 1)]
    [InlineData(2025, "2026-11-21", null)]
    [InlineData(2026, "2026-06-30", null)]
    public void A_class_counts_for_its_own_school_year_and_for_another_nothing_is_known(int schoolYear, string day, int? atSchool)
    {
        const int register = 5001;
        var since = new DateOnly(2020, 1, 1);
        var household = new Household
        {
            RegisterId = register,
            Id = RowId.New(register),
            AreaId = 1,
            Number = "1",
            HeadName = "Lò Văn Thử",
            ResidentFrom = since,
        };
        var child = household.Add("Lò Thị Con", Birth.In(2014), Sex.Female, Relation.Child, since, Schooling.InGrade(6, schoolYear));
        var facts = FamilyFacts.Of([child], [], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        facts["children"]!.Value.Number.ToString().ShouldBe("1");
        facts["children_at_school"]?.Value.Number.ToString().ShouldBe(atSchool?.ToString());
        (facts["children_at_school"] is null).ShouldBe(atSchool is null);
    }
}
