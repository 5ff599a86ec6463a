using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Calendar.Feed;

/// <summary>Makes an address for calendar programs. The token comes with the command, made by whoever asks: it stands in no answer that is kept.</summary>
public sealed class MakeFeed(AppDb db, CommandRunner runner, CalendarAreas areas)
{
    private const int Most = 10;

    public sealed record Command : Platform.Commands.Command
    {
        public required int AreaId { get; init; }

        /// <summary>SHA-256 of the token.</summary>
        public required string TokenHash { get; init; }
    }

    public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellation)
    {
        if (areas.Find(command.AreaId) is null)
        {
            return Problem.NotFound();
        }
        if (!StoredFile.IsHash(command.TokenHash))
        {
            return Problem.Invalid("calendar.token", "Mã của đường dẫn phải là SHA-256, 64 chữ số thập lục phân viết thường.", nameof(command.TokenHash));
        }
        return await runner.Run<Guid>(
            command,
            AuditTrail.SystemRegisterOf(areas.AccountId),
            async work =>
            {
                if (await db.Set<CalendarFeed>().CountAsync(f => f.AccountId == work.Actor.AccountId && f.EndedAt == null, cancellation) >= Most)
                {
                    return Problem.Refused("calendar.many", $"Mỗi tài khoản có nhiều nhất {Most} đường dẫn lịch: hãy bỏ bớt một đường dẫn cũ rồi tạo lại.");
                }
                var feed = new CalendarFeed
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = work.Actor.AccountId,
                    AreaId = command.AreaId,
                    TokenHash = command.TokenHash,
                    MadeAt = work.Now,
                };
                db.Add(feed);
                work.Tell(AuditTrail.SystemRegisterOf(work.Actor.AccountId), "calendar.feed", "made", feed.Id);
                return feed.Id;
            },
            cancellation
        );
    }
}
