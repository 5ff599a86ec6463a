using DenSach.Platform.Data;

namespace DenSach.Platform.Audit;

/// <summary>Proves that no row of the audit was changed, removed, moved or cut off, on the database as it stands at one moment while others go on writing.</summary>
public sealed class AuditVerifier(AppDb db, AnchorKeys keys)
{
    /// <param name="anchorFile">Anchors kept outside the database: without them a cut tail is found only as far as the database's own anchors were left alone.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public async Task<AuditReport> VerifyAsync(string? anchorFile, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var report = new AuditReport();
        var elsewhere = new ToldElsewhere();
        await new ChainCheck(db, report, elsewhere).RunAsync(cancellation);
        await new ContentCheck(db, report, elsewhere).RunAsync(cancellation);
        var known = keys.Known();
        await new AnchorCheck(db, report, known).RunAsync(cancellation);
        if (anchorFile is not null)
        {
            await new OutsideCheck(db, report, known).RunAsync(AnchorFile.LinesAsync(anchorFile), cancellation);
        }
        return report;
    }
}
