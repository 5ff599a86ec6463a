using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Assessments.Object;

public sealed record ObjectionBody(Guid CommandId, string Text, string? SaidBy = null);

public sealed record ObjectionAnswerBody(Guid CommandId, int BasedOn, bool Uphold, string Answer, string? ExceptionReason = null);

/// <summary>What is said against posted families, for programs.</summary>
internal static class ObjectionApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(
                "/api/assessments/{id:guid}/objections",
                async (Guid id, ObjectionBody body, RaiseObjection raise, CancellationToken cancellation) =>
                {
                    var command = new RaiseObjection.Command
                    {
                        CommandId = body.CommandId,
                        AssessmentId = id,
                        Text = body.Text,
                        SaidBy = body.SaidBy,
                    };
                    return (await raise.Handle(command, cancellation)).ToHttp();
                }
            )
            .WithMetadata(new NeedsAttribute(AssessmentPermissions.Object))
            .WithTags("assessments")
            .WithSummary("Takes down what somebody says against a posted family.")
            .Produces<RaiseObjection.Raised>();
        endpoints
            .MapPost(
                "/api/objections/{id:guid}/answer",
                async (Guid id, ObjectionAnswerBody body, AnswerObjection answer, CancellationToken cancellation) =>
                {
                    var command = new AnswerObjection.Command
                    {
                        CommandId = body.CommandId,
                        ObjectionId = id,
                        BasedOn = body.BasedOn,
                        Uphold = body.Uphold,
                        Answer = body.Answer,
                        ExceptionReason = body.ExceptionReason,
                    };
                    return (await answer.Handle(command, cancellation)).ToHttp();
                }
            )
            .WithMetadata(new NeedsAttribute(AssessmentPermissions.AnswerObjection))
            .WithTags("assessments")
            .WithSummary("Answers an objection: dismissed, or upheld and the family does not get the title.")
            .Produces<AnswerObjection.Answered>();
    }
}
