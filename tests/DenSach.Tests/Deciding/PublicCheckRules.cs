using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Decisions;
using DenSach.Platform.Data;
using DenSach.Platform.Text;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Deciding;

/// <summary>A recognition that anybody can check by its code, and what it does not tell.</summary>
public abstract class PublicCheckRules(TestApp app)
{
    [Fact]
    public async Task Anybody_checks_a_recognition_by_its_code_on_a_small_page()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var ids = await drive.PostedAndOverAsync(1);
        var issued = await drive.DecideAsync("31/QĐ-UBND");
        (await drive.StatusAsync(ids[0])).ShouldBe(AssessmentStatus.Recognised);
        var code = PublicCode.Of(issued.RecognitionIds.Single());
        using var anybody = app.Anonymous();
        var page = await anybody.GetAsync($"/kiem-tra/{code.ToLowerInvariant().Replace("-", " ")}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Đang có hiệu lực hôm nay, 28/11/2026");
        page.Text.ShouldContain("31/QĐ-UBND");
        page.Text.ShouldContain("xã Bình Lư, tỉnh Lai Châu");
        page.Text.ShouldContain("Lò Văn Thử");
        page.Find(".sample")!.TextContent.ShouldBe("BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
        page.Text.ShouldNotContain("Lò Thị Con");
        var style = await anybody.Http.GetByteArrayAsync(page.Find("link[rel=stylesheet]")!.GetAttribute("href"));
        (System.Text.Encoding.UTF8.GetByteCount(page.Html) + style.Length).ShouldBeLessThan(30 * 1024);
        page.FindAll("script").ShouldBeEmpty();
        (await anybody.Http.GetAsync($"/kiem-tra/{code}/qr.svg")).Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await anybody.Http.GetStringAsync($"/api/check/{code}")).ShouldContain("\"InForce\"");
        app.Time.MoveTo(new DateTimeOffset(2900, 1, 1, 8, 0, 0, TimeSpan.FromHours(7)));
        (await anybody.GetAsync($"/kiem-tra/{code}")).Text.ShouldContain("Đã hết hiệu lực");
    }

    [Fact]
    public async Task A_code_nobody_has_and_a_mistyped_one_get_a_sentence_each()
    {
        app.Time.MoveTo(TestApp.Start);
        using var anybody = app.Anonymous();
        var unknown = await anybody.GetAsync($"/kiem-tra/{PublicCode.Of(RowId.New(5001))}");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Text.ShouldContain("Không có giấy công nhận nào mang mã này");
        var wrong = await anybody.GetAsync("/kiem-tra/AB-12");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Text.ShouldContain("gõ nhầm một ký tự");
        (await anybody.Http.GetAsync("/kiem-tra/AB-12/qr.svg")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_head_who_is_a_minor_is_not_named_in_public()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync(headBorn: 2010);
        var id = await drive.ProposedAsync(family);
        (await drive.AppraiseAsync(RoundDrive.Appraiser, Modules.Assessments.Appraise.AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        app.Time.MoveTo(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.FromHours(7)));
        var issued = await drive.DecideAsync("32/QĐ-UBND");
        using var anybody = app.Anonymous();
        var page = await anybody.GetAsync($"/kiem-tra/{PublicCode.Of(issued.RecognitionIds.Single())}");
        page.Text.ShouldContain("không hiển thị");
        page.Text.ShouldNotContain(family.HeadName);
    }
}

public sealed class PublicCheckOnSqlite(SqliteApp app) : PublicCheckRules(app), IClassFixture<SqliteApp>;

public sealed class PublicCheckOnPostgres(PostgresApp app) : PublicCheckRules(app), IClassFixture<PostgresApp>;
