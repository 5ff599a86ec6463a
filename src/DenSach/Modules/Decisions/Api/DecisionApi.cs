using DenSach.Modules.Decisions.Draft;
using DenSach.Modules.Decisions.Drop;
using DenSach.Modules.Decisions.Number;
using DenSach.Modules.Decisions.Sign;
using DenSach.Modules.Decisions.Submit;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using DenSach.Platform.Text;

namespace DenSach.Modules.Decisions.Api;

public sealed record DraftBody(Guid CommandId);

public sealed record StepBody(Guid CommandId, int BasedOn, string? Reason = null);

public sealed record SignBody(Guid CommandId, int BasedOn, string SignerPosition, string? ExceptionReason = null, DateOnly? SignedOn = null, string? LateReason = null);

public sealed record NumberBody(Guid CommandId, int BasedOn, string Number, DateOnly IssuedOn, string? ScanSha256 = null, string? LateReason = null);

public sealed record CorrectBody(Guid CommandId, int BasedOn, string Number, DateOnly IssuedOn, string? Reason = null);

public sealed record DropBody(Guid CommandId, int BasedOn, Guid AssessmentId, string? Reason = null);

public sealed record DecisionFamily(
    int Place,
    Guid AssessmentId,
    int HamletId,
    string HouseholdNumber,
    string HeadName,
    int? PointsInHundredths,
    Guid? RecognitionId,
    string? Code
);

public sealed record DecisionAnswer(
    Guid Id,
    int Version,
    int AreaId,
    Guid RoundId,
    string Title,
    int Year,
    DecisionStatus Status,
    bool RestsOnSample,
    string? SignerName,
    string? SignerPosition,
    DateTime? SignedAt,
    DateOnly? SignedOn,
    string? Number,
    DateOnly? IssuedOn,
    IReadOnlyList<DecisionFamily> Families
);

