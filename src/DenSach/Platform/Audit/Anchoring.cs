using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Audit;

/// <summary>Writes an anchor when a chain has moved. Of several servers on one database one at a time does it.</summary>
public sealed class Anchoring(AppDb db, AnchorKeys keys, Clock clock, ILogger<Anchoring> log)
{
    /// <summary>Any number that no other part of the application locks.</summary>
    private const long AdvisoryLock = 0x44_53_41_4E_43_48;

    /// <summary>The new anchor, or null if no chain has moved since the last one.</summary>
    public async Task<AuditAnchor?> WriteAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        // On SQLite beginning to write is itself the lock.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellation);
        }
        var last = await db.Set<AuditAnchor>().AsNoTracking().OrderByDescending(a => a.N).FirstOrDefaultAsync(cancellation);
        var anchored = db.Set<AnchoredHead>();
        var heads = await db.Set<AuditHead>()
            .AsNoTracking()
            .Select(head => new { Head = head, Before = anchored.Where(a => a.RegisterId == head.RegisterId).OrderByDescending(a => a.N).FirstOrDefault() })
            .ToListAsync(cancellation);
        var moved = heads.Where(h => h.Before is null || h.Before.Seq != h.Head.Seq || !h.Before.Hash.AsSpan().SequenceEqual(h.Head.Hash)).ToList();
        if (moved.Count == 0)
        {
            return null;
        }
        foreach (var shorter in moved.Where(h => h.Before is not null && h.Before.Seq >= h.Head.Seq))
        {
            log.LogCritical(
                "The audit chain of register {Register} stands at row {Seq}, but an anchor holds row {Anchored}: rows were taken away or written anew. Run densach audit verify.",
                shorter.Head.RegisterId,
                shorter.Head.Seq,
                shorter.Before!.Seq
            );
        }
        var tree = new HeadTree();
        tree.Set(heads.Select(h => (h.Head.RegisterId, h.Head.Seq, h.Head.Hash)));
        var anchor = Sign((last?.N ?? 0) + 1, tree, last?.Hash ?? AuditRow.Beginning);
        db.Add(anchor);
        db.AddRange(
            moved.Select(h => new AnchoredHead
            {
                RegisterId = h.Head.RegisterId,
                N = anchor.N,
                Seq = h.Head.Seq,
                Hash = h.Head.Hash,
            })
        );
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        return anchor;
    }

    private AuditAnchor Sign(long n, HeadTree tree, byte[] previous)
    {
        var unsigned = new AuditAnchor
        {
            N = n,
            At = clock.Now,
            Root = tree.Root,
            Registers = tree.Registers,
            PreviousHash = previous,
        };
        var hash = unsigned.Digest();
        var (signature, key) = keys.Sign(hash);
        return new AuditAnchor
        {
            N = n,
            At = unsigned.At,
            Root = unsigned.Root,
            Registers = unsigned.Registers,
            PreviousHash = previous,
            Hash = hash,
            Signature = signature,
            Key = key,
        };
    }
}
