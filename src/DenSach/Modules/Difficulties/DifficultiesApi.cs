using DenSach.Modules.Difficulties.Answer;
using DenSach.Modules.Difficulties.List;
using DenSach.Modules.Difficulties.Raise;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;

namespace DenSach.Modules.Difficulties;

/// <param name="Office">Position and unit of who said it.</param>
/// <param name="To">Who is to answer after it.</param>
public sealed record DifficultyWord(int Number, DifficultyAct Act, DateTime At, string Office, string To, string Text);

/// <summary>A difficulty for programs: who met it and who is to answer by unit, who spoke by office, no account and no name of a person.</summary>
/// <param name="Version">What the next act is based on.</param>
/// <param name="Days">Days since something was last said.</param>
public sealed record DifficultyCard(
    Guid Id,
    int Version,
    string Title,
    DifficultyState State,
    int AreaId,
    string From,
    string To,
    DateTime RaisedAt,
    int Days,
    bool IsToAnswer,
    Guid? PlanId,
    string? Item,
    string? ItemWords,
    IReadOnlyList<DifficultyWord> Steps
)
{
    public static DifficultyCard Of(DifficultyLine line, DifficultyNames names)
    {
        var d = line.Difficulty;
        return new(
            d.Id,
            d.Version,
            d.Title,
            d.State,
            d.AreaId,
            line.From,
            line.To,
            d.RaisedAt,
            line.Days,
            line.IsToAnswer,
            d.PlanId,
            d.Item,
            d.ItemWords,
            [.. d.Steps.Select(s => new DifficultyWord(s.Number, s.Act, s.At, names.OfficeOf(d, s), names.NameOf(s.ToAreaId), s.Text))]
        );
    }
}

public sealed record DifficultyCards(IReadOnlyList<DifficultyCard> Lines, int Count, int Page, int Pages);

/// <summary>Difficulties for programs.</summary>
internal static class DifficultiesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var difficulties = endpoints.MapGroup("/api/difficulties").WithTags("difficulties").WithMetadata(new NeedsAttribute(DifficultiesModule.Raise));
        difficulties.MapGet("", ListAsync).WithSummary("Difficulties told and to be answered, a page at a time, with who spoke by office").Produces<DifficultyCards>();
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

    private static async Task<IResult> ListAsync(
        DifficultyShow? show,
        int? area,
        int? days,
        string? text,
        int? page,
        DifficultyList list,
        DifficultyNames names,
        CancellationToken cancellation
    )
    {
        var found = await list.FindAsync(new DifficultyQuestion(show ?? DifficultyShow.All, area, days, text, page ?? 1), cancellation);
        return Results.Ok(new DifficultyCards([.. found.Lines.Select(line => DifficultyCard.Of(line, names))], found.Count, found.Page, found.Pages));
    }
}
