using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Decisions;
using DenSach.Modules.Decisions.Sign;
using DenSach.Modules.Decisions.Submit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Platform.Text;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>From the draft to the number: each step in the right hands, and once.</summary>
public abstract class DecisionRules(TestApp app)
{
    [Fact]
    public async Task A_decision_goes_from_draft_to_signature_to_number_in_the_right_hands()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(2);
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        using var leader = await drive.SignInAsync(RoundDrive.Leader);
        using var clerk = await drive.SignInAsync(RoundDrive.Clerk);
        (await officer.GetAsync("/viec")).Text.ShouldContain("Hộ hết niêm yết, chờ lập quyết định");
        var choose = await officer.GetAsync("/quyet-dinh/moi");
        var drafted = await DraftFormOf(choose, drive.RoundId).SubmitAsync();
        drafted.Text.ShouldContain("Đã lập dự thảo với 2 hộ");
        var url = drafted.Path;
        (await officer.GetAsync(url)).FindAll("button").ShouldNotContain(b => b.TextContent.Contains("Ký"));
        await drafted.Form("Trình lãnh đạo ký").SubmitAsync();
        var toSign = await leader.GetAsync(url);
        toSign.Find($"a[href='{url}/ky']").ShouldNotBeNull();
        var sendBack = await toSign.FollowAsync("Trả lại dự thảo");
        (await sendBack.Form("Trả lại dự thảo").SubmitAsync()).Text.ShouldContain("Cần ghi lý do trả lại");
        await sendBack.Form("Trả lại dự thảo").Set("Reason", "Ghi lại căn cứ.").SubmitAsync();
        var back = await officer.GetAsync(url);
        back.Text.ShouldContain("Ghi lại căn cứ.");
        await back.Form("Trình lãnh đạo ký").SubmitAsync();
        var sign = await (await leader.GetAsync(url)).FollowAsync("Ký quyết định");
        sign.Form("Ký quyết định")["SignerPosition"].ShouldBe("CHỦ TỊCH");
        (await sign.Form("Ký quyết định").SubmitAsync()).Text.ShouldContain("Đã ký quyết định cho 2 hộ");
        (await clerk.GetAsync("/viec")).Text.ShouldContain("Quyết định chờ cấp số");
        var toNumber = await (await clerk.GetAsync(url)).FollowAsync("Cấp số, ban hành");
        (await toNumber.Form("Ban hành").Set("Number", "một hai lăm").SubmitAsync()).Text.ShouldContain("ví dụ 125/QĐ-UBND");
        var issued = await toNumber.Form("Ban hành").Set("Number", "7/QĐ-UBND").Attach("Scan", "ban-quet.pdf", "application/pdf", "%PDF-1.4 ký"u8.ToArray()).SubmitAsync();
        issued.Text.ShouldContain("Quyết định số 07/QĐ-UBND đã ban hành; 2 hộ được công nhận");
        issued.FindAll("a[href^='/kiem-tra/']").Count().ShouldBe(2);
        (await officer.Http.GetAsync(issued.Find("a[href$='/ban-quet']")!.GetAttribute("href"))).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var paper = await officer.GetAsync(url + "/ban-in");
        paper.Find(".paper-number")!.TextContent.ShouldBe("Số: 07/QĐ-UBND");
        paper.Find(".paper-mark").ShouldNotBeNull();
        paper.FindAll(".paper-table-body tr").Count().ShouldBe(2);
    }

    [Fact]
    public async Task Two_officers_at_once_one_wins_and_the_other_is_told()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(2);
        var drafts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => drive.DraftAsync()));
        drafts.Count(d => d.Ok).ShouldBe(1, "two drafts never hold the same families");
        drafts.Where(d => !d.Ok).ShouldAllBe(d => d.Problem!.Code == "stale" || d.Problem.Code == "nothing_to_decide");
        var decision = drafts.Single(d => d.Ok).Value.DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        var signed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => drive.SignAsync(RoundDrive.Leader, decision, 2)));
        signed.Count(s => s.Ok).ShouldBe(1);
        signed.Where(s => !s.Ok).ShouldAllBe(s => s.Problem!.Code == "stale");
    }

    [Fact]
    public async Task A_stale_page_and_a_double_click_change_nothing_more()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/quyet-dinh/{decision}");
        var open = await officer.GetAsync($"/quyet-dinh/{decision}");
        var form = page.Form("Trình lãnh đạo ký");
        (await form.SubmitAsync()).Text.ShouldContain("Đã trình ký");
        (await form.SubmitAsync()).Text.ShouldContain("Đã trình ký", customMessage: "the same click again");
        (await page.Form("Bỏ dự thảo").SubmitAsync()).Text.ShouldContain("Mã lệnh này đã dùng cho một nội dung khác");
        var stale = await open.Form("Bỏ dự thảo").SubmitAsync();
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Text.ShouldContain("Dữ liệu đã được người khác sửa", customMessage: stale.Text);
    }

    [Fact]
    public async Task A_number_is_given_once_a_year_however_it_is_written()
    {
        var first = await RoundDrive.OpenAsync(app);
        await first.PostedAndOverAsync(1);
        await first.DecideAsync("5/QĐ-UBND");
        var second = await RoundDrive.OpenAsync(app);
        await second.PostedAndOverAsync(1);
        var decision = (await second.DraftAsync()).Must().DecisionId;
        (await second.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        (await second.NumberAsync(decision, 2, "05/QĐ-UBND")).Problem!.Code.ShouldBe("wrong_status", "not signed yet");
        (await second.SignAsync(RoundDrive.Leader, decision, 2)).Must();
        (await second.NumberAsync(decision, 3, "05/qđ-ubnd")).Problem!.Code.ShouldBe("number_taken");
        (await second.NumberAsync(decision, 3, "06/QĐ-UBND", new DateOnly(2026, 11, 27))).Problem!.Code.ShouldBe("issued_on", "before it was signed");
        (await second.NumberAsync(decision, 3, "06/QĐ-UBND")).Must().Number.ShouldBe("06/QĐ-UBND");
    }

    [Fact]
    public async Task A_hamlet_head_reads_a_decision_and_cannot_sign_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        (await drive.SignAsync(RoundDrive.Head, decision, 2)).Problem!.Code.ShouldBe("not_found");
        (await drive.SignAsync(RoundDrive.Officer, decision, 2)).Problem!.Code.ShouldBe("not_found");
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var page = await head.GetAsync($"/quyet-dinh/{decision}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.FindAll("main form").ShouldBeEmpty();
        var answer = await head.PostJsonAsync(
            $"/api/decisions/{decision}/sign",
            new
            {
                commandId = Guid.CreateVersion7(),
                basedOn = 2,
                signerPosition = "CHỦ TỊCH",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await drive.SignInAsync("hoi-nong-cong");
        (await stranger.GetAsync($"/quyet-dinh/{decision}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/quyet-dinh")).Html.ShouldNotContain($"/quyet-dinh/{decision}");
        (await stranger.Http.GetAsync($"/api/decisions/{decision}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Outside_a_demo_nothing_is_decided_on_a_sample()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        var refused = await app.InsideAsync(
            services =>
            {
                var real = new Installation(services.GetRequiredService<Settings>());
                var desk = new DecisionDesk(services.GetRequiredService<AppDb>(), services.GetRequiredService<Platform.Access.Gate>(), real);
                var sign = new SignDecision(services.GetRequiredService<CommandRunner>(), desk, services.GetRequiredService<CaseDesk>());
                return sign.Handle(
                    new()
                    {
                        CommandId = Guid.CreateVersion7(),
                        DecisionId = decision,
                        BasedOn = 2,
                        SignerPosition = "CHỦ TỊCH",
                    },
                    CancellationToken.None
                );
            },
            await RoundDrive.ActorAsync(app, RoundDrive.Leader)
        );
        refused.Problem!.Code.ShouldBe("condition_SetHasForce");
        refused.Problem.Sentence.ShouldContain("bản mẫu, không có giá trị pháp lý");
    }

    [Fact]
    public async Task Who_appraised_does_not_decide()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        var appraiser = await RoundDrive.ActorAsync(app, RoundDrive.Appraiser);
        var both = appraiser with { Grants = [.. appraiser.Grants, .. (await RoundDrive.ActorAsync(app, RoundDrive.Leader)).Grants] };
        var refused = await app.InsideAsync(
            services =>
                services
                    .GetRequiredService<SignDecision>()
                    .Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            DecisionId = decision,
                            BasedOn = 2,
                            SignerPosition = "CHỦ TỊCH",
                        },
                        CancellationToken.None
                    ),
            both
        );
        refused.Problem!.Code.ShouldBe("same_person");
    }

    [Fact]
    public async Task Nothing_is_decided_while_the_posting_hangs_or_an_objection_waits()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var id = await drive.ProposedAsync(await drive.FamilyAsync());
        (await drive.AppraiseAsync(RoundDrive.Appraiser, Modules.Assessments.Appraise.AppraisalVerdict.Pass, [id])).Must();
        await drive.PostAsync();
        (await drive.DraftAsync()).Problem!.Code.ShouldBe("nothing_to_decide");
        await drive.ObjectAsync(id);
        app.Time.MoveTo(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.FromHours(7)));
        (await drive.DraftAsync()).Problem!.Code.ShouldBe("nothing_to_decide");
    }

    [Fact]
    public async Task The_sums_move_by_exactly_the_families_decided()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(3);
        Task<int> HoldingAsync() =>
            app.QueryAsync(db =>
                db.Set<Platform.Tallies.Tally>()
                    .Where(t => t.Measure == RecognitionMeasures.FamiliesHolding && t.AreaId == RoundDrive.Hamlet && t.Date <= new DateOnly(2026, 11, 28))
                    .SumAsync(t => t.Value)
            );
        var before = await HoldingAsync();
        await drive.DecideAsync("33/QĐ-UBND");
        (await HoldingAsync()).ShouldBe(before + 3);
    }

    [Fact]
    public async Task On_an_English_page_Vietnamese_stands_only_where_it_says_so()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var draft = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, draft, 1, SubmitDecision.Step.Submit)).Must();
        var posted = await RoundDrive.OpenAsync(app);
        var id = await posted.ProposedAsync(await posted.FamilyAsync());
        var odd = await posted.ProposedAsync(await posted.FamilyAsync(), RoundDrive.OneShort);
        (await posted.AppraiseAsync(RoundDrive.Appraiser, Modules.Assessments.Appraise.AppraisalVerdict.Pass, [id])).Must();
        var posting = (await posted.PostAsync()).PostingId;
        var refused = await posted.ProposedAsync(await posted.FamilyAsync());
        (await posted.AppraiseAsync(RoundDrive.Appraiser, Modules.Assessments.Appraise.AppraisalVerdict.Fail, [refused], reason: "Thiếu sách.")).Must();
        var objection = await posted.ObjectAsync(id);
        var issued = await RoundDrive.OpenAsync(app);
        await issued.PostedAndOverAsync(1);
        var decided = await issued.DecideAsync("41/QĐ-UBND");
        await ShouldBeEnglishAsync(
            RoundDrive.Appraiser,
            $"/dot/{posted.RoundId}/tham-dinh",
            $"/danh-gia/{odd}/tham-dinh",
            $"/danh-gia/{id}/tham-dinh",
            $"/danh-gia/{refused}/mo-lai"
        );
        await ShouldBeEnglishAsync(
            RoundDrive.Officer,
            "/viec",
            $"/dot/{posted.RoundId}/niem-yet",
            $"/dot/{posted.RoundId}/niem-yet/{posting}",
            $"/danh-gia/{id}/y-kien",
            $"/danh-gia/{refused}/y-kien",
            $"/y-kien/{objection}",
            "/quyet-dinh",
            "/quyet-dinh/moi",
            $"/quyet-dinh/{draft}"
        );
        await ShouldBeEnglishAsync(RoundDrive.Leader, $"/quyet-dinh/{draft}/ky", $"/quyet-dinh/{draft}/tra-lai", $"/quyet-dinh/{decided.DecisionId}");
        await ShouldBeEnglishAsync(RoundDrive.Clerk, "/viec", $"/quyet-dinh/{draft}/cap-so");
        await ShouldBeEnglishAsync(null, $"/kiem-tra/{PublicCode.Of(decided.RecognitionIds[0])}", "/kiem-tra/AB-12");

        async Task ShouldBeEnglishAsync(string? card, params string[] urls)
        {
            using var session = card is null ? app.Anonymous() : await drive.SignInAsync(card);
            foreach (var url in urls)
            {
                var page = await session.GetAsync($"{url}?ngon-ngu=en");
                foreach (var element in page.FindAll("main *").Where(e => e.Closest("[lang='vi']") is null))
                {
                    var own = string.Concat(element.ChildNodes.Where(n => n.NodeType == AngleSharp.Dom.NodeType.Text).Select(n => n.TextContent));
                    Platform.Ui.Language.IsVietnamese(own).ShouldBeFalse($"{url}: {own.Trim()}");
                }
            }
        }
    }

    private static FormFill DraftFormOf(PageView page, Guid round) => page.Form("Lập dự thảo").Set("RoundId", round.ToString());
}

public sealed class DecisionRulesOnSqlite(SqliteApp app) : DecisionRules(app), IClassFixture<SqliteApp>;

public sealed class DecisionRulesOnPostgres(PostgresApp app) : DecisionRules(app), IClassFixture<PostgresApp>;
