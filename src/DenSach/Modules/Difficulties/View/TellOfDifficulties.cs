using DenSach.Modules.Plans;
using DenSach.Platform.Ui;
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
            .GroupBy(d => d.Item)
            .Select(g => new
            {
                Item = g.Key,
                Count = g.Count(),
                Waiting = g.Count(d => d.State == DifficultyState.Open),
            })
            .ToListAsync(cancellation);
        return
        [
            .. live.Select(d => new ItemWord(
                d.Item ?? "",
                text["Có khó khăn"],
                d.Waiting > 0 ? "wait" : "info",
                $"/kho-khan?ke-hoach={plan.Id}{(d.Item is { } item ? $"&muc={item}" : "")}",
                d.Count > 1 ? $"({InLanguage.Number(d.Count)})" : null
            )),
        ];
    }
}
