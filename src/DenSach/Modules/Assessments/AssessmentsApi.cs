using DenSach.Modules.Assessments.Evidence;
using DenSach.Modules.Assessments.List;
using DenSach.Modules.Assessments.Register;
using DenSach.Modules.Assessments.Review;
using DenSach.Modules.Assessments.SelfAssess;
using DenSach.Modules.Assessments.Sheets;
using DenSach.Modules.Assessments.Workflow;
using DenSach.Modules.Rounds;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;

namespace DenSach.Modules.Assessments;

/// <summary>The steps of the hamlet for phones and programs: the same commands as the pages, files first, by hash.</summary>
internal static class AssessmentsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var rounds = endpoints.MapGroup("/api/rounds/{id:guid}").WithTags("assessments");
        rounds.MapGet("/assessments", FamiliesAsync).Needs(AssessmentPermissions.Read).WithSummary("Families of a round within reach.").Produces<IEnumerable<FamilyAnswer>>();
        rounds
            .MapPost("/registrations", RegisterAsync)
            .Needs(AssessmentPermissions.Register)
            .WithSummary("Register families of one hamlet.")
            .Produces<RegisterHouseholds.Registered>();
        rounds.MapPost("/meetings", HoldAsync).Needs(AssessmentPermissions.Review).WithSummary("Record a hamlet's review meeting.").Produces<HoldReviewMeeting.Held>();

        var sheets = endpoints.MapGroup("/api/assessments/{id:guid}").WithTags("assessments");
        sheets.MapGet("", SheetAsync).Needs(AssessmentPermissions.Read).WithSummary("A family's sheet, each line explained.").Produces<SheetAnswer>();
        sheets.MapPost("/preview", PreviewAsync).Needs(AssessmentPermissions.Read).WithSummary("Score what is typed without keeping it.").Produces<PreviewAnswer>();
        sheets.MapPost("/self", WriteSelfAsync).Needs(AssessmentPermissions.SelfAssess).WithSummary("Keep or hand in the self column.").Produces<SelfAssess.SelfAssess.Written>();
        sheets.MapPost("/evidence", AttachAsync).Needs(AssessmentPermissions.SelfAssess).WithSummary("Show uploaded files for a line.").Produces<AttachEvidence.Attached>();

        endpoints
            .MapPost("/api/files", UploadAsync)
            .Needs(AssessmentPermissions.SelfAssess)
            .WithMetadata(new TakesFileAttribute())
            .WithTags("files")
            .WithSummary("Take in one file, as the body, for a family's sheet; answers its hash.")
            .Produces<FileAnswerBody>();
    }

    public sealed record RegistrationBody(Guid CommandId, IReadOnlyList<Guid>? HouseholdIds, string? LateReason, DateTime? DeviceTime);

    public sealed record MeetingBody(
        Guid CommandId,
        int AreaId,
        DateOnly HeldOn,
        string? Chair,
        string? Secretary,
        int InvitedHouseholds,
        int PresentHouseholds,
        IReadOnlyList<HoldReviewMeeting.Line>? Lines,
        string? LateReason,
        DateTime? DeviceTime,
        string? ExceptionReason = null
    );

    public sealed record SheetBody(Dictionary<string, string?>? Answers, Dictionary<string, string?>? Facts);

    public sealed record SelfBody(
        Guid CommandId,
        int BasedOn,
        Dictionary<string, string?>? Answers,
        Dictionary<string, string?>? Facts,
        bool HandIn,
        string? LateReason,
        DateTime? DeviceTime
    );

    public sealed record EvidenceBody(Guid CommandId, string LineId, IReadOnlyList<string>? Files, string? Caption, DateTime? DeviceTime);

    public sealed record FileAnswerBody(string Sha256, int Size, string MediaType);

    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, string permission) => route.WithMetadata(new NeedsAttribute(permission));

    private static async Task<IResult> FamiliesAsync(Guid id, int? area, AssessmentStatus? status, RoundsInReach reach, FamilyList families, CancellationToken cancellation)
    {
        var found = await reach.FindAsync(id, cancellation);
        if (!found.Ok)
        {
            return found.ToHttp();
        }
        var hamlets = reach.HamletsOf(found.Value, AssessmentPermissions.Read).Select(h => h.Id).Where(h => area is null || h == area).ToList();
        if (hamlets.Count == 0)
        {
            return ((Result<FamilyAnswer>)Problem.NotFound()).ToHttp();
        }
        var rows = await families.InAsync(found.Value, hamlets, cancellation);
        return Results.Ok(rows.Where(r => status is null || r.Status == status).Select(FamilyAnswer.Of));
    }

    private static async Task<IResult> RegisterAsync(Guid id, RegistrationBody body, RegisterHouseholds register, CancellationToken cancellation) =>
        (
            await register.Handle(
                new()
                {
                    CommandId = body.CommandId,
                    DeviceTime = body.DeviceTime,
                    RoundId = id,
                    HouseholdIds = body.HouseholdIds ?? [],
                    LateReason = body.LateReason,
                },
                cancellation
            )
        ).ToHttp();

    private static async Task<IResult> HoldAsync(Guid id, MeetingBody body, HoldReviewMeeting hold, CancellationToken cancellation) =>
        (
            await hold.Handle(
                new()
                {
                    CommandId = body.CommandId,
                    DeviceTime = body.DeviceTime,
                    RoundId = id,
                    AreaId = body.AreaId,
                    HeldOn = body.HeldOn,
                    Chair = body.Chair ?? "",
                    Secretary = body.Secretary ?? "",
                    InvitedHouseholds = body.InvitedHouseholds,
                    PresentHouseholds = body.PresentHouseholds,
                    Lines = body.Lines ?? [],
                    LateReason = body.LateReason,
                    ExceptionReason = body.ExceptionReason,
                },
                cancellation
            )
        ).ToHttp();

    private static async Task<IResult> SheetAsync(Guid id, OpenSheet open, CancellationToken cancellation)
    {
        var found = await open.OpenAsync(id, cancellation);
        return found.Ok ? Results.Ok(SheetAnswer.Of(found.Value)) : found.ToHttp();
    }

    private static async Task<IResult> PreviewAsync(Guid id, SheetBody body, OpenSheet open, CancellationToken cancellation)
    {
        var found = await open.FindAsync(id, cancellation);
        if (!found.Ok)
        {
            return found.ToHttp();
        }
        var written = found.Value.Form.Write(AnswerCodes.From(body.Answers), AnswerCodes.From(body.Facts));
        return written.Ok ? Results.Ok(PreviewAnswer.Of(written.Value.Sheet)) : written.ToHttp();
    }

    private static async Task<IResult> WriteSelfAsync(Guid id, SelfBody body, SelfAssess.SelfAssess self, CancellationToken cancellation) =>
        (
            await self.Handle(
                new()
                {
                    CommandId = body.CommandId,
                    DeviceTime = body.DeviceTime,
                    AssessmentId = id,
                    BasedOn = body.BasedOn,
                    Answers = body.Answers ?? [],
                    Facts = body.Facts ?? [],
                    HandIn = body.HandIn,
                    LateReason = body.LateReason,
                },
                cancellation
            )
        ).ToHttp();

    private static async Task<IResult> AttachAsync(Guid id, EvidenceBody body, AttachEvidence attach, CancellationToken cancellation) =>
        (
            await attach.Handle(
                new()
                {
                    CommandId = body.CommandId,
                    DeviceTime = body.DeviceTime,
                    AssessmentId = id,
                    LineId = body.LineId,
                    Files = body.Files ?? [],
                    Caption = body.Caption,
                },
                cancellation
            )
        ).ToHttp();

    private static async Task<IResult> UploadAsync(Guid assessment, OpenSheet open, Gate gate, FileStore store, HttpContext http, CancellationToken cancellation)
    {
        var found = await open.FindAsync(assessment, cancellation);
        if (!found.Ok || !gate.Allows(AssessmentPermissions.SelfAssess, CaseDesk.PlaceOf(found.Value.File)))
        {
            return ((Result<FileAnswerBody>)Problem.NotFound()).ToHttp();
        }
        var saved = await store.SaveBodyAsync(http, found.Value.Assessment.RegisterId, cancellation);
        return saved.Ok ? Results.Ok(new FileAnswerBody(saved.Value.Sha256, saved.Value.Size, saved.Value.MediaType)) : saved.ToHttp();
    }
}
