using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Audit;

/// <summary>Holds the anchors of the database against its chains: a chain that is shorter than anchored was cut, one with another hash was written anew.</summary>
internal sealed class AnchorCheck(AppDb db, AuditReport report, IReadOnlyList<byte[]> keys)
{
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await CheckAnchorsAsync(cancellation);
        await CheckHeadsAsync(cancellation);
    }

    private async Task CheckAnchorsAsync(CancellationToken cancellation)
    {
        var tree = new HeadTree();
        var previous = AuditRow.Beginning;
        var n = 0L;
        while (true)
        {
            var anchors = await db.Set<AuditAnchor>().AsNoTracking().Where(a => a.N > n).OrderBy(a => a.N).Take(AtOnce).ToListAsync(cancellation);
            if (anchors.Count == 0)
            {
                return;
            }
            var (after, last) = (n, anchors[^1].N);
            var heads = (await db.Set<AnchoredHead>().AsNoTracking().Where(h => h.N > after && h.N <= last).ToListAsync(cancellation)).ToLookup(h => h.N);
            foreach (var anchor in anchors)
            {
                report.Anchors++;
                if (anchor.N != n + 1)
                {
                    report.Find(
                        null,
                        null,
                        $"Anchor {anchor.N}: {(anchor.N == n + 2 ? $"anchor {n + 1} before it was" : $"anchors {n + 1} to {anchor.N - 1} before it were")} removed."
                    );
                }
                else if (!anchor.PreviousHash.AsSpan().SequenceEqual(previous))
                {
                    report.Find(null, null, $"Anchor {anchor.N}: it does not follow the anchor before it: one of the two was changed.");
                }
                CheckItself(report, anchor, keys, "Anchor");
                for (n++; n <= anchor.N; n++)
                {
                    tree.Set(heads[n].Select(h => (h.RegisterId, h.Seq, h.Hash)));
                }
                if (!tree.Root.AsSpan().SequenceEqual(anchor.Root) || tree.Registers != anchor.Registers)
                {
                    report.Find(null, null, $"Anchor {anchor.N}: the heads kept with it do not give its root: they were changed.");
                }
                (n, previous) = (anchor.N, anchor.Hash);
            }
        }
    }

    /// <summary>Hash, signature, and whether this installation vouches for the key.</summary>
    public static void CheckItself(AuditReport report, AuditAnchor anchor, IReadOnlyList<byte[]> keys, string where)
    {
        if (!anchor.Digest().AsSpan().SequenceEqual(anchor.Hash))
        {
            report.Find(null, null, $"{where} {anchor.N}: its content was changed.");
        }
        else if (!anchor.IsSignedBy(anchor.Key))
        {
            report.Find(null, null, $"{where} {anchor.N}: its signature is false.");
        }
        else if (!keys.Any(k => k.AsSpan().SequenceEqual(anchor.Key)))
        {
            report.Find(
                null,
                null,
                $"{where} {anchor.N}: it is signed with the key {AnchorKeys.Name(anchor.Key)}, which this installation does not know. If the key was changed on purpose, put its public half back into the keys folder."
            );
        }
    }

    private async Task CheckHeadsAsync(CancellationToken cancellation)
    {
        var faulty =
            from head in db.Set<AnchoredHead>().AsNoTracking()
            join row in db.Set<AuditRow>() on new { head.RegisterId, head.Seq } equals new { row.RegisterId, row.Seq } into rows
            from row in rows.DefaultIfEmpty()
            where row == null || row.Hash != head.Hash
            orderby head.RegisterId, head.N
            select new
            {
                head.RegisterId,
                head.Seq,
                head.N,
                Gone = row == null,
            };
        var told = 0;
        await foreach (var fault in faulty.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            // One finding a register: the oldest anchor that no longer holds says from where on.
            if (fault.RegisterId != told)
            {
                report.Find(fault.RegisterId, fault.Seq, Sentence(fault.Gone, $"anchor {fault.N}"));
                told = fault.RegisterId;
            }
        }
    }

    public static string Sentence(bool gone, string anchor) =>
        gone ? $"{anchor} saw this row, and it is gone: the chain was cut." : $"{anchor} saw another row here: the chain was written anew up to here or earlier.";
}
