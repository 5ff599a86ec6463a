using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Commands;

/// <summary>
/// Empties the content of every recorded command that named a subject, wherever it was recorded: a command over several registers leaves an audit row
/// in each and its content in one. The audit keeps its salted hashes, so the chains stay whole. A record lies in a register that the audit row names: its
/// own, one of its subjects', or a system register; only these are asked, by their key.
/// </summary>
public static class ForgetCommands
{
    /// <param name="register">The register whose audit names the subject.</param>
    /// <returns>How many commands lost their content.</returns>
    public static async Task<int> NamingAsync(AppDb db, int register, Guid subject, CancellationToken cancellation)
    {
        var id = subject.ToString();
        var told = await db.Set<AuditRow>()
            .AsNoTracking()
            .Where(a => a.RegisterId == register && a.CommandId != null && a.Subjects.Contains(id))
            .Select(a => new { CommandId = a.CommandId!.Value, a.Subjects })
            .ToListAsync(cancellation);
        var commands = told.Select(t => t.CommandId).Distinct().ToList();
        var registers = told.SelectMany(t => t.Subjects.Split(' '))
            .Select(RegisterOf)
            .OfType<int>()
            .Concat(Enumerable.Range(1, AuditTrail.SystemRegisters))
            .Append(register)
            .Distinct()
            .ToList();
        var records = await db.Set<CommandRecord>().Where(c => registers.Contains(c.RegisterId) && commands.Contains(c.Id) && c.Content != null).ToListAsync(cancellation);
        records.ForEach(record => record.Erase());
        return records.Count;
    }

    private static int? RegisterOf(string subject) => Guid.TryParse(subject, out var id) ? RowId.RegisterOf(id) : null;
}
