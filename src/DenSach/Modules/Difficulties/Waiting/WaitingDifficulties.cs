using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Difficulties.Waiting;

/// <summary>
/// Whose word it is now: of the level that answers, of who told it and was answered; and for who told or passed it up, what is too long without an answer and what was
/// answered above and not yet read.
/// </summary>
public sealed class WaitingDifficulties(DifficultiesInReach reach, Gate gate, Clock clock, IStringLocalizer<DifficultiesModule> text) : IWaitForMe
{
    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(DifficultiesModule.Raise))
        {
            return [];
        }
        var live = await reach.LiveAsync(cancellation);
        var open = live.Where(d => d.State == DifficultyState.Open).ToList();
        var answered = live.Where(d => d.State == DifficultyState.Answered).ToList();
        var toAnswer = open.Where(d => reach.GrantToAnswer(d) is not null).ToList();
        return
        [
            .. Row(toAnswer, "{0} khó khăn của cấp dưới chờ trả lời", text["Trả lời"], "/kho-khan?xem=cho-cap-minh", Urgency.Soon),
            .. Row([.. answered.Where(reach.IsOwn)], "{0} khó khăn của mình đã được trả lời", text["Xem"], "/kho-khan?xem=da-tra-loi", Urgency.Calm),
            .. Row(
                [.. open.Where(d => reach.IsOwn(d) && IsLate(d)).Except(toAnswer)],
                "{0} khó khăn đã báo lâu chưa được trả lời",
                text["Xem"],
                $"/kho-khan?xem=cho-tra-loi&qua={DifficultyWords.DaysLate}",
                Urgency.Calm
            ),
            .. Row(
                [.. answered.Where(d => !reach.IsOwn(d) && reach.IsToHeed(d))],
                "{0} khó khăn chuyển lên trên đã có trả lời",
                text["Xem"],
                "/kho-khan?xem=da-tra-loi",
                Urgency.Calm
            ),
        ];
    }

    private bool IsLate(Difficulty difficulty) => Clock.DayOf(difficulty.LastAt).AddDays(DifficultyWords.DaysLate) <= clock.Today;

    private IEnumerable<Platform.Hosting.Waiting> Row(List<Difficulty> found, string title, string chip, string list, Urgency urgency)
    {
        if (found.Count > 0)
        {
            var late = urgency == Urgency.Soon && IsLate(found[0]);
            yield return new(found.Count, text[title, found.Count], found[0].Title, chip, found is [var only] ? $"/kho-khan/{only.Id}" : list, null, late ? Urgency.Late : urgency);
        }
    }
}
