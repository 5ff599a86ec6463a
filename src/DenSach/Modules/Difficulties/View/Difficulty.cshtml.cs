using DenSach.Modules.Difficulties.Answer;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Difficulties.View;

[Needs(DifficultiesModule.Raise)]
public sealed class DifficultyPage(DifficultiesInReach reach, AnswerDifficulty answer, DifficultyNames names, IStringLocalizer<DifficultiesModule> text) : AppPage
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public DifficultyAct Act { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>How many steps were shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public Difficulty Difficulty { get; private set; } = null!;

    /// <summary>What the actor may do with it now.</summary>
    public IReadOnlyList<DifficultyAct> Acts { get; private set; } = [];

    /// <summary>It was answered above, and the actor's level, which passed it up, has not said that the answer was read.</summary>
    public bool IsToHeed { get; private set; }

    public DifficultyNames Names => names;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var result = await answer.Handle(
            new AnswerDifficulty.Command
            {
                CommandId = CommandId,
                DifficultyId = id,
                BasedOn = BasedOn,
                Act = Act,
                Text = Text ?? "",
            },
            cancellation
        );
        if (result.Problem is { } problem)
        {
            return await OpenAsync(id, cancellation) ?? (problem == Problem.Stale ? RefuseStale(Meanwhile.Said(NewSteps())) : Refuse(problem));
        }
        Done = "Đã ghi.";
        return Redirect($"/kho-khan/{id}");
    }

    /// <summary>What was said since the form was opened.</summary>
    private IEnumerable<Meanwhile.Word> NewSteps() => Difficulty.Steps.Skip(Seen).Select(s => new Meanwhile.Word(text[DifficultyWords.Of(s.Act)], s.Text, s.ByName, s.At));

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await reach.FindAsync(id, cancellation) is not { } found)
        {
            return Refuse(Problem.NotFound());
        }
        Difficulty = found;
        await names.KnowAsync([found], cancellation);
        var (own, answers) = (reach.IsOwn(found), reach.GrantToAnswer(found) is not null);
        Acts =
        [
            .. new[]
            {
                (DifficultyAct.Answer, answers),
                (DifficultyAct.PassUp, answers && found.State == DifficultyState.Open && reach.Above(found.ToAreaId, null) is not null),
                (DifficultyAct.Heed, IsToHeed = reach.IsToHeed(found)),
                (DifficultyAct.Reopen, own && found.State == DifficultyState.Answered),
                (DifficultyAct.Close, own && found.State != DifficultyState.Closed),
            }
                .Where(a => a.Item2)
                .Select(a => a.Item1),
        ];
        return null;
    }
}
