using DenSach.Modules.Decisions;
using DenSach.Modules.Decisions.Number;
using DenSach.Modules.Registry;
using DenSach.Platform.Tallies;
using DenSach.Scoring;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Tests.Deciding;

/// <summary>A family counts for one year at a time: the old list stands until the new one replaces it, and never beside it.</summary>
public abstract class TitlePeriodRules(TestApp app) : IAsyncLifetime
{
    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    private Task<int> HoldingAsync(DateOnly day) =>
        app.QueryAsync(db => db.Set<RegisterTally>().Where(t => t.Measure == RecognitionMeasures.FamiliesHolding && t.Date <= day).SumAsync(t => t.Value));

    /// <summary>The recount of titles finds what is stored. Families planted by a test are not in the registry's own sums, so those are left aside.</summary>
    private async Task TitlesAgreeAsync()
    {
        var verified = await app.CommandLineAsync("tallies", "verify");
        verified.Output.ShouldContain("sums compared");
        verified.Output.ShouldNotContain(RecognitionMeasures.FamiliesHolding);
        verified.Output.ShouldNotContain(RecognitionMeasures.FamiliesRecognised);
    }

    [Fact]
    public async Task The_next_years_first_decision_ends_the_titles_of_the_year_before()
    {
        var first = await RoundDrive.OpenAsync(app, 2026);
        var (stays, fails, gone) = (await first.FamilyAsync(), await first.FamilyAsync(), await first.FamilyAsync());
        await first.PostedAndOverAsync(stays, fails, gone);
        await first.DecideAsync("11/QĐ-UBND");
        (await HoldingAsync(new DateOnly(2026, 12, 31))).ShouldBe(3);
        (await HoldingAsync(new DateOnly(2027, 12, 31))).ShouldBe(3, "while nothing else is decided");
        (await HoldingAsync(new DateOnly(2028, 1, 1))).ShouldBe(0);

        var second = await RoundDrive.OpenAsync(app, 2027, held: 2027);
        // A year later its child is one class further.
        await app.QueryAsync(db =>
            db.Set<Person>().Where(p => p.HouseholdId == stays.Id && p.Schooling.Attending != null).ExecuteUpdateAsync(s => s.SetProperty(p => p.Schooling.SchoolYear, 2027))
        );
        await second.PostedAndOverAsync(stays, await second.FamilyAsync());
        await second.DecideAsync("12/QĐ-UBND");
        (await HoldingAsync(new DateOnly(2027, 11, 27))).ShouldBe(3);
        (await HoldingAsync(new DateOnly(2027, 11, 28))).ShouldBe(2);
        (await HoldingAsync(new DateOnly(2027, 12, 31))).ShouldBe(2, "the one that failed is not counted beside the new list");
        (await app.QueryAsync(db => db.Set<Recognition>().SingleAsync(r => r.HouseholdId == fails.Id))).To.ShouldBe(new DateOnly(2027, 11, 28));
        (await HoldingAsync(new DateOnly(2029, 1, 1))).ShouldBe(0);
        await TitlesAgreeAsync();

        // A straggler of the old year would give a title that is over.
        var late = await RoundDrive.OpenAsync(app, 2024, held: 2027);
        await late.PostedAndOverAsync(1);
        var decision = (await late.DraftAsync()).Must().DecisionId;
        (await late.StepAsync(RoundDrive.Officer, decision, 1, Modules.Decisions.Submit.SubmitDecision.Step.Submit)).Must();
        (await late.SignAsync(RoundDrive.Leader, decision, 2)).Must();
        (await late.NumberAsync(decision, 3, "13/QĐ-UBND")).Problem!.Code.ShouldBe("title_over");
    }

