using DenSach.Platform.Audit;
using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace DenSach.Platform.Operation;

/// <summary>What was restored, and what the audit says of it.</summary>
public sealed record Restored(BackupManifest Manifest, AuditReport Audit);

/// <summary>
/// Brings a backup into an empty place. Everything is checked before anything is touched; what is taken out lies aside until it is complete;
/// the database comes last, so that a place with a database is a whole place.
/// </summary>
public sealed class Restore(AppDb db, Settings settings, AuditVerifier audit)
{
    private string Aside => Path.Combine(settings.DataFolder, ".restoring");
    private string EvidenceFolder => Path.Combine(settings.DataFolder, "evidence");
    private string KeysFolder => Path.Combine(settings.DataFolder, "keys");

    /// <exception cref="OperationRefused">Nothing was changed.</exception>
    public async Task<Restored> RunAsync(string file, CancellationToken cancellation)
    {
        await using var backup = await BackupReader.OpenAsync(file, cancellation);
        RefuseWrongKind(backup.Manifest);
        await RefuseFilledPlaceAsync(cancellation);
        Durable.CreateFolder(settings.DataFolder);
        DeleteAside();
        try
        {
            await TakeOutFilesAsync(backup, cancellation);
            if (db.IsPostgres)
            {
                await IntoPostgresAsync(backup, cancellation);
            }
            else
            {
                await IntoSqliteAsync(backup, cancellation);
            }
        }
        finally
        {
            DeleteAside();
        }
        // A backup of an older version is brought up to date; it is itself the way back.
        await db.Database.MigrateAsync(cancellation);
        return new Restored(backup.Manifest, await audit.VerifyAsync(null, cancellation));
    }

    private void RefuseWrongKind(BackupManifest manifest)
    {
        var engine = db.IsPostgres ? Backup.OnPostgres : Backup.OnSqlite;
        if (manifest.Engine != engine)
        {
            throw new OperationRefused(
                $"The backup is of {manifest.Engine}, and this place is {engine}: a backup goes back only to the engine it came from. Nothing was restored; "
                    + (manifest.Engine == Backup.OnPostgres ? "name an empty PostgreSQL database by DENSACH_DB." : "leave DENSACH_DB empty.")
            );
        }
        if (!db.Database.GetMigrations().Contains(manifest.Migration))
        {
            throw new OperationRefused(
                $"The backup was made by a newer version of Đèn Sách (its database is at {manifest.Migration}, which this program does not know). Nothing was restored; use the newer program."
            );
        }
    }

