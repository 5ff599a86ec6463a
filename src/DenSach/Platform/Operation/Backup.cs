using DenSach.Platform.Data;
using DenSach.Platform.Files;
using DenSach.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DenSach.Platform.Operation;

/// <summary>
/// Everything an installation is, in one file: database, evidence, keys. Made while the application runs and writes: the database as it stood at one moment,
/// then the evidence that this moment names, which is there because a file always comes before its row and stays for a day after nobody names it.
/// It looks at the tables as they are, not at the model, so that it can be made before an upgrade by the newer program.
/// </summary>
public sealed class Backup(AppDb db, Settings settings, EvidenceFolder evidence, Clock clock)
{
    public const string OnSqlite = "sqlite";
    public const string OnPostgres = "postgres";
    private const string CopyPrefix = ".copy-";

    /// <exception cref="OperationRefused">Nothing was written.</exception>
    public async Task<BackupManifest> WriteAsync(string target, CancellationToken cancellation)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new OperationRefused($"{target} exists already. Nothing was backed up; name a new file.");
        }
        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new OperationRefused($"There is no folder {Path.GetDirectoryName(target)}. Nothing was backed up.");
        }
        if (!db.IsPostgres && !File.Exists(settings.SqliteFile))
        {
            throw new OperationRefused($"There is no database {settings.SqliteFile}. Nothing was backed up; set DENSACH_DATA or DENSACH_DB.");
        }
        await using var writer = new BackupWriter(target);
        var moment = clock.Now;
        var (tables, migration, hashes) = db.IsPostgres ? await AddPostgresAsync(writer, cancellation) : await AddSqliteAsync(writer, cancellation);
        var missing = await AddEvidenceAsync(writer, hashes, cancellation);
        await AddKeysAsync(writer, cancellation);
        var manifest = new BackupManifest(
            BackupManifest.ThisFormat,
            BackupManifest.ThisVersion,
            db.IsPostgres ? OnPostgres : OnSqlite,
            migration,
            moment,
            tables,
            writer.Entries,
            missing
        );
        await writer.FinishAsync(manifest, cancellation);
        return manifest;
    }

    private async Task<(List<BackupTable> Tables, string Migration, List<string> Hashes)> AddSqliteAsync(BackupWriter writer, CancellationToken cancellation)
    {
        var folder = Path.Combine(settings.DataFolder, "backups", $"{CopyPrefix}{Path.GetRandomFileName()}");
        SweepCopies(Path.GetDirectoryName(folder)!);
        Durable.CreateFolder(folder);
        try
        {
            var copy = Path.Combine(folder, "densach.db");
            await SqliteCopy.WriteAsync(db, copy, cancellation);
            List<BackupTable> tables;
            string migration;
            List<string> hashes;
            await using (var connection = await SqliteCopy.OpenAsync(copy, cancellation))
            {
                tables = await SqliteCopy.TablesAsync(connection, cancellation);
                migration = await MigrationAsync(connection, tables, cancellation);
                hashes = await HashesAsync(connection, tables, cancellation);
            }
            await using var file = File.OpenRead(copy);
            await writer.AddAsync(BackupNames.SqliteFile, file, packed: true, cancellation);
            return (tables, migration, hashes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a backup left that was killed. A day is longer than any backup runs.</summary>
    private static void SweepCopies(string folder)
    {
        var dayAgo = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var left in Directory.Exists(folder) ? new DirectoryInfo(folder).GetDirectories(CopyPrefix + "*").Where(d => d.LastWriteTimeUtc < dayAgo) : [])
        {
            left.Delete(recursive: true);
        }
    }

    private async Task<(List<BackupTable> Tables, string Migration, List<string> Hashes)> AddPostgresAsync(BackupWriter writer, CancellationToken cancellation)
    {
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var tables = await PostgresCopy.TablesAsync(connection, cancellation);
        var migration = await MigrationAsync(connection, tables, cancellation);
        var hashes = await HashesAsync(connection, tables, cancellation);
        foreach (var table in tables)
        {
            await using var rows = await PostgresCopy.ReadAsync(connection, table, cancellation);
            await writer.AddAsync(BackupNames.Table(table.Name), rows, packed: true, cancellation);
        }
        return (tables, migration, hashes);
    }

    private static async Task<string> MigrationAsync(System.Data.Common.DbConnection connection, List<BackupTable> tables, CancellationToken cancellation)
    {
        if (tables.Count == 0)
        {
            throw new OperationRefused("The database is empty. Nothing was backed up.");
        }
        return (await Listing.OfAsync(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\" DESC LIMIT 1", cancellation)).Single();
    }

    private static async Task<List<string>> HashesAsync(System.Data.Common.DbConnection connection, List<BackupTable> tables, CancellationToken cancellation) =>
        tables.Any(t => t.Name == "stored_file") ? await Listing.OfAsync(connection, "SELECT DISTINCT sha256 || ' ' || size FROM stored_file ORDER BY 1", cancellation) : [];

    private async Task<List<string>> AddEvidenceAsync(BackupWriter writer, List<string> hashes, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var line in hashes)
        {
            var (sha256, size) = (line[..64], long.Parse(line[65..], System.Globalization.CultureInfo.InvariantCulture));
            await using var content = await evidence.OpenAsync(sha256, size, cancellation);
            if (content is null)
            {
                missing.Add(sha256);
                continue;
            }
            await writer.AddAsync(BackupNames.Evidence(sha256), content, packed: false, cancellation);
        }
        return missing;
    }

    private async Task AddKeysAsync(BackupWriter writer, CancellationToken cancellation)
    {
        var folder = Path.Combine(settings.DataFolder, "keys");
        if (!Directory.Exists(folder))
        {
            return;
        }
        foreach (var path in Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(path);
            await writer.AddAsync(BackupNames.Key(Path.GetFileName(path)), file, packed: true, cancellation);
        }
    }
}
