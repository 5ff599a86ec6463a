using DenSach.Modules.Areas;
using DenSach.Platform.Access;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Coordination.Regulations;

/// <summary>Keeps one look at a regulation: what it found, and when to look again. Without a next day nobody would be reminded, so who wants none says so.</summary>
public sealed class ReviewRegulation(AppDb db, CommandRunner runner, CoordinationInReach reach, IPlaceAreas places)
{
    public sealed record Command : Platform.Commands.Command
    {
        public required Guid RegulationId { get; init; }

        /// <summary>The version that was shown.</summary>
        public required int BasedOn { get; init; }

        /// <summary>What it found.</summary>
        public required string Found { get; init; }

        /// <summary>When it was looked at; today where nobody says so.</summary>
        public DateOnly? On { get; init; }

        /// <summary>When to look again.</summary>
        public DateOnly? Next { get; init; }

        /// <summary>It is not looked at again.</summary>
        public bool NoNext { get; init; }
    }

    public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellation)
    {
        if (RowId.RegisterOf(command.RegulationId) is not { } register)
        {
            return Problem.NotFound();
        }
        if (string.IsNullOrWhiteSpace(command.Found) || command.Found.Length > CoordinationInReach.LongestWords)
        {
            return Problem.Invalid("regulation.found", $"Hãy ghi rà soát thấy gì, nhiều nhất {CoordinationInReach.LongestWords} ký tự.", nameof(command.Found));
        }
        return await runner.Run<Guid>(command, register, work => ReviewAsync(command, register, work, cancellation), cancellation);
    }

    private async Task<Result<Guid>> ReviewAsync(Command command, int register, Work work, CancellationToken cancellation)
    {
        var regulation = await db.Set<Regulation>().Include(r => r.Reviews).SingleOrDefaultAsync(r => r.RegisterId == register && r.Id == command.RegulationId, cancellation);
        if (regulation is null || reach.GrantToKeep(regulation.AreaId) is not { } grant)
        {
            return Problem.NotFound();
        }
        if (regulation.EndedOn is { } ended)
        {
            return Problem.Refused("regulation.ended", $"Quy chế đã hết hiệu lực từ {ended.Written()}: hãy ghi quy chế mới thay cho nó.");
        }
        if (regulation.Version != command.BasedOn)
        {
            return Problem.Stale;
        }
        var on = command.On ?? work.Today;
        if (on > work.Today || on < regulation.SignedOn || on.Year < 2000)
        {
            return Problem.Invalid("regulation.reviewed", "Ngày rà soát không trước ngày ký và không sau hôm nay.", nameof(command.On));
        }
        if (command.NoNext ? command.Next is not null : !(command.Next > work.Today) || !CoordinationInReach.IsDay(command.Next))
        {
            return Problem.Invalid("regulation.next", "Hãy chọn ngày rà soát lần tới, sau hôm nay; hoặc để trống ngày và chọn “không hẹn lần tới”.", nameof(command.Next));
        }
        regulation.Review(command.Found.Trim(), on, command.Next, work.Actor.AccountId, work.Actor.Name, places.OfficeOf(grant));
        // A review that moves no day makes what others were shown older all the same.
        db.Entry(regulation).State = EntityState.Modified;
        work.Role = grant.Role;
        work.Tell(register, "regulation.keep", "reviewed", regulation.Id);
        return regulation.Id;
    }
}
