using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Tests.Hosting;

namespace DenSach.Tests.Deciding;

/// <summary>When a list may be hung out.</summary>
public abstract class PostingRules(TestApp app)
{
    [Fact]
    public async Task A_list_hung_out_after_its_window_says_why_and_the_level_above_reads_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        app.Time.MoveTo(new DateTimeOffset(2026, 12, 21, 8, 0, 0, TimeSpan.FromHours(7)));
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/dot/{drive.RoundId}/niem-yet");
        page.Text.ShouldContain("Đã hết hạn niêm yết ngày 20/12/2026");
        var refused = await page.Form("Niêm yết từ hôm nay").SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Met);
        await refused.Form("Niêm yết từ hôm nay").Set("LateReason", "Mưa lũ, đường vào bản bị cắt.").SubmitAsync();
        (await drive.StatusAsync(id)).ShouldBe(AssessmentStatus.Posted);
        (await officer.GetAsync($"/dot/{drive.RoundId}")).Text.ShouldContain("Mưa lũ, đường vào bản bị cắt.");
    }

    [Fact]
    public async Task The_hamlet_head_and_a_family_find_the_list_and_other_roles_are_led_to_no_closed_door()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var family = await drive.FamilyAsync();
        var id = await drive.ProposedAsync(family);
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [id])).Must();
        var url = $"/dot/{drive.RoundId}/niem-yet/{(await drive.PostAsync()).PostingId}";
        foreach (var (card, page) in new[] { (RoundDrive.Head, $"/dot/{drive.RoundId}"), ("nguoi-dan", "/danh-gia") })
        {
            using var session = await drive.SignInAsync(card);
            (await session.GetAsync(page)).Find($"a[href='{url}']").ShouldNotBeNull(card);
            (await session.GetAsync(url)).Text.ShouldContain(family.HeadName);
        }
        using var elsewhere = await drive.SignInAsync("truong-ban-2");
        (await elsewhere.GetAsync($"/dot/{drive.RoundId}")).Find("a[href*='/niem-yet']").ShouldBeNull("no family of that hamlet hangs there");
        using var leader = await drive.SignInAsync(RoundDrive.Leader);
        (await leader.GetAsync($"/dot/{drive.RoundId}")).Find("a[href*='/niem-yet']").ShouldBeNull("the page is the officers'");
    }
}

public sealed class PostingRulesOnSqlite(SqliteApp app) : PostingRules(app), IClassFixture<SqliteApp>;

public sealed class PostingRulesOnPostgres(PostgresApp app) : PostingRules(app), IClassFixture<PostgresApp>;
