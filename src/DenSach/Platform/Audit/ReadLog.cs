using DenSach.Platform.Access;
using DenSach.Platform.Data;
using DenSach.Platform.Hosting;

namespace DenSach.Platform.Audit;

/// <summary>
/// What was read of persons, told to the audit: opening a person's page, a search, an export; not every row of a list. Written before it is shown,
/// in a short transaction of its own: what cannot be told is not shown.
/// </summary>
public sealed class ReadLog(AppDb db, CurrentActor current, Clock clock)
{
    /// <summary>Opening subjects of one register: told there.</summary>
    public Task Opened(string action, int registerId, Role? role, CancellationToken cancellation, params IEnumerable<Guid> subjects) =>
        AppendAsync(registerId, action, "opened", role, subjects, cancellation);

    /// <summary>A search or an export over many registers: told in the reader's system register. The outcome counts; the words searched for may name a person and are not kept.</summary>
    public Task Looked(string action, string outcome, Role? role, CancellationToken cancellation) =>
        AppendAsync(AuditTrail.SystemRegisterOf(current.Actor.AccountId), action, outcome, role, [], cancellation);

    private async Task AppendAsync(int registerId, string action, string outcome, Role? role, IEnumerable<Guid> subjects, CancellationToken cancellation)
    {
        var row = new AuditRow
        {
            RegisterId = registerId,
            At = clock.Now,
            AccountId = current.Actor.AccountId,
            Role = role,
            Action = action,
            Subjects = string.Join(' ', subjects),
            Outcome = outcome,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AuditTrail.CommitAsync(db, transaction, [row]);
    }
}
