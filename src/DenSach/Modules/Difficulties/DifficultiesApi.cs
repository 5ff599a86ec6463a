using DenSach.Modules.Difficulties.Answer;
using DenSach.Modules.Difficulties.Raise;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Difficulties;

/// <summary>Difficulties for programs.</summary>
internal static class DifficultiesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var difficulties = endpoints.MapGroup("/api/difficulties").WithTags("difficulties").WithMetadata(new NeedsAttribute(DifficultiesModule.Raise));
        difficulties
            .MapGet("", async (DifficultiesInReach reach, CancellationToken cancellation) => Results.Ok(await reach.AllAsync(cancellation)))
            .WithSummary("Difficulties told and to be answered")
            .Produces<IReadOnlyList<Difficulty>>();
        difficulties
            .MapPost("", async (RaiseDifficulty.Command command, RaiseDifficulty raise, CancellationToken cancellation) => (await raise.Handle(command, cancellation)).ToHttp())
            .WithSummary("Tells the level above what stands in the way")
            .Produces<Guid>();
        difficulties
            .MapPost(
                "/act",
                async (AnswerDifficulty.Command command, AnswerDifficulty answer, CancellationToken cancellation) => (await answer.Handle(command, cancellation)).ToHttp()
            )
            .WithSummary("Answers, passes up, opens again or closes a difficulty")
            .Produces<int>();
    }
}
