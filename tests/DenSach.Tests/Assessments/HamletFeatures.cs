using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Rounds;
using DenSach.Tests.Files;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Assessments;

/// <summary>The hamlet's part of a round through HTTP: open, register, enter, show evidence, meet. Each test has a round of its own year.</summary>
public abstract class HamletFeatures(TestApp app)
{
    private readonly Hamlet hamlet = new(app);

    [Fact]
    public async Task A_round_is_opened_with_windows_proposed_from_the_report_and_opening_it_twice_opens_one()
    {
        using var officer = await hamlet.SignInAsync(Hamlet.Officer);
        var proposed = await (await officer.GetAsync("/dot/mo?nam=2027")).Form("Đề xuất theo hạn báo cáo").Set("han", "2027-12-15").SubmitAsync();
        proposed.Find("input[name='Windows[5].LastDay']")!.GetAttribute("value").ShouldBe("2027-12-14");
        var form = proposed.Form("Mở đợt").Set("Year", "2027").Set("SetId", "mau-gia-dinh-2026@1");
        var opened = await form.SubmitAsync();
        opened.Status.ShouldBe(HttpStatusCode.OK, opened.Text);
        opened.Text.ShouldContain("Gia đình học tập 2027");
        opened.Text.ShouldContain("BẢN MẪU");
        (await form.SubmitAsync()).Path.ShouldBe(opened.Path);
        (await app.QueryAsync(db => db.Set<Round>().CountAsync(r => r.Year == 2027))).ShouldBe(1);
    }

    [Fact]
    public async Task Shortly_before_the_report_the_proposal_still_lets_families_in_and_says_that_the_report_is_missed()
    {
        using var officer = await hamlet.SignInAsync(Hamlet.Officer);
        var proposed = await officer.GetAsync("/dot/mo");
        proposed.Find("input[name='Windows[0].From']")!.GetAttribute("value").ShouldBe("2026-11-21");
        proposed.Text.ShouldContain("Quyết định ra sau hạn này sẽ không có trong báo cáo đó");
        proposed.Text.ShouldNotContain("Có bước mà thời gian đã qua");
    }

    [Fact]
    public async Task A_family_that_comes_after_the_registration_is_told_who_may_still_register_it()
    {
        await hamlet.OpenRoundAsync(2078, closed: RoundStep.Registration);
        using var citizen = await hamlet.SignInAsync("nguoi-dan");
        (await citizen.GetAsync("/danh-gia")).Text.ShouldContain("Đã hết hạn đăng ký ngày 10/11/2026. Gia đình còn muốn tham gia thì báo trưởng bản");
    }

    [Fact]
    public async Task The_hamlet_head_registers_enters_and_meets_and_the_sheet_says_that_it_was_entered_on_behalf()
    {
        var round = await hamlet.OpenRoundAsync(2032);
        var families = (await hamlet.FamiliesAsync()).Take(2).ToList();
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var register = (await head.GetAsync($"/dot/{round}/dang-ky?ban={Hamlet.First}")).Form("Đăng ký tất cả").Set("Everyone", string.Join(' ', families.Select(f => f.Id)));
        var list = await register.SubmitAsync();
        list.Text.ShouldContain("Đã đăng ký 2 hộ");
        var ids = await app.QueryAsync(db => db.Set<Assessment>().Where(a => a.RoundId == round).Select(a => a.Id).ToListAsync());
        foreach (var id in ids)
        {
            var (answers, facts) = await hamlet.PassingAsync(id);
            var form = (await head.GetAsync($"/danh-gia/{id}/tu-danh-gia")).Form("Nộp phiếu");
            foreach (var (line, code) in answers)
            {
                form.Set($"Answers[{line}]", code!);
            }
            foreach (var (fact, value) in facts)
            {
                form.Set($"Facts[{fact}]", value!);
            }
            (await form.SubmitAsync()).Text.ShouldContain("đã nộp phiếu");
        }
        (await head.GetAsync($"/danh-gia/{ids[0]}")).Text.ShouldContain("Nhập hộ");
        var meeting = (await head.GetAsync($"/dot/{round}/hop/{Hamlet.First}")).Form("Ghi kết quả họp").Set("Secretary", "Lò Thị Mai").Set("Invited", "30").Set("Present", "25");
        var minutes = await meeting.Set("Lines[1].Verdict", "OwnVote").Set("Lines[1].VotesFor", "12").SubmitAsync();
        minutes.Text.ShouldContain("BIÊN BẢN HỌP BÌNH XÉT");
        minutes.Text.ShouldContain("12/25");
        (await meeting.SubmitAsync()).Path.ShouldBe(minutes.Path);
        (await app.QueryAsync(db => db.Set<ReviewMeeting>().CountAsync(m => m.RoundId == round))).ShouldBe(1);
        var statuses = await app.QueryAsync(db => db.Set<Assessment>().Where(a => a.RoundId == round).Select(a => a.Status).ToListAsync());
        statuses.Order().ShouldBe([AssessmentStatus.Proposed, AssessmentStatus.NotProposed]);
    }

