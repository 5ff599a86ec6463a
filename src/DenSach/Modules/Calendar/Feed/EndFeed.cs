using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar.Feed;

/// <summary>Ends an address: calendar programs that still ask get nothing.</summary>
public sealed class EndFeed(AppDb db, CommandRunner runner, CalendarAreas areas)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid FeedId { get; init; }
    }

    public Task<Result<Guid>> Handle(Command command, CancellationToken cancellation) =>
        runner.Run<Guid>(
            command,
            AuditTrail.SystemRegisterOf(areas.AccountId),
            async work =>
            {
                if (await db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.Id == command.FeedId && f.AccountId == work.Actor.AccountId, cancellation) is not { } feed)
                {
                    return Problem.NotFound();
                }
                feed.End(work.Now);
                work.Tell(AuditTrail.SystemRegisterOf(work.Actor.AccountId), "calendar.feed", "ended", feed.Id);
                return feed.Id;
            },
            cancellation
        );
}
