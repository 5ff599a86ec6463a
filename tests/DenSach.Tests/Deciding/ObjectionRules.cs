using System.Net;
using DenSach.Modules.Assessments;
using DenSach.Modules.Assessments.Appraise;
using DenSach.Modules.Assessments.Object;
using DenSach.Modules.Assessments.Review;
using DenSach.Platform.Access;
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
