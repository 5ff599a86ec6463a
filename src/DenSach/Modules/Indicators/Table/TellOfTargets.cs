using DenSach.Modules.Plans;
using DenSach.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Indicators.Table;

/// <summary>Tells on the page of a plan where the place stands today with the next target that an indicator answers.</summary>
internal sealed class TellOfTargets(IEnumerable<ITellStanding> standings, Platform.Hosting.Clock clock, IStringLocalizer<IndicatorsModule> text) : ITellOfItems
{
    public async Task<IReadOnlyList<ItemWord>> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var next = plan
            .Targets.Where(t => !(t.Year < clock.Today.Year))
            .GroupBy(t => (t.Subject, t.Title, t.TitleContext, t.Scope))
            .Select(g => g.MinBy(t => t.Year ?? 0)!)
            .ToList();
        List<ItemWord> words = [];
        foreach (var one in standings)
        {
            var told = await one.OfAsync(next, plan.AreaId, cancellation);
            words.AddRange(
                from target in next
                where told.ContainsKey(target.Place)
                let percent = told[target.Place].Percent
                select new ItemWord(PlanSheet.IdOf(target), text["Nay"], "info", $"/chi-tieu?dia-ban={plan.AreaId}", InLanguage.Percent(percent), Counts: false)
            );
        }
        return words;
    }
}
