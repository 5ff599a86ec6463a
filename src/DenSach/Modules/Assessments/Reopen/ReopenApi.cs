using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Reopen;

public sealed record ReopenBody(Guid CommandId, int BasedOn, string? Reason);

/// <summary>Taking a verdict back, for programs.</summary>
internal static class ReopenApi
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(
                "/api/assessments/{id:guid}/reopen",
                async (Guid id, ReopenBody body, ReopenVerdict reopen, CancellationToken cancellation) =>
                {
                    var command = new ReopenVerdict.Command
                    {
                        CommandId = body.CommandId,
                        AssessmentId = id,
                        BasedOn = body.BasedOn,
                        Reason = body.Reason ?? "",
                    };
                    return (await reopen.Handle(command, cancellation)).ToHttp();
                }
            )
            .WithMetadata(new NeedsAttribute(AssessmentPermissions.Reopen))
            .WithTags("assessments")
            .WithSummary("Takes back the verdict of the meeting or of the appraisal, with a reason, before the family is posted.")
            .Produces<ReopenVerdict.Reopened>();
}
