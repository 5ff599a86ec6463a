using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Review;
using DenSach.Platform.Audit;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Deciding;

/// <summary>A verdict typed wrong is taken back while nothing hangs out yet, and everybody above sees that it was.</summary>
public abstract class ReopenRules(TestApp app)
{
    [Fact]
    public async Task A_family_not_proposed_by_mistake_goes_back_to_the_meeting_with_a_reason()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.HandedInAsync(await drive.FamilyAsync());
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), false, Reason: "Bấm nhầm dòng.")])).Must();
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var page = await (await head.GetAsync($"/danh-gia/{id}")).FollowAsync("Mở lại kết luận");
        page.Find("button[data-confirm]").ShouldNotBeNull();
        (await page.Form("Mở lại kết luận").SubmitAsync()).Text.ShouldContain("Cần ghi lý do");
        (await page.Form("Mở lại kết luận").Set("Reason", "Thư ký bấm nhầm dòng.").SubmitAsync()).Text.ShouldContain("đã mở lại kết luận");
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.SelfAssessed);
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must();
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var list = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
        list.Text.ShouldContain("Kết luận được mở lại");
        list.Text.ShouldContain("Thư ký bấm nhầm dòng.");
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        (await officer.GetAsync($"/dot/{drive.RoundId}")).Text.ShouldContain("Thư ký bấm nhầm dòng.", customMessage: "the level above sees it");
        (await app.QueryAsync(db => db.Set<AuditRow>().CountAsync(r => r.Action == "assessment.reopen" && r.Subjects.Contains(id.ToString())))).ShouldBe(1);
    }

    [Fact]
    public async Task A_verdict_of_the_appraisal_is_taken_back_by_a_program_too_until_the_family_hangs_out()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var passed = await drive.ProposedAsync(await drive.FamilyAsync());
        var failed = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [passed])).Must();
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Fail, [failed], reason: "Bấm nhầm.")).Must();
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        using var head = await drive.SignInAsync(RoundDrive.Head);
        (await head.PostJsonAsync($"/api/assessments/{failed}/reopen", await BodyAsync(failed))).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden,
            "the appraisal's word is not the hamlet's"
        );
        foreach (var id in new[] { passed, failed })
        {
            (await appraiser.PostJsonAsync($"/api/assessments/{id}/reopen", await BodyAsync(id))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Proposed);
        }
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [passed, failed])).Must();
        await drive.PostAsync();
        (await appraiser.PostJsonAsync($"/api/assessments/{passed}/reopen", await BodyAsync(passed))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await drive.StatusAsync(passed)).ShouldBe(AssessmentStatus.Posted);

        async Task<object> BodyAsync(Guid id) =>
            new
            {
                commandId = Guid.CreateVersion7(),
                basedOn = await drive.VersionAsync(id),
                reason = "Bấm nhầm nút.",
            };
    }

    [Fact]
    public async Task Every_verdict_of_the_appraisal_asks_first()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh");
        page.FindAll("button[name=Verdict][data-confirm]").Select(b => b.GetAttribute("value")).ShouldBe(["Pass", "Fail", "Return"]);
    }
}

public sealed class ReopenRulesOnSqlite(SqliteApp app) : ReopenRules(app), IClassFixture<SqliteApp>;

public sealed class ReopenRulesOnPostgres(PostgresApp app) : ReopenRules(app), IClassFixture<PostgresApp>;
