using DenSach.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Difficulties.View;

/// <summary>Tells on the page of a plan which difficulties were met with its items and are not settled, as far as the actor sees them.</summary>
internal sealed class TellOfDifficulties(DifficultiesInReach reach, IStringLocalizer<DifficultiesModule> text) : ITellOfItems
{
    public async Task<IReadOnlyList<ItemWord>> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var live = await reach
            .Query()
            .Where(d => d.PlanId == plan.Id && d.State != DifficultyState.Closed)
            .OrderBy(d => d.RaisedAt)
            .Select(d => new
            {
                d.Id,
                d.Item,
                d.Title,
                d.State,
            })
            .ToListAsync(cancellation);
        return
        [
            .. live.Select(d => new ItemWord(
                d.Item ?? "",
                text["Có khó khăn"],
                d.State == DifficultyState.Answered ? "info" : "wait",
                $"/kho-khan/{d.Id}",
                Named: PlanWords.Short(d.Title, 60)
            )),
        ];
    }
}
