using DenSach.Modules.Plans;
using DenSach.Platform.Hosting;
using DenSach.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace DenSach.Modules.Calendar.Settle;

/// <summary>Tells on the page of a plan which of its deadlines are late, and of which it was last told that they were kept or are no longer needed.</summary>
internal sealed class TellOfDeadlines(SettledDeadlines settled, CalendarAreas areas, Clock clock, IStringLocalizer<CalendarModule> text) : ITellOfItems
{
    /// <summary>What was kept long ago stands in the calendar; on the plan the last time is told.</summary>
    private const int MonthsBack = 13;
    private const int MonthsAhead = 6;

    public async Task<IReadOnlyList<ItemWord>> OfAsync(Plan plan, CancellationToken cancellation)
    {
        // Of the level above nothing is told: it is not known whose work it is, and its calendar is not open to those below.
        if (areas.Find(plan.AreaId) is null)
        {
            return [];
        }
        var today = clock.Today;
        var dates = await settled.OfAsync(plan.AreaId, [plan], today, cancellation);
        var late = dates.Late([plan]);
        var told = dates
            .Between([plan], false, today.AddMonths(-MonthsBack), today.AddMonths(MonthsAhead))
            .Where(i => i.IsSettled)
            .GroupBy(i => i.Item)
            .Select(g => g.MaxBy(i => i.Day)!);
        return
        [
            .. late.GroupBy(i => i.Item).Select(g => Word(g.First(), text["Quá hạn"], "bad", g.First().Day)),
            .. told.Select(i => Word(i, text[DueWords.Of(i.State)], i.State == DeadlineState.Done ? "good" : "info", i.SettledOn ?? i.Day)),
        ];
    }

    private static ItemWord Word(DueItem item, string word, string tone, DateOnly day) =>
        new(item.Item!, word, tone, item.ByTask?.Url ?? $"/lich/{item.Day.Year}/{item.Day.Month}?dia-ban={item.Whose.AreaId}&han={item.Key}#{item.Key}", day.Shown());
}
