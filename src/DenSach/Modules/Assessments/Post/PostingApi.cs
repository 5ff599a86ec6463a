using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Post;

public sealed record PostingBody(Guid CommandId, DateOnly LastDay, string PostedAt, string? LateReason = null, string? ExceptionReason = null);

/// <summary>Postings for programs.</summary>
internal static class PostingApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(
                "/api/rounds/{id:guid}/postings",
                async (Guid id, PostingBody body, OpenPosting open, CancellationToken cancellation) =>
                {
                    var command = new OpenPosting.Command
                    {
                        CommandId = body.CommandId,
                        RoundId = id,
                        LastDay = body.LastDay,
                        PostedAt = body.PostedAt,
                        LateReason = body.LateReason,
                        ExceptionReason = body.ExceptionReason,
                    };
                    return (await open.Handle(command, cancellation)).ToHttp();
                }
            )
            .WithMetadata(new NeedsAttribute(AssessmentPermissions.Post))
            .WithTags("assessments")
            .WithSummary("Posts every appraised family of a round that hangs nowhere yet.")
            .Produces<OpenPosting.Posted>();
    }
}
