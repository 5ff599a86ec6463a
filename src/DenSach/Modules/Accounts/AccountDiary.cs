using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using DenSach.Platform.Errors;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Modules.Accounts;

/// <summary>
/// Changes an account and tells the audit in one transaction, for what happens before anybody is known to act: sign-ins and their refusals.
/// Two at once are told apart by the account's version: the later one reads again, so that no failure goes uncounted.
/// </summary>
public sealed class AccountDiary(AppDb db, Clock clock)
{
    private const int Tries = 6;

    public Task<Result<T>> WriteAsync<T>(Guid accountId, Func<Account, (Result<T> Result, string? Action, string Outcome)> decide, CancellationToken cancellation) =>
        WriteAsync<T>(accountId, account => Task.FromResult(decide(account)), cancellation);

    /// <param name="accountId">Whose account.</param>
    /// <param name="decide">Changes the account and answers; a refusal is written too, since the failure counts. Without an action nothing is told.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Result<T>> WriteAsync<T>(Guid accountId, Func<Account, Task<(Result<T> Result, string? Action, string Outcome)>> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, cancellation);
                var (result, action, outcome) = await decide(account);
                await db.SaveChangesAsync(cancellation);
                if (action is not null)
                {
                    await AuditTrail.AppendAsync(db, [Row(accountId, action, outcome)], cancellation);
                }
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (Exception failure) when (attempt < Tries && (failure is DbUpdateConcurrencyException || Lost.IsWorthAnotherTry(failure)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt), cancellation);
            }
        }
    }

    /// <summary>One audit row about no change: a sign-out, or a name nobody has (then the id is empty, and the name is not kept).</summary>
    public async Task WriteAsync(Guid accountId, string action, string outcome, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AuditTrail.CommitAsync(db, transaction, [Row(accountId, action, outcome)]);
    }

    private AuditRow Row(Guid accountId, string action, string outcome) =>
        new()
        {
            RegisterId = AuditTrail.SystemRegisterOf(accountId),
            At = clock.Now,
            AccountId = accountId,
            Action = action,
            Subjects = accountId == Guid.Empty ? "" : accountId.ToString(),
            Outcome = outcome,
        };
}
