using DenSach.Platform.Data;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DenSach.Platform.Operation;

/// <summary>Brings the database to the version of the program. A database that holds something is backed up first.</summary>
public sealed class Upgrade(AppDb db, Settings settings, Backup backup, Clock clock, ILogger<Upgrade> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        // Asked first, because an empty database answers the other question with an error in the log.
        var applied = await db.GetService<IHistoryRepository>().ExistsAsync(cancellation) ? (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList() : [];
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            throw new InvalidOperationException(
                $"The database was made by a newer version of Đèn Sách (it is at {newer}, which this program does not know). Nothing was changed; start the newer program."
            );
        }
        var pending = known.Except(applied).ToList();
        if (pending.Count > 0 && applied.Count > 0)
        {
            var folder = Path.Combine(settings.DataFolder, "backups");
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"before-{pending[^1]}-{clock.Now.ToString("yyyyMMdd-HHmmssfff", System.Globalization.CultureInfo.InvariantCulture)}.zip");
            await backup.WriteAsync(file, cancellation);
            log.LogWarning("The database is brought from {From} to {To}. It was backed up before to {File}", applied[^1], pending[^1], file);
        }
        await db.Database.MigrateAsync(cancellation);
    }
}
