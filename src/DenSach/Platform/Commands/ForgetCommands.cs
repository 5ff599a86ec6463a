using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Commands;

/// <summary>
/// Empties the content of every recorded command that named a subject, wherever it was recorded: a command over several registers leaves an audit row
/// in each and its content in one. The audit keeps its salted hashes, so the chains stay whole.
/// </summary>
public static class ForgetCommands
{
    /// <param name="register">The register whose audit names the subject.</param>
    /// <returns>How many commands lost their content.</returns>
    public static async Task<int> NamingAsync(AppDb db, int register, Guid subject, CancellationToken cancellation)
    {
        var id = subject.ToString();
        var told = db.Set<AuditRow>().Where(a => a.RegisterId == register && a.CommandId != null && a.Subjects.Contains(id)).Select(a => a.CommandId!.Value);
        var records = await db.Set<CommandRecord>().Where(c => c.Content != null && told.Contains(c.Id)).ToListAsync(cancellation);
        records.ForEach(record => record.Erase());
        return records.Count;
    }
}
