using DenSach.Modules.Accounts;
using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar.Feed;

/// <summary>The calendar behind an address, as far as the account that made it may see it today.</summary>
public sealed class FeedText(AppDb db, KnownAccounts accounts, CurrentActor current, CalendarAreas areas, AreaCalendar calendar, AreaTree tree, Clock clock)
{
    private const int YearsAhead = 2;

    /// <summary>Null where the address is none, was ended, or its account may no longer see the area.</summary>
    public async Task<string?> OfAsync(string token, CancellationToken cancellation)
    {
        var hash = CalendarFeed.HashOf(token);
        var feed = await db.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(f => f.TokenHash == hash && f.EndedAt == null, cancellation);
        if (feed is null || await accounts.ActorAsync(db, feed.AccountId, clock.Today, cancellation) is not { } actor)
        {
            return null;
        }
        current.Actor = actor;
        if (areas.Find(feed.AreaId) is not { } area)
        {
            return null;
        }
        var today = clock.Today;
        var due = await calendar.BetweenAsync(area.Id, new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + YearsAhead, 12, 31), today, cancellation);
        var earlier = due.Late.Where(late => late.Day.Year < today.Year);
        return ICalendar.Write($"Đèn Sách – {tree[area.Id].FullName}", [.. earlier, .. due.Items], clock.Now);
    }
}
