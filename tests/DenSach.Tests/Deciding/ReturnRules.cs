using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Review;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Deciding;

/// <summary>Who is sent back is not late: there are days of its own, which the workflow file names.</summary>
public abstract class ReturnRules(TestApp app)
{
    [Fact]
    public async Task A_sheet_sent_back_after_the_window_is_handed_in_and_met_over_without_being_late()
    {
        var (drive, id) = await SentBackOnTheLastDayAsync();
        app.Time.MoveTo(new DateTimeOffset(2026, 12, 26, 19, 0, 0, TimeSpan.FromHours(7)));
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var sheet = await head.GetAsync($"/danh-gia/{id}/tu-danh-gia");
        sheet.Find("[name=LateReason]").ShouldBeNull();
        sheet.Text.ShouldContain("Bổ sung đến hết 27/12/2026");
        (await sheet.Form("Nộp phiếu").SubmitAsync()).Text.ShouldContain("đã nộp phiếu");
        var page = await head.GetAsync($"/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}");
        page.Find("[name=LateReason]").ShouldBeNull();
        (await page.Form("Ghi kết quả họp").Set("Secretary", "Lò Thị Mai").Set("Invited", "30").Set("Present", "25").SubmitAsync()).Text.ShouldContain("BIÊN BẢN");
        (await app.QueryAsync(db => db.Set<AssessmentStep>().Where(s => s.AssessmentId == id && s.LateReason != null).CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task After_its_own_days_it_is_late_like_any_other()
    {
        var (drive, id) = await SentBackOnTheLastDayAsync();
        app.Time.MoveTo(new DateTimeOffset(2026, 12, 28, 8, 0, 0, TimeSpan.FromHours(7)));
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var sheet = await head.GetAsync($"/danh-gia/{id}/tu-danh-gia");
        sheet.Find("[name=LateReason]").ShouldNotBeNull();
        (await sheet.Form("Nộp phiếu").SubmitAsync()).Text.ShouldContain("đã hết hạn ngày 27/12/2026");
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Returned);
    }

    /// <summary>All windows but the last end on 20/12; the family is sent back that evening.</summary>
    private async Task<(RoundDrive Drive, Guid Id)> SentBackOnTheLastDayAsync()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.HandedInAsync(await drive.FamilyAsync());
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must();
        app.Time.MoveTo(new DateTimeOffset(2026, 12, 20, 17, 0, 0, TimeSpan.FromHours(7)));
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Return, [id], reason: "Bổ sung số sách.")).Must();
        return (drive, id);
    }
}

public sealed class ReturnRulesOnSqlite(SqliteApp app) : ReturnRules(app), IClassFixture<SqliteApp>;

public sealed class ReturnRulesOnPostgres(PostgresApp app) : ReturnRules(app), IClassFixture<PostgresApp>;
