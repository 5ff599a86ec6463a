using DenSach.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace DenSach.Platform.Audit;

/// <summary>
/// Holds a file of anchors kept outside against the database. It trusts nothing of the database: where the chains must at least stand is read from the file alone.
/// </summary>
internal sealed class OutsideCheck(AppDb db, AuditReport report, IReadOnlyList<byte[]> keys)
{
    private readonly HeadTree tree = new();
    private readonly Dictionary<int, (long N, long Seq, byte[] Hash)> heads = [];

    public async Task RunAsync(IAsyncEnumerable<(int Number, string Text)> lines, CancellationToken cancellation)
    {
        AnchorLine? last = null;
        await foreach (var (number, text) in lines.WithCancellation(cancellation))
        {
            AnchorLine line;
            try
            {
                line = AnchorLine.Parse(text);
            }
            catch (FormatException)
            {
                report.Find(null, null, $"Line {number} of the anchor file is no anchor: it was changed or cut off.");
                continue;
            }
            report.OutsideAnchors++;
            CheckLine(line, last);
            await CompareAsync(line, cancellation);
            last = line;
        }
        if (last is null)
        {
            report.Find(null, null, "The anchor file holds no anchor: there is nothing to compare with.");
        }
        await CompareHeadsAsync(cancellation);
    }

    private void CheckLine(AnchorLine line, AnchorLine? last)
    {
        AnchorCheck.CheckItself(report, line.Anchor, keys, "Anchor file, anchor");
        if (last is not null && (line.N != last.N + 1 || !line.Previous.AsSpan().SequenceEqual(last.Hash)))
        {
            report.Find(null, null, $"Anchor file, anchor {line.N}: it does not follow the anchor before it ({last.N}): a line was removed or changed.");
        }
        var sound = line.Heads.Where(h => RowId.IsRegister(h.Register)).ToList();
        tree.Set(sound.Select(h => (h.Register, h.Seq, h.Hash)));
        if (!tree.Root.AsSpan().SequenceEqual(line.Root))
        {
            report.Find(null, null, $"Anchor file, anchor {line.N}: the heads of the file do not give its root: they were changed.");
        }
        foreach (var head in sound)
        {
            heads[head.Register] = (line.N, head.Seq, head.Hash);
        }
    }

    private async Task CompareAsync(AnchorLine line, CancellationToken cancellation)
    {
        var inside = await db.Set<AuditAnchor>().AsNoTracking().SingleOrDefaultAsync(a => a.N == line.N, cancellation);
        if (inside is null)
        {
            report.Find(null, null, $"Anchor {line.N} of the file is gone from the database.");
        }
        else if (!inside.Hash.AsSpan().SequenceEqual(line.Hash))
        {
            report.Find(null, null, $"Anchor {line.N} of the file is another one in the database: the anchors were written anew.");
        }
    }

    private async Task CompareHeadsAsync(CancellationToken cancellation)
    {
        foreach (var (register, (n, seq, hash)) in heads.OrderBy(h => h.Key))
        {
            var row = await db.Set<AuditRow>().AsNoTracking().Where(r => r.RegisterId == register && r.Seq == seq).Select(r => r.Hash).SingleOrDefaultAsync(cancellation);
            if (row is null || !row.AsSpan().SequenceEqual(hash))
            {
                report.Find(register, seq, AnchorCheck.Sentence(row is null, $"anchor {n} of the file"));
            }
        }
    }
}
