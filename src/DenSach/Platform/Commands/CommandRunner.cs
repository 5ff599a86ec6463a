using System.Text.Json;
using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Commands;

/// <summary>
/// Carries out a command in one transaction: outcome, facts, sums and audit together or not at all. A repetition gets the stored outcome;
/// the same id with another content is refused; a lost race is tried again with the same id, a stale form is told so.
/// The handler may run more than once: it reads what it needs from <see cref="Work.Db"/> each time and changes nothing else.
/// </summary>
public sealed class CommandRunner(AppDb db, CurrentActor current, WaitingMemory waiting, Clock clock, ILogger<CommandRunner> log)
{
    private const int Tries = 4;

    /// <param name="command">What is asked.</param>
    /// <param name="registerId">The register the command belongs to: there its outcome is kept.</param>
    /// <param name="handle">Does it, or answers a problem: then nothing is kept.</param>
    /// <param name="cancellation">Ends the wait; a committed command stays committed.</param>
    public async Task<Result<T>> Run<T>(Command command, int registerId, Func<Work, Task<Result<T>>> handle, CancellationToken cancellation)
    {
        if (command.CommandId == Guid.Empty)
        {
            return Problem.Invalid("command_id", "Thiếu mã lệnh: hãy mở lại trang rồi làm lại.");
        }
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await Once(command, registerId, handle, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Who changed the row may have been this very command, asked twice at the same moment: then it was done.
                return await BeforeAsync<T>(command, registerId, cancellation) ?? Problem.Stale;
            }
            catch (Exception failure) when (attempt < Tries && Lost.IsWorthAnotherTry(failure))
            {
                log.LogInformation(
                    "Command {Name} {Id} lost a race ({Reason}); attempt {Attempt} failed",
                    command.GetType().Name,
                    command.CommandId,
                    failure.GetType().Name,
                    attempt
                );
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt * attempt), cancellation);
            }
            catch (Exception failure) when (Lost.IsDuplicate(failure))
            {
                // Two identical rows at once: the first stands. The same command id is answered from its record at the next try.
                if (attempt < Tries)
                {
                    continue;
                }
                return Problem.Conflict("duplicate", "Việc này vừa được người khác ghi. Chưa có gì thay đổi: hãy mở lại trang để xem.");
            }
        }
    }

    private async Task<Result<T>> Once<T>(Command command, int registerId, Func<Work, Task<Result<T>>> handle, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await BeforeAsync<T>(command, registerId, cancellation) is { } before)
        {
            return before;
        }
        var actor = current.Actor;
        var work = new Work(db, actor, clock.Now, clock.Today, command.CommandId);
        var result = await handle(work);
        if (!result.Ok)
        {
            // What refuses it may be its own twin that was committed while this one read: "no longer up to date", "nothing left to post".
            return await BeforeAsync<T>(command, registerId, cancellation) ?? result;
        }
        if (!work.Told)
        {
            throw new InvalidOperationException($"{command.GetType().Name} was carried out without a word to the audit.");
        }
        var record = CommandRecord.Of(registerId, command, actor.AccountId, work.Now, JsonSerializer.Serialize(result.Value, CommandJson.Options));
        db.Add(record);
        await db.SaveChangesAsync(cancellation);
        await work.Tallies.WriteAsync(db, cancellation);
        await AuditTrail.CommitAsync(db, transaction, work.AuditRows(record.ContentHash));
        waiting.Forget(actor.AccountId);
        return result;
    }

    /// <summary>What is answered to a command whose id was carried out already; null if it was not.</summary>
    private async Task<Result<T>?> BeforeAsync<T>(Command command, int registerId, CancellationToken cancellation)
    {
        var before = await db.Set<CommandRecord>().AsNoTracking().SingleOrDefaultAsync(r => r.RegisterId == registerId && r.Id == command.CommandId, cancellation);
        if (before is null)
        {
            return null;
        }
        Result<T> answer =
            before.IsErased ? Problem.Refused("command_erased", "Việc này đã làm xong từ trước; nội dung của nó đã xóa theo yêu cầu của người liên quan nên không hiện lại được.")
            : before.IsOf(command, current.Actor.AccountId) ? JsonSerializer.Deserialize<T>(before.Outcome, CommandJson.Options)!
            : Problem.Conflict("command_reused", "Mã lệnh này đã dùng cho một nội dung khác. Chưa có gì thay đổi: hãy mở lại trang rồi làm lại.");
        return answer;
    }
}