    private async Task RefuseFilledPlaceAsync(CancellationToken cancellation)
    {
        if (db.IsPostgres)
        {
            await db.Database.OpenConnectionAsync(cancellation);
            var tables = await Listing.OfAsync(
                db.Database.GetDbConnection(),
                "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S') ORDER BY relname LIMIT 1",
                cancellation
            );
            await db.Database.CloseConnectionAsync();
            if (tables.Count > 0)
            {
                throw new OperationRefused($"The database is not empty: it has {tables[0]}. Nothing was restored; name a new, empty database by DENSACH_DB.");
            }
        }
        else if (Directory.Exists(settings.DataFolder) && Directory.EnumerateFiles(settings.DataFolder, Path.GetFileName(settings.SqliteFile) + "*").FirstOrDefault() is { } there)
        {
            throw new OperationRefused($"The place is not empty: there is {there}. Nothing was restored; name a new, empty folder by DENSACH_DATA.");
        }
        foreach (var folder in new[] { EvidenceFolder, KeysFolder })
        {
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).FirstOrDefault() is { } there)
            {
                throw new OperationRefused($"The place is not empty: there is {there}. Nothing was restored; name a new, empty folder by DENSACH_DATA.");
            }
        }
    }

    private async Task TakeOutFilesAsync(BackupReader backup, CancellationToken cancellation)
    {
        foreach (var entry in backup.Manifest.Entries)
        {
            var target = entry.Name switch
            {
                BackupNames.SqliteFile => db.IsPostgres ? null : Path.Combine(Aside, "densach.db"),
                _ when entry.Name.StartsWith("evidence/", StringComparison.Ordinal) && entry.Name["evidence/".Length..] is var sha256 => Path.Combine(
                    Aside,
                    "evidence",
                    sha256[..2],
                    sha256[2..4],
                    sha256
                ),
                _ when entry.Name.StartsWith("keys/", StringComparison.Ordinal) => Path.Combine(Aside, "keys", entry.Name["keys/".Length..]),
                _ => null,
            };
            if (target is null)
            {
                continue;
            }
            Durable.CreateFolder(Path.GetDirectoryName(target)!);
            await using var content = backup.Open(entry);
            await using var file = Durable.Create(target);
            await content.CopyToAsync(file, cancellation);
            file.Flush(flushToDisk: true);
        }
    }

    private async Task IntoSqliteAsync(BackupReader backup, CancellationToken cancellation)
    {
        var copy = Path.Combine(Aside, "densach.db");
        await using (var connection = await SqliteCopy.OpenAsync(copy, cancellation))
        {
            if (await SqliteCopy.FaultsAsync(connection, cancellation) is [var fault, ..])
            {
                throw new OperationRefused($"The database in the backup is not sound ({fault}). Nothing was restored.");
            }
            var found = (await SqliteCopy.TablesAsync(connection, cancellation)).ToDictionary(t => t.Name, t => t.Rows);
            foreach (var expected in backup.Manifest.Tables)
            {
                RefuseOtherCount(expected, found.GetValueOrDefault(expected.Name));
            }
        }
        await SqliteCopy.JournalAheadAsync(copy, cancellation);
        MoveFilesIn();
        Durable.Publish(copy, settings.SqliteFile);
    }

    private async Task IntoPostgresAsync(BackupReader backup, CancellationToken cancellation)
    {
        var script = db.GetService<IMigrator>().GenerateScript(Migration.InitialDatabase, backup.Manifest.Migration, MigrationsSqlGenerationOptions.NoTransactions);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            // Tables, rows and history in one transaction: all of it or nothing.
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await PostgresCopy.ExecuteAsync(connection, script, cancellation);
            await PostgresCopy.ExecuteAsync(connection, $"TRUNCATE {string.Join(", ", backup.Manifest.Tables.Select(t => PostgresCopy.Quoted(t.Name)))}", cancellation);
            foreach (var table in backup.Manifest.Tables)
            {
                await using (
                    var rows = backup.Open(
                        backup.Find(BackupNames.Table(table.Name)) ?? throw new OperationRefused($"The backup lacks the table {table.Name}. Nothing was restored.")
                    )
                )
                {
                    await PostgresCopy.WriteAsync(connection, table, rows, cancellation);
                }
                RefuseOtherCount(table, await PostgresCopy.CountAsync(connection, table.Name, cancellation));
                await PostgresCopy.MoveSequencesOnAsync(connection, table, cancellation);
            }
            MoveFilesIn();
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void RefuseOtherCount(BackupTable expected, long found)
    {
        if (found != expected.Rows)
        {
            throw new OperationRefused($"The table {expected.Name} has {found} rows, and the backup's list says {expected.Rows}. Nothing was restored.");
        }
    }

    private void MoveFilesIn()
    {
        foreach (var (name, folder) in new[] { ("evidence", EvidenceFolder), ("keys", KeysFolder) })
        {
            var aside = Path.Combine(Aside, name);
            if (!Directory.Exists(aside))
            {
                continue;
            }
            if (Directory.Exists(folder))
            {
                // Found without a file above.
                Directory.Delete(folder, recursive: true);
            }
            Directory.Move(aside, folder);
        }
        Durable.FlushFolder(settings.DataFolder);
    }

    private void DeleteAside()
    {
        if (Directory.Exists(Aside))
        {
            Directory.Delete(Aside, recursive: true);
        }
    }
}
