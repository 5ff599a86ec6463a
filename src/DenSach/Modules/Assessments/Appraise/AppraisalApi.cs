using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Appraise;

/// <param name="Answers">The appraisal column, line to code; left out it is the hamlet's.</param>
/// <param name="Facts">Typed figures of the column; left out they are the hamlet's.</param>
public sealed record AppraisalBody(
    Guid CommandId,
    int BasedOn,
    AppraisalVerdict Verdict,
    IReadOnlyDictionary<string, string?>? Answers = null,
    IReadOnlyDictionary<string, string?>? Facts = null,
    string? Reason = null,
    string? LateReason = null,
    string? ExceptionReason = null
);

public sealed record AppraisalLine(Guid AssessmentId, int BasedOn);

public sealed record AppraisalsBody(Guid CommandId, AppraisalVerdict Verdict, IReadOnlyList<AppraisalLine> Families, string? Reason = null, string? LateReason = null);

/// <summary>The appraisal for programs: one family, or many as the hamlet has them.</summary>
internal static class AppraisalApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/api/assessments/{id:guid}/appraisal", OneAsync)
            .WithMetadata(new NeedsAttribute(AssessmentPermissions.Appraise))
            .WithTags("assessments")
            .WithSummary("The appraisal's word on one family.")
            .Produces<Appraise.Appraised>();
        endpoints
            .MapPost("/api/rounds/{id:guid}/appraisals", ManyAsync)
            .WithMetadata(new NeedsAttribute(AssessmentPermissions.Appraise))
            .WithTags("assessments")
            .WithSummary("The appraisal's word on many families of a round, all or none.")
            .Produces<Appraise.Appraised>();
    }

    private static async Task<IResult> OneAsync(Guid id, AppraisalBody body, Appraise appraise, CancellationToken cancellation)
    {
        var command = new Appraise.Command
        {
            CommandId = body.CommandId,
            Verdict = body.Verdict,
            Lines = [new Appraise.Line(id, body.BasedOn, body.Answers, body.Facts)],
            Reason = body.Reason,
            LateReason = body.LateReason,
            ExceptionReason = body.ExceptionReason,
        };
        return (await appraise.Handle(command, cancellation)).ToHttp();
    }

    private static async Task<IResult> ManyAsync(Guid id, AppraisalsBody body, Appraise appraise, CancellationToken cancellation)
    {
        var command = new Appraise.Command
        {
            CommandId = body.CommandId,
            RoundId = id,
            Verdict = body.Verdict,
            Lines = [.. (body.Families ?? []).Select(f => new Appraise.Line(f.AssessmentId, f.BasedOn))],
            Reason = body.Reason,
            LateReason = body.LateReason,
        };
        return (await appraise.Handle(command, cancellation)).ToHttp();
    }
}