    [Fact]
    public async Task A_stale_form_keeps_what_was_typed_shows_what_is_kept_and_changes_nothing()
    {
        var round = await hamlet.OpenRoundAsync(2033);
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        using var branch = await hamlet.SignInAsync("chi-hoi");
        var id = await hamlet.RegisterAsync(head, round, (await hamlet.FamiliesAsync())[0]);
        var form = (await head.GetAsync($"/danh-gia/{id}/tu-danh-gia")).Form("Lưu nháp").Set("Answers[4.1]", "thinh-thoang").Set("Facts[books]", "7");
        (await hamlet.WriteAsync(branch, id, basedOn: 1, handIn: false)).IsSuccessStatusCode.ShouldBeTrue();
        var refused = await form.SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain("những gì bạn nhập vẫn còn");
        refused.Text.ShouldContain("Đang lưu: Gần như hằng ngày");
        refused.Find("input[name='Answers[4.1]'][checked]")!.GetAttribute("value").ShouldBe("thinh-thoang");
        refused.Find("input[name='Facts[books]']")!.GetAttribute("value").ShouldBe("7");
        (await hamlet.AssessmentAsync(id)).Self.Facts["books"].ShouldBe("20");
        (await refused.Form("Lưu nháp").SubmitAsync()).Text.ShouldContain("đã lưu nháp");
        (await hamlet.AssessmentAsync(id)).Self.Facts["books"].ShouldBe("7");
    }

    [Fact]
    public async Task Handing_in_twice_with_one_command_is_done_once_and_a_figure_that_is_none_loses_nothing()
    {
        var round = await hamlet.OpenRoundAsync(2034);
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var id = await hamlet.RegisterAsync(head, round, (await hamlet.FamiliesAsync())[0]);
        var misread = await (await head.GetAsync($"/danh-gia/{id}/tu-danh-gia")).Form("Lưu nháp").Set("Facts[books]", "nhiều").Set("Answers[4.1]", "hang-tuan").SubmitAsync();
        misread.Status.ShouldBe(HttpStatusCode.BadRequest);
        misread.Text.ShouldContain("“nhiều” không hợp lệ");
        misread.Find("input[name='Facts[books]']")!.GetAttribute("value").ShouldBe("nhiều");
        var command = Guid.CreateVersion7();
        var first = await Hamlet.AnswerAsync(await hamlet.WriteAsync(head, id, basedOn: 1, handIn: true, command));
        var second = await Hamlet.AnswerAsync(await hamlet.WriteAsync(head, id, basedOn: 1, handIn: true, command));
        second.ToString().ShouldBe(first.ToString());
        first.GetProperty("outcome").GetString().ShouldBe("Met");
        (await hamlet.StepsAsync(id)).Count(s => s.Action == "submit_self").ShouldBe(1);
    }

