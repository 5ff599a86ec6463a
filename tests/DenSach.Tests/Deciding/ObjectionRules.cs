using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Object;
using DenSach.Modules.Assessments.Review;
using DenSach.Platform.Errors;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>Who judges what is said about a family, and what comes of it.</summary>
public abstract class ObjectionRules(TestApp app)
{
    [Fact]
    public async Task Who_appraised_a_family_does_not_answer_what_is_said_against_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Officer, AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        var objection = await drive.ObjectAsync(id, RoundDrive.Head);
        foreach (var uphold in new[] { true, false })
        {
            (await AnswerAsync(drive, RoundDrive.Officer, objection, uphold)).Problem!.Code.ShouldBe("same_person");
        }
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        (await officer.GetAsync($"/y-kien/{objection}")).Find("textarea[name=ExceptionReason]").ShouldNotBeNull();
        (await AnswerAsync(drive, "van-hoa", objection, uphold: true)).Must().Status.ShouldBe(AssessmentStatus.NotMet);
    }

    [Fact]
    public async Task Who_took_an_objection_down_answers_it_only_by_an_exception_that_the_level_above_sees()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        var objection = await drive.ObjectAsync(id);
        (await AnswerAsync(drive, RoundDrive.Officer, objection, uphold: false)).Problem!.Code.ShouldBe("same_person");
        (await AnswerAsync(drive, RoundDrive.Officer, objection, uphold: false, exception: "Cán bộ văn hóa đi học dài ngày.")).Must().Status.ShouldBe(AssessmentStatus.Posted);
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        (await officer.GetAsync($"/dot/{drive.RoundId}")).Text.ShouldContain("Cán bộ văn hóa đi học dài ngày.");
    }

    [Fact]
    public async Task Who_said_something_reads_the_answer_on_the_own_page_and_nobody_reads_what_a_neighbour_said()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        using var citizen = await drive.SignInAsync("nguoi-dan");
        await (await citizen.GetAsync($"/danh-gia/{id}/y-kien")).Form("Gửi ý kiến").Set("Text", "Nhà ấy không có góc học tập.").SubmitAsync();
        var mine = await app.QueryAsync(db => db.Set<Objection>().SingleAsync(o => o.AssessmentId == id));
        (await citizen.GetAsync("/danh-gia")).Text.ShouldContain("Nhà ấy không có góc học tập.");
        await drive.ObjectAsync(id, RoundDrive.Head);
        (await AnswerAsync(drive, RoundDrive.Officer, mine.Id, uphold: false)).Must();
        var own = (await citizen.GetAsync("/danh-gia")).Text;
        own.ShouldContain("Trả lời:");
        own.ShouldContain("Giữ nguyên kết quả");
        own.ShouldNotContain("Cháu thứ hai đã bỏ học.");
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var sheet = (await head.GetAsync($"/danh-gia/{id}")).Text;
        sheet.ShouldContain("Ý kiến bạn đã nêu");
        sheet.ShouldContain("Cháu thứ hai đã bỏ học.");
        sheet.ShouldNotContain("Nhà ấy không có góc học tập.");
    }

    [Fact]
    public async Task Nobody_answers_what_is_said_about_the_own_household()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync();
        var id = await drive.ProposedAsync(family);
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        var objection = await drive.ObjectAsync(id, RoundDrive.Head);
        var actor = (await RoundDrive.ActorAsync(app, RoundDrive.Officer)) with { HouseholdId = family.Id };
        var refused = await app.InsideAsync(
            services => services.GetRequiredService<AnswerObjection>().Handle(Command(objection, false, "Không còn ai."), CancellationToken.None),
            actor
        );
        refused.Problem!.Code.ShouldBe("own_household");
    }

    [Fact]
    public async Task A_family_not_proposed_says_so_itself_and_upheld_the_hamlet_meets_over_it_again()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.HandedInAsync(await drive.CitizensHouseholdAsync());
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), false, Reason: "Chưa dự đủ buổi học.")])).Must();
        var neighbour = await drive.HandedInAsync(await drive.FamilyAsync());
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(neighbour, await drive.VersionAsync(neighbour), false, Reason: "Chưa dự đủ buổi học.")])).Must();
        using (var citizen = await drive.SignInAsync("nguoi-dan"))
        {
            (await citizen.GetAsync($"/danh-gia/{neighbour}/y-kien")).Status.ShouldBe(HttpStatusCode.NotFound, "that a neighbour was refused is nobody else's business");
            var page = await (await citizen.GetAsync($"/danh-gia/{id}")).FollowAsync("Ghi ý kiến phản ánh");
            (await page.Form("Gửi ý kiến").Set("Text", "Nhà tôi dự ba buổi, có ảnh.").SubmitAsync()).Text.ShouldContain("Đã ghi ý kiến");
        }
        using var culture = await drive.SignInAsync("van-hoa");
        (await culture.GetAsync("/viec")).Find($"a[href='/dot/{drive.RoundId}/niem-yet']").ShouldNotBeNull("it waits although nothing hangs out yet");
        var postings = await culture.GetAsync($"/dot/{drive.RoundId}/niem-yet");
        postings.Text.ShouldContain("Nhà tôi dự ba buổi, có ảnh.");
        postings.Text.ShouldContain("Không đạt, không được đề nghị: 2 hộ");
        var answer = await postings.FollowAsync("Trả lời");
        (await answer.Form("Trả lời").Set("Uphold", "true").Set("Answer", "Đã xem ảnh: đúng ba buổi.").SubmitAsync()).Text.ShouldContain("Đã chấp nhận ý kiến");
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.SelfAssessed);
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must();
    }

    [Fact]
    public async Task A_family_that_did_not_pass_is_appraised_again_when_its_objection_is_upheld()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Fail, [id], reason: "Thiếu 1 điểm.")).Must();
        var objection = await drive.ObjectAsync(id, RoundDrive.Head);
        (await AnswerAsync(drive, "van-hoa", objection, uphold: true)).Must().Status.ShouldBe(AssessmentStatus.Proposed);
        (await app.QueryAsync(db => db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.Id == id))).Appraisal.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_objection_against_a_family_that_lost_the_title_gives_it_nothing_back()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        var (first, second) = (await drive.ObjectAsync(id), await drive.ObjectAsync(id));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await AnswerAsync(drive, "van-hoa", first, uphold: true)).Must().Status.ShouldBe(AssessmentStatus.NotMet);
        (await AnswerAsync(drive, "van-hoa", second, uphold: true)).Must().Status.ShouldBe(AssessmentStatus.NotMet);
    }

    [Fact]
    public async Task After_the_last_day_of_deciding_nothing_more_is_taken_down()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Fail, [id], reason: "Thiếu 1 điểm.")).Must();
        app.Time.MoveTo(new DateTimeOffset(2027, 1, 1, 8, 0, 0, TimeSpan.FromHours(7)));
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/danh-gia/{id}/y-kien");
        page.Text.ShouldContain("Đã hết thời gian ghi ý kiến");
        page.Find("textarea[name=Text]").ShouldBeNull();
    }

    [Fact]
    public async Task The_last_day_for_an_answer_is_in_time_and_stands_after_the_posting()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        await drive.ObjectAsync(id);
        using var culture = await drive.SignInAsync("van-hoa");
        (await culture.GetAsync($"/dot/{drive.RoundId}/niem-yet")).Text.ShouldContain("trả lời chậm nhất 28/11/2026", customMessage: "it hangs to the end of 27/11");
        (await culture.GetAsync("/viec")).Text.ShouldContain("Trả lời chậm nhất 28/11");
    }

    private static AnswerObjection.Command Command(Guid objection, bool uphold, string? exception) =>
        new()
        {
            CommandId = Guid.CreateVersion7(),
            ObjectionId = objection,
            BasedOn = 1,
            Uphold = uphold,
            Answer = "Đã hỏi nhà trường.",
            ExceptionReason = exception,
        };

    private static Task<Result<AnswerObjection.Answered>> AnswerAsync(RoundDrive drive, string card, Guid objection, bool uphold, string? exception = null) =>
        drive.As<AnswerObjection, AnswerObjection.Answered>(card, (answer, cancellation) => answer.Handle(Command(objection, uphold, exception), cancellation));
}

public sealed class ObjectionRulesOnSqlite(SqliteApp app) : ObjectionRules(app), IClassFixture<SqliteApp>;

public sealed class ObjectionRulesOnPostgres(PostgresApp app) : ObjectionRules(app), IClassFixture<PostgresApp>;
