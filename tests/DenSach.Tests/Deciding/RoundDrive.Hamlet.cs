using DenSach.Modules.Assessments.Register;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Assessments.SelfAssess;
using DenSach.Modules.Registry;
using DenSach.Platform.Errors;

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
    public async Task HandInAsync(Guid id, Dictionary<string, string?>? answers = null)
    {
        var command = new SelfAssess.Command
        {
            CommandId = Guid.CreateVersion7(),
            AssessmentId = id,
            BasedOn = await VersionAsync(id),
            Answers = answers ?? GoodAnswers,
            Facts = Facts,
            HandIn = true,
        };
        (await As<SelfAssess, SelfAssess.Written>(Head, (self, cancellation) => self.Handle(command, cancellation))).Must();
    }

    /// <summary>Registered and handed in: waits for the meeting.</summary>
    public async Task<Guid> HandedInAsync(Household household, Dictionary<string, string?>? answers = null)
    {
        var id = await RegisterAsync(household);
        await HandInAsync(id, answers);
        return id;
    }

    public Task<Result<HoldReviewMeeting.Held>> MeetAsync(string card, IReadOnlyList<HoldReviewMeeting.Line> lines)
    {
        var meeting = new HoldReviewMeeting.Command
        {
            CommandId = Guid.CreateVersion7(),
            RoundId = RoundId,
            AreaId = Hamlet,
            HeldOn = new DateOnly(2026, 11, 21),
            Chair = "Vàng A Sáng",
            Secretary = "Lù Thị Mỷ",
            InvitedHouseholds = 30,
            PresentHouseholds = 25,
            Lines = lines,
        };
        return As<HoldReviewMeeting, HoldReviewMeeting.Held>(card, (hold, cancellation) => hold.Handle(meeting, cancellation));
    }
}
