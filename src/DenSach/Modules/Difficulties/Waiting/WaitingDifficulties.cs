using DenSach.Platform.Access;
using DenSach.Platform.Hosting;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Difficulties.Waiting;

/// <summary>Difficulties of the level below that wait for an answer, and answers to one's own.</summary>
public sealed class WaitingDifficulties(DifficultiesInReach reach, Gate gate, Clock clock, IStringLocalizer<DifficultiesModule> text) : IWaitForMe
{
    private const int DaysLate = 14;

    public async Task<IReadOnlyList<Platform.Hosting.Waiting>> ForAsync(Actor actor, CancellationToken cancellation)
    {
        if (!gate.AllowsSomewhere(DifficultiesModule.Raise))
        {
            return [];
        }
        var waiting = await reach.ToAnswerAsync(cancellation);
        var answered = await reach.AnsweredAsync(cancellation);
        var rows = new List<Platform.Hosting.Waiting>();
        if (waiting.Count > 0)
        {
            var oldest = waiting[0];
            var late = Clock.DayOf(oldest.RaisedAt).AddDays(DaysLate) < clock.Today;
            rows.Add(
                new(
                    waiting.Count,
                    text["{0} khó khăn của cấp dưới chờ trả lời", waiting.Count],
                    oldest.Title,
                    text["Trả lời"],
                    UrlOf(waiting),
                    null,
                    late ? Urgency.Late : Urgency.Soon
                )
            );
        }
        if (answered.Count > 0)
        {
            rows.Add(new(answered.Count, text["{0} khó khăn của mình đã được trả lời", answered.Count], answered[0].Title, text["Xem"], UrlOf(answered)));
        }
        return rows;
    }

    private static string UrlOf(IReadOnlyList<Difficulty> found) => found is [var only] ? $"/kho-khan/{only.Id}" : "/kho-khan";
}
