using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Platform.Data;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>Appraisal, posting and objections, by the pages people use.</summary>
public abstract class AppraisalRules(TestApp app)
{
    [Fact]
    public async Task Exceptions_stand_first_and_the_clean_are_passed_together()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var clean = await drive.ProposedAsync(await drive.FamilyAsync());
        var alsoClean = await drive.ProposedAsync(await drive.FamilyAsync());
        var short_ = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
        page.Text.ShouldContain("Cần xem từng hộ: 1");
        page.Text.ShouldContain("không có điều bất thường: 2");
        page.Find($"a[href='/danh-gia/{short_}/tham-dinh']").ShouldNotBeNull();
        var done = await page.Form("Duyệt cùng lúc").SubmitAsync();
        done.Text.ShouldContain("Đã duyệt cùng lúc 2 hộ");
        (await drive.StatusAsync(clean)).ShouldBe(AssessmentStatus.Met);
        (await drive.StatusAsync(alsoClean)).ShouldBe(AssessmentStatus.Met);
        (await drive.StatusAsync(short_)).ShouldBe(AssessmentStatus.Proposed);
    }

    [Fact]
    public async Task One_point_short_cannot_pass_and_the_page_names_the_lines_that_lost_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh");
        page.Text.ShouldContain("79/100 điểm, mức đạt từ 80 điểm, còn thiếu 1 điểm");
        page.Text.ShouldContain("Thói quen đọc: Chỉ tiêu 4.1: đạt một phần, 3/10 điểm; còn thiếu 7 điểm để đạt mức cao nhất");
        var refused = await page.Form("Kết luận đạt").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("còn thiếu 1 điểm");
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Proposed);
        (await page.Form("Kết luận không đạt").SubmitAsync()).Text.ShouldContain("Cần ghi lý do");
        (await page.Form("Kết luận không đạt").Set("Reason", "Thiếu 1 điểm ở chỉ tiêu đọc sách.").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.NotMet);
        var read = await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh");
        read.Text.ShouldContain("Thiếu 1 điểm ở chỉ tiêu đọc sách.");
        read.FindAll("select").ShouldBeEmpty("what is concluded is only read");
    }

    [Fact]
    public async Task The_appraisal_changes_its_own_column_and_that_one_counts()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh");
        var reckoned = await page.Form("Tính lại điểm").Set("Answers[4.1]", "hang-tuan").SubmitAsync();
        reckoned.Text.ShouldContain("Đạt: 83/100 điểm");
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Proposed);
        (await reckoned.Form("Kết luận đạt").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Met);
        var columns = await app.QueryAsync(db => db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.Id == id));
        (columns.Hamlet.Points, columns.Appraisal.Points).ShouldBe((7900, 8300));
    }

    [Fact]
    public async Task A_family_sent_back_is_corrected_and_comes_again_marked()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh");
        await page.Form("Trả lại để bổ sung").Set("Reason", "Xem lại số buổi học ở nhà văn hóa.").SubmitAsync();
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Returned);
        await drive.ProposeAsync(id);
        var list = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
        list.Text.ShouldContain("Cần xem từng hộ: 1");
        list.Text.ShouldContain("Xem lại số buổi học ở nhà văn hóa.");
    }

    [Fact]
    public async Task The_same_picture_with_two_families_makes_both_exceptions()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var photo = string.Concat(Enumerable.Repeat("ab", 32));
        var one = await drive.FamilyAsync();
        await drive.ProposedAsync(one, photo: photo);
        await drive.ProposedAsync(await drive.FamilyAsync(), photo: photo);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
        page.Text.ShouldContain("Cần xem từng hộ: 2");
        page.Text.ShouldContain($"hộ số {one.Number} ({one.HeadName})");
    }

    [Fact]
    public async Task A_family_reads_its_own_appraisal_and_learns_nothing_of_another_family()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var photo = string.Concat(Enumerable.Repeat("cd", 32));
        var (own, neighbour) = (await drive.CitizensHouseholdAsync(), await drive.FamilyAsync());
        var id = await drive.ProposedAsync(own, photo: photo);
        await drive.ProposedAsync(neighbour, photo: photo);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        (await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh")).Text.ShouldContain(neighbour.HeadName);
        using var citizen = await drive.SignInAsync("nguoi-dan");
        foreach (var url in new[] { $"/danh-gia/{id}/tham-dinh", $"/danh-gia/{id}", $"/api/assessments/{id}" })
        {
            var read = await citizen.GetAsync(url);
            read.Status.ShouldBe(HttpStatusCode.OK, url);
            read.Html.ShouldNotContain(neighbour.HeadName, customMessage: url);
            // The number by itself: four digits stand in many an id by chance.
            read.Html.ShouldNotMatch($"(?<![0-9A-Za-z-]){neighbour.Number}(?![0-9A-Za-z-])", url);
        }
    }

    [Fact]
    public async Task A_column_entered_on_the_familys_behalf_is_not_called_the_familys_own()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var table = (await appraiser.GetAsync($"/danh-gia/{id}/tham-dinh")).Find("table.sheet-columns")!;
        table.QuerySelector("thead")!.TextContent.ShouldContain("Nhập hộ");
        table.OuterHtml.ShouldNotContain("Gia đình tự chấm");
    }

    [Fact]
    public async Task Missing_evidence_is_an_exception_although_the_points_suffice()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.ProposedAsync(await drive.FamilyAsync(), new(RoundDrive.GoodAnswers) { ["3.1"] = "day-du" });
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
        page.Text.ShouldContain("Thiếu minh chứng 3.1 Góc học tập");
        page.Text.ShouldNotContain("Duyệt cùng lúc");
    }

    [Fact]
    public async Task Nobody_appraises_the_own_household_nor_a_case_assessed_by_the_same_person()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var own = await drive.FamilyAsync();
        var id = await drive.ProposedAsync(own);
        await RoundDrive.LiveInAsync(app, RoundDrive.Appraiser, own.Id);
        try
        {
            var refused = await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id]);
            refused.Problem!.Code.ShouldBe("own_household");
            using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
            var page = await appraiser.GetAsync($"/dot/{drive.RoundId}/tham-dinh");
            page.Text.ShouldContain("Đây là hộ của chính bạn");
            page.Text.ShouldNotContain("Duyệt cùng lúc");
        }
        finally
        {
            await RoundDrive.LiveInAsync(app, RoundDrive.Appraiser, null);
        }
    }

    [Fact]
    public async Task The_same_person_may_only_by_a_reasoned_exception_that_stays_visible()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        // The head who entered and proposed it is also a member of the appraisal team.
        var actor = await RoundDrive.ActorAsync(app, RoundDrive.Head);
        var appraiser = (await RoundDrive.ActorAsync(app, RoundDrive.Appraiser)).Grants;
        var both = actor with { Grants = [.. actor.Grants, .. appraiser] };
        var version = await drive.VersionAsync(id);
        Task<Platform.Errors.Result<Appraise.Appraised>> PassAsync(string? exception) =>
            app.InsideAsync(
                services =>
                    services
                        .GetRequiredService<Appraise>()
                        .Handle(
                            new()
                            {
                                CommandId = Guid.CreateVersion7(),
                                Verdict = AppraisalVerdict.Pass,
                                Lines = [new Appraise.Line(id, version)],
                                ExceptionReason = exception,
                            },
                            CancellationToken.None
                        ),
                both
            );
        (await PassAsync(null)).Problem!.Code.ShouldBe("same_person");
        (await PassAsync("Tổ thẩm định chỉ còn một người.")).Must().Status.ShouldBe(AssessmentStatus.Met);
        (await app.QueryAsync(db => db.Set<AssessmentStep>().SingleAsync(s => s.AssessmentId == id && s.Action == "pass"))).ExceptionReason.ShouldBe(
            "Tổ thẩm định chỉ còn một người."
        );
    }

    [Fact]
    public async Task An_exception_written_where_none_was_needed_is_not_kept()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id], exception: "Không còn ai.")).Must();
        (await app.QueryAsync(db => db.Set<AssessmentStep>().SingleAsync(s => s.AssessmentId == id && s.Action == "pass"))).ExceptionReason.ShouldBeNull();
    }

    [Fact]
    public async Task An_objection_upheld_takes_the_title_away_and_one_dismissed_changes_nothing()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var upheld = await drive.ProposedAsync(await drive.FamilyAsync());
        var dismissed = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [upheld, dismissed])).Must();
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var postings = await officer.GetAsync($"/dot/{drive.RoundId}/niem-yet");
        postings.Text.ShouldContain("2 hộ thẩm định đạt, chưa niêm yết");
        (await postings.Form("Niêm yết từ hôm nay").Set("LastDay", "2026-11-22").SubmitAsync()).Text.ShouldContain("Niêm yết ít nhất 7 ngày");
        var list = await postings.Form("Niêm yết từ hôm nay").SubmitAsync();
        list.Text.ShouldContain("còn 7 ngày");
        list.Find("#notice")!.TextContent.ShouldContain("đến hết 27/11/2026");
        foreach (var id in new[] { upheld, dismissed })
        {
            var said = await officer.GetAsync($"/danh-gia/{id}/y-kien");
            (await said.Form("Gửi ý kiến").Set("Text", "Cháu thứ hai đã bỏ học từ tháng 9.").SubmitAsync()).Text.ShouldContain("Đã ghi ý kiến");
        }
        using var culture = await drive.SignInAsync("van-hoa");
        var objections = await app.QueryAsync(db => db.Set<Objection>().AsNoTracking().Where(o => o.AssessmentId == upheld || o.AssessmentId == dismissed).ToListAsync());
        foreach (var objection in objections)
        {
            var page = await culture.GetAsync($"/y-kien/{objection.Id}");
            (await page.Form("Trả lời").Set("Uphold", "").Set("Answer", "Đã xem.").SubmitAsync()).Text.ShouldContain("Hãy chọn giữ nguyên hay chấp nhận");
            await page.Form("Trả lời").Set("Uphold", objection.AssessmentId == upheld ? "true" : "false").Set("Answer", "Đã hỏi nhà trường.").SubmitAsync();
        }
        (await drive.StatusAsync(upheld)).ShouldBe(AssessmentStatus.NotMet);
        (await drive.StatusAsync(dismissed)).ShouldBe(AssessmentStatus.Posted);
        var after = await officer.GetAsync($"/dot/{drive.RoundId}/niem-yet");
        after.Text.ShouldContain("0 ý kiến chờ trả lời");
        after.Text.ShouldContain("Đã hỏi nhà trường.");
    }

    [Fact]
    public async Task The_printed_list_carries_the_sample_mark_and_another_communes_officer_sees_nothing()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync();
        var id = await drive.ProposedAsync(family);
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        var posting = (await drive.PostAsync()).PostingId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var paper = await officer.GetAsync($"/dot/{drive.RoundId}/niem-yet/{posting}/ban-in");
        paper.Find(".paper-mark")!.TextContent.ShouldBe("BẢN MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
        paper.Text.ShouldContain(family.HeadName);
        using var stranger = await drive.SignInAsync("hoi-nong-cong");
        foreach (
            var url in new[]
            {
                $"/dot/{drive.RoundId}/tham-dinh",
                $"/dot/{drive.RoundId}/niem-yet",
                $"/dot/{drive.RoundId}/niem-yet/{posting}",
                $"/dot/{drive.RoundId}/niem-yet/{posting}/ban-in",
                $"/danh-gia/{id}/tham-dinh",
                $"/danh-gia/{id}/y-kien",
            }
        )
        {
            (await stranger.GetAsync(url)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task The_home_page_counts_what_waits_for_the_appraisal_and_scores_nobody()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        await UnreadableAsync(await drive.ProposedAsync(await drive.FamilyAsync()));
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var home = await appraiser.GetAsync("/viec");
        home.Status.ShouldBe(HttpStatusCode.OK);
        home.Text.ShouldContain("Hộ chờ thẩm định");
        home.Find($"a[href='/dot/{drive.RoundId}/tham-dinh']").ShouldNotBeNull();
    }

    [Fact]
    public async Task After_a_verdict_the_next_odd_family_opens_and_only_those_that_follow_are_read()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await UnreadableAsync(await drive.ProposedAsync(await drive.FamilyAsync()));
        var first = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        await drive.ProposedAsync(await drive.FamilyAsync());
        var next = await drive.ProposedAsync(await drive.FamilyAsync(), RoundDrive.OneShort);
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var page = await appraiser.GetAsync($"/danh-gia/{first}/tham-dinh");
        (await page.Form("Kết luận không đạt").Set("Reason", "Thiếu 1 điểm.").SubmitAsync()).Path.ShouldBe($"/danh-gia/{next}/tham-dinh");
    }

    /// <summary>A case that cannot be scored: its set is nowhere. Whoever scores it stumbles.</summary>
    private Task<int> UnreadableAsync(Guid id) =>
        app.QueryAsync(async db =>
        {
            var assessment = await db.Set<Assessment>().SingleAsync(a => a.Id == id);
            db.Entry(assessment).Property(a => a.SetHash).CurrentValue = new string('0', 64);
            return await db.SaveChangesAsync();
        });

    [Fact]
    public async Task A_program_appraises_with_the_same_command()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        using var appraiser = await drive.SignInAsync(RoundDrive.Appraiser);
        var body = new
        {
            commandId = Guid.CreateVersion7(),
            verdict = "Pass",
            families = new[] { new { assessmentId = id, basedOn = await drive.VersionAsync(id) } },
        };
        (await appraiser.PostJsonAsync($"/api/rounds/{Guid.CreateVersion7()}/appraisals", body)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "not of that round");
        (await appraiser.PostJsonAsync($"/api/rounds/{drive.RoundId}/appraisals", body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await appraiser.PostJsonAsync($"/api/rounds/{drive.RoundId}/appraisals", body)).StatusCode.ShouldBe(HttpStatusCode.OK, "the same again is answered alike");
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Met);
    }
}

public sealed class AppraisalRulesOnSqlite(SqliteApp app) : AppraisalRules(app), IClassFixture<SqliteApp>;

public sealed class AppraisalRulesOnPostgres(PostgresApp app) : AppraisalRules(app), IClassFixture<PostgresApp>;
