using DenSach.Modules.Calendar.Feed;
using DenSach.Modules.Calendar.Settle;
using DenSach.Modules.Plans;
using DenSach.Platform.Access;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;

namespace DenSach.Modules.Calendar;

/// <summary>The calendar for programs: as JSON for who signs in, as iCalendar for who holds the address.</summary>
internal static class CalendarApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/api/calendar",
                async (int? area, int? year, AreaCalendar calendar, CalendarAreas areas, Clock clock, CancellationToken cancellation) =>
                {
                    if (areas.Find(area) is not { } found || year is < 2000 or > 2100)
                    {
                        return ((Result<Due>)Problem.NotFound()).ToHttp();
                    }
                    var asked = year ?? clock.Today.Year;
                    return Results.Ok(await calendar.BetweenAsync(found.Id, new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31), clock.Today, cancellation));
                }
            )
            .WithTags("calendar")
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("What is due in an area in a year")
            .Produces<Due>();
        endpoints
            .MapPost(
                "/api/calendar/settle",
                async (SettleDeadline.Command command, SettleDeadline settle, CancellationToken cancellation) => (await settle.Handle(command, cancellation)).ToHttp()
            )
            .WithTags("calendar")
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("Tells that a deadline was kept or is no longer needed, or takes it back, for one time it comes")
            .Produces<int>();
        endpoints
            .MapPost("/api/calendar/feeds", async (MakeFeed.Command command, MakeFeed make, CancellationToken cancellation) => (await make.Handle(command, cancellation)).ToHttp())
            .WithTags("calendar")
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("Makes the address /lich/{token}.ics, by the SHA-256 of a token of the asker's own")
            .Produces<Guid>();
        endpoints
            .MapPost("/api/calendar/feeds/end", async (EndFeed.Command command, EndFeed end, CancellationToken cancellation) => (await end.Handle(command, cancellation)).ToHttp())
            .WithTags("calendar")
            .WithMetadata(new NeedsAttribute(PlansModule.Read))
            .WithSummary("Ends an address")
            .Produces<Guid>();
        endpoints
            .MapGet(
                "/lich/{token}.ics",
                async (string token, FeedText feed, CancellationToken cancellation) =>
                    await feed.OfAsync(token, cancellation) is { } text ? Results.Text(text, "text/calendar; charset=utf-8") : Results.NotFound()
            )
            .WithMetadata(new PublicAttribute())
            .RequireRateLimiting(RateLimits.Public)
            .ExcludeFromDescription();
    }
}
