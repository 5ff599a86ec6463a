using System.Net;
using DenSach.Modules.Accounts;
using DenSach.Modules.Assessments;
using DenSach.Modules.Decisions;
using DenSach.Modules.Decisions.Drop;
using DenSach.Modules.Decisions.Submit;
using DenSach.Modules.Registry;
using DenSach.Platform.Data;
using DenSach.Platform.Text;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>What goes wrong around a decision and how people get out of it: a wrong name, a late day, one's own family.</summary>
public abstract class DecisionCareRules(TestApp app)
{
    private static async Task<Guid> SubmittedAsync(RoundDrive drive)
    {
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        return decision;
    }

    [Fact]
    public async Task What_is_signed_says_how_long_the_titles_hold_and_leaves_nothing_blank_in_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = await SubmittedAsync(drive);
        var year = await app.QueryAsync(db => db.Set<Decision>().Where(d => d.Id == decision).Select(d => d.Year).SingleAsync());
        using var leader = await drive.SignInAsync(RoundDrive.Leader);
        var before = await leader.GetAsync($"/quyet-dinh/{decision}/ban-in");
        before.Text.ShouldContain($"kể từ ngày ký (ngày ban hành) Quyết định này đến hết ngày 31/12/{year + 1}");
        before.Text.ShouldNotContain("……");
        (await drive.SignAsync(RoundDrive.Leader, decision, 2)).Must();
        (await drive.NumberAsync(decision, 3, "51/QĐ-UBND")).Must();
        var after = await leader.GetAsync($"/quyet-dinh/{decision}/ban-in");
        string ArticleOne(PageView page) => page.FindAll(".paper-text").First().TextContent;
        ArticleOne(after).ShouldBe(ArticleOne(before), "the paper that was signed does not change its words");
    }

    [Fact]
    public async Task Once_signed_a_wrong_name_goes_back_by_the_clerk_with_a_reason()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        var decision = await SubmittedAsync(drive);
        (await drive.StepAsync(RoundDrive.Clerk, decision, 2, SubmitDecision.Step.SendBack, "Sớm quá.")).Problem!.Code.ShouldBe("wrong_status", "not signed: the leader's");
        (await drive.SignAsync(RoundDrive.Leader, decision, 2)).Must();
        using var clerk = await drive.SignInAsync(RoundDrive.Clerk);
        var page = await (await clerk.GetAsync($"/quyet-dinh/{decision}")).FollowAsync("Trả lại dự thảo");
        var back = await page.Form("Trả lại dự thảo").Set("Reason", "Tên chủ hộ thứ nhất viết sai.").SubmitAsync();
        back.Text.ShouldContain("Tên chủ hộ thứ nhất viết sai.");
        var stored = await app.QueryAsync(db => db.Set<Decision>().AsNoTracking().SingleAsync(d => d.Id == decision));
        (stored.Status, stored.SignerName, stored.SignedAt).ShouldBe((DecisionStatus.Draft, null, null));
        (await drive.StepAsync(RoundDrive.Officer, decision, 4, SubmitDecision.Step.Submit)).Must();
        (await drive.SignAsync(RoundDrive.Leader, decision, 5)).Must();
        (await drive.NumberAsync(decision, 6, "52/QĐ-UBND")).Must();
        (await drive.StepAsync(RoundDrive.Clerk, decision, 7, SubmitDecision.Step.SendBack, "Muộn.")).Problem!.Code.ShouldBe("wrong_status", "numbered");
    }

    [Fact]
    public async Task A_family_leaves_a_draft_with_a_reason_and_waits_for_another_decision()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var ids = await drive.PostedAndOverAsync(2);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/quyet-dinh/{decision}/bo-ho/{ids[0]}");
        (await page.Form("Đưa ra khỏi danh sách").SubmitAsync()).Text.ShouldContain("Cần ghi vì sao");
        var done = await page.Form("Đưa ra khỏi danh sách").Set("Reason", "Chờ xác minh nơi cư trú.").SubmitAsync();
        done.Text.ShouldContain("danh sách còn 1 hộ");
        done.Text.ShouldContain("Chờ xác minh nơi cư trú.");
        var lines = await app.QueryAsync(db => db.Set<DecisionLine>().Where(l => l.DecisionId == decision).ToListAsync());
        lines.ShouldHaveSingleItem().Place.ShouldBe(1);
        (await officer.GetAsync($"/quyet-dinh/{decision}/bo-ho/{ids[1]}")).Form("Đưa ra khỏi danh sách").ShouldNotBeNull();
        (await drive.DraftAsync()).Must().Families.ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_after_its_window_asks_why_and_shows_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        await drive.PostedAndOverAsync(1);
        app.Time.MoveTo(new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.FromHours(7)));
        var decision = await SubmittedAsync(drive);
        (await drive.SignAsync(RoundDrive.Leader, decision, 2)).Problem!.Code.ShouldBe("late_reason");
        using var leader = await drive.SignInAsync(RoundDrive.Leader);
        var form = (await leader.GetAsync($"/quyet-dinh/{decision}/ky")).Form("Ký quyết định");
        (await form.Set("LateReason", "Chủ tịch đi công tác hết năm.").SubmitAsync()).Text.ShouldContain("Chủ tịch đi công tác hết năm.");
        (await drive.NumberAsync(decision, 3, "53/QĐ-UBND", new DateOnly(2027, 1, 4))).Problem!.Code.ShouldBe("late_reason");
        using var clerk = await drive.SignInAsync(RoundDrive.Clerk);
        var number = (await clerk.GetAsync($"/quyet-dinh/{decision}/cap-so")).Form("Ban hành").Set("Number", "53/QĐ-UBND").Set("LateReason", "Ký ngày 04/01.");
        (await number.SubmitAsync()).Text.ShouldContain("Ký ngày 04/01.");
    }

    [Fact]
    public async Task The_leader_takes_his_own_family_out_and_the_clerk_numbers_a_list_with_the_clerks_own()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var (leaders, clerks) = (await drive.FamilyAsync(), await drive.FamilyAsync());
        var ids = await drive.PostedAndOverAsync(leaders, clerks);
        var decision = await SubmittedAsync(drive);
        await LiveInAsync(RoundDrive.Leader, leaders.Id);
        await LiveInAsync(RoundDrive.Clerk, clerks.Id);
        try
        {
            var refused = await drive.SignAsync(RoundDrive.Leader, decision, 2);
            refused.Problem!.Code.ShouldBe("own_household");
            refused.Problem.Sentence.ShouldContain(leaders.HeadName);
            refused.Problem.Sentence.ShouldContain("cấp phó");
            var other = await drive.As<DropFamily, DropFamily.Dropped>(
                RoundDrive.Leader,
                (drop, cancellation) =>
                    drop.Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            DecisionId = decision,
                            BasedOn = 2,
                            AssessmentId = ids[1],
                            Reason = "Không thích.",
                        },
                        cancellation
                    )
            );
            other.Problem!.Code.ShouldBe("not_own");
            using var leader = await drive.SignInAsync(RoundDrive.Leader);
            var page = await (await leader.GetAsync($"/quyet-dinh/{decision}/ky")).FollowAsync("Đưa ra khỏi danh sách");
            await page.Form("Đưa ra khỏi danh sách").Set("Reason", "Hộ của người ký.").SubmitAsync();
            (await drive.SignAsync(RoundDrive.Leader, decision, 3)).Must().Families.ShouldBe(1);
            (await drive.NumberAsync(decision, 4, "54/QĐ-UBND")).Must();
            (await drive.StatusAsync(ids[1])).ShouldBe(AssessmentStatus.Recognised);
            (await drive.DraftAsync()).Must().Families.ShouldBe(1, "the leader's family waits for the decision a deputy signs");
        }
        finally
        {
            await LiveInAsync(RoundDrive.Leader, null);
            await LiveInAsync(RoundDrive.Clerk, null);
        }
    }

    [Fact]
    public async Task A_head_whom_the_registry_does_not_know_is_not_named_in_public()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var (minor, unknown) = (await drive.FamilyAsync(headBorn: 2010), await drive.FamilyAsync());
        // The name on the household is spelt otherwise than the person's: it must not be the name that decides.
        await app.QueryAsync(db => db.Set<Household>().Where(h => h.Id == minor.Id).ExecuteUpdateAsync(s => s.SetProperty(h => h.HeadName, "Lò Văn Thử Nhỏ")));
        await app.QueryAsync(db =>
            db.Set<Person>()
                .Where(p => p.HouseholdId == unknown.Id && p.RelationToHead == Relation.Head)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.RelationToHead, Relation.Other))
        );
        var ids = await drive.PostedAndOverAsync(minor, unknown);
        await drive.DecideAsync("55/QĐ-UBND");
        var recognitions = await app.QueryAsync(db => db.Set<Recognition>().Where(r => ids.Contains(r.AssessmentId)).ToListAsync());
        using var anybody = app.Anonymous();
        foreach (var recognition in recognitions)
        {
            var page = await anybody.GetAsync($"/kiem-tra/{PublicCode.Of(recognition.Id)}");
            page.Text.ShouldContain("không hiển thị");
            page.Text.ShouldNotContain("Lò Văn Thử");
        }
    }

    [Fact]
    public async Task A_family_gets_a_certificate_with_its_code_and_the_sheet_shows_it()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var (one, other) = (await drive.FamilyAsync(), await drive.FamilyAsync());
        var ids = await drive.PostedAndOverAsync(one, other);
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        (await officer.GetAsync($"/danh-gia/{ids[0]}")).Find(".check-code").ShouldBeNull("nothing is recognised yet");
        var issued = await drive.DecideAsync("57/QĐ-UBND");
        var code = PublicCode.Of(issued.RecognitionIds[0]);
        var sheet = await officer.GetAsync($"/danh-gia/{ids[0]}");
        sheet.Find(".check-code a")!.GetAttribute("href").ShouldBe($"/kiem-tra/{sheet.Find(".check-code a")!.TextContent}");
        issued.RecognitionIds.Select(PublicCode.Of).ShouldContain(sheet.Find(".check-code a")!.TextContent);
        var all = await officer.GetAsync($"/quyet-dinh/{issued.DecisionId}/giay-cong-nhan");
        all.FindAll("article.paper").Count().ShouldBe(2);
        all.FindAll("svg.paper-qr path").Count().ShouldBe(2);
        all.Text.ShouldContain(code);
        all.Text.ShouldContain("Theo Quyết định số 57/QĐ-UBND ngày 28/11/2026");
        all.FindAll(".paper-mark").Count().ShouldBe(2, "they rest on a sample");
        var single = await officer.GetAsync($"/quyet-dinh/{issued.DecisionId}/giay-cong-nhan/{ids[1]}");
        single.FindAll("article.paper").Count().ShouldBe(1);
        single.Text.ShouldContain(other.HeadName);
        single.Text.ShouldNotContain(one.HeadName);
        var next = await RoundDrive.OpenAsync(app);
        await next.PostedAndOverAsync(1);
        var draft = (await next.DraftAsync()).Must().DecisionId;
        (await officer.GetAsync($"/quyet-dinh/{draft}/giay-cong-nhan")).Status.ShouldBe(HttpStatusCode.NotFound, "a draft gives none");
        using var stranger = await drive.SignInAsync("hoi-nong-cong");
        (await stranger.GetAsync($"/quyet-dinh/{issued.DecisionId}/giay-cong-nhan")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_ready_is_counted_and_a_round_that_is_done_with_is_left_out()
    {
        var done = await RoundDrive.OpenAsync(app);
        await done.PostedAndOverAsync(1);
        await done.DecideAsync("58/QĐ-UBND");
        var waits = await RoundDrive.OpenAsync(app);
        var ids = await waits.PostedAndOverAsync(3);
        using var officer = await waits.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync("/quyet-dinh/moi");
        page.FindAll($"input[name=RoundId][value='{waits.RoundId}']").Single().Closest("form")!.TextContent.ShouldContain("3 hộ đủ điều kiện");
        page.FindAll($"input[name=RoundId][value='{done.RoundId}']").ShouldBeEmpty();
        app.Time.MoveTo(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.FromHours(7)));
        await waits.ObjectAsync(ids[0]);
        app.Time.MoveTo(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.FromHours(7)));
        (await officer.GetAsync("/quyet-dinh/moi"))
            .FindAll($"input[name=RoundId][value='{waits.RoundId}']")
            .Single()
            .Closest("form")!
            .TextContent.ShouldContain("2 hộ đủ điều kiện");
        (await waits.DraftAsync()).Must().Families.ShouldBe(2);
        (await officer.GetAsync("/viec")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_pages_of_a_decision_in_English_leave_only_data_in_Vietnamese()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var ids = await drive.PostedAndOverAsync(2);
        var draft = (await drive.DraftAsync()).Must().DecisionId;
        var issued = await RoundDrive.OpenAsync(app);
        await issued.PostedAndOverAsync(1);
        var decided = await issued.DecideAsync("56/QĐ-UBND");
        var open = await RoundDrive.OpenAsync(app);
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        using var clerk = await drive.SignInAsync(RoundDrive.Clerk);
        foreach (
            var (who, url) in new[]
            {
                (officer, $"/quyet-dinh/{draft}"),
                (officer, $"/quyet-dinh/{draft}/bo-ho/{ids[0]}"),
                (clerk, $"/quyet-dinh/{decided.DecisionId}"),
                (clerk, $"/quyet-dinh/{decided.DecisionId}/sua-so"),
                (officer, $"/dot/{open.RoundId}/dong"),
                (officer, $"/dot/{open.RoundId}/sua"),
                (officer, $"/dot/{drive.RoundId}/dong"),
                (officer, $"/dot/{drive.RoundId}/sua"),
                (officer, "/dot"),
            }
        )
        {
            var page = await who.GetAsync($"{url}?ngon-ngu=en");
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.LeftInVietnamese().ShouldBeEmpty(url);
        }
    }

    private Task<int> LiveInAsync(string card, Guid? household) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var account = await db.Set<Account>().SingleAsync(a => a.UserName == card);
            db.Entry(account).Property(a => a.HouseholdId).CurrentValue = household;
            services.GetRequiredService<KnownAccounts>().Forget(account.Id);
            return await db.SaveChangesAsync();
        });
}

public sealed class DecisionCareRulesOnSqlite(SqliteApp app) : DecisionCareRules(app), IClassFixture<SqliteApp>;

public sealed class DecisionCareRulesOnPostgres(PostgresApp app) : DecisionCareRules(app), IClassFixture<PostgresApp>;
