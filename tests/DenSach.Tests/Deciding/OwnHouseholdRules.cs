using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Register;
using DenSach.Modules.Assessments.Review;
using DenSach.Platform.Access;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>Nobody acts in an office on his own household; and no hamlet waits because its head lives in it.</summary>
public abstract class OwnHouseholdRules(TestApp app) : IAsyncLifetime
{
    private static readonly string[] Lived = [RoundDrive.Head, RoundDrive.Officer];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var card in Lived)
        {
            await RoundDrive.LiveInAsync(app, card, null);
        }
    }

    [Fact]
    public async Task Registering_all_leaves_the_own_family_to_another_and_says_which()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var (own, other) = (await drive.FamilyAsync(), await drive.FamilyAsync());
        await RoundDrive.LiveInAsync(app, RoundDrive.Head, own.Id);
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var form = (await head.GetAsync($"/dot/{drive.RoundId}/dang-ky?ban={RoundDrive.Hamlet}")).Form("Đăng ký tất cả").Set("Everyone", $"{own.Id} {other.Id}");
        var done = await form.SubmitAsync();
        done.Text.ShouldContain("Đã đăng ký 1 hộ");
        done.Text.ShouldContain($"Để lại 1 hộ của chính bạn: số {own.Number} ({own.HeadName})");
        (await drive.RegisterAsync(RoundDrive.Head, own.Id)).Problem!.Code.ShouldBe("own_household");
        (await drive.RegisterAsync(RoundDrive.Branch, own.Id)).Must().AssessmentIds.Count.ShouldBe(1, "the hamlet's association branch may");
    }

    [Fact]
    public async Task The_meeting_is_written_down_without_the_recorders_family_which_another_records()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var household = await drive.FamilyAsync();
        var (own, other) = (await drive.HandedInAsync(household), await drive.HandedInAsync(await drive.FamilyAsync()));
        await RoundDrive.LiveInAsync(app, RoundDrive.Head, household.Id);
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var page = await head.GetAsync($"/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}");
        page.Text.ShouldContain("Đây là hộ của chính bạn");
        await page.Form("Ghi kết quả họp").Set("Secretary", "Lù Thị Mỷ").Set("Invited", "30").Set("Present", "25").SubmitAsync();
        (await drive.StatusAsync(other)).ShouldBe(AssessmentStatus.Proposed);
        (await drive.StatusAsync(own)).ShouldBe(AssessmentStatus.SelfAssessed);
        // A program that sends all lines is not refused as a whole either.
        var third = await drive.HandedInAsync(await drive.FamilyAsync());
        var held = (await drive.MeetAsync(RoundDrive.Head, [await LineAsync(drive, own), await LineAsync(drive, third)])).Must();
        (held.Proposed, held.OwnLeftOut!.Single()).ShouldBe((1, own));
        (await drive.MeetAsync(RoundDrive.Head, [await LineAsync(drive, own)])).Problem!.Code.ShouldBe("own_household");
        (await drive.MeetAsync(RoundDrive.Branch, [await LineAsync(drive, own)])).Must().Proposed.ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_hamlet_has_nobody_else_a_counted_vote_and_a_reason_stand_in_the_minutes_and_before_the_level_above()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var household = await drive.FamilyAsync();
        var own = await drive.HandedInAsync(household);
        await RoundDrive.LiveInAsync(app, RoundDrive.Head, household.Id);
        (await drive.MeetAsync(RoundDrive.Head, [await LineAsync(drive, own)], exception: "Bản chưa có chi hội.")).Problem!.Code.ShouldBe("own_vote");
        using var head = await drive.SignInAsync(RoundDrive.Head);
        var form = (await head.GetAsync($"/dot/{drive.RoundId}/hop/{RoundDrive.Hamlet}"))
            .Form("Ghi kết quả họp")
            .Set("Secretary", "Lò Thị Mai")
            .Set("Invited", "30")
            .Set("Present", "25");
        var minutes = await form.Set("Lines[0].Verdict", "OwnVote").Set("Lines[0].VotesFor", "24").Set("ExceptionReason", "Bản chưa có chi hội.").SubmitAsync();
        minutes.Text.ShouldContain("24/25");
        minutes.Text.ShouldContain($"Ngoại lệ: hộ số {household.Number}");
        minutes.Text.ShouldContain("thư ký Lò Thị Mai xác nhận số phiếu. Lý do: Bản chưa có chi hội.");
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        (await officer.GetAsync($"/dot/{drive.RoundId}")).Text.ShouldContain("Bản chưa có chi hội.");
    }

    [Fact]
    public async Task A_head_who_holds_the_slip_of_a_family_acts_there_as_one_of_it_and_in_the_meeting_not_at_all()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var household = await drive.FamilyAsync();
        var head = await RoundDrive.ActorAsync(app, RoundDrive.Head);
        var slip = new Grant
        {
            Id = Guid.CreateVersion7(),
            AccountId = head.AccountId,
            Role = Role.Citizen,
            Scope = ScopeKind.Household,
            AreaId = household.AreaId,
            SubjectId = household.Id,
            From = new DateOnly(2026, 1, 1),
        };
        var both = head with { Grants = [.. head.Grants, slip] };
        var registered = await app.InsideAsync(
            services =>
                services
                    .GetRequiredService<RegisterHouseholds>()
                    .Handle(
                        new()
                        {
                            CommandId = Guid.CreateVersion7(),
                            RoundId = drive.RoundId,
                            HouseholdIds = [household.Id],
                        },
                        CancellationToken.None
                    ),
            both
        );
        var id = registered.Must().AssessmentIds.Single();
        (await app.QueryAsync(db => db.Set<AssessmentStep>().SingleAsync(s => s.AssessmentId == id))).Role.ShouldBe(Role.Citizen);
        await drive.HandInAsync(id);
        var line = await LineAsync(drive, id);
        var held = await app.InsideAsync(services => services.GetRequiredService<HoldReviewMeeting>().Handle(drive.Meeting([line]), CancellationToken.None), both);
        held.Problem!.Code.ShouldBe("own_household");
    }

    [Fact]
    public async Task Posting_leaves_the_officers_own_family_to_the_other_officer()
    {
        var drive = await RoundDrive.OpenAsync(app);
        var household = await drive.FamilyAsync();
        var (own, other) = (await drive.ProposedAsync(household), await drive.ProposedAsync(await drive.FamilyAsync()));
        (await drive.AppraiseAsync(RoundDrive.Appraiser, AppraisalVerdict.Pass, [own, other])).Must();
        await RoundDrive.LiveInAsync(app, RoundDrive.Officer, household.Id);
        using var officer = await drive.SignInAsync(RoundDrive.Officer);
        var page = await officer.GetAsync($"/dot/{drive.RoundId}/niem-yet");
        page.Text.ShouldContain($"Hộ của chính bạn không niêm yết cùng, để cán bộ khác làm: số {household.Number}");
        (await page.Form("Niêm yết từ hôm nay").SubmitAsync()).Text.ShouldContain("Đã niêm yết 1 hộ");
        (await drive.StatusAsync(other)).ShouldBe(AssessmentStatus.Posted);
        (await drive.StatusAsync(own)).ShouldBe(AssessmentStatus.Met);
        using var culture = await drive.SignInAsync("van-hoa");
        await (await culture.GetAsync($"/dot/{drive.RoundId}/niem-yet")).Form("Niêm yết từ hôm nay").SubmitAsync();
        (await drive.StatusAsync(own)).ShouldBe(AssessmentStatus.Posted);
    }

    private static async Task<HoldReviewMeeting.Line> LineAsync(RoundDrive drive, Guid id) => new(id, await drive.VersionAsync(id), true);
}

public sealed class OwnHouseholdRulesOnSqlite(SqliteApp app) : OwnHouseholdRules(app), IClassFixture<SqliteApp>;

public sealed class OwnHouseholdRulesOnPostgres(PostgresApp app) : OwnHouseholdRules(app), IClassFixture<PostgresApp>;