    [Fact]
    public async Task After_the_window_a_step_needs_a_reason_which_stays_visible()
    {
        var round = await hamlet.OpenRoundAsync(2035, closed: RoundStep.Registration);
        var family = (await hamlet.FamiliesAsync())[0];
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var page = await head.GetAsync($"/dot/{round}/dang-ky?ban={Hamlet.First}");
        var refused = await page.Form("Đăng ký các hộ").Set("Chosen", family.Id.ToString()).SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("đã hết hạn ngày 10/11/2026");
        refused.Find($"input[value='{family.Id}'][checked]").ShouldNotBeNull("what was ticked stays ticked");
        var done = await refused.Form("Đăng ký các hộ").Set("LateReason", "Hộ đi làm xa mới về").SubmitAsync();
        done.Text.ShouldContain("Đã đăng ký 1 hộ");
        using var officer = await hamlet.SignInAsync(Hamlet.Officer);
        (await officer.GetAsync($"/dot/{round}")).Text.ShouldContain("Hộ đi làm xa mới về");
    }

    [Fact]
    public async Task Who_has_no_part_in_it_gets_in_nowhere_and_learns_nothing()
    {
        var round = await hamlet.OpenRoundAsync(2036);
        var family = (await hamlet.FamiliesAsync())[0];
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var id = await hamlet.RegisterAsync(head, round, family);
        using var elsewhere = await hamlet.SignInAsync("hoi-nong-cong");
        foreach (var url in new[] { $"/dot/{round}", $"/dot/{round}/ban/{Hamlet.First}", $"/danh-gia/{id}", $"/api/assessments/{id}", $"/api/rounds/{round}/assessments" })
        {
            (await elsewhere.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound, url);
        }
        var registering = await elsewhere.PostJsonAsync($"/api/rounds/{round}/registrations", new { commandId = Guid.CreateVersion7(), householdIds = new[] { family.Id } });
        registering.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var otherHamlet = await hamlet.SignInAsync("truong-ban-2");
        (await otherHamlet.GetAsync($"/danh-gia/{id}/tu-danh-gia")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var culture = await hamlet.SignInAsync("van-hoa");
        (await culture.GetAsync($"/danh-gia/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await culture.GetAsync($"/danh-gia/{id}/tu-danh-gia")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await hamlet.WriteAsync(culture, id, basedOn: 1, handIn: true)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await hamlet.AssessmentAsync(id)).Status.ShouldBe(AssessmentStatus.Registered);
    }

    [Fact]
    public async Task Evidence_of_a_wrong_kind_is_refused_with_a_sentence_and_a_photo_is_shown_only_to_those_who_see_the_sheet()
    {
        var round = await hamlet.OpenRoundAsync(2037);
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var id = await hamlet.RegisterAsync(head, round, (await hamlet.FamiliesAsync())[0]);
        var page = await head.GetAsync($"/danh-gia/{id}/minh-chung?dong=3.1");
        var refused = await page.Form("Gửi minh chứng").Attach("Tep", "goc-hoc.jpg", "image/jpeg", "<html>"u8.ToArray()).SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("không phải ảnh JPEG, PNG, WebP hay tệp PDF");
        (await app.QueryAsync(db => db.Set<EvidenceFile>().CountAsync(e => e.AssessmentId == id))).ShouldBe(0);
        var done = await refused.Form("Gửi minh chứng").Attach("Tep", "x.txt", "text/plain", SampleFiles.Jpeg()).SubmitAsync();
        done.Text.ShouldContain("Mục 3.1: đã gắn 1 minh chứng");
        var evidence = await app.QueryAsync(db => db.Set<EvidenceFile>().SingleAsync(e => e.AssessmentId == id));
        evidence.MediaType.ShouldBe("image/jpeg");
        var shown = await head.Http.GetAsync($"/danh-gia/{id}/minh-chung/{evidence.Id}");
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(SampleFiles.Jpeg());
        using var elsewhere = await hamlet.SignInAsync("hoi-nong-cong");
        (await elsewhere.Http.GetAsync($"/danh-gia/{id}/minh-chung/{evidence.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_family_enters_its_own_sheet_and_nobody_else_s_and_home_leads_it_there()
    {
        var round = await hamlet.OpenRoundAsync(2038);
        using var citizen = await hamlet.SignInAsync("nguoi-dan");
        var registered = await (await citizen.GetAsync("/danh-gia")).Form("Đăng ký cho gia đình").Set("RoundId", round.ToString()).SubmitAsync();
        registered.Text.ShouldContain("Gia đình đã đăng ký");
        var own = await app.QueryAsync(db => db.Set<Assessment>().SingleAsync(a => a.RoundId == round));
        (await citizen.GetAsync("/viec")).Text.ShouldContain("Phiếu của gia đình chưa nộp");
        var draft = await (await citizen.GetAsync($"/danh-gia/{own.Id}/tu-danh-gia")).Form("Lưu nháp").Set("Answers[4.1]", "hang-ngay").SubmitAsync();
        draft.Text.ShouldContain("Gia đình tự khai");
        (await hamlet.AssessmentAsync(own.Id)).SelfEnteredBy.ShouldBe(EnteredBy.Family);
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var neighbour = (await hamlet.FamiliesAsync()).First(f => f.Id != own.HouseholdId);
        var other = await hamlet.RegisterAsync(head, round, neighbour);
        (await citizen.GetAsync($"/danh-gia/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/dot", Hamlet.Officer)]
    [InlineData("/dot/mo", Hamlet.Officer)]
    [InlineData("/dot/{round}", Hamlet.Officer)]
    [InlineData("/dot/{round}/dang-ky?ban={hamlet}", Hamlet.Head)]
    [InlineData("/dot/{round}/ban/{hamlet}", Hamlet.Head)]
    [InlineData("/dot/{round}/hop/{hamlet}", Hamlet.Head)]
    [InlineData("/danh-gia/{sheet}", Hamlet.Head)]
    [InlineData("/danh-gia/{sheet}/tu-danh-gia", Hamlet.Head)]
    [InlineData("/danh-gia/{sheet}/minh-chung?dong=3.1", Hamlet.Head)]
    [InlineData("/danh-gia", "nguoi-dan")]
    [InlineData("/viec", Hamlet.Head)]
    public async Task In_English_nothing_Vietnamese_stands_outside_what_is_marked_so(string url, string card)
    {
        var (round, sheet) = await AnyAsync();
        using var session = await hamlet.SignInAsync(card);
        var address = url.Replace("{round}", round.ToString()).Replace("{sheet}", sheet.ToString()).Replace("{hamlet}", $"{Hamlet.First}");
        var page = await session.GetAsync(address + (address.Contains('?') ? "&" : "?") + "ngon-ngu=en");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        foreach (var marked in page.FindAll("body [lang=vi]").ToList())
        {
            marked.Remove();
        }
        var words = page.Document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words.Where(Platform.Ui.Language.IsVietnamese).ShouldBeEmpty(url);
    }

    /// <summary>One round with a sheet that all readings of pages share.</summary>
    private async Task<(Guid Round, Guid Sheet)> AnyAsync()
    {
        var there = await app.QueryAsync(db => db.Set<Assessment>().Where(a => a.Year == 2039).Select(a => new { a.RoundId, a.Id }).FirstOrDefaultAsync());
        if (there is not null)
        {
            return (there.RoundId, there.Id);
        }
        var round = await hamlet.OpenRoundAsync(2039);
        using var head = await hamlet.SignInAsync(Hamlet.Head);
        var sheet = await hamlet.RegisterAsync(head, round, (await hamlet.FamiliesAsync())[0]);
        var handedIn = await hamlet.WriteAsync(head, await hamlet.RegisterAsync(head, round, (await hamlet.FamiliesAsync())[1]), basedOn: 1, handIn: true);
        handedIn.IsSuccessStatusCode.ShouldBeTrue();
        return (round, sheet);
    }
}

public sealed class HamletFeaturesOnSqlite(SqliteApp app) : HamletFeatures(app), IClassFixture<SqliteApp>;

public sealed class HamletFeaturesOnPostgres(PostgresApp app) : HamletFeatures(app), IClassFixture<PostgresApp>;
