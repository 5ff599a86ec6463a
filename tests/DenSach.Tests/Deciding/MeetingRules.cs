using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Review;
using DenSach.Scoring;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Deciding;

/// <summary>The hamlet's meeting as it goes in an evening, with somebody else at the same list.</summary>
public abstract class MeetingRules(TestApp app)
{
    [Fact]
    public async Task A_photo_added_while_the_hamlet_meets_costs_no_verdict_and_no_vote()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var voted = await drive.HandedInAsync(await drive.FamilyAsync(), new(RoundDrive.GoodAnswers) { ["3.1"] = "day-du" });
        var left = await drive.HandedInAsync(await drive.FamilyAsync());
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var form = (await head.GetAsync($"/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}"))
            .Form("Ghi kết quả họp")
            .Set("Secretary", "Lò Thị Mai")
            .Set("Invited", "30")
            .Set("Present", "25");
        form.Set("Lines[0].Verdict", "OwnVote").Set("Lines[0].VotesFor", "20").Set("Lines[1].Verdict", "NotPropose").Set("Lines[1].Reason", "Bà con chưa thống nhất.");
        using var branch = await drive.SignInAsync(RoundDrive.Branch);
        var photo = (await branch.GetAsync($"/danh-gia/{voted}/minh-chung?dong=3.1")).Form("Gửi minh chứng").Attach("Tep", "goc-hoc.jpg", "image/jpeg", SampleFiles.Jpeg());
        (await photo.SubmitAsync()).Text.ShouldContain("đã gắn 1 minh chứng");
        var refused = await form.SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.FindAll(".verdicts li").Single(row => row.TextContent.Contains("vừa thay đổi")).TextContent.ShouldContain("100 điểm");
        refused.Find("input[name='Lines[0].VotesFor']")!.GetAttribute("value").ShouldBe("20");
        (await drive.StatusAsync(voted)).ShouldBe(AssessmentStatus.SelfAssessed);
        var minutes = await refused.Form("Ghi kết quả họp").SubmitAsync();
        minutes.Text.ShouldContain("BIÊN BẢN HỌP BÌNH XÉT");
        minutes.Text.ShouldContain("20/25");
        minutes.Text.ShouldContain("Bà con chưa thống nhất.");
        (await drive.StatusAsync(voted)).ShouldBe(AssessmentStatus.Proposed);
        (await drive.StatusAsync(left)).ShouldBe(AssessmentStatus.NotProposed);
    }

    [Fact]
    public async Task The_queue_counts_as_many_families_without_evidence_as_the_list_behind_it_shows()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.HandedInAsync(await drive.FamilyAsync());
        var without = new Dictionary<string, string?>(RoundDrive.GoodAnswers) { ["3.1"] = "day-du" };
        var lacking = await drive.FamilyAsync();
        await drive.HandedInAsync(lacking, without);
        var shown = await drive.HandedInAsync(await drive.FamilyAsync(), without);
        await drive.ShowAsync(shown, "3.1", new string('a', 64));
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var row = (await head.GetAsync("/viec"))
            .FindAll("a")
            .Select(a => a.GetAttribute("href") ?? "")
            .Single(h => h.StartsWith($"/dot/{drive.RoundId}/ban/", StringComparison.Ordinal) && h.Contains("minh-chung"));
        var list = await head.GetAsync(row);
        list.FindAll("table tbody tr").Count().ShouldBe(1);
        list.Find("table tbody tr")!.TextContent.ShouldContain(lacking.HeadName);
        list.Find("nav.filters a[aria-current=true]")!.TextContent.ShouldContain("Còn thiếu minh chứng 1");
    }

    [Fact]
    public async Task The_page_of_the_round_leads_to_every_minutes_of_a_hamlet_and_to_the_next_meeting_while_a_family_waits()
    {
        var drive = await RoundDrive.OpenAsync(app);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var id = await drive.HandedInAsync(await drive.FamilyAsync());
            (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)])).Must();
        }
        await drive.HandedInAsync(await drive.FamilyAsync());
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var page = await head.GetAsync($"/dot/{drive.RoundId}");
        var minutes = page.FindAll($"a[href^='/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}/']").Select(a => a.GetAttribute("href")!).ToList();
        minutes.Distinct().Count().ShouldBe(2);
        foreach (var each in minutes)
        {
            (await head.GetAsync(each)).Text.ShouldContain("BIÊN BẢN HỌP BÌNH XÉT");
        }
        page.Find($"a[href='/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Families_that_another_meeting_has_dealt_with_leave_the_list_and_the_rest_is_kept()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var gone = await drive.HandedInAsync(await drive.FamilyAsync());
        var stays = await drive.HandedInAsync(await drive.FamilyAsync());
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var form = (await head.GetAsync($"/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}"))
            .Form("Ghi kết quả họp")
            .Set("Secretary", "Lò Thị Mai")
            .Set("Invited", "30")
            .Set("Present", "25");
        (await drive.MeetAsync(RoundDrive.Branch, [new HoldReviewMeeting.Line(gone, await drive.VersionAsync(gone), true)])).Must();
        var refused = await form.Set("Lines[1].Verdict", "NotPropose").Set("Lines[1].Reason", "Chưa thống nhất.").SubmitAsync();
        refused.Text.ShouldContain("1 hộ vừa chuyển bước khác");
        (await refused.Form("Ghi kết quả họp").SubmitAsync()).Text.ShouldContain("BIÊN BẢN");
        (await drive.StatusAsync(stays)).ShouldBe(AssessmentStatus.NotProposed);
    }

    [Fact]
    public async Task A_meeting_is_held_neither_before_the_round_nor_before_the_sheets_it_looks_at_nor_tomorrow()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync();
        var id = await drive.RegisterAsync(family);
        app.Time.MoveTo(new DateTimeOffset(2026, 11, 25, 19, 0, 0, TimeSpan.FromHours(7)));
        await drive.HandInAsync(id);
        async Task<string> OnAsync(DateOnly day) =>
            (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)], heldOn: day)).Problem!.Sentence;
        (await OnAsync(new(2026, 11, 20))).ShouldContain("đứng trước ngày mở đợt 21/11/2026");
        (await OnAsync(new(2026, 11, 24))).ShouldContain($"đứng trước ngày hộ số {family.Number} ({family.HeadName}) nộp phiếu, 25/11/2026");
        (await OnAsync(new(2026, 11, 26))).ShouldContain("Ngày họp chưa đến");
        (await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)], heldOn: new(2026, 11, 25))).Must();
    }

    [Fact]
    public async Task What_does_not_fit_a_sheet_is_told_with_the_household()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync();
        var id = await drive.HandedInAsync(family);
        await app.QueryAsync(async db =>
        {
            var assessment = await db.Set<Assessment>().SingleAsync(a => a.Id == id);
            assessment.WriteSelf(new Column(AnswerCodes.From([new("4.1", "xoa-roi")]), AnswerCodes.None, 0, Outcome.NotMet), EnteredBy.OnBehalf);
            return await db.SaveChangesAsync();
        });
        var refused = await drive.MeetAsync(RoundDrive.Head, [new HoldReviewMeeting.Line(id, await drive.VersionAsync(id), true)]);
        refused.Problem!.Sentence.ShouldContain($"Hộ số {family.Number} ({family.HeadName})");
    }
}

public sealed class MeetingRulesOnSqlite(SqliteApp app) : MeetingRules(app), IClassFixture<SqliteApp>;

public sealed class MeetingRulesOnPostgres(PostgresApp app) : MeetingRules(app), IClassFixture<PostgresApp>;
