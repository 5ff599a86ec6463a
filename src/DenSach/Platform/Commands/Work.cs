using DenSach.Platform.Access;
using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Tallies;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Commands;

/// <summary>What a handler works with inside the command's transaction: the database, the time, who acts, what changes in the sums, what is told to the audit.</summary>
public sealed class Work(AppDb db, Actor actor, DateTime now, DateOnly today, Guid commandId)
{
    private readonly List<Entry> entries = [];

    public AppDb Db { get; } = db;
    public Actor Actor { get; } = actor;
    public DateTime Now { get; } = now;
    public DateOnly Today { get; } = today;
    public Guid CommandId { get; } = commandId;
    public TallyChanges Tallies { get; } = new();

    /// <summary>The role the actor acts in, told to the audit: the gate's grant.</summary>
    public Role? Role { get; set; }

    /// <summary>In whose name the actor acts, told to the audit.</summary>
    public Guid? OnBehalfOf { get; set; }

    /// <summary>One audit row in the register. Subjects are ids, never names.</summary>
    public void Tell(int registerId, string action, string outcome, params IEnumerable<Guid> subjects) =>
        entries.Add(new Entry(registerId, action, outcome, string.Join(' ', subjects)));

    /// <summary>
    /// Holds registers to the end of the command, for a handler whose sums depend on rows that another command may be adding: asked before it reads them, and of all registers
    /// it will write in, so that two holders never wait for each other in a circle. SQLite has one writer at a time anyway.
    /// </summary>
    public async Task HoldAsync(IEnumerable<int> registers, CancellationToken cancellation)
    {
        foreach (var register in registers.Distinct().Order().Where(_ => Db.IsPostgres))
        {
            await Db.Database.ExecuteSqlAsync($"SELECT 1 FROM audit_head WHERE register_id = {register} FOR UPDATE", cancellation);
        }
    }

    internal bool Told => entries.Count > 0;

    internal IEnumerable<AuditRow> AuditRows(byte[] contentHash) =>
        entries.Select(entry => new AuditRow
        {
            RegisterId = entry.RegisterId,
            At = Now,
            AccountId = Actor.AccountId,
            Role = Role,
            OnBehalfOf = OnBehalfOf,
            Action = entry.Action,
            Subjects = entry.Subjects,
            Outcome = entry.Outcome,
            CommandId = CommandId,
            ContentHash = contentHash,
        });

    private sealed record Entry(int RegisterId, string Action, string Outcome, string Subjects);
}
