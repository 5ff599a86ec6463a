using DenSach.Modules.Accounts;
using DenSach.Modules.Assessments.Register;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Assessments.SelfAssess;
using DenSach.Modules.Registry;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using DenSach.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DenSach.Tests.Deciding;

/// <summary>The steps of the hamlet one by one, where a test is about them.</summary>
public sealed partial class RoundDrive
{
    public const string Branch = "chi-hoi";

    public async Task<Guid> RegisterAsync(Household household) => (await RegisterAsync(Head, household.Id)).Must().AssessmentIds.Single();

    public Task<Result<RegisterHouseholds.Registered>> RegisterAsync(string card, params Guid[] households) =>
        As<RegisterHouseholds, RegisterHouseholds.Registered>(
            card,
            (register, cancellation) =>
                register.Handle(
                    new()
                    {
                        CommandId = Guid.CreateVersion7(),
                        RoundId = RoundId,
                        HouseholdIds = households,
                    },
                    cancellation
                )
        );

    /// <summary>Handed in on the family's behalf.</summary>
    public async Task HandInAsync(Guid id, Dictionary<string, string?>? answers = null) => (await TryHandInAsync(id, answers)).Must();

    public async Task<Result<SelfAssess.Written>> TryHandInAsync(Guid id, Dictionary<string, string?>? answers = null, Dictionary<string, string?>? facts = null)
    {
        var command = new SelfAssess.Command
        {
            CommandId = Guid.CreateVersion7(),
            AssessmentId = id,
            BasedOn = await VersionAsync(id),
            Answers = answers ?? GoodAnswers,
            Facts = facts ?? Facts,
            HandIn = true,
        };
        return await As<SelfAssess, SelfAssess.Written>(Head, (self, cancellation) => self.Handle(command, cancellation));
    }

    /// <summary>Registered and handed in: waits for the meeting.</summary>
    public async Task<Guid> HandedInAsync(Household household, Dictionary<string, string?>? answers = null)
    {
        var id = await RegisterAsync(household);
        await HandInAsync(id, answers);
        return id;
    }

    public Task<Result<HoldReviewMeeting.Held>> MeetAsync(string card, IReadOnlyList<HoldReviewMeeting.Line> lines, string? exception = null, DateOnly? heldOn = null) =>
        As<HoldReviewMeeting, HoldReviewMeeting.Held>(card, (hold, cancellation) => hold.Handle(Meeting(lines, exception, heldOn), cancellation));

    public HoldReviewMeeting.Command Meeting(IReadOnlyList<HoldReviewMeeting.Line> lines, string? exception = null, DateOnly? heldOn = null) =>
        new()
        {
            CommandId = Guid.CreateVersion7(),
            RoundId = RoundId,
            AreaId = Hamlet,
            HeldOn = heldOn ?? Today,
            Chair = "Vàng A Sáng",
            Secretary = "Lù Thị Mỷ",
            InvitedHouseholds = 30,
            PresentHouseholds = 25,
            Lines = lines,
            ExceptionReason = exception,
        };

    /// <summary>The household that the demo's citizen holds by a slip; it lives in <see cref="Hamlet"/>.</summary>
    public Task<Household> CitizensHouseholdAsync() =>
        app.QueryAsync(async db =>
        {
            var household = (await db.Set<Grant>().AsNoTracking().SingleAsync(g => g.Role == Role.Citizen && g.SubjectId != null)).SubjectId;
            var found = await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == household);
            found.AreaId.ShouldBe(Hamlet);
            return found;
        });

    private DateOnly Today => Clock.DayOf(app.Time.GetUtcNow().UtcDateTime);

    /// <summary>Gives an account of the demo a household of its own, or none again.</summary>
    public static Task<int> LiveInAsync(TestApp app, string card, Guid? household) =>
        app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var account = await db.Set<Account>().SingleAsync(a => a.UserName == card);
            db.Entry(account).Property(a => a.HouseholdId).CurrentValue = household;
            services.GetRequiredService<KnownAccounts>().Forget(account.Id);
            return await db.SaveChangesAsync();
        });
}