    [Fact]
    public async Task A_number_or_day_entered_wrongly_is_corrected_for_some_days_and_periods_and_sums_follow()
    {
        var before = await RoundDrive.OpenAsync(app, 2026);
        await before.PostedAndOverAsync(2);
        await before.DecideAsync("21/QĐ-UBND");
        var drive = await RoundDrive.OpenAsync(app, 2027, held: 2027);
        await drive.PostedAndOverAsync(1);
        app.Time.MoveTo(new DateTimeOffset(2027, 12, 1, 8, 0, 0, TimeSpan.FromHours(7)));
        var decision = (await drive.DraftAsync()).Must().DecisionId;
        (await drive.StepAsync(RoundDrive.Officer, decision, 1, Modules.Decisions.Submit.SubmitDecision.Step.Submit)).Must();
        (await drive.SignAsync(RoundDrive.Leader, decision, 2, new DateOnly(2027, 11, 27))).Problem!.Code.ShouldBe("signed_on", "the list still hung");
        (await drive.SignAsync(RoundDrive.Leader, decision, 2, new DateOnly(2027, 12, 2))).Problem!.Code.ShouldBe("signed_on", "not yet");
        (await drive.SignAsync(RoundDrive.Leader, decision, 2, new DateOnly(2027, 11, 29))).Must();
        (await drive.NumberAsync(decision, 3, "22/KH-UBND", new DateOnly(2027, 11, 28))).Problem!.Code.ShouldBe("symbol");
        (await drive.NumberAsync(decision, 3, "22/QĐ-UBND", new DateOnly(2027, 11, 28))).Must();
        (await HoldingAsync(new DateOnly(2027, 11, 28))).ShouldBe(1);
        var signed = await app.QueryAsync(db => db.Set<Decision>().SingleAsync(d => d.Id == decision));
        signed.SignedOn.ShouldBe(new DateOnly(2027, 11, 28), "the day on the paper is the day it was signed");

        using var clerk = await drive.SignInAsync(RoundDrive.Clerk);
        var page = await (await clerk.GetAsync($"/quyet-dinh/{decision}")).FollowAsync("Sửa số, ngày ghi nhầm");
        (await page.Form("Ghi số, ngày đúng").Set("Number", "23/QĐ-UBND").SubmitAsync()).Text.ShouldContain("Cần ghi vì sao");
        var done = await page.Form("Ghi số, ngày đúng").Set("Number", "23/QĐ-UBND").Set("IssuedOn", "2027-11-30").Set("Reason", "Chép nhầm dòng trong sổ.").SubmitAsync();
        done.Text.ShouldContain("Đã sửa thành số 23/QĐ-UBND ngày 30/11/2027");
        done.Text.ShouldContain("22/QĐ-UBND, 28/11/2027 → 23/QĐ-UBND, 30/11/2027");
        done.Text.ShouldContain("Chép nhầm dòng trong sổ.");
        (await HoldingAsync(new DateOnly(2027, 11, 29))).ShouldBe(2, "the old list stands until the corrected day");
        (await HoldingAsync(new DateOnly(2027, 11, 30))).ShouldBe(1);
        await TitlesAgreeAsync();

        app.Time.MoveTo(new DateTimeOffset(2027, 12, 7, 8, 0, 0, TimeSpan.FromHours(7)));
        (await clerk.GetAsync($"/quyet-dinh/{decision}")).Find($"a[href$='/sua-so']").ShouldBeNull();
        var late = await drive.As<CorrectNumber, CorrectNumber.Corrected>(
            RoundDrive.Clerk,
            (correct, cancellation) =>
                correct.Handle(
                    new()
                    {
                        CommandId = Guid.CreateVersion7(),
                        DecisionId = decision,
                        BasedOn = 5,
                        Number = "24/QĐ-UBND",
                        IssuedOn = new DateOnly(2027, 11, 30),
                        Reason = "Muộn.",
                    },
                    cancellation
                )
        );
        late.Problem!.Code.ShouldBe("too_late_to_correct");
    }

    [Theory]
    [InlineData(2026, 2026, 12, 24, "2028-01-01")]
    [InlineData(2026, 2027, 1, 15, "2028-01-01")]
    public void A_yearly_title_ends_with_the_following_year_whenever_it_was_decided(int year, int issuedYear, int month, int day, string end) =>
        Recognition.EndOf(Validity.OneYear, year, new DateOnly(issuedYear, month, day)).ShouldBe(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture));
}

public sealed class TitlePeriodRulesOnSqlite() : TitlePeriodRules(new SqliteApp());

public sealed class TitlePeriodRulesOnPostgres() : TitlePeriodRules(new PostgresApp());
