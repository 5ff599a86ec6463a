using DenSach.Platform.Commands;
using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Audit;

/// <summary>
/// Holds the command log against the chains: every kept content is the one that was hashed, every record was told, every row told of has its record.
/// A content that was erased with its salt is no fault: only its hash is left, on both sides.
/// </summary>
internal sealed class ContentCheck(AppDb db, AuditReport report, ToldElsewhere elsewhere)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var rows = db.Set<AuditRow>();
        var records = db.Set<CommandRecord>()
            .AsNoTracking()
            .Select(record => new
            {
                Record = record,
                ToldHere = rows.Any(r => r.RegisterId == record.RegisterId && r.CommandId == record.Id && r.ContentHash == record.ContentHash),
            });
        await foreach (var each in records.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var record = each.Record;
            report.Commands++;
            CheckContent(record);
            var toldElsewhere = elsewhere.Meet(record.Id, record.ContentHash);
            if (!each.ToldHere && !toldElsewhere)
            {
                report.Find(
                    record.RegisterId,
                    null,
                    $"the command {Name(record)} stands in the command log, but no audit row tells of it as it is: it was put in or changed by hand."
                );
            }
        }
        foreach (var (command, register, seq) in elsewhere.Unmet)
        {
            report.Find(register, seq, $"its command {command} is not in the command log with the content hash told here: the record was removed or changed.");
        }
    }

    private void CheckContent(CommandRecord record)
    {
        switch (record.Salt, record.Content)
        {
            case (null, null):
                report.ErasedCommands++;
                break;
            case ({ } salt, { } content):
                if (!CommandJson.Hash(salt, content).AsSpan().SequenceEqual(record.ContentHash))
                {
                    report.Find(record.RegisterId, null, $"the kept content of the command {Name(record)} is not the one that was hashed: it was changed.");
                }
                break;
            default:
                report.Find(record.RegisterId, null, $"the command {Name(record)} is half erased: of content and salt only one is left.");
                break;
        }
    }

    private static string Name(CommandRecord record) => $"{record.Id} ({record.Name[(record.Name.LastIndexOf('.') + 1)..]}, {record.At:yyyy-MM-dd HH:mm:ss}Z)";
}
