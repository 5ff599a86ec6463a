using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Audit;

/// <summary>
/// Walks every chain row by row: nothing missing, nothing changed, the head where the last row is.
/// Rows of commands whose record lies in another register are remembered for <see cref="ContentCheck"/>.
/// </summary>
internal sealed class ChainCheck(AppDb db, AuditReport report, ToldElsewhere elsewhere)
{
    private int register;
    private long seq;
    private byte[] hash = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var heads = await db.Set<AuditHead>().AsNoTracking().ToDictionaryAsync(h => h.RegisterId, cancellation);
        var rows =
            from row in db.Set<AuditRow>().AsNoTracking()
            join record in db.Set<CommandRecord>() on new { row.RegisterId, Id = row.CommandId } equals new { record.RegisterId, Id = (Guid?)record.Id } into records
            from record in records.DefaultIfEmpty()
            orderby row.RegisterId, row.Seq
            select new { Row = row, RecordHash = record == null ? null : record.ContentHash };
        await foreach (var each in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (each.Row.RegisterId != register)
            {
                End(heads);
                (register, seq, hash) = (each.Row.RegisterId, 0, AuditRow.Beginning);
                report.Registers++;
            }
            Walk(each.Row);
            if (each.Row.CommandId is { } command && (each.RecordHash is null || !each.RecordHash.AsSpan().SequenceEqual(each.Row.ContentHash)))
            {
                elsewhere.Add(command, each.Row.ContentHash, each.Row.RegisterId, each.Row.Seq);
            }
        }
        End(heads);
        foreach (var head in heads.Values.OrderBy(h => h.RegisterId))
        {
            report.Find(head.RegisterId, head.Seq, "the head says that rows were written here, but there is none: all of them were removed.");
        }
    }

    private void Walk(AuditRow row)
    {
        report.Rows++;
        if (row.Seq != seq + 1)
        {
            // What follows a gap cannot be linked to what stood in it.
            report.Find(row.RegisterId, row.Seq, row.Seq == seq + 2 ? $"row {seq + 1} before it was removed." : $"rows {seq + 1} to {row.Seq - 1} before it were removed.");
        }
        else if (!AuditRow.Link(hash, row.Seq, row.Digest()).AsSpan().SequenceEqual(row.Hash))
        {
            report.Find(
                row.RegisterId,
                row.Seq,
                $"it is not what was chained here ({row.Action}, {row.At:yyyy-MM-dd HH:mm:ss}Z): this row or the one before it was changed or put in another place."
            );
        }
        (seq, hash) = (row.Seq, row.Hash);
    }

    private void End(Dictionary<int, AuditHead> heads)
    {
        if (register == 0)
        {
            return;
        }
        if (!heads.Remove(register, out var head))
        {
            report.Find(register, seq, "the register has rows but no head: its head was removed.");
        }
        else if (head.Seq > seq)
        {
            report.Find(register, seq, $"the head stands at row {head.Seq}: the rows after this one were removed.");
        }
        else if (head.Seq < seq || !head.Hash.AsSpan().SequenceEqual(hash))
        {
            report.Find(register, seq, $"the head stands at row {head.Seq} and does not carry the hash of the last row: the head was changed, or rows were added by hand.");
        }
    }
}

/// <summary>A command that touches several registers has a row in each and its record in one. These rows wait for their record.</summary>
internal sealed class ToldElsewhere
{
    private readonly Dictionary<(Guid Command, string Hash), List<(int RegisterId, long Seq)>> waiting = [];
    private readonly HashSet<(Guid Command, string Hash)> met = [];

    public void Add(Guid command, byte[] hash, int registerId, long seq)
    {
        var key = (command, Convert.ToHexString(hash));
        if (!waiting.TryGetValue(key, out var rows))
        {
            waiting[key] = rows = [];
        }
        rows.Add((registerId, seq));
    }

    public bool Meet(Guid command, byte[] hash)
    {
        var key = (command, Convert.ToHexString(hash));
        if (!waiting.ContainsKey(key))
        {
            return false;
        }
        met.Add(key);
        return true;
    }

    public IEnumerable<(Guid Command, int RegisterId, long Seq)> Unmet =>
        waiting.Where(w => !met.Contains(w.Key)).SelectMany(w => w.Value.Select(row => (w.Key.Command, row.RegisterId, row.Seq))).OrderBy(r => r.RegisterId).ThenBy(r => r.Seq);
}