/// <summary>The same commands for programs; and the signed scan for people.</summary>
internal static class DecisionApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(
                "/api/rounds/{id:guid}/decisions",
                async (Guid id, DraftBody body, DraftDecision draft, CancellationToken cancellation) =>
                    (await draft.Handle(new DraftDecision.Command { CommandId = body.CommandId, RoundId = id }, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(DecisionPermissions.Draft))
            .WithTags("decisions")
            .WithSummary("Drafts a decision over all families of a round that are ready.")
            .Produces<DraftDecision.Drafted>();
        endpoints
            .MapPost(
                "/api/rounds/{id:guid}/close",
                async (Guid id, StepBody body, CloseRound.CloseRound close, CancellationToken cancellation) =>
                {
                    var command = new CloseRound.CloseRound.Command
                    {
                        CommandId = body.CommandId,
                        RoundId = id,
                        BasedOn = body.BasedOn,
                        Reason = body.Reason,
                    };
                    return (await close.Handle(command, cancellation)).ToHttp();
                }
            )
            .WithMetadata(new NeedsAttribute(Rounds.RoundPermissions.Open))
            .WithTags("rounds")
            .WithSummary("Closes a round in which nothing was decided, with a reason; its year and title are free again.")
            .Produces<CloseRound.CloseRound.Closed>();
        endpoints
            .MapPost(
                "/api/rounds/{id:guid}/edit",
                async (Guid id, EditRound.EditRound.Command body, EditRound.EditRound edit, CancellationToken cancellation) =>
                    (await edit.Handle(body with { RoundId = id }, cancellation)).ToHttp()
            )
            .WithMetadata(new NeedsAttribute(Rounds.RoundPermissions.Open))
            .WithTags("rounds")
            .WithSummary("Corrects what a round was opened with, while nobody is registered.")
            .Produces<EditRound.EditRound.Edited>();
        var one = endpoints.MapGroup("/api/decisions/{id:guid}").WithTags("decisions");
        one.MapGet("", FindAsync).WithMetadata(new NeedsAttribute(DecisionPermissions.Read)).WithSummary("A decision with its families.").Produces<DecisionAnswer>();
        Step(one, "submit", SubmitDecision.Step.Submit, DecisionPermissions.Draft, "Puts a draft before the leader.");
        Step(
            one,
            "send-back",
            SubmitDecision.Step.SendBack,
            DecisionPermissions.SendBack,
            "Back to the drafter, with a reason: by the leader, and once signed by the records clerk too."
        );
        Step(one, "withdraw", SubmitDecision.Step.Withdraw, DecisionPermissions.Draft, "Drops a draft; its families are free for another.");
        one.MapPost("/sign", SignAsync).WithMetadata(new NeedsAttribute(DecisionPermissions.Sign)).WithSummary("The leader signs.").Produces<SignDecision.Signed>();
        one.MapPost("/number", NumberAsync)
            .WithMetadata(new NeedsAttribute(DecisionPermissions.Number))
            .WithSummary("The records clerk enters number and date; the decision is in force.")
            .Produces<EnterNumber.InForce>();
        one.MapPost("/number/correct", CorrectAsync)
            .WithMetadata(new NeedsAttribute(DecisionPermissions.Number))
            .WithSummary("The records clerk corrects number or date as copied from the book, within some days, with a reason.")
            .Produces<CorrectNumber.Corrected>();
        one.MapPost("/drop", DropAsync)
            .WithMetadata(new NeedsAttribute(DecisionPermissions.Read))
            .WithSummary("Takes a family out of a draft, or the leader's own out of what was put before him, with a reason.")
            .Produces<DropFamily.Dropped>();
        endpoints.MapGet("/quyet-dinh/{id:guid}/ban-quet", ScanAsync).WithMetadata(new NeedsAttribute(DecisionPermissions.Read)).ExcludeFromDescription();
    }

    private static void Step(RouteGroupBuilder one, string path, SubmitDecision.Step step, string permission, string summary) =>
        one.MapPost(
                "/" + path,
                async (Guid id, StepBody body, SubmitDecision submit, CancellationToken cancellation) =>
                {
                    var command = new SubmitDecision.Command
                    {
                        CommandId = body.CommandId,
                        DecisionId = id,
                        BasedOn = body.BasedOn,
                        Step = step,
                        Reason = body.Reason,
                    };
                    return (await submit.Handle(command, cancellation)).ToHttp();
                }
            )
            .WithMetadata(new NeedsAttribute(permission))
            .WithSummary(summary)
            .Produces<SubmitDecision.Done>();

    private static async Task<IResult> SignAsync(Guid id, SignBody body, SignDecision sign, CancellationToken cancellation)
    {
        var command = new SignDecision.Command
        {
            CommandId = body.CommandId,
            DecisionId = id,
            BasedOn = body.BasedOn,
            SignerPosition = body.SignerPosition,
            ExceptionReason = body.ExceptionReason,
            SignedOn = body.SignedOn,
            LateReason = body.LateReason,
        };
        return (await sign.Handle(command, cancellation)).ToHttp();
    }

    private static async Task<IResult> NumberAsync(Guid id, NumberBody body, EnterNumber number, CancellationToken cancellation)
    {
        var command = new EnterNumber.Command
        {
            CommandId = body.CommandId,
            DecisionId = id,
            BasedOn = body.BasedOn,
            Number = body.Number,
            IssuedOn = body.IssuedOn,
            ScanSha256 = body.ScanSha256,
            LateReason = body.LateReason,
        };
        return (await number.Handle(command, cancellation)).ToHttp();
    }

    private static async Task<IResult> CorrectAsync(Guid id, CorrectBody body, CorrectNumber correct, CancellationToken cancellation)
    {
        var command = new CorrectNumber.Command
        {
            CommandId = body.CommandId,
            DecisionId = id,
            BasedOn = body.BasedOn,
            Number = body.Number,
            IssuedOn = body.IssuedOn,
            Reason = body.Reason,
        };
        return (await correct.Handle(command, cancellation)).ToHttp();
    }

    private static async Task<IResult> DropAsync(Guid id, DropBody body, DropFamily drop, CancellationToken cancellation)
    {
        var command = new DropFamily.Command
        {
            CommandId = body.CommandId,
            DecisionId = id,
            BasedOn = body.BasedOn,
            AssessmentId = body.AssessmentId,
            Reason = body.Reason,
        };
        return (await drop.Handle(command, cancellation)).ToHttp();
    }

    private static async Task<IResult> FindAsync(Guid id, DecisionBook book, CancellationToken cancellation)
    {
        if (await book.FindAsync(id, cancellation) is not { } open)
        {
            return ((Result<DecisionAnswer>)Problem.NotFound()).ToHttp();
        }
        var decision = open.Decision;
        var recognitions = await book.RecognitionsAsync(decision, cancellation);
        var families = open.Lines.Select(l =>
        {
            var recognition = recognitions.GetValueOrDefault(l.AssessmentId)?.Id;
            return new DecisionFamily(
                l.Place,
                l.AssessmentId,
                l.HamletAreaId,
                l.HouseholdNumber,
                l.HeadName,
                l.Points,
                recognition,
                recognition is { } known ? PublicCode.Of(known) : null
            );
        });
        return Results.Ok(
            new DecisionAnswer(
                decision.Id,
                decision.Version,
                decision.AreaId,
                decision.RoundId,
                decision.Title,
                decision.Year,
                decision.Status,
                decision.RestsOnSample,
                decision.SignerName,
                decision.SignerPosition,
                decision.SignedAt,
                decision.SignedOn,
                decision.Number,
                decision.IssuedOn,
                [.. families]
            )
        );
    }

    private static async Task<IResult> ScanAsync(Guid id, DecisionBook book, FileStore files, CancellationToken cancellation)
    {
        if (await book.FindAsync(id, cancellation) is not { Decision: { ScanSha256: { } scan } decision })
        {
            return Results.NotFound();
        }
        var opened = await files.OpenAsync(decision.RegisterId, scan, cancellation);
        return opened.Problem is { } problem ? Results.StatusCode(ProblemHttp.StatusOf(problem.Kind)) : opened.Value.ToHttp($"quyet-dinh-{decision.Number!.Replace('/', '-')}");
    }
}
