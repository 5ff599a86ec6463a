using System.Net;
using DenSach.Modules.Areas;
using DenSach.Modules.Decisions.CloseRound;
using DenSach.Modules.Decisions.Submit;
using DenSach.Modules.Plans;
using DenSach.Modules.Rounds;
using DenSach.Modules.Rounds.OpenRound;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using DenSach.Tests.Criteria;
using DenSach.Tests.Hosting;
using DenSach.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>What a round is opened with, corrected to, and how one opened by mistake makes room for another.</summary>
public abstract class RoundTermsRules(TestApp app) : IAsyncLifetime
{
    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private static OpenRound.Command Terms(int year = 2026, string set = "mau-gia-dinh-2026") =>
        new()
        {
            CommandId = Guid.CreateVersion7(),
            AreaId = KnownAreas.BinhLu,
            Title = RoundWords.Family,
            Year = year,
            SetId = set,
            SetVersion = "1",
            FactsAsAt = new DateOnly(year, 11, 21),
            Windows = [.. Enum.GetValues<RoundStep>().Select(step => new OpenRound.Window(step, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)))],
        };

    private async Task<Platform.Errors.Result<OpenRound.Opened>> OpenAsync(OpenRound.Command command) =>
        await app.InsideAsync(services => services.GetRequiredService<OpenRound>().Handle(command, default), await RoundDrive.ActorAsync(app, RoundDrive.Officer));

    [Fact]
    public async Task A_slip_in_the_year_the_day_of_the_facts_or_the_plan_is_refused()
    {
        (await OpenAsync(Terms(2062))).Problem!.Code.ShouldBe("year");
        (await OpenAsync(Terms() with { FactsAsAt = new DateOnly(2027, 1, 1) })).Problem!.Code.ShouldBe("facts_as_at");
        (await OpenAsync(Terms() with { PlanId = RowId.New(2001) })).Problem!.Code.ShouldBe("plan");
        var plan = await app.QueryAsync(db => db.Set<Plan>().Where(p => p.AreaId == KnownAreas.BinhLu).Select(p => p.Id).FirstAsync());
        (await OpenAsync(Terms() with { PlanId = plan })).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_round_goes_by_a_plan_that_holds_in_its_year()
    {
        async Task<string?> CodeAsync(DateOnly? ended, int year, int lastYear = 2030, bool replaced = false, int firstYear = 2024, DateOnly? withdrawn = null)
        {
            var plan = await app.PlantAsync(
                KnownAreas.BinhLu,
                p =>
                {
                    p.Confirm(PlantedPlans.At, Guid.CreateVersion7());
                    if (ended is { } day && !replaced)
                    {
                        p.Withdraw(day, "thử");
                    }
                },
                new DateOnly(2024, 3, 1),
                firstYear,
                lastYear
            );
            if (replaced)
            {
                var later = await app.PlantAsync(KnownAreas.BinhLu, p => p.Confirm(PlantedPlans.At, Guid.CreateVersion7()), ended!.Value, lastYear);
                await app.QueryAsync(async db =>
                {
                    var earlier = await db.Set<Plan>().SingleAsync(p => p.Id == plan.Id);
                    (await db.Set<Plan>().SingleAsync(p => p.Id == later.Id)).Replace(earlier, ended.Value);
                    if (withdrawn is { } day)
                    {
                        earlier.Withdraw(day, "thử");
                    }
                    return await db.SaveChangesAsync();
                });
            }
            var opened = await OpenAsync(Terms(year) with { PlanId = plan.Id });
            if (opened.Ok)
            {
                await app.QueryAsync(db => db.Set<Round>().Where(r => r.Id == opened.Value.RoundId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedAt, PlantedPlans.At)));
            }
            return opened.Problem?.Code;
        }
        (await CodeAsync(new DateOnly(2026, 12, 1), 2026)).ShouldBeNull("it ends, but not today");
        (await CodeAsync(new DateOnly(2026, 11, 21), 2026)).ShouldBe("plan_ended", "today it holds no more");
        (await CodeAsync(new DateOnly(2027, 1, 1), 2027)).ShouldBe("plan_ended", "another holds in that year");
        (await CodeAsync(new DateOnly(2026, 1, 1), 2025, replaced: true)).ShouldBeNull("it held to the end of that year");
        (await CodeAsync(new DateOnly(2026, 1, 1), 2025)).ShouldBe("plan_ended", "it was withdrawn: it asks nothing any more, also not for the year before");
        (await CodeAsync(new DateOnly(2027, 1, 1), 2025, replaced: true, withdrawn: new DateOnly(2026, 11, 20))).ShouldBe("plan_ended", "replaced ahead, and then withdrawn");
        (await CodeAsync(null, 2026, lastYear: 2025)).ShouldBe("plan_ended", "its years are over");
        (await CodeAsync(null, 2025, lastYear: 2025)).ShouldBeNull();
        (await CodeAsync(null, 2026, firstYear: 2027)).ShouldBe("plan_ended", "its period has not begun");
        (await CodeAsync(null, 2027, firstYear: 2027)).ShouldBeNull("the round of its first year may be opened ahead");
    }

    [Fact]
    public async Task A_round_is_corrected_until_the_first_family_is_registered()
    {
        var id = (await OpenAsync(Terms())).Must().RoundId;
        using var officer = await app.SignInAsync(RoundDrive.Officer);
        var edit = await (await officer.GetAsync($"/dot/{id}")).FollowAsync("Sửa đợt");
        edit.Form("Ghi những gì đã sửa")["Year"].ShouldBe("2026");
        (await edit.Form("Ghi những gì đã sửa").Set("Year", "2206").SubmitAsync()).Text.ShouldContain("Năm đánh giá phải là 2025, 2026 hoặc 2027");
        var done = await edit.Form("Ghi những gì đã sửa").Set("Year", "2027").Set("FactsAsAt", "2027-06-30").Set("Windows[5].LastDay", "2027-01-31").SubmitAsync();
        done.Text.ShouldContain("Gia đình học tập 2027");
        var round = await app.QueryAsync(db => db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == id));
        (round.Year, round.FactsAsAt, round.WindowOf(RoundStep.Decision)!.LastDay).ShouldBe((2027, new DateOnly(2027, 6, 30), new DateOnly(2027, 1, 31)));

        var drive = await RoundDrive.OpenAsync(app, 2026);
        await drive.ProposedAsync(await drive.FamilyAsync());
        (await officer.GetAsync($"/dot/{drive.RoundId}/sua")).Text.ShouldContain("không sửa được nữa");
    }

    [Fact]
    public async Task A_round_without_a_decision_is_closed_and_its_year_is_free()
    {
        var drive = await RoundDrive.OpenAsync(app, 2026);
        var family = await drive.FamilyAsync();
        var id = await drive.ProposedAsync(family);
        (await OpenAsync(Terms())).Problem!.Code.ShouldBe("round_exists");
        using var officer = await app.SignInAsync(RoundDrive.Officer);
        var page = await (await officer.GetAsync($"/dot/{drive.RoundId}")).FollowAsync("Đóng đợt");
        (await page.Form("Đóng đợt").Set("Reason", " ").SubmitAsync()).Text.ShouldContain("Cần ghi lý do");
        (await page.Form("Đóng đợt").Set("Reason", "Mở nhầm bộ tiêu chí.").SubmitAsync()).Text.ShouldContain("Đã đóng đợt");
        (await officer.GetAsync($"/danh-gia/{id}")).Status.ShouldBe(HttpStatusCode.OK, "what was written can be read");
        (await officer.GetAsync($"/dot/{drive.RoundId}")).Text.ShouldContain("Mở nhầm bộ tiêu chí.");
        (await drive.AppraiseAsync(RoundDrive.Appraiser, Modules.Assessments.Appraise.AppraisalVerdict.Pass, [id])).Problem!.Code.ShouldBe("round_closed");
        (await OpenAsync(Terms())).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_round_with_a_decision_or_a_draft_is_not_closed()
    {
        var drive = await RoundDrive.OpenAsync(app, 2026);
        await drive.PostedAndOverAsync(1);
        var draft = (await drive.DraftAsync()).Must().DecisionId;
        Task<int> VersionAsync() => app.QueryAsync(db => db.Set<Round>().Where(r => r.Id == drive.RoundId).Select(r => r.Version).SingleAsync());
        async Task<Platform.Errors.Result<CloseRound.Closed>> CloseAsync()
        {
            var version = await VersionAsync();
            return await drive.As<CloseRound, CloseRound.Closed>(
                RoundDrive.Officer,
                (close, cancellation) =>
                    close.Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            RoundId = drive.RoundId,
                            BasedOn = version,
                            Reason = "Nhầm.",
                        },
                        cancellation
                    )
            );
        }
        (await CloseAsync()).Problem!.Code.ShouldBe("decision_exists");
        (await drive.StepAsync(RoundDrive.Officer, draft, 1, SubmitDecision.Step.Withdraw)).Must();
        (await CloseAsync()).Ok.ShouldBeTrue();
        (await drive.DraftAsync()).Problem!.Code.ShouldBe("round_closed");
    }

    [Fact]
    public async Task Outside_a_demo_a_sample_is_warned_of_when_the_round_is_opened_and_an_official_set_leads_to_a_signature()
    {
        var officer = await RoundDrive.ActorAsync(app, RoundDrive.Officer);
        Task<Platform.Errors.Result<OpenRound.Opened>> OutsideAsync(OpenRound.Command command) =>
            app.InsideAsync(
                services =>
                {
                    var rules = new RoundRules(
                        services.GetRequiredService<AppDb>(),
                        services.GetRequiredService<AreaTree>(),
                        new Installation(services.GetRequiredService<Settings>())
                    );
                    return ActivatorUtilities.CreateInstance<OpenRound>(services, rules).Handle(command, default);
                },
                officer
            );
        var warned = await OutsideAsync(Terms());
        warned.Problem!.Code.ShouldBe("sample_set");
        warned.Problem.Sentence.ShouldContain("không ký được quyết định");
        var file = Path.Combine(Directory.CreateTempSubdirectory("densach-").FullName, "bo.yaml");
        await File.WriteAllTextAsync(file, PublishingRules.Official("gia-dinh-chinh-thuc"));
        (await app.CommandLineAsync("criteria", "publish", file)).Code.ShouldBe(0);
        (await OutsideAsync(Terms(set: "gia-dinh-chinh-thuc"))).Ok.ShouldBeTrue();
        (await OutsideAsync(Terms(2027) with { AcceptsSample = true })).Ok.ShouldBeTrue();

        var drive = await RoundDrive.OpenAsync(app, set: "gia-dinh-chinh-thuc");
        await drive.PostedAndOverAsync(1);
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, SubmitDecision.Step.Submit)).Must();
        var signed = await app.InsideAsync(
            services =>
            {
                var desk = ActivatorUtilities.CreateInstance<Modules.Decisions.DecisionDesk>(services, new Installation(services.GetRequiredService<Settings>()));
                return ActivatorUtilities
                    .CreateInstance<Modules.Decisions.Sign.SignDecision>(services, desk)
                    .Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            DecisionId = decision,
                            BasedOn = 2,
                            SignerPosition = "CHỦ TỊCH",
                        },
                        default
                    );
            },
            await RoundDrive.ActorAsync(app, RoundDrive.Leader)
        );
        signed.Ok.ShouldBeTrue(signed.Problem?.Sentence);
    }
}

public sealed class RoundTermsRulesOnSqlite() : RoundTermsRules(new SqliteApp());

public sealed class RoundTermsRulesOnPostgres() : RoundTermsRules(new PostgresApp());
